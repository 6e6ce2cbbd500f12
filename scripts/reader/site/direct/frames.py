"""What stands around the words of a page, taken from a page of its kind that the publisher has made.

The publisher is given one page of each kind, a stub, in which words that nobody writes stand for the title,
the words and the headings. What comes out is the frame of all pages of that kind, whatever publisher and
theme have made it: nothing here knows of either.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup, escape

from reader.site.direct.conversion import Heading, convert

TITLE, TITLE_ID, DESCRIPTION, SLUG = "ZZTITLEZZ", "zztitlezz", "ZZDESCRIPTIONZZ", "ZZSLUGZZ"
CONTENT = "ZZCONTENTZZ"
NAME = "zzframezz"  # of the file of a stub
FIELDS = ("title", "description", "slug")  # of the front matter, which each page has its own of
NOT_SHOWN = frozenset({"search", "languages"})  # fields that the frame does not depend on
# Two headings below each other's level, and one after them, tell how a table of contents is written
PARENT, FIRST, SECOND, LAST = (f"ZZ{name}ZZ" for name in ("PARENT", "FIRST", "SECOND", "LAST"))
OUTLINE = ((2, PARENT), (3, FIRST), (3, SECOND), (2, LAST))
FIELD = re.compile("|".join((TITLE, TITLE_ID, DESCRIPTION, SLUG)))
OPEN, CLOSE = "<li", "</li>"
PLACE = Markup('<i id="{}"></i>')
IN_LANGUAGE = Markup('<bdi lang="{}" dir="{}">{}</bdi>')


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that is written directly."""

    path: str  # of its Markdown, below `docs/`
    meta: Mapping[str, object]  # its front matter
    headings: Sequence[Heading]  # those of what stands below it

    @property
    def address(self) -> str:
        """Its address below the site."""
        return address(self.path)

    @property
    def is_listed(self) -> bool:
        """Whether it has a table of contents."""
        return any(one.level > 1 for one in self.headings)


@dataclass(frozen=True, slots=True)
class Stub:
    """A page in the place of all of its kind."""

    path: str  # of its Markdown, below `docs/`
    markdown: str  # with its front matter
    html: str  # what stands between the frame


def address(path: str) -> str:
    """Return the address below the site for the path of a page below `docs/`: it ends with a slash."""
    return "" if path == "index.md" else f"{path.removesuffix('/index.md').removesuffix('.md')}/"


def frame_name(sheet: Sheet, alone: Iterable[str]) -> str:
    """Return a name that pages with the same frame share; those whose paths are in `alone` share none."""
    if "/" not in sheet.path or sheet.path.endswith("/index.md") or sheet.path in alone:
        return sheet.path
    said = {name: value for name, value in sheet.meta.items() if name not in {*FIELDS, *NOT_SHOWN}}
    told = [name for name in FIELDS if sheet.meta.get(name)]
    depth = sheet.path.count("/")
    return json.dumps([sheet.path.split("/")[0], depth, sheet.is_listed, told, said], sort_keys=True)


def stub(sheet: Sheet, number: int, ids: Iterable[str] = (), *, in_place: bool = False) -> Stub:
    """Return the stub of the kind of a page, at the path of that page or at one of its own.

    `ids` are those of elements of the page itself that others lead to.
    """
    folders = [NAME] * (sheet.path.count("/") - 1)
    path = "/".join([sheet.path.split("/")[0], *folders, f"{NAME}{number}.md"])
    said = {name: value for name, value in sheet.meta.items() if name not in NOT_SHOWN}
    for name, word in zip(FIELDS, (TITLE, DESCRIPTION, SLUG), strict=True):
        if name in said and not in_place:  # the navigation may show the title of a page
            said[name] = word
    rows = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in said.items())
    body = [f"# {TITLE}", CONTENT]
    if sheet.is_listed:
        body += (f"{'#' * level} {name} {{#{name}}}" for level, name in OUTLINE)
    if ids:
        body.append(f"<div>{''.join(PLACE.format(id_) for id_ in sorted(ids))}</div>")
    words = "\n\n".join(body)
    made = convert(words, lambda _to: None)
    if made is None:
        raise ValueError(words)
    return Stub(sheet.path if in_place else path, f"---\n{rows}---\n\n{words}\n", made.html)


@dataclass(frozen=True, slots=True)
class Outline:
    """How one table of contents of a frame is written."""

    whole: str  # as it stands in the frame
    leaf: str  # a heading with none below it
    parent: str  # a heading with others below it
    between: str  # what stands between two of the highest level
    between_below: str  # and between two of another

    def of(self, sheet: Sheet) -> str:
        """Return the table of contents of a page."""
        languages = sheet.meta.get("languages")
        tree = _tree([one for one in sheet.headings if one.level > 1])
        return self._items(tree, languages if isinstance(languages, Mapping) else {}, self.between)

    def _items(self, tree: _Tree, languages: Mapping[str, Sequence[str]], between: str) -> str:
        return between.join(self._item(one, below, languages) for one, below in tree)

    def _item(self, heading: Heading, below: _Tree, languages: Mapping[str, Sequence[str]]) -> str:
        words = escape(unescape(heading.words))
        tag, direction = languages.get(heading.id, ("", ""))
        shown = IN_LANGUAGE.format(tag, direction, words) if tag else words
        return (
            (self.parent if below else self.leaf)
            .replace(f"#{PARENT}", f"#{heading.id}")
            .replace(f'"{PARENT}"', f'"{words}"')
            .replace(PARENT, str(shown))
            .replace(CONTENT, self._items(below, languages, self.between_below))
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the words of the pages of a kind."""

    before: str  # up to the words
    after: str  # from their end
    path: str  # of the stub, without its ending
    outlines: tuple[Outline, ...]  # its tables of contents

    def around(self, sheet: Sheet, html: str) -> str:
        """Return the whole page; `html` is what stands below its front matter."""
        values = {name: str(escape(sheet.meta.get(name, ""))) for name in FIELDS}
        told = dict(zip((TITLE, DESCRIPTION, SLUG), values.values(), strict=True))
        told[TITLE_ID] = sheet.headings[0].id
        path = sheet.path.removesuffix(".md")

        def filled(text: str) -> str:
            for one in self.outlines:
                text = text.replace(one.whole, one.of(sheet))
            text = FIELD.sub(lambda found: told[found[0]], text)
            return text.replace(self.path, path)

        return f"{filled(self.before)}{html}{filled(self.after)}"


_Tree = list[tuple[Heading, "_Tree"]]


def frame(made: Stub, page: str) -> Frame | None:
    """Return the frame that the publisher has put around a stub, or nothing where it is not to be seen."""
    before, found, after = page.partition(made.html)
    if not found:
        return None
    outlines = tuple({one.whole: one for one in map(_outline, _outlines(before + after))}.values())
    return Frame(before, after, made.path.removesuffix(".md"), outlines)


def _outlines(page: str) -> Iterator[str]:
    """The tables of contents of a stub, from their first element to the last."""
    at = page.find(f"#{PARENT}")
    while at >= 0:
        start = page.rindex(OPEN, 0, at)
        end = page.index(CLOSE, page.index(f"#{LAST}", at)) + len(CLOSE)
        yield page[start:end]
        at = page.find(f"#{PARENT}", end)


def _outline(whole: str) -> Outline:
    last = whole.rindex(OPEN)
    parent = whole[:last].rstrip()
    first = parent.rindex(OPEN, 0, parent.index(f"#{FIRST}"))
    second = parent.rindex(OPEN, 0, parent.index(f"#{SECOND}"))
    end = parent.index(CLOSE, second) + len(CLOSE)
    return Outline(
        whole,
        whole[last:].replace(LAST, PARENT),
        parent[:first] + CONTENT + parent[end:],
        whole[len(parent) : last],
        parent[parent.index(CLOSE, first) + len(CLOSE) : second],
    )


def _tree(headings: Sequence[Heading]) -> _Tree:
    """Headings below those of a higher level, as a table of contents has them."""
    tree: _Tree = []
    open_: list[tuple[int, _Tree]] = [(0, tree)]
    for one in headings:
        while len(open_) > 1 and open_[-1][0] >= one.level:
            open_.pop()
        inner: _Tree = []
        open_[-1][1].append((one, inner))
        open_.append((one.level, inner))
    return tree
