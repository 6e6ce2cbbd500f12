"""`/data/texts/<slug>.txt`: a text to be read anywhere, a line a passage, its notes at the end."""

from __future__ import annotations

from collections.abc import Iterator

from reader.exports import phrases
from reader.exports.phrasing import legal, line, paragraphs
from reader.model import SECTION, Library, Page, Passage, addresses
from reader.references import description
from reader.references import phrases as of_references
from reader.words.speech import Said

INDENT = "    "


def text(page: Page, library: Library) -> str:
    """Return a text as lines: its record, its passages after their numbers, its notes."""
    blocks = [
        "\n".join(map(str, _record(page, library))),
        *map(_passage, page.passages),
        *_notes(page, library),
    ]
    return "\n\n".join(blocks) + "\n"


def _record(page: Page, library: Library) -> Iterator[Said]:
    record = library.references[page.slug]
    yield line(record.title)
    yield line(description.authors(record)) or of_references.AUTHOR_MISSING
    yield line(description.venue(record)) or of_references.VENUE_MISSING
    yield line(description.date(record)) or of_references.DATE_MISSING
    yield line(record.get("url")) or of_references.ADDRESS_MISSING
    address = addresses.text(page.slug).absolute(library.site_url)
    yield phrases.EDITION_OF.format(edition=line(library.edition), address=address)
    yield phrases.RIGHTS_LINE.format(rights=line(page.source.about.rights.statement))
    if page.withheld:
        yield phrases.EXCERPT_LINE if page.passages else phrases.WITHHELD_LINE


def _passage(passage: Passage) -> str:
    """A passage after its number; the lines of verse and the rows of a table as they are, below it.

    A quotation and the items of an item are indented. A picture is told in square brackets.
    """
    sign = f"§{passage.number}" if passage.id.series == SECTION else passage.number
    if passage.kind == "footnote" and passage.shape.place:
        sign = passage.shape.place.words
    pages = f", {passage.pages.words}" if passage.pages else ""
    quoted = sum(one.kind == "quotation" for one in passage.shape.within)
    indent = INDENT * (quoted + max(0, passage.shape.depth - 1))
    picture = passage.shape.picture
    told = phrases.PICTURE.format(alt=line(picture.alt)) + " " if picture else ""
    rows = legal(passage.text).split("\n")
    if len(rows) == 1:
        return f"{indent}[{sign}{pages}] {told}{rows[0]}"
    return "\n".join([f"{indent}[{sign}{pages}]", *(f"{indent}{INDENT}{row}" for row in rows)])


def _notes(page: Page, library: Library) -> Iterator[str]:
    for numbered in page.notes:
        note = numbered.note
        body = " ".join(paragraphs(note.body, library))
        yield phrases.NOTE.format(
            name=numbered.id.name, passage=note.passage.name, lemma=line(note.lemma), body=body
        )
