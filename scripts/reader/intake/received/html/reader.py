"""From a page of HTML to a sheet, a block a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from reader.intake.received.html.areas import Areas, text_tag
from reader.intake.received.html.blocks import blocks
from reader.intake.received.html.boxes import Block
from reader.intake.received.html.meta import meta
from reader.intake.received.html.tree import name, parse
from reader.intake.sheet import Row


def read(text: str, *, alone: bool = False) -> tuple[tuple[Row, ...], Mapping[str, str]]:
    """Return the rows of a page and what it says of itself; no rows where it has no words.

    A page that is `alone`, such as pandoc makes of a manuscript, has nothing round its text.
    """
    root = parse(text)
    if root is None:
        return (), {}
    said = meta(root)
    found = list(blocks(root))
    tags = [_own_tag(block) for block in found] if alone else Areas(found, said.get("title", "")).tags()
    return tuple(_rows(found, tags)), said


def _own_tag(block: Block) -> str:
    """What a block of a manuscript is."""
    for element in (block.element, *block.element.iterancestors()):
        if element.get("id") == "title-block-header":
            named = block.element.get("class") or ""
            return named if named in {"title", "author", "date"} else "p"
    return text_tag(block)


def _rows(found: Sequence[Block], tags: Sequence[str]) -> Iterator[Row]:
    for block, tag in zip(found, tags, strict=True):
        bold = _covers(block, "strong")
        yield Row(
            block.text,
            tag="footnote" if tag in {"li", "p"} and _is_note(block.element) else tag,
            begins=block.begins,
            linked=round(block.linked / max(len(block.text), 1), 2),
            bold=bold,
            italic=_covers(block, "emphasis"),
            spans=block.spans,
            marker=block.marker,
            depth=block.depth,
        )


def _covers(block: Block, kind: str) -> bool:
    """Whether all of a block is of one kind."""
    return any(span.kind == kind and span.end - span.start >= len(block.text) for span in block.spans)


def _is_note(element: HtmlElement) -> bool:
    """Whether an element is a note of the text itself, as pandoc and others mark them."""
    for one in (element, *list(element.iterancestors())[:4]):
        role = one.get("role") or ""
        said = {*(one.get("class") or "").casefold().split(), (one.get("id") or "").casefold()}
        if role in {"doc-endnotes", "doc-footnote", "doc-endnote"} or said & {"footnotes", "endnotes"}:
            return True
        if name(one) in {"article", "main", "body"}:
            return False
    return False
