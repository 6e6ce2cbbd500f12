"""The body of a TEI document: divisions, passages, and their marks as elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from reader.exports.nesting import Node, Point, Span, clear_of, nested
from reader.exports.phrasing import words
from reader.exports.tei_works import work_id
from reader.exports.xml import Child, Element, element
from reader.model import Correction, Library, Mark, Page, Passage, Supply, addresses
from reader.model.prose import Emphasis, Inline, Link, Strong

ELEMENTS = {"heading": "head", "reference": "bibl"}
APART = frozenset({"abstract", "standfirst", "keywords"})  # kinds that are a division of their own


def body(page: Page, library: Library) -> Element:
    """Return the `body` of a text: a division for each heading, and for what stands apart."""
    writer = _Writer(page, library)
    divisions = [
        element("div", *_blocks(passages, writer), type=type_)
        for type_, passages in _divisions(page.passages)
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
        self.library, self.language = library, page.language
        self.notes = {str(one.id): one.note for one in page.notes}
        self.entries = {one.id: one.entry for one in page.emendations}
        self.supplied = {one.passage for one in page.emendations if isinstance(one.entry, Supply)}

    def blocks(self, passage: Passage) -> Iterator[Element]:
        """Yield a passage, after the pause that the source has before it."""
        if passage.after_pause:
            yield element("milestone", unit="pause")
        spans = [mark for mark in passage.marks if mark.kind != "note"]
        signs = [(clear_of(mark.end, spans), mark) for mark in passage.marked("note")]
        content = self._inline(nested(passage.text, spans, signs), passage)
        if passage.id in self.supplied:
            content = [element("supplied", *content)]
        yield element(
            ELEMENTS.get(passage.kind, "p"),
            *content,
            id=str(passage.id),
            n=passage.number,
            lang="" if passage.language == self.language else passage.language,
            corresp=f"#{passage.beside}" if passage.beside else "",
        )

    def _inline(self, nodes: Iterable[Node], passage: Passage) -> list[Child]:
        return [
            node
            if isinstance(node, str)
            else self._note(node.mark)
            if isinstance(node, Point)
            else self._span(node, passage)
            for node in nodes
        ]

    def _span(self, span: Span, passage: Passage) -> Element:
        mark, inner = span.mark, self._inline(span.inner, passage)
        if mark.kind == "correction":
            entry = self.entries[mark.target]
            raw = entry.find if isinstance(entry, Correction) else ""
            return element("choice", element("sic", raw), element("corr", *inner), id=mark.target)
        links = _links(span, passage)
        if mark.kind == "sic":
            return element("sic", *inner, **({"id": mark.target} | links))
        site = self.library.site_url
        if mark.kind == "term":
            return element("term", *inner, ref=addresses.term(mark.target).absolute(site), **links)
        target = addresses.reference(mark.target).absolute(site)
        work = f"#{work_id(mark.target)}"
        return element("ref", *inner, type="citation", target=target, corresp=work, n=mark.locator, **links)

    def _note(self, mark: Mark) -> Element:
        note = self.notes[mark.target]
        said = [element("p", *self._prose(inlines)) for inlines in note.body.paragraphs]
        return element("note", *said, id=mark.target, type=note.kind, place="margin")

    def _prose(self, inlines: Iterable[Inline]) -> Iterator[Child]:
        """The editor’s prose; a citation is its label, a reference to a passage its anchor."""
        for one in inlines:
            if isinstance(one, Emphasis):
                yield element("hi", *self._prose(one.inner), rend="italic")
            elif isinstance(one, Strong):
                yield element("hi", *self._prose(one.inner), rend="bold")
            elif isinstance(one, Link):
                target = self.library.site_url + one.target[1:] if one.on_site else one.target
                yield element("ref", *self._prose(one.inner), target=target)
            else:
                yield words([one], self.library)


def _links(span: Span, passage: Passage) -> dict[str, str]:
    """What ties the parts of a divided span together; a whole one needs nothing."""
    mark, part = span.mark, span.part
    if not part:
        return {}
    name = mark.target if mark.kind == "sic" else f"{passage.id}.{mark.start}.{mark.kind}"
    before = f"#{name}.{part - 1}" if part > 1 else ""
    after = f"#{name}.{part + 1}" if part < span.parts else ""
    return {"id": f"{name}.{part}", "prev": before, "next": after}
