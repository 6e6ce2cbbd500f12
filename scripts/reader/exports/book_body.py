"""The passages of a chapter of the book, in the blocks that pandoc has for their kinds.

The ids are `p7-kaleji-2023`, and `p3.2-poem-1911` for a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.exports import book_ast as ast
from reader.exports import phrases
from reader.exports.book_ast import Nodes
from reader.exports.book_inlines import Inlines
from reader.exports.phrasing import line
from reader.model import Library, Page, Passage, Picture
from reader.model.outline import Node as Place
from reader.model.outline import outline

INDENT = "\u00a0"  # a space that stays at the beginning of a line of verse
DEEPEST_HEADING = 6  # that a book has; its chapters are the first


def body(page: Page, library: Library) -> Iterator[ast.Node]:
    """Yield the blocks of a text."""
    writer = _Writer(page, library)
    for node in outline(page.passages):
        yield from writer.blocks(node)


class _Writer:
    def __init__(self, page: Page, library: Library) -> None:
        self.page, self.inlines = page, Inlines(page, library)
        self.notes = next((one for one in page.passages if one.kind == "footnote"), None)  # the first of them

    def blocks(self, node: Place) -> Iterator[ast.Node]:
        if isinstance(node, Passage):
            yield from self._passage(node)
        elif node.kind == "quotation":
            yield ast.quote_block(self._all(node.inner))
        elif node.kind == "list":
            yield ast.div("", ["items"], self._all(node.inner))
        elif node.kind == "item":
            yield ast.div("", ["item"], self._all(node.inner))
        else:
            yield ast.div("", [node.kind], self._all(node.inner))

    def _all(self, nodes: Iterable[Place]) -> Nodes:
        return [block for node in nodes for block in self.blocks(node)]

    def _passage(self, passage: Passage) -> Iterator[ast.Node]:
        id_, foreign = self._id(str(passage.id)), ast.foreign(passage.language)
        if passage.after_pause:
            yield ast.rule()
        if passage is self.notes:
            yield ast.header(2, f"notes-of-source-{self.page.slug}", phrases.FOOTNOTES)
        if passage.kind == "heading":
            level = min(passage.shape.level + 1, DEEPEST_HEADING)
            yield ast.header(level, id_, self.inlines.of(passage), **foreign)
            return
        yield ast.div(id_, ["passage", passage.kind], list(self._content(passage)), **foreign)

    def _content(self, passage: Passage) -> Iterator[ast.Node]:
        number = [ast.span([ast.string(passage.number)], "number"), ast.string(" ")]
        picture = passage.shape.picture
        if passage.kind == "table":
            yield ast.para(number)
            yield self._table(passage)
        elif passage.lines:
            yield ast.para([*number, *self._lines(passage)])
        else:
            if picture:
                yield ast.para([ast.image(self._file(picture), line(picture.alt))])
            yield ast.para([*number, *self.inlines.of(passage)])
            if picture and picture.rights:
                yield ast.div("", ["rights"], [ast.para([ast.string(line(picture.rights))])])

    def _lines(self, passage: Passage) -> Iterator[ast.Node]:
        written = self.inlines.lines(passage)
        for at, (words, text) in enumerate(zip(written, passage.lines, strict=True), 1):
            indent = INDENT * (len(text) - len(text.lstrip(" ")))
            if at > 1:
                yield ast.line_break()
            yield ast.span([ast.string(indent), *words], "line", id_=self._id(f"{passage.id}.{at}"))

    def _table(self, passage: Passage) -> ast.Node:
        rows = [(self._id(f"{passage.id}.{at}"), row) for at, row in enumerate(self.inlines.rows(passage), 1)]
        return ast.table(rows[: passage.shape.head], rows[passage.shape.head :])

    def _id(self, anchor: str) -> str:
        return f"{anchor}-{self.page.slug}"

    def _file(self, picture: Picture) -> str:
        return f"{self.page.slug}-{picture.file}"


def pictures(library: Library) -> dict[str, bytes]:
    """Return the pictures that the book shows, by the names that it gives them."""
    return {path.removeprefix("texts/").replace("/", "-"): data for path, data in library.pictures.items()}
