"""The reading text on its page: passages in their quotations, lists, turns and letters.

Plain paragraphs and headings are Markdown, which a diff shows best; whatever has a shape is a block of HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.history.lines import most_lines
from reader.model import Library, Page, Passage
from reader.model.markup import HTML
from reader.model.outline import Group, Node, outline
from reader.model.shapes import LINED
from reader.render import phrases, retired
from reader.render.languages import attributes
from reader.render.mark_writer import MarkWriter
from reader.render.markup import Block, Markdown, boxed, section, stacked
from reader.render.shape_writer import ShapeWriter
from reader.words.languages import numeral

LONGEST = 20_000  # letters of a passage that Markdown is asked to read
# The headings that HTML has; the title is the first
SIGNS = (
    Markdown("#"),
    Markdown("##"),
    Markdown("###"),
    Markdown("####"),
    Markdown("#####"),
    Markdown("######"),
)
NUMBER = Markdown('[](#{id}){{.number data-n="{number}" data-raw="{raw}" aria-label="{spoken}"}}')
PAUSE = HTML('<hr class="pause">')
BOXES: dict[str, HTML] = {
    "quotation": HTML("<blockquote>\n{}\n</blockquote>"),
    "letter": HTML('<div class="letter">\n{}\n</div>'),
    "abstract": HTML('<div class="abstract">\n{}\n</div>'),
    "standfirst": HTML('<div class="standfirst">\n{}\n</div>'),
    "list": HTML('<ul class="items">\n{}\n</ul>'),
    "item": HTML("<li>{}</li>"),
    "turn": HTML('<div class="turn">\n{}\n</div>'),
}
BELOW = HTML("\n")


def text_body(page: Page, library: Library) -> Iterator[Block]:
    """Yield the blocks of the reading text; the notes of the source stand behind the rest of it."""
    yield from retired.of_passages(page, None)
    yield from retired.of_withheld(page)
    yield from retired.of_pages(page, library)
    writer = _BodyWriter(page, library)
    nodes = outline(page.passages)
    rows = _rows(nodes)
    placed = {id(node) for row in rows.values() for side in row for node in side}
    for node in nodes:
        if row := rows.get(id(node)):
            yield boxed("parallel", stacked(block for side in row for block in _side(side, writer)))
        elif id(node) not in placed:
            yield from writer.blocks(node)


def _side(nodes: Sequence[Node], writer: _BodyWriter) -> list[Block]:
    """One side of a row; several passages stand in a box."""
    blocks = [block for node in nodes for block in writer.blocks(node)]
    return blocks if len(nodes) == 1 else [boxed("side", stacked(blocks))]


def _rows(nodes: Sequence[Node]) -> dict[int, tuple[list[Node], list[Node]]]:
    """What stands beside what, by the identity of the first original: originals and their translations."""
    begins = {_first(node).id: node for node in nodes}
    pairs: dict[int, tuple[list[Node], list[Node]]] = {}  # by the first of the translations
    leads: dict[int, int] = {}  # the first of the translations, by each original
    for node in nodes:
        first = _first(node)
        if first.beside in begins and not first.translates:
            leads[id(node)] = id(begins[first.beside])
            pairs.setdefault(leads[id(node)], ([], []))[0].append(node)
    for node in nodes:
        first = _first(node)
        if first.beside in begins and first.translates and id(begins[first.beside]) in leads:
            pairs[leads[id(begins[first.beside])]][1].append(node)
    return {id(one[0]): (one, other) for one, other in pairs.values()}


def _first(node: Node) -> Passage:
    return node.first if isinstance(node, Group) else node


class _BodyWriter:
    def __init__(self, page: Page, library: Library) -> None:
        self.page = page
        self.marks = MarkWriter(page, library.entry)
        self.notes = next((one for one in page.passages if one.kind == "footnote"), None)  # the first of them
        self.most_lines = most_lines(page)
        self.shapes = ShapeWriter(page, self.most_lines, library.entry)

    def blocks(self, node: Node) -> Iterator[Block]:
        """Yield what stands at the place of a passage, or of a group of them."""
        if isinstance(node, Group):
            yield self._group(node)
            return
        yield from self._before(node)
        if node is self.notes:
            yield section(phrases.FOOTNOTES, "notes-of-source")
        yield self._markdown(node) if self._is_plain(node) else self.shapes.write(node)

    def _before(self, passage: Passage) -> Iterator[HTML]:
        yield from retired.of_passages(self.page, passage.id)
        if passage.after_pause:
            yield PAUSE

    def _group(self, group: Group) -> HTML:
        inner: list[HTML] = []
        for node in group.inner:
            if isinstance(node, Group):
                inner.append(self._group(node))
            else:
                inner += [*self._before(node), self.shapes.write(node)]
        return BOXES[group.kind].format(BELOW.join(inner))

    def _is_plain(self, passage: Passage) -> bool:
        if passage.kind == "heading":
            return True
        shaped = passage.kind in LINED or passage.kind == "figure" or passage.id in self.most_lines
        return not shaped and len(passage.text) <= LONGEST

    def _markdown(self, passage: Passage) -> Markdown:
        lang = attributes(passage.language, Markdown, self.page.language)
        heading = passage.kind == "heading"
        sign = NUMBER.format(
            id=passage.id,
            number="§" if heading else numeral(passage.number, self.page.language),
            raw=passage.raw[0],
            spoken=passage.name,
        )
        words = self.marks.write(passage)
        if heading:
            return _heading(passage, sign, words, lang)
        return Markdown("{sign}{words}\n{{: #{id} .passage{kind}{lang}}}").format(
            sign=sign,
            words=words,
            id=passage.id,
            kind=Markdown() if passage.kind == "paragraph" else Markdown(" .{}").format(passage.kind),
            lang=lang,
        )


def _heading(passage: Passage, sign: Markdown, words: Markdown, lang: Markdown) -> Markdown:
    """A heading; one that HTML has no name for says how deep it is."""
    level = passage.shape.level + 1
    deep = Markdown(' aria-level="{}"').format(level) if level > len(SIGNS) else Markdown()
    written = Markdown("{signs} {sign}{words} {{#{id} .passage{lang}{deep}}}")
    return written.format(
        signs=SIGNS[min(level, len(SIGNS)) - 1], sign=sign, words=words, id=passage.id, lang=lang, deep=deep
    )
