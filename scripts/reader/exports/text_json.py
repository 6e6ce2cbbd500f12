"""`/data/texts/<slug>.json`: a text with its record, its passages and their marks; see `json_schema.py`.

The text stands in it twice: passage by passage, and whole, the passages joined by an empty line.
"""

from __future__ import annotations

from dataclasses import asdict
from itertools import accumulate
from typing import Any

from reader.exports.connected import as_data, connected
from reader.model import MARKUP, Correction, Library, Mark, Page, Passage, Place, Sic, addresses
from reader.references import description

SCHEMA_PATH = "texts/schema.json"
JOINT = "\n\n"  # between the passages of the whole text


def text(page: Page, library: Library) -> dict[str, Any]:
    """Return a text as data; offsets count code points of the passage."""
    record = library.references[page.slug]
    return {
        "$schema": addresses.data(SCHEMA_PATH).absolute(library.site_url),
        "slug": page.slug,
        "title": record.title,
        "language": page.source.about.language,
        "edition": library.edition,
        **_record(page, library),
        "text": JOINT.join(passage.text for passage in page.passages),
        "passages": [
            _passage(passage, page, offset) | _connections(passage, page, library)
            for passage, offset in zip(page.passages, offsets(page), strict=True)
        ],
        "retired": [
            {"id": str(one.id), "lands": str(one.lands or ""), "keptWords": one.kept_words}
            for one in page.retired
        ],
    }


def offsets(page: Page) -> list[int]:
    """Return where each passage begins in the whole text, in code points."""
    lengths = (len(one.text) + len(JOINT) for one in page.passages)
    return list(accumulate(lengths, initial=0))[: len(page.passages)]


def _record(page: Page, library: Library) -> dict[str, Any]:
    """What is known of the text: what is not established is not there."""
    record, made, rights = library.references[page.slug], library.items[page.slug], page.source.about.rights
    known = {
        "authors": made.get("author", []),
        "editors": made.get("editor", []),
        "date": record.date.iso if record.date else "",
        "venue": description.venue_name(record),
        "source": description.text(made.get("URL")),
        "doi": description.text(made.get("DOI")),
        "released": library.releases.get(library.edition, ""),
    }
    said = {"statement": rights.statement, "publication": rights.publication, "licence": rights.licence}
    return {
        "address": addresses.text(page.slug).absolute(library.site_url),
        **{name: value for name, value in known.items() if value},
        "citation": library.formatted[page.slug].plain,
        "rights": {name: value for name, value in said.items() if value},
    }


def _passage(passage: Passage, page: Page, offset: int) -> dict[str, Any]:
    notes = {str(note.id): note.note for note in page.notes}
    entries = {one.id: one.entry for one in page.emendations}
    other = {} if passage.language == page.language else {"language": passage.language}
    beside = {"beside": str(passage.beside)} if passage.beside else {}
    labels = {str(one.id): one.label for one in page.footnotes}
    numbers = {one.id: one.number for one in page.print_pages}
    return {
        "id": str(passage.id),
        "kind": passage.kind,
        **other,
        **beside,
        "text": passage.text,
        "offset": offset,
        "revision": passage.revision,
        "raw": list(passage.raw),
        "terms": [_span(mark, "id") for mark in passage.marked("term")],
        "citations": [_span(mark, "key") | _locator(mark) for mark in passage.marked("citation")],
        "notes": [
            _span(mark, "id") | {"kind": notes[mark.target].kind, "body": notes[mark.target].body.written}
            for mark in passage.marked("note")
        ],
        "corrections": [
            _span(mark, "id") | {"raw": entry.find, "line": entry.line, "reason": entry.reason}
            for mark in passage.marked("correction")
            if isinstance(entry := entries[mark.target], Correction)
        ],
        "sics": [
            _span(mark, "id") | {"line": entry.line, "reason": entry.reason}
            for mark in passage.marked("sic")
            if isinstance(entry := entries[mark.target], Sic)
        ],
        "markup": [_set_apart(mark) for kind in MARKUP for mark in passage.marked(kind)],
        "footnotes": [
            {"id": mark.target, "label": labels[mark.target], "at": mark.start}
            for mark in passage.marked("footnote")
            if mark.target in labels
        ],
        "pages": _pages(passage),
        "pageBreaks": [
            {"id": mark.target, "number": numbers[mark.target], "at": mark.start}
            for mark in passage.marked("page")
        ],
        **_shape(passage),
    } | _as_footnote(passage, page)


def _shape(passage: Passage) -> dict[str, Any]:
    """What a passage is beside its words, as far as there is anything to say."""
    shape = passage.shape
    place, picture = shape.place, shape.picture
    found: dict[str, Any] = {
        "level": shape.level if passage.kind == "heading" else 0,
        "within": [{"kind": one.kind, "part": one.number} for one in shape.within],
        "lead": shape.lead,
        "speaker": shape.speaker,
        "continues": not shape.opens,
        "place": place and _place(place),
        "firstLine": shape.first_line,
        "headerRows": shape.head if passage.kind == "table" else 0,
        "picture": picture and asdict(picture),
    }
    return {name: value for name, value in found.items() if value}


def _place(place: Place) -> dict[str, str | int]:
    found: dict[str, str | int] = {"unit": place.unit, "first": place.first, "last": place.last}
    return found | ({"paragraph": place.paragraph} if place.paragraph else {})


def _span(mark: Mark, name: str) -> dict[str, Any]:
    return {name: mark.target, "start": mark.start, "end": mark.end}


def _set_apart(mark: Mark) -> dict[str, Any]:
    """Words that the source sets apart, with where a link leads, or the language of foreign words."""
    said = {"link": "target", "foreign": "language"}.get(mark.kind)
    more = {said: mark.target} if said else {}
    return {"kind": mark.kind, "start": mark.start, "end": mark.end} | more


def _connections(passage: Passage, page: Page, library: Library) -> dict[str, Any]:
    """Where else a passage lives, where it does."""
    found = [as_data(one, library) for one in connected(page, passage.id, library)]
    return {"connections": found} if found else {}


def _pages(passage: Passage) -> list[str]:
    """The page of the print that a passage stands on, or the first and the last of several."""
    place = passage.pages
    return list(dict.fromkeys([place.first, place.last])) if place else []


def _as_footnote(passage: Passage, page: Page) -> dict[str, Any]:
    """What a passage says of itself as a note of the source, or a part of one."""
    for one in page.footnotes:
        if passage.id in one.passages:
            return {"footnote": {"label": one.label, "place": one.place, "calledIn": str(one.called_in)}}
    return {}


def _locator(mark: Mark) -> dict[str, str]:
    return {"locator": mark.locator} if mark.locator else {}
