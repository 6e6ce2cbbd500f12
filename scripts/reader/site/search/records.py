"""What a search can find: a record for each passage, note, text, term, reference and section of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from reader.exports.phrasing import paragraphs
from reader.model import FOOTNOTE, UNITS, Library, Page, Passage, Reference, Term, addresses
from reader.references import description

Kind = Literal["passage", "note", "text", "term", "reference", "theme", "page"]
KINDS: tuple[Kind, ...] = ("passage", "note", "text", "term", "reference", "theme", "page")


@dataclass(frozen=True, slots=True)
class TextRecord:
    """What is told of a text wherever it is found, and what it is filtered by; `year` may be empty."""

    slug: str  # its id
    label: str  # as it is cited: “Waltz 1979”
    title: str  # in plain text
    language: str  # a tag of BCP 47
    authors: tuple[str, ...]  # names in full; those of its editors where it has no author
    year: str


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that can be found.

    `address` is the anchor of a passage or a note, the slug of a text, the id of a term, the fragment of a
    reference, or its page with a slash, and the address of a page from the top of the site. `text` is what is
    shown of it, `names` what else it is called, in the order of `forms` that the texts use and those that
    none does. `uses` are the passages that a term is used in, by their slugs and anchors, as often as it is.
    """

    kind: Kind  # what it is
    address: str
    title: str  # the words that a note is on; empty for a passage
    text: str
    of: str = ""  # the slug of the text of a passage or note, else empty
    forms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    uses: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Records:
    """All records, in the order of `KINDS` and then of the texts, with what is told of those."""

    texts: tuple[TextRecord, ...]  # in the order of the texts
    all: tuple[Record, ...]  # the number of a record is its place here, from 0


def records(library: Library, pages: Iterable[Record]) -> Records:
    """Return all that can be found; `pages` are the sections of the hand-written pages."""
    found = chain(
        _passages(library.pages),
        (note for page in library.pages for note in _notes(page, library)),
        (_text(page, library) for page in library.pages),
        (_term(term, library) for term in library.terms),
        _references(library),
        pages,
    )
    ordered = sorted(found, key=lambda one: KINDS.index(one.kind))
    return Records(tuple(_about(page, library) for page in library.pages), tuple(ordered))


def _about(page: Page, library: Library) -> TextRecord:
    record = library.references[page.slug]
    names = tuple(name.in_full for name in description.creators(record))
    year = str(record.date.year) if record.date else ""
    label = description.label(record)
    return TextRecord(page.slug, label, record.title, page.source.about.language, names, year)


def _passages(pages: Iterable[Page]) -> Iterator[Record]:
    for page in pages:
        for passage in page.passages:
            names = tuple(_called(passage))
            yield Record("passage", str(passage.id), "", passage.text, page.slug, names=names)


def _called(passage: Passage) -> Iterator[str]:
    """What the source calls a passage, and the page of the print that it stands on: `p. 114`, `page 114`."""
    for place in (passage.shape.place, passage.pages):
        if place:
            for number in dict.fromkeys((place.first, place.last)):
                yield f"{UNITS[place.unit].one} {number}"
                if passage.kind == "footnote":
                    yield FOOTNOTE.name.format(number=number)
                else:
                    yield f"{place.unit} {number}"


def _notes(page: Page, library: Library) -> Iterator[Record]:
    for one in page.notes:
        text = " ".join(paragraphs(one.note.body, library))
        yield Record("note", str(one.id), one.note.lemma, text, page.slug)


def _text(page: Page, library: Library) -> Record:
    record = library.references[page.slug]
    told = (description.authors(record), description.venue(record), description.date(record))
    text = " · ".join(one for one in (*told, page.source.about.summary) if one)
    return Record("text", page.slug, record.title, text, page.slug, names=(description.label(record),))


def _term(term: Term, library: Library) -> Record:
    text = " ".join([term.definition, *(since.text for since in term.since)])
    forms = tuple(dict.fromkeys(one for one in (term.name, term.short, *term.forms) if one))
    uses = tuple((use.slug, str(use.passage)) for use in library.uses.get(term.id, ()))
    names = (*term.native, *([term.variants] if term.variants else []))
    return Record("term", term.id, term.name, text, forms=forms, names=names, uses=uses)


def _references(library: Library) -> Iterator[Record]:
    for key, formatted in library.formatted.items():
        uses = tuple((use.slug, str(use.passage)) for use in library.cited.get(key, ()))
        entry = library.entry(key)
        address = entry.fragment or entry.path.removeprefix(addresses.BIBLIOGRAPHY.path)
        forms = dict.fromkeys([formatted.label, _short_label(library.references[key])])
        yield Record("reference", address, formatted.label, formatted.plain, forms=tuple(forms), uses=uses)


def _short_label(record: Reference) -> str:
    """“Flanagan 2013”, for a work of Flanagan and others, as readers shorten it."""
    names = description.creators(record).names
    year = record.date.year if record.date else ""
    return f"{names[0].last} {year}".strip() if names else description.label(record)
