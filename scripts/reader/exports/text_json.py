"""`/data/texts/<slug>.json`: a text with its passages and their marks; `schema.py` describes it."""

from __future__ import annotations

from typing import Any

from reader.model import MARKUP, Correction, Library, Mark, Page, Passage


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
    labels = {str(one.id): one.label for one in page.footnotes}
    numbers = {one.id: one.number for one in page.print_pages}
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
    } | _as_footnote(passage, page)


def _span(mark: Mark, name: str) -> dict[str, Any]:
    return {name: mark.target, "start": mark.start, "end": mark.end}


def _set_apart(mark: Mark) -> dict[str, Any]:
    """Words that the source sets apart, with where a link leads, or the language of foreign words."""
    said = {"link": "target", "foreign": "language"}.get(mark.kind)
    more = {said: mark.target} if said else {}
    return {"kind": mark.kind, "start": mark.start, "end": mark.end} | more


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
