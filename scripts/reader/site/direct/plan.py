"""Which pages are written directly, and the folder that the publisher is given in the place of `docs/`.

That folder holds what an editor wrote, pages in which something may mean more than is known here, a stub for
each kind of the pages that are written directly, and one at the address of each of those that others may
link to, so that the publisher still checks those links.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from reader.making.make import Maker
from reader.project import files
from reader.project.texts_below import TextsBelow
from reader.site.direct.conversion import Heading, convert
from reader.site.direct.frames import Frame, Sheet, Stub, address, frame, frame_name, stub

FRONT_MATTER = re.compile(r"---\n((?:\w+: [^\n]*\n)*)---\n")
ID = re.compile(r'\sid="([^"]*)"')
MARKDOWN = re.compile(r"[^\s()\[\]<>\"'#]+\.md\b")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is written directly, and what the publisher is to do for it."""

    sheets: Mapping[str, Sheet]  # by their paths below `docs/`
    words: Mapping[str, str]  # what stands below the front matter of each, as HTML
    kinds: Mapping[str, Stub]  # the stub of each kind, by the name of the kind
    alone: frozenset[str]  # paths of pages that have a frame of their own
    targets: Mapping[str, Stub]  # stubs at the addresses of pages, by their paths

    def kind_of(self, sheet: Sheet) -> str:
        """Return the name of the kind of a page."""
        return frame_name(sheet, self.alone)


def sheets(
    pages: Mapping[str, str], shown: Iterable[str], known: frozenset[str], maker: Maker, folder: Path
) -> tuple[dict[str, Sheet], TextsBelow]:
    """Return the pages that can be written directly, and their HTML.

    `pages` are Markdown by paths below `docs/`, of which some are `shown`; `known` are the paths of all pages
    that links may lead to. What is made lies in the `folder`.
    """
    prints = {path: files.fingerprint(pages[path].encode()) for path in shown}

    def holds(made: _Kept) -> bool:
        return all((target in known) == was for target, was in made[2])

    made: dict[str, Sheet] = {}
    for path, (html, headings, _asked) in maker.each("html", _html, _Given(pages, known), prints, holds):
        head = FRONT_MATTER.match(pages[path])
        if head and headings:
            files.write(folder / path, html.encode())
            fields = dict(map(_field, head[1].splitlines()))
            made[path] = Sheet(path, fields, tuple(Heading(*one) for one in headings))
    return made, TextsBelow(folder, dict.fromkeys(made))


# The HTML of a page, its headings, and of the pages that it asked for whether they are there
_Kept = tuple[str, tuple[tuple[int, str, str], ...], tuple[tuple[str, bool], ...]]


@dataclass(frozen=True, slots=True)
class _Given:
    """What pages are converted from."""

    pages: Mapping[str, str]  # Markdown by paths below `docs/`
    known: frozenset[str]  # the paths of all pages


def _html(given: _Given, path: str) -> _Kept:
    """What comes of a page; one without headings cannot be written directly."""
    text, known, asked = given.pages[path], given.known, dict[str, bool]()
    head = FRONT_MATTER.match(text)
    if head and "title" in dict(map(_field, head[1].splitlines())):
        made = convert(text[head.end() :], _resolver(path, known, asked))
        if made and made.headings and made.headings[0].level == 1:
            headings = tuple((one.level, one.id, one.words) for one in made.headings)
            return made.html, headings, tuple(asked.items())
    return "", (), tuple(asked.items())


def plan(
    found: Mapping[str, Sheet], words: Mapping[str, str], listed: Iterable[str], written: Iterable[str]
) -> Plan:
    """Return the stubs for `found`, with its `words` as HTML.

    `listed` are paths in the navigation, `written` the words of other pages.
    """
    alone = frozenset(listed)
    mentioned = {unquote(one).lstrip("./") for text in written for one in MARKDOWN.findall(text)}
    kinds: dict[str, Stub] = {}
    targets: dict[str, Stub] = {}
    for path, sheet in found.items():
        name = frame_name(sheet, alone)
        in_place = name == path
        if in_place or not mentioned.isdisjoint(_ends(path)):
            ids = set(ID.findall(words[path]))
            targets[path] = stub(sheet, len(kinds), ids, in_place=True)
        if name not in kinds:
            kinds[name] = targets[path] if in_place else stub(sheet, len(kinds))
    return Plan(found, words, kinds, alone, targets)


def lay_out(folder: Path, docs: Path, made: Plan) -> None:
    """Fill an empty `folder` with all files of `docs` but those that are written directly, and with stubs."""
    for path in _below(docs, ""):
        if path not in made.sheets:
            files.link(docs / path, folder / path)
    for one in (*made.kinds.values(), *made.targets.values()):
        file = folder / one.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one.markdown, "utf-8", newline="\n")


def frames(site: Path, made: Plan) -> dict[str, Frame] | None:
    """Take the frames of all kinds from the site, and the stubs away; nothing where one is not to be seen."""
    found: dict[str, Frame] = {}
    for name, one in made.kinds.items():
        file = site / address(one.path) / "index.html"
        taken = frame(one, file.read_text("utf-8"))
        if taken is None:
            return None
        found[name] = taken
        if one.path not in made.sheets:
            file.unlink()
            with suppress(OSError):
                for folder in file.parents:
                    folder.rmdir()
    return found


def _ends(path: str) -> Iterator[str]:
    """All that a path may be called in a link: it, and it without its first folders."""
    parts = path.split("/")
    return ("/".join(parts[at:]) for at in range(len(parts)))


def _below(docs: Path, folder: str) -> Iterator[str]:
    """The paths of all files below a folder of `docs`; as MkDocs does, links to folders are followed."""
    for one in sorted((docs / folder).iterdir()):
        path = f"{folder}/{one.name}" if folder else one.name
        if one.is_dir():
            yield from _below(docs, path)
        else:
            yield path


def _field(row: str) -> tuple[str, object]:
    name, _, value = row.partition(": ")
    return name, json.loads(value)


def _resolver(path: str, known: Collection[str], asked: dict[str, bool]) -> Callable[[str], str | None]:
    here = address(path)

    def resolve(to: str) -> str | None:
        parts = urlsplit(to)
        if parts.scheme or parts.netloc or not parts.path:
            return to
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        asked[target] = target in known
        if target not in known or parts.query:
            return None
        way = posixpath.relpath(address(target) or ".", here or ".") + "/"
        return f"{way}#{parts.fragment}" if parts.fragment else way

    return resolve
