"""The data files of the site: what a page shows, for programs."""

from __future__ import annotations

import json
from typing import Any

from reader import formats
from reader.model import Correction, Library, Mark, Page, Passage


def data_files(library: Library) -> dict[str, str]:
    """Return the files of `/data/` by their paths below it."""
    files = {f"texts/{page.slug}.json": _json(_text(page, library)) for page in library.pages}
    files["glossary.json"] = _json(_glossary(library))
    files["references.bib"] = "\n".join(map(formats.bibtex, library.references.values()))
    files["references.ris"] = "".join(map(formats.ris, library.items.values()))
    files["references.json"] = formats.csl_json(library.items.values())
    for key, record in library.references.items():
        files[f"references/{key}.bib"] = formats.bibtex(record)
        files[f"references/{key}.ris"] = formats.ris(library.items[key])
    return files


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _text(page: Page, library: Library) -> dict[str, Any]:
    record = library.references[page.slug]
    return {
        "slug": page.slug,
        "title": record.get("title"),
        "language": page.source.about.language,
        "edition": library.edition,
        "passages": [_passage(passage, page) for passage in page.passages],
        "retired": [{"id": one.id, "lands": one.lands, "keptWords": one.kept_words} for one in page.retired],
    }


def _passage(passage: Passage, page: Page) -> dict[str, Any]:
    notes = {note.id: note.note for note in page.notes}
    entries = {one.id: one.entry for one in page.emendations}
    return {
        "id": passage.id,
        "kind": passage.kind,
        "text": passage.text,
        "revision": passage.revision,
        "raw": list(passage.raw),
        "terms": [_span(mark, "id") for mark in passage.marked("term")],
        "citations": [
            _span(mark, "key") | _locator(page, passage, mark) for mark in passage.marked("citation")
        ],
        "notes": [
            _span(mark, "id") | {"kind": notes[mark.target].kind, "body": notes[mark.target].body}
            for mark in passage.marked("note")
        ],
        "corrections": [
            _span(mark, "id") | {"raw": entry.find, "line": entry.line, "reason": entry.reason}
            for mark in passage.marked("correction")
            if isinstance(entry := entries[mark.target], Correction)
        ],
    }


def _span(mark: Mark, name: str) -> dict[str, Any]:
    return {name: mark.target, "start": mark.start, "end": mark.end}


def _locator(page: Page, passage: Passage, mark: Mark) -> dict[str, str]:
    quote = passage.text[mark.start : mark.end]
    for one in page.source.citations:
        if (one.passage, one.quote, one.key) == (passage.id, quote, mark.target) and one.locator:
            return {"locator": one.locator}
    return {}


def _glossary(library: Library) -> dict[str, Any]:
    return {
        "edition": library.edition,
        "terms": [
            {
                "id": term.id,
                "name": term.name,
                "short": term.short,
                "kind": term.kind,
                "definition": term.definition,
                "forms": list(term.forms),
                "native": list(term.native),
                "variants": term.variants,
                "since": [{"text": one.text, "references": list(one.references)} for one in term.since],
                "references": list(term.references),
                "see": list(term.see),
                "uses": [
                    {"text": use.slug, "passage": use.passage, "start": use.start, "end": use.end}
                    for use in library.uses.get(term.id, ())
                ],
            }
            for term in library.terms
        ],
    }
