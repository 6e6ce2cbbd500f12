"""The body of a TEI document: divisions within divisions, and what their passages stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, groupby

from reader.exports.tei_passage import PassageWriter
from reader.exports.xml import Child, Element, element
from reader.model import Library, Page, Passage
from reader.model.outline import Group, Node, outline
from reader.model.shapes import OF_LETTERS

APART = frozenset({"abstract", "standfirst", "keywords"})  # kinds that are a division of their own
IN_TURNS = frozenset({"p", "lg", "stage", "list"})  # elements that a turn of a speaker can hold


@dataclass(slots=True)
class _Division:
    """Passages under one heading, and the divisions below it."""

    type: str
    level: int
    inner: list[Passage | _Division] = field(default_factory=list)


def body(page: Page, library: Library) -> Element:
    """Return the `body` of a text: a division for each heading, and for what stands apart."""
    passages = PassageWriter(page, library)
    writer = _BodyWriter(passages)
    running = [one for one in page.passages if one.id not in passages.inline.called]
    divisions = [writer.division(one) for one in _divisions(running)]
    if not divisions:
        divisions = [element("div", element("p", element("gap", reason="rights")), type="withheld")]
    return element("body", *divisions)


def _divisions(passages: Iterable[Passage]) -> list[_Division]:
    """The passages in divisions, each within that of the heading above it."""
    top = _Division("", 0)
    stack = [top]
    for passage in passages:
        heading = passage.kind == "heading"
        type_ = _type(passage)
        if heading or stack[-1].type != type_:
            level = passage.shape.level if heading else max(1, stack[-1].level)
            while stack[-1].level >= level:
                stack.pop()
            division = _Division(type_, level)
            stack[-1].inner.append(division)
            stack.append(division)
        stack[-1].inner.append(passage)
    return [one for one in top.inner if isinstance(one, _Division)]


def _type(passage: Passage) -> str:
    """What kind of division a passage stands in: that of its own kind, or of the part that holds it."""
    within = passage.shape.within
    kind = within[0].kind if within else passage.kind
    return kind if kind in APART else "section"


class _BodyWriter:
    def __init__(self, writer: PassageWriter) -> None:
        self.writer = writer

    def division(self, one: _Division) -> Element:
        inner: list[Child] = []
        for divided, group in groupby(one.inner, key=lambda node: isinstance(node, _Division)):
            if divided:
                inner += [self.division(node) for node in group if isinstance(node, _Division)]
            else:
                inner += self._nodes(outline(node for node in group if isinstance(node, Passage)))
        return element("div", *inner, type=one.type)

    def _nodes(self, nodes: Iterable[Node]) -> Iterator[Element]:
        """Elements for passages and groups, with references that follow each other in one list."""
        for listed, group in groupby(
            nodes, key=lambda node: isinstance(node, Passage) and node.kind == "reference"
        ):
            found = [made for node in group for made in self._node(node)]
            yield from [element("listBibl", *found)] if listed else found

    def _node(self, node: Node) -> Iterator[Element]:
        if isinstance(node, Passage):
            yield from self.writer.blocks(node)
        elif node.kind == "quotation":
            yield element("quote", *self._nodes(node.inner))
        elif node.kind == "list":
            yield element("list", *self._nodes(node.inner))
        elif node.kind == "item":
            yield element("item", *self._nodes(node.inner), n=node.first.lead)
        elif node.kind == "turn":
            yield self._turn(node)
        elif node.kind == "letter":
            yield element("floatingText", element("body", *self._letter(node.inner)), type="letter")
        else:
            yield from self._nodes(node.inner)

    def _turn(self, group: Group) -> Element:
        """A turn: its speaker, and what is said; something must be, so that nothing is an empty paragraph."""
        first = group.first
        speaker: list[Element] = []
        if first.lead and first.kind == "speech":
            speaker = [element("speaker", *self.writer.lead(first))]
        said = [_within_turn(one) for one in self._nodes(group.inner)]
        return element("sp", *speaker, *said)

    def _letter(self, nodes: Sequence[Node]) -> Iterator[Element]:
        """What opens a letter, what it says, and what closes it."""
        middle = list(dropwhile(_of_letter, nodes))
        opening = nodes[: len(nodes) - len(middle)]
        closing = _trailing(middle)
        said = middle[: len(middle) - len(closing)]
        if not said:
            yield from self._nodes(nodes)
            return
        if opening:
            yield element(
                "opener", *(self.writer.of_letter(one) for one in opening if isinstance(one, Passage))
            )
        yield from self._nodes(said)
        if closing:
            yield element(
                "closer", *(self.writer.of_letter(one) for one in closing if isinstance(one, Passage))
            )


def _trailing(nodes: Sequence[Node]) -> list[Node]:
    """The nodes of a letter that stand at its end and are what closes one."""
    count = 0
    while count < len(nodes) and _of_letter(nodes[-1 - count]):
        count += 1
    return list(nodes[len(nodes) - count :])


def _of_letter(node: Node) -> bool:
    return isinstance(node, Passage) and node.kind in OF_LETTERS


def _within_turn(made: Element) -> Element:
    """An element as a turn can hold it: others stand in a paragraph."""
    name = made.tag.rpartition("}")[2]
    return made if name in IN_TURNS else element("p", made)
