"""`/data/texts/<slug>.txt`: a text to be read anywhere, a line a passage, its notes at the end."""

from __future__ import annotations

from collections.abc import Iterator

from reader.exports.phrasing import legal, line, paragraphs
from reader.model import SECTION, Library, Page, Passage, addresses
from reader.references import description


def text(page: Page, library: Library) -> str:
    """Return a text as lines: its record, its passages after their numbers, its notes."""
    blocks = ["\n".join(_record(page, library)), *map(_passage, page.passages), *_notes(page, library)]
    return "\n\n".join(blocks) + "\n"


def _record(page: Page, library: Library) -> Iterator[str]:
    record = library.references[page.slug]
    yield line(record.get("title"))
    yield line(description.authors(record)) or "author not established"
    yield line(description.venue(record)) or "venue not established"
    yield line(description.date(record)) or "date not established"
    yield line(record.get("url")) or "address not established"
    yield f"edition {line(library.edition)} of {addresses.text(page.slug).absolute(library.site_url)}"
    yield f"rights: {line(page.source.about.rights.statement)}"
    if page.withheld:
        shown = "only an excerpt of this text is" if page.passages else "the words of this text are not"
        yield f"{shown} shown here; see the rights above, and the source"


def _passage(passage: Passage) -> str:
    sign = f"§{passage.number}" if passage.id.series == SECTION else passage.number
    return f"[{sign}] {legal(passage.text)}"


def _notes(page: Page, library: Library) -> Iterator[str]:
    for numbered in page.notes:
        note = numbered.note
        body = " ".join(paragraphs(note.body, library))
        yield f"{numbered.id.name} ({note.passage.name}, “{line(note.lemma)}”): {body}"
