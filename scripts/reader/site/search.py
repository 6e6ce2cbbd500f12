"""The search index of the theme, rewritten so that a hit lands on the passage.

The theme begins an entry at each heading. Here every passage of a text has one, and a term or a reference
is a single entry that knows its names in every language and spelling.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

from reader.model import Library, Page, Passage, Term

INDEX = Path("search/search_index.json")


def rewrite_index(site: Path, library: Library) -> None:
    """Rewrite `site/search/search_index.json` in place."""
    file = site / INDEX
    index = json.loads(file.read_text("utf-8"))
    generated = ("texts/", "terms/", "apparatus/", "bibliography/")
    kept = [entry for entry in index["docs"] if not entry["location"].startswith(generated)]
    index["docs"] = [*kept, *_entries(library)]
    file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _entries(library: Library) -> list[dict[str, Any]]:
    terms = {term.id: term for term in library.terms}
    entries: list[dict[str, Any]] = []
    for page in library.pages:
        entries.append(_entry(f"texts/{page.slug}/", library.references[page.slug].get("title"), ""))
        entries += [_passage(page, passage, library, terms) for passage in page.passages]
    entries += [_term(term) for term in library.terms]
    entries.append(_entry("bibliography/", "Bibliography", ""))
    entries += [
        _entry(f"bibliography/#{key}", formatted.label, formatted.plain)
        for key, formatted in library.formatted.items()
    ]
    return entries


def _passage(page: Page, passage: Passage, library: Library, terms: dict[str, Term]) -> dict[str, Any]:
    label = library.formatted[page.slug].label
    name = "§" if passage.kind == "heading" else "passage"
    title = f"{label}, {name} {passage.number}"
    return _entry(f"texts/{page.slug}/#{passage.id}", title, passage.text)


def _term(term: Term) -> dict[str, Any]:
    names = [term.short, *term.forms, *term.native]
    text = f"{term.definition} {term.variants} {' · '.join(name for name in names if name)}"
    return _entry(f"terms/{term.id}/", term.name, text)


def _entry(location: str, title: str, text: str) -> dict[str, Any]:
    return {"location": location, "title": escape(title), "text": f"<p>{escape(text)}</p>" if text else ""}
