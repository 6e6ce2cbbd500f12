"""Passages as HTML, each in the elements of its kind: stanzas, tables, pictures, turns and the rest.

Whatever the elements, what can be read of a passage is its text: the ends of lines and the tabs between cells
stand there too, and numbers are empty links.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reader.model import Anchor, Page, Passage, Picture
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.render import phrases
from reader.render.languages import of_block
from reader.render.mark_writer import HtmlMarkWriter
from reader.words.languages import numeral

NUMBER = HTML('<a class="number" href="#{id}" data-n="{number}" data-raw="{raw}" aria-label="{spoken}"></a>')
LINE = HTML('<span class="line" id="{id}">{number}{words}</span>')
LINE_NUMBER = HTML(
    '<a class="{name}" href="#{id}" data-n="{number}" tabindex="-1" aria-label="{spoken}"></a>'
)
PLACE = HTML('<span id="{}"></span>')
NUMBERED = frozenset({"verse"})  # kinds whose lines have a number to be cited by
EVERY = 5  # lines that the source counts are numbered so often
WHOLE: dict[str, HTML] = {
    "preformatted": HTML('<pre id="{id}" class="{kind}"{lang}>{number}{words}{places}</pre>'),
    "table": HTML('<div id="{id}" class="{kind}"{lang}>{number}{words}{places}</div>'),
}
PARAGRAPH = HTML('<p id="{id}" class="{kind}"{lang}>{number}{words}{places}</p>')
TABLE = HTML('<div class="scroll" role="region" tabindex="0" aria-label="{name}"><table>{rows}</table></div>')
ROW = HTML('<tr id="{id}">{cells}</tr>')
CELL, HEAD_CELL = HTML("<td>{}</td>"), HTML('<th scope="col">{}</th>')
TAB, LINE_END = HTML("&#9;"), HTML("\n")  # Markdown makes spaces of a tab, in HTML too
FIGURE = HTML(
    '<div class="picture"><figure id="{id}" class="passage figure"{lang}>{number}{image}'
    "<figcaption>{words}</figcaption>{places}</figure>{rights}</div>"
)
IMAGE = HTML('<img src="{src}" alt="{alt}"{size} loading="lazy" decoding="async">')
RIGHTS = HTML('<p class="picture-rights">{}</p>')


class ShapeWriter:
    """Writes the passages of one text as HTML."""

    def __init__(self, page: Page, most_lines: Mapping[Anchor, int], entry: Callable[[str], Address]) -> None:
        """Take a text, how many lines its passages have had at most, and where works have their entries."""
        self.page, self.most_lines = page, most_lines
        self.marks = HtmlMarkWriter(page, entry)

    def write(self, passage: Passage) -> HTML:
        """Return a passage in the elements of its kind."""
        number = NUMBER.format(
            id=passage.id,
            number=numeral(passage.number, self.page.language),
            raw=passage.raw[0],
            spoken=passage.name,
        )
        fields: dict[str, object] = {
            "id": passage.id,
            "lang": of_block(passage.language, self.page.language),
            "number": number,
            "places": self.places(passage),
        }
        picture = passage.shape.picture
        if picture:
            return FIGURE.format(
                **fields, words=self.marks.write(passage), image=_image(picture), rights=_rights(picture)
            )
        kind = "passage" if passage.kind == "paragraph" else f"passage {passage.kind}"
        kind += "" if passage.shape.opens else " goes-on"
        words = self._table(passage) if passage.kind == "table" else self._words(passage)
        return WHOLE.get(passage.kind, PARAGRAPH).format(**fields, kind=kind, words=words)

    def places(self, passage: Passage) -> HTML:
        """Return places for the lines that a passage once had, and has no longer."""
        now = len(passage.lines)
        lost = range(now + 1, self.most_lines.get(passage.id, 0) + 1)
        return HTML().join(PLACE.format(f"{passage.id}.{number}") for number in lost)

    def _words(self, passage: Passage) -> HTML:
        """The words of a passage, line by line where lines are kept."""
        if not passage.lines:
            return self.marks.write(passage)
        *written, last = self.marks.lines(passage, "\n")
        lines = [*(words + LINE_END for words in written), last]
        return HTML().join(self._line(passage, at, words) for at, words in enumerate(lines, 1))

    def _line(self, passage: Passage, at: int, words: HTML) -> HTML:
        id_, number = f"{passage.id}.{at}", HTML()
        if passage.kind in NUMBERED:
            first = passage.shape.first_line
            count = (first or 1) + at - 1
            name = "line-number counted" if first and count % EVERY == 0 else "line-number"
            spoken = phrases.LINE_OF_VERSE.format(number=count)
            number = LINE_NUMBER.format(name=name, id=id_, number=count, spoken=spoken)
        return LINE.format(id=id_, number=number, words=words.replace("\t", TAB))

    def _table(self, passage: Passage) -> HTML:
        cells = iter(self.marks.lines(passage, "\n", "\t"))
        rows: list[HTML] = []
        lines = passage.lines
        for at, row in enumerate(lines, 1):
            named = HEAD_CELL if at <= passage.shape.head else CELL  # a blank cell heads nothing
            written = TAB.join((named if cell else CELL).format(next(cells)) for cell in row.split("\t"))
            end = LINE_END if at < len(lines) else HTML()
            rows.append(ROW.format(id=f"{passage.id}.{at}", cells=written) + end)
        head, body = rows[: passage.shape.head], rows[passage.shape.head :]
        parts = [HTML("<thead>{}</thead>").format(HTML().join(head))] if head else []
        parts += [HTML("<tbody>{}</tbody>").format(HTML().join(body))] if body else []
        name = phrases.TABLE_NAMED.format(passage=passage.id.name)
        return TABLE.format(name=name, rows=HTML().join(parts))


def _image(picture: Picture) -> HTML:
    size = HTML(' width="{}" height="{}"').format(picture.width, picture.height)
    return IMAGE.format(src=picture.file, alt=picture.alt, size=size)


def _rights(picture: Picture) -> HTML:
    return RIGHTS.format(picture.rights) if picture.rights else HTML()
