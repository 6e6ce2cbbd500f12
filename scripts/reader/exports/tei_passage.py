"""A passage in TEI: in the element of its kind, with its marks as elements and its lines as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.exports.nesting import Node, Point, Span, nested, split
from reader.exports.phrasing import line as on_one_line
from reader.exports.phrasing import words
from reader.exports.xml import SPACE, Child, Element, element
from reader.model import Correction, Library, Mark, Page, Passage, Picture, Supply, addresses
from reader.model.prose import Emphasis, Inline, Link, Strong
from reader.model.shapes import OF_LETTERS, VERBATIM

ELEMENTS = {"heading": "head", "reference": "bibl", "direction": "stage"}
IN_LETTERS = {"dateline": "dateline", "salutation": "salute", "closing": "salute", "signature": "signed"}
BREAKS = "\n\t"


class PassageWriter:
    """Writes the passages of one text."""

    def __init__(self, page: Page, library: Library) -> None:
        """Take a text, and what its marks lead to."""
        self.page, self.library = page, library
        self.notes = {str(one.id): one.note for one in page.notes}
        self.entries = {one.id: one.entry for one in page.emendations}
        self.supplied = {one.passage for one in page.emendations if isinstance(one.entry, Supply)}

    def blocks(self, passage: Passage) -> Iterator[Element]:
        """Yield a passage, after the pause that the source has before it."""
        if passage.after_pause:
            yield element("milestone", unit="pause")
        yield self._block(passage)

    def lead(self, passage: Passage) -> list[Child]:
        """Return the words that name a speaker, which stand before what is said."""
        lead = passage.shape.lead
        return self._inline(
            nested(passage.text[:lead], [one for one in _spans(passage) if one.end <= lead]), passage
        )

    def of_letter(self, passage: Passage) -> Element:
        """Return what opens or closes a letter."""
        lines = self._lines(passage)
        named = {"id": str(passage.id), "n": passage.number}
        if passage.kind == "address":
            return element("address", *(element("addrLine", *one) for one in lines), **named)
        return element(IN_LETTERS[passage.kind], *_broken(lines, passage), **named)

    def _block(self, passage: Passage) -> Element:
        named = {"id": str(passage.id), "n": passage.number}
        if passage.shape.picture:
            return self._figure(passage, passage.shape.picture)
        if passage.kind == "verse":
            return element("lg", *self._verse(passage), **named)
        if passage.kind == "table":
            return self._table(passage)
        if passage.kind in VERBATIM:
            made = element("ab", *_broken(self._lines(passage), passage), type=passage.kind, **named)
            made.set(SPACE, "preserve")
            return made
        if passage.kind in OF_LETTERS:  # outside of a letter, or in the middle of one
            return element("p", *_broken(self._lines(passage), passage), rend=passage.kind, **named)
        content = self._content(passage)
        if passage.id in self.supplied:
            content = [element("supplied", *content)]
        return element(ELEMENTS.get(passage.kind, "p"), *content, **named)

    def _content(self, passage: Passage) -> list[Child]:
        """The words of a passage; the name of a speaker stands before it already."""
        nodes = self._nested(passage)
        if passage.kind == "speech" and passage.lead:
            nodes = tuple(node for node in nodes if not (isinstance(node, Span) and node.mark.kind == "lead"))
        return self._inline(nodes, passage)

    def _nested(self, passage: Passage) -> tuple[Node, ...]:
        spans = _spans(passage)
        if passage.lead:
            spans = [Mark(0, passage.shape.lead, "lead", passage.kind), *spans]
        signs = [(mark.end, mark) for mark in passage.marked("note")]
        return nested(passage.text, spans, signs, BREAKS if passage.lines else "")

    def _lines(self, passage: Passage) -> list[list[Child]]:
        """The words of each line of a passage."""
        return [self._inline(line, passage) for line in split(self._nested(passage), "\n")]

    def _verse(self, passage: Passage) -> Iterator[Element]:
        first = passage.shape.first_line or 1
        for at, (line, text) in enumerate(zip(self._lines(passage), passage.lines, strict=True)):
            indent = len(text) - len(text.lstrip(" "))
            rend = f"indent({indent})" if indent else ""
            if line and isinstance(line[0], str):
                line[0] = line[0].lstrip(" ")
            yield element("l", *line, id=f"{passage.id}.{at + 1}", n=str(first + at), rend=rend)

    def _table(self, passage: Passage) -> Element:
        rows: list[Element] = []
        for at, line in enumerate(split(self._nested(passage), "\n"), 1):
            cells = [element("cell", *self._inline(cell, passage)) for cell in split(line, "\t")]
            role = "label" if at <= passage.shape.head else "data"
            rows.append(element("row", *cells, id=f"{passage.id}.{at}", role=role))
        cols = str(passage.lines[0].count("\t") + 1)
        return element("table", *rows, id=str(passage.id), n=passage.number, rows=str(len(rows)), cols=cols)

    def _figure(self, passage: Passage, picture: Picture) -> Element:
        url = f"{addresses.text(self.page.slug).absolute(self.library.site_url)}{picture.file}"
        rights = element("note", on_one_line(picture.rights), type="rights") if picture.rights else None
        caption = self._content(passage)
        if passage.id in self.supplied:
            caption = [element("supplied", *caption)]
        return element(
            "figure",
            element("graphic", url=url, width=f"{picture.width}px", height=f"{picture.height}px"),
            element("head", *caption),
            element("figDesc", on_one_line(picture.alt)),
            rights,
            id=str(passage.id),
            n=passage.number,
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
        if mark.kind == "lead":
            return element("seg", *inner, type="marker" if mark.target == "item" else "label")
        if mark.kind == "correction":
            entry = self.entries[mark.target]
            raw = entry.find if isinstance(entry, Correction) else ""
            if span.part > 1:  # a correction that goes on in the next line
                return element("corr", *inner)
            return element("choice", element("sic", raw), element("corr", *inner), id=mark.target)
        links = _links(span, passage)
        if mark.kind == "sic":
            return element("sic", *inner, **({"id": mark.target} | links))
        site = self.library.site_url
        if mark.kind == "term":
            return element("term", *inner, ref=addresses.term(mark.target).absolute(site), **links)
        target = addresses.reference(mark.target).absolute(site)
        return element("ref", *inner, type="citation", target=target, n=mark.locator, **links)

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


def _spans(passage: Passage) -> list[Mark]:
    return [mark for mark in passage.marks if mark.kind != "note"]


def _broken(lines: Sequence[list[Child]], passage: Passage) -> Iterator[Child]:
    """Lines with a sign where each after the first begins."""
    for at, line in enumerate(lines, 1):
        if at > 1:
            yield element("lb", id=f"{passage.id}.{at}", n=str(at))
        yield from line


def _links(span: Span, passage: Passage) -> dict[str, str]:
    """What ties the parts of a divided span together; a whole one needs nothing."""
    mark, part = span.mark, span.part
    if not part:
        return {}
    name = mark.target if mark.kind == "sic" else f"{passage.id}.{mark.start}.{mark.kind}"
    before = f"#{name}.{part - 1}" if part > 1 else ""
    after = f"#{name}.{part + 1}" if part < span.parts else ""
    return {"id": f"{name}.{part}", "prev": before, "next": after}
