"""What stands within a passage of the book: its marks in the document model of pandoc.

A note of the editors is one of pandoc, which counts them. A note of the source keeps the number that the
source gives it: it stands behind the text, and links lead both ways.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.exports import book_ast as ast
from reader.exports import phrases
from reader.exports.book_ast import Nodes
from reader.exports.book_notes import note
from reader.marks.drawing import drawn
from reader.marks.nesting import Node, Span, nested, split
from reader.model import MARKUP, Library, Mark, MarkKind, Page, Passage

TARGETS = {"term": "term", "citation": "work"}  # how the ids of what these marks link to begin
SPANS: frozenset[MarkKind] = frozenset({"term", "citation", *MARKUP})
IN_HEADINGS: frozenset[MarkKind] = frozenset(MARKUP)


class Inlines:
    """Writes what is in the passages of one text."""

    def __init__(self, page: Page, library: Library) -> None:
        self.slug, self._library = page.slug, library
        self.notes = {str(one.id): one.note for one in page.notes}
        self.footnotes = {str(one.id): one for one in page.footnotes}
        self.ends = {one.passages[-1]: one for one in page.footnotes if one.called_in in page.by_anchor}
        self.shown = page.by_anchor
        self.pages = {one.id: one.number for one in page.print_pages}

    def of(self, passage: Passage) -> Nodes:
        """Return the words of a passage with their marks; a heading has those of its source alone."""
        return self._written(self._nested(passage)) + self._back(passage)

    def lines(self, passage: Passage) -> list[Nodes]:
        """Return the lines of a passage, without the spaces by which they are indented."""
        lines = split(self._nested(passage, "\n"), "\n")
        for line in lines:
            if line and isinstance(line[0], str):
                line[0] = line[0].lstrip(" ")
        written = [self._written(line) for line in lines]
        return [*written[:-1], written[-1] + self._back(passage)]

    def rows(self, passage: Passage) -> list[list[Nodes]]:
        """Return the cells of each row of a table."""
        rows = split(self._nested(passage, "\n\t"), "\n")
        return [[self._written(cell) for cell in split(row, "\t")] for row in rows]

    def _nested(self, passage: Passage, breaks: str = "") -> tuple[Node, ...]:
        heading = passage.kind == "heading"
        spans, points = drawn(passage, IN_HEADINGS if heading else SPANS)
        if heading:
            points = [(place, mark) for place, mark in points if mark.kind != "note"]
        elif passage.lead:
            spans.append(Mark(0, passage.shape.lead, "lead", passage.kind))
        return nested(passage.text, spans, points, breaks)

    def _back(self, passage: Passage) -> Nodes:
        """The way back from a note of the source to the place that calls it."""
        end = self.ends.get(passage.id)
        if end is None:
            return []
        back = ast.link(f"#{end.marker}-{self.slug}", [ast.string(phrases.BACK)], role="doc-backlink")
        return [ast.string(" "), back]

    def _written(self, nodes: Iterable[Node]) -> Nodes:
        found: Nodes = []
        for node in nodes:
            if isinstance(node, str):
                found.append(ast.string(node))
            elif isinstance(node, Span):
                found.append(self._span(node.mark, self._written(node.inner)))
            else:
                found += self._sign(node.mark)
        return found

    def _span(self, mark: Mark, inner: Nodes) -> ast.Node:
        if mark.kind in TARGETS:
            target = f"#{TARGETS[mark.kind]}-{mark.target}"
            return ast.link(target, inner, mark.kind, title=mark.locator)
        if mark.kind == "link":
            return ast.link(mark.target, inner, "of-source")
        if mark.kind == "lead":
            return ast.span(inner, "lead")
        if mark.kind == "foreign":
            return ast.span(inner, "foreign", lang=mark.target, dir="auto")
        return ast.set_apart(mark.kind, inner)

    def _sign(self, mark: Mark) -> Nodes:
        """A mark of one place."""
        if mark.kind == "note":
            return [note(self.notes[mark.target], self._library)]
        if mark.kind == "link":
            sign = ast.link(mark.target, [ast.string(phrases.LINK_SIGN)], "of-source")
            return [ast.set_apart("superscript", [sign])]
        if mark.kind == "page":
            number = self.pages.get(mark.target, "")
            place = f"{mark.target}-{self.slug}"
            return [ast.span([], "pagebreak", id_=place, role="doc-pagebreak", title=number)]
        called = self.footnotes.get(mark.target)
        if called is None:
            return []
        label, id_ = [ast.string(called.label)], f"{called.marker}-{self.slug}"
        if called.id not in self.shown:
            return [ast.set_apart("superscript", label)]
        link = ast.link(f"#{called.id}-{self.slug}", label, "footnote-sign", id_=id_, role="doc-noteref")
        return [ast.set_apart("superscript", [link])]
