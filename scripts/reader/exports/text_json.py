"""`/data/texts/<slug>.json`: a text with its passages and their marks; `schema.py` describes it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from reader.model import Correction, Library, Mark, Page, Passage


def text(page: Page, library: Library) -> dict[str, Any]:
    """Return a text as data; offsets count code points of the passage."""
    record = library.references[page.slug]
    return {
        "slug": page.slug,
        "title": record.title,
        "language": page.source.about.language,
        "edition": library.edition,
        "passages": [_passage(passage, page) for passage in page.passages],
        "retired": [
            {"id": str(one.id), "lands": str(one.lands or ""), "keptWords": one.kept_words}
            for one in page.retired
        ],
    }


def _passage(passage: Passage, page: Page) -> dict[str, Any]:
    notes = {str(note.id): note.note for note in page.notes}
    entries = {one.id: one.entry for one in page.emendations}
    return {
        "id": str(passage.id),
        "kind": passage.kind,
        "text": passage.text,
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
        **_shape(passage),
    }


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
        "place": place and {"unit": place.unit, "first": place.first, "last": place.last},
        "firstLine": shape.first_line,
        "headerRows": shape.head if passage.kind == "table" else 0,
        "picture": picture and asdict(picture),
    }
    return {name: value for name, value in found.items() if value}


def _span(mark: Mark, name: str) -> dict[str, Any]:
    return {name: mark.target, "start": mark.start, "end": mark.end}


def _locator(mark: Mark) -> dict[str, str]:
    return {"locator": mark.locator} if mark.locator else {}
