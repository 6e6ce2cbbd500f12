"""A passage in TEI: in the element of its kind, with its marks as elements and its lines as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.exports.phrasing import line as on_one_line
from reader.exports.tei_inline import InlineWriter
from reader.exports.xml import SPACE, Child, Element, element
from reader.marks.nesting import Span, split
from reader.model import Library, Page, Passage, Picture, Supply, addresses
from reader.model.shapes import OF_LETTERS, VERBATIM

ELEMENTS = {"heading": "head", "reference": "bibl", "direction": "stage", "footnote": "note"}
IN_LETTERS = {"dateline": "dateline", "salutation": "salute", "closing": "salute", "signature": "signed"}


class PassageWriter:
    """Writes the passages of one text."""

    def __init__(self, page: Page, library: Library) -> None:
        """Take a text, and what its marks lead to."""
        self.page, self._library = page, library
        self.inline = InlineWriter(page, library)
        self.supplied = {one.passage for one in page.emendations if isinstance(one.entry, Supply)}

    def blocks(self, passage: Passage) -> Iterator[Element]:
        """Yield a passage, after the pause that the source has before it."""
        if passage.after_pause:
            yield element("milestone", unit="pause")
        yield self._block(passage)

    def lead(self, passage: Passage) -> list[Child]:
        """Return the words that name a speaker, which stand before what is said."""
        return self.inline.lead(passage)

    def of_letter(self, passage: Passage) -> Element:
        """Return what opens or closes a letter."""
        lines = self._lines(passage)
        named = self._named(passage)
        if passage.kind == "address":
            return element("address", *(element("addrLine", *one) for one in lines), **named)
        return element(IN_LETTERS[passage.kind], *_broken(lines, passage), **named)

    def _block(self, passage: Passage) -> Element:
        named = self._named(passage)
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

    def _named(self, passage: Passage) -> dict[str, str]:
        """What tells a passage: its id, its number, another language, and what stands beside it."""
        named = {"id": str(passage.id), "n": passage.number}
        if passage.language != self.page.language:
            named["lang"] = passage.language
        return named | ({"corresp": f"#{passage.beside}"} if passage.beside else {})

    def _content(self, passage: Passage) -> list[Child]:
        """The words of a passage; the name of a speaker stands before it already."""
        nodes = self.inline.nested(passage)
        if passage.kind == "speech" and passage.lead:
            nodes = tuple(node for node in nodes if not (isinstance(node, Span) and node.mark.kind == "lead"))
        return self.inline.written(nodes, passage)

    def _lines(self, passage: Passage) -> list[list[Child]]:
        """The words of each line of a passage."""
        return [self.inline.written(line, passage) for line in split(self.inline.nested(passage), "\n")]

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
        for at, line in enumerate(split(self.inline.nested(passage), "\n"), 1):
            cells = [element("cell", *self.inline.written(cell, passage)) for cell in split(line, "\t")]
            role = "label" if at <= passage.shape.head else "data"
            rows.append(element("row", *cells, id=f"{passage.id}.{at}", role=role))
        cols = str(passage.lines[0].count("\t") + 1)
        return element("table", *rows, rows=str(len(rows)), cols=cols, **self._named(passage))

    def _figure(self, passage: Passage, picture: Picture) -> Element:
        url = f"{addresses.text(self.page.slug).absolute(self._library.site_url)}{picture.file}"
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
            **self._named(passage),
        )


def _broken(lines: Sequence[list[Child]], passage: Passage) -> Iterator[Child]:
    """Lines with a sign where each after the first begins."""
    for at, line in enumerate(lines, 1):
        if at > 1:
            yield element("lb", id=f"{passage.id}.{at}", n=str(at))
        yield from line
