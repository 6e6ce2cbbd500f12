"""What stands within a passage of a TEI document: its marks as elements, its notes where they are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reader.exports.phrasing import words
from reader.exports.tei_works import work_id
from reader.exports.xml import Child, Element, element
from reader.marks.drawing import clear_of
from reader.marks.nesting import Node, Span, nested
from reader.model import CalledFootnote, Correction, Library, Mark, MarkKind, Page, Passage, addresses
from reader.model.prose import Emphasis, Inline, Link, Strong

RENDERED = {
    "emphasis": "italic",
    "strong": "bold",
    "small-capitals": "smallcaps",
    "superscript": "superscript",
    "subscript": "subscript",
}
PLACES = {"foot": "bottom", "end": "end"}
BREAKS = "\n\t"
NOTES: tuple[MarkKind, ...] = ("footnote", "note")  # in this order where they meet
POINTS: tuple[MarkKind, ...] = (*NOTES, "page")


class InlineWriter:
    """Writes what is in the passages of one text.

    `called` are the passages of notes of the source that stand in the passage that calls them.
    """

    def __init__(self, page: Page, library: Library) -> None:
        self._library = library
        self.notes = {str(one.id): one.note for one in page.notes}
        self.entries = {one.id: one.entry for one in page.emendations}
        self.footnotes = {str(one.id): one for one in page.footnotes if _is_shown(one, page)}
        self.called = {id_ for one in self.footnotes.values() for id_ in one.passages}
        self.pages = {one.id: one.number for one in page.print_pages}
        self.passages = page.by_anchor

    def nested(self, passage: Passage) -> tuple[Node, ...]:
        """Return the words of a passage with their marks, which are divided where its lines and cells are."""
        spans = [mark for mark in passage.marks if mark.kind not in POINTS]
        if passage.lead:
            spans = [Mark(0, passage.shape.lead, "lead", passage.kind), *spans]
        signs = [(clear_of(mark.end, spans), mark) for kind in NOTES for mark in passage.marked(kind)]
        pages = [(mark.start, mark) for mark in passage.marked("page")]
        return nested(passage.text, spans, [*signs, *pages], BREAKS if passage.lines else "")

    def lead(self, passage: Passage) -> list[Child]:
        """Return the words that name a speaker, which stand before what is said."""
        lead = passage.shape.lead
        spans = [one for one in passage.marks if one.kind not in POINTS and one.end <= lead]
        return self.written(nested(passage.text[:lead], spans), passage)

    def written(self, nodes: Iterable[Node], passage: Passage) -> list[Child]:
        """Return nodes of a passage as elements and strings."""
        return list(self._written(nodes, passage))

    def _written(self, nodes: Iterable[Node], passage: Passage) -> Iterator[Child]:
        for node in nodes:
            if isinstance(node, str):
                yield node
            elif isinstance(node, Span):
                yield self._span(node, passage)
            elif node.mark.kind == "page":
                yield element("pb", id=node.mark.target, n=self.pages.get(node.mark.target, ""))
            elif node.mark.kind == "note":
                yield self._note(node.mark)
            elif node.mark.target in self.footnotes:
                yield self._footnote(self.footnotes[node.mark.target])

    def _span(self, span: Span, passage: Passage) -> Element:
        mark, inner = span.mark, self.written(span.inner, passage)
        if mark.kind == "lead":
            return element("seg", *inner, type="marker" if mark.target == "item" else "label")
        if mark.kind == "correction":
            return self._correction(span, inner)
        links = _links(span, passage)
        if mark.kind == "sic":
            return element("sic", *inner, **({"id": mark.target} | links))
        site = self._library.site_url
        if mark.kind == "term":
            return element("term", *inner, ref=addresses.term(mark.target).absolute(site), **links)
        if mark.kind == "citation":
            target = self._library.entry(mark.target).absolute(site)
            links |= {"target": target, "corresp": f"#{work_id(mark.target)}"}
            return element("ref", *inner, type="citation", n=mark.locator, **links)
        return _set_apart(mark, inner, links)

    def _correction(self, span: Span, inner: Iterable[Child]) -> Element:
        entry = self.entries[span.mark.target]
        mended = element("corr", *inner)
        if span.part > 1:  # one that goes on in the next line
            return mended
        raw = entry.find if isinstance(entry, Correction) else ""
        return element("choice", element("sic", raw), mended, id=span.mark.target)

    def _footnote(self, note: CalledFootnote) -> Element:
        """A note of the source where it is called; each passage after its first has an address of its own."""
        said = [
            element("p", *self._whole(self.passages[id_]), id="" if id_ == note.id else str(id_))
            for id_ in note.passages
            if id_ in self.passages
        ]
        return element("note", *said, id=str(note.id), n=note.label, type="source", place=PLACES[note.place])

    def _whole(self, passage: Passage) -> list[Child]:
        return self.written(self.nested(passage), passage)

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
                target = self._library.site_url + one.target[1:] if one.on_site else one.target
                yield element("ref", *self._prose(one.inner), target=target)
            else:
                yield words([one], self._library)


def _is_shown(note: CalledFootnote, page: Page) -> bool:
    """Whether both a note of the source and the place that calls it may be shown."""
    return {note.id, note.called_in} <= page.by_anchor.keys()


def _set_apart(mark: Mark, inner: Iterable[Child], links: Mapping[str, str]) -> Element:
    """Words that the source sets apart."""
    if mark.kind == "link":
        return element("ref", *inner, type="source", target=mark.target, **links)
    if mark.kind == "foreign":
        return element("foreign", *inner, lang=mark.target, **links)
    return element("hi", *inner, rend=RENDERED[mark.kind], **links)


def _links(span: Span, passage: Passage) -> dict[str, str]:
    """What ties the parts of a divided span together; a whole one needs nothing."""
    mark, part = span.mark, span.part
    if not part:
        return {}
    name = mark.target if mark.kind == "sic" else f"{passage.id}.{mark.start}.{mark.kind}"
    before = f"#{name}.{part - 1}" if part > 1 else ""
    after = f"#{name}.{part + 1}" if part < span.parts else ""
    return {"id": f"{name}.{part}", "prev": before, "next": after}
