"""From a page of HTML to a sheet, a block a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from reader.intake.received.html.areas import Areas, text_tag
from reader.intake.received.html.blocks import blocks
from reader.intake.received.html.boxes import Block
from reader.intake.received.html.meta import meta
from reader.intake.received.html.pictures import pictures
from reader.intake.received.html.tree import name, parse
from reader.intake.sheet import Picture, Row, Span


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds."""

    rows: tuple[Row, ...] = ()  # its blocks; none where it has no words
    meta: Mapping[str, str] = field(default_factory=dict)  # what it says of itself
    pictures: tuple[Picture, ...] = ()  # those that it sets beside its words


def read(text: str, *, alone: bool = False) -> Page:
    """Return what a page holds.

    A page that is `alone`, such as pandoc makes of a manuscript, has nothing round its text.
    """
    root = parse(text)
    if root is None:
        return Page()
    said = meta(root)
    found = list(blocks(root))
    tags = [_own_tag(block) for block in found] if alone else Areas(found, said.get("title", "")).tags()
    return Page(tuple(_rows(found, tags)), said, tuple(pictures(root, found, said.get("url", ""))))


def _own_tag(block: Block) -> str:
    """What a block of a manuscript is."""
    for element in (block.element, *block.element.iterancestors()):
        if element.get("id") == "title-block-header":
            named = block.element.get("class") or ""
            return named if named in {"title", "author", "date"} else "p"
    return text_tag(block)


def _rows(found: Sequence[Block], tags: Sequence[str]) -> Iterator[Row]:
    for one, tag in zip(found, tags, strict=True):
        note = tag in {"li", "p"} and _is_note(one.element)
        block = _numbered(one) if note and one.marker[:1].isdigit() else one
        yield Row(
            block.text,
            tag="footnote" if note else tag,
            begins=block.begins,
            linked=round(block.linked / max(len(block.text), 1), 2),
            bold=_covers(block, "strong"),
            italic=_covers(block, "emphasis"),
            spans=block.spans,
            marker=block.marker,
            depth=block.depth,
        )


def _numbered(block: Block) -> Block:
    """A note with the number that a browser shows before it, by which the text calls it."""
    head = f"{block.marker} "
    spans = tuple(
        Span(span.start + len(head), span.end + len(head), span.kind, span.target) for span in block.spans
    )
    return replace(block, text=head + block.text, spans=spans, marker="")


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
