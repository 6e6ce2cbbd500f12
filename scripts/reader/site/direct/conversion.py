"""The Markdown that `render` writes, as the HTML that Python-Markdown makes of it; anything else is refused.

    "[](#p1){.number}Words\\n{: #p1 .passage}"   ->   '<p class="passage" id="p1"><a class="number" …'

Known are headings, paragraphs with their attributes, lists of one line an item, boxes in which Markdown is
read, and blocks of HTML. A page in which anything is seen that may mean more than that is not converted: it
costs the time that MkDocs takes, and no more. The test is that both write the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape

from markdown.extensions.toc import slugify, strip_tags, unique

from reader.site.direct.inline import Inline, Unknown, attributes, written

BLOCKS = re.compile(r"(\n\n+)")
HEADING = re.compile(r"(#{1,6}) (\S.*?)(?: \{([^{}\n]*)\})?")
ATTRIBUTES = re.compile(r"\n\{: ([^{}\n]*)\}\Z")
BOX = re.compile(r'<div((?: [\w-]+="[^"&<>\\`\n]*")*) markdown="1">')
IN_TAG = re.compile(r'([\w-]+)="([^"]*)"')
BOX_END = "</div>"
# Elements that Markdown takes for blocks, as far as pages are made of them
HTML_BLOCK = re.compile(r"<(p|div|dl|table|ul|ol|nav|section|aside|blockquote|figure|details|form|pre)\b")
RULE = re.compile(r"<hr(?: [^<>]*)?>")
CODE = re.compile(r"<(?:script|style|textarea|!|\?)|markdown=|&(?!(?:#\d+|#x[\da-f]+|\w+);)", re.IGNORECASE)
ITEM = "- "
# What a line begins with that is no paragraph: lists, quotations, code, rules, tables, definitions, HTML
OPENS = re.compile(r"[-+*>#=|:~`<\s]\s|[>#=|:~`\s]|[-*_]{3}|\d+[.)]|\[[^\]]*\]:")
BLANK_LINE = re.compile(r"(?<=\n) +\n")
UNNAMED = "\x02{}\x03"  # stands for the id of a heading that has none yet; no text has these signs
FOREIGN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]|--8<--|\[TOC\]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, for its table of contents."""

    level: int  # 1 to 6
    id: str  # of the element
    words: str  # as HTML without tags


@dataclass(frozen=True, slots=True)
class Converted:
    """A page as HTML, with its headings in their order."""

    html: str  # as Python-Markdown writes it
    headings: tuple[Heading, ...]  # all of them, the title first


@dataclass(frozen=True, slots=True)
class _Box:
    given: tuple[tuple[str, str], ...]  # its attributes
    inner: tuple[str | _Box, ...]


@dataclass(slots=True)
class _Page:
    inline: Inline
    headings: list[Heading] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)  # those that are given


def convert(text: str, address_of: Callable[[str], str | None]) -> Converted | None:
    """Return the page of a Markdown text without its front matter, or nothing where it has other shapes.

    `address_of` gives the address that a link of the page leads to, for what Markdown has as the target.
    """
    if FOREIGN.search(text) or not text.strip():
        return None
    text = BLANK_LINE.sub("\n", text.expandtabs(4)).strip("\n")
    page = _Page(Inline(address_of))
    try:
        html = _stacked(tuple(_blocks(iter(BLOCKS.split(text)))), page)
    except Unknown:
        return None
    page.ids |= page.inline.ids
    for at, heading in enumerate(page.headings):
        if not heading.id:
            id_ = unique(slugify(unescape(heading.words), "-"), page.ids)
            html = html.replace(UNNAMED.format(at), id_, 1)
            page.headings[at] = Heading(heading.level, id_, heading.words)
    return Converted(html.strip(), tuple(page.headings))


def _blocks(pieces: Iterator[str], *, boxed: bool = False) -> Iterator[str | _Box]:
    """The blocks of a page, or of a box; a block of HTML may have blank lines."""
    for piece in pieces:
        block = piece
        if boxed and block == BOX_END:
            next(pieces, "")
            return
        if found := BOX.fullmatch(block):
            next(pieces, "")
            inner = tuple(_blocks(pieces, boxed=True))
            if not inner:
                raise Unknown("an empty box")
            yield _Box(tuple(IN_TAG.findall(found[1])), inner)
            continue
        opened = HTML_BLOCK.match(block)
        while opened and not _ends(block, opened[1]):
            rest = next(pieces, None)
            if rest is None:
                raise Unknown("an element that does not end")
            block += rest
        yield block
        if not (opened and block.endswith("\n")):
            next(pieces, "")
    if boxed:
        raise Unknown("a box that does not end")


def _ends(block: str, tag: str) -> bool:
    """Whether the element that a block begins with ends where the block does."""
    depth = 0
    for found in re.finditer(rf"<(/?){tag}\b[^<>]*>", block, re.IGNORECASE):
        depth += -1 if found[1] else 1
        if depth == 0:
            if block[found.end() :].strip():
                raise Unknown("words behind an element")
            return True
    return False


def _stacked(blocks: tuple[str | _Box, ...], page: _Page) -> str:
    made: list[str] = []
    if not all(blocks):
        raise Unknown("an empty block")
    for at, block in enumerate(blocks):
        if at and all(isinstance(one, str) and one.startswith(ITEM) for one in blocks[at - 1 : at + 1]):
            raise Unknown("two lists, which are one")
        made.append(_block(block, page))
    return "\n".join(made)


def _block(block: str | _Box, page: _Page) -> str:
    if isinstance(block, _Box):
        page.ids |= {value for name, value in block.given if name == "id"}
        return f"<div{written(block.given)}>\n{_stacked(block.inner, page)}\n</div>"
    if block.startswith("<") and (HTML_BLOCK.match(block) or RULE.fullmatch(block)):
        if CODE.search(block):
            raise Unknown(block)
        return f"{block}\n"
    if block.startswith("#"):
        return _heading(block, page)
    if block.startswith(ITEM):
        return _list(block, page)
    return _paragraph(block, page)


def _heading(block: str, page: _Page) -> str:
    found = HEADING.fullmatch(block)
    if found is None or (
        found[2].rstrip().endswith("#") and not (found[3] and found[2].rstrip().endswith("\\#"))
    ):
        raise Unknown(block)
    given = attributes(found[3]) if found[3] is not None else []
    words = page.inline.convert(found[2].rstrip())
    id_ = next((value for name, value in reversed(given) if name == "id"), "")
    page.ids.add(id_)
    level = len(found[1])
    if not id_:
        given.append(("id", UNNAMED.format(len(page.headings))))
    page.headings.append(Heading(level, id_, strip_tags(words)))
    return f"<h{level}{written(given)}>{words}</h{level}>"


def _list(block: str, page: _Page) -> str:
    items = block.split("\n")
    if not all(item.startswith(ITEM) and not OPENS.match(item[2:]) for item in items):
        raise Unknown(block)
    return "\n".join(
        ["<ul>", *(f"<li>{page.inline.convert(item[2:].lstrip())}</li>" for item in items), "</ul>"]
    )


def _paragraph(block: str, page: _Page) -> str:
    found = ATTRIBUTES.search(block)
    words = block[: found.start()] if found else block
    if "\n" in words or OPENS.match(words) or (found and words.endswith("  ")):
        raise Unknown(block)
    given = attributes(found[1]) if found else []
    page.ids |= {value for name, value in given if name == "id"}
    return f"<p{written(given)}>{page.inline.convert(words)}</p>"
