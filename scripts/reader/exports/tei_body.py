"""The body of a TEI document: divisions and passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from reader.exports.tei_inline import InlineWriter
from reader.exports.xml import Element, element
from reader.model import Library, Page, Passage, Supply

ELEMENTS = {"heading": "head", "reference": "bibl", "footnote": "note"}
APART = frozenset({"abstract", "standfirst", "keywords"})  # kinds that are a division of their own


def body(page: Page, library: Library) -> Element:
    """Return the `body` of a text: a division for each heading, and for what stands apart."""
    writer = _Writer(page, library)
    divisions = [
        element("div", *_blocks(passages, writer), type=type_)
        for type_, passages in _divisions(one for one in page.passages if one.id not in writer.inline.called)
    ]
    if not divisions:
        divisions = [element("div", element("p", element("gap", reason="rights")), type="withheld")]
    return element("body", *divisions)


def _divisions(passages: Iterable[Passage]) -> list[tuple[str, list[Passage]]]:
    """The passages in divisions, each with its type."""
    divisions: list[tuple[str, list[Passage]]] = []
    for passage in passages:
        type_ = passage.kind if passage.kind in APART else "section"
        opens = passage.kind == "heading" or not divisions or divisions[-1][0] != type_
        if opens:
            divisions.append((type_, []))
        divisions[-1][1].append(passage)
    return divisions


def _blocks(passages: Iterable[Passage], writer: _Writer) -> Iterator[Element]:
    """The passages of a division, with references that follow each other in one list."""
    for listed, group in groupby(passages, key=lambda passage: passage.kind == "reference"):
        blocks = [block for passage in group for block in writer.blocks(passage)]
        yield from [element("listBibl", *blocks)] if listed else blocks


class _Writer:
    """Writes the passages of one text."""

    def __init__(self, page: Page, library: Library) -> None:
        self.inline = InlineWriter(page, library)
        self.supplied = {one.passage for one in page.emendations if isinstance(one.entry, Supply)}

    def blocks(self, passage: Passage) -> Iterator[Element]:
        """Yield a passage, after the pause that the source has before it."""
        if passage.after_pause:
            yield element("milestone", unit="pause")
        content = self.inline.content(passage)
        if passage.id in self.supplied:
            content = [element("supplied", *content)]
        yield element(ELEMENTS.get(passage.kind, "p"), *content, id=str(passage.id), n=passage.number)
