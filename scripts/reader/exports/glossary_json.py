"""`/data/glossary.json`: every term with every use of it."""

from __future__ import annotations

from typing import Any

from reader.model import Library


def glossary(library: Library) -> dict[str, Any]:
    """Return the glossary as data; a use names its text and passage, and its offsets there."""
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
                    {"text": use.slug, "passage": str(use.passage), "start": use.start, "end": use.end}
                    for use in library.uses.get(term.id, ())
                ],
            }
            for term in library.terms
        ],
    }
