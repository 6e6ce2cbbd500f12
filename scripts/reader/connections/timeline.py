"""The dated events of an edition: where its texts, notes and definitions name a day or a month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.connections.calendar_dates import dates
from reader.model import Library, NumberedNote, Page, Passage, Term, addresses
from reader.model.addresses import Address
from reader.model.connections import Dated
from reader.model.prose import Emphasis, Inline, Link, Strong, Text
from reader.words.sentences import sentence_at

SPACED = re.compile(r" ([.,;:)])")  # where a citation stood


def timeline(library: Library) -> tuple[Dated, ...]:
    """Return what is dated, the earliest first; of one day in the order of texts, notes and terms."""
    found = [*_of_texts(library), *(one for term in library.terms for one in _of_term(term, library))]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.when))


def _of_texts(library: Library) -> Iterator[Dated]:
    for page in library.pages:
        for passage in page.passages:
            yield from _of_passage(passage, page)
    for page in library.pages:
        for numbered in page.notes:
            yield from _of_note(numbered, page, library)


def _of_passage(passage: Passage, page: Page) -> Iterator[Dated]:
    at = addresses.passage(page.slug, passage.id)
    yield from _sentences(passage.text, passage.language or page.language, at, page.slug)


def _of_note(numbered: NumberedNote, page: Page, library: Library) -> Iterator[Dated]:
    at = addresses.passage(page.slug, numbered.id)
    for paragraph in numbered.note.body.paragraphs:
        words = SPACED.sub(r"\1", " ".join(_plain(paragraph).split()))
        yield from _sentences(words, library.speech.language, at, page.slug)


def _of_term(term: Term, library: Library) -> Iterator[Dated]:
    if term.id in library.uses:
        for text in (term.definition, *(one.text for one in term.since)):
            yield from _sentences(text, library.speech.language, addresses.term(term.id), term.id)


def _plain(inlines: Iterable[Inline]) -> str:
    """The words of a note, without its citations."""
    words = ""
    for one in inlines:
        if isinstance(one, Text):
            words += one.words
        elif isinstance(one, Emphasis | Strong | Link):
            words += _plain(one.inner)
    return words


def _sentences(text: str, language: str, at: Address, of: str) -> Iterator[Dated]:
    for named in dates(text, language):
        start, end = sentence_at(text, named.start, named.end, language)
        yield Dated(named.when, text[start:end].strip(), language, at, of, named.until)
