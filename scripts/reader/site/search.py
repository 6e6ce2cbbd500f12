"""The search index of the theme, rewritten so that a hit lands on the passage.

The theme begins an entry at each heading. Here every passage of a text has one, and a term or a reference
is a single entry that knows its names in every language and spelling. A passage knows the names of its
terms too, so that “Astana” finds the passages that speak of Nursultan. Words are matched as they stand,
without stemming: the stemmers of the theme fail on two languages at once, and drop scripts they do not know.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reader.model import Library, Page, Passage, Term, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.references import description, phrases

INDEX = Path("search/search_index.json")
GENERATED = ("texts/", "terms/", "apparatus/", "cite/", "bibliography/")
WEIGHT = {"terms": 1.5, "texts": 1.5, "bibliography": 0.3}
PARAGRAPH = HTML("<p>{}</p>")
FIELDS = {"title": {"boost": 3}, "text": {"boost": 1}, "tags": {"boost": 1}}


def rewrite_index(site: Path, library: Library) -> None:
    """Rewrite `site/search/search_index.json` in place."""
    file = site / INDEX
    index = json.loads(file.read_text("utf-8"))
    index["config"]["fields"] = FIELDS
    index["docs"] = [
        *(entry for entry in index["docs"] if not entry["location"].startswith(GENERATED)),
        *(_term(term) for term in library.terms),
        *(entry for page in library.pages for entry in _text(page, library)),
        *_bibliography(library),
    ]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, "utf-8")
    # from a disk, where nothing can be fetched, the theme asks for the same as a script
    file.with_suffix(".js").write_text(f"var __index = {text}", "utf-8")


def _text(page: Page, library: Library) -> Iterable[dict[str, Any]]:
    terms = {term.id: term for term in library.terms}
    yield _entry(addresses.text(page.slug), library.references[page.slug].title, [])
    for passage in page.passages:
        yield _passage(page, passage, library, terms)


def _passage(page: Page, passage: Passage, library: Library, terms: dict[str, Term]) -> dict[str, Any]:
    place = passage.shape.place
    counted = (
        [place.words, f"{place.unit} {place.number}"] if place else []
    )  # “art. 2” is found by “article” too
    title = ", ".join([description.label(library.references[page.slug]), passage.id.name, *counted[:1]])
    used = [terms[id_] for id_ in dict.fromkeys(mark.target for mark in passage.marked("term"))]
    spoken_of = [term for term in used if term.link == "passage" or term.kind != "concept"]
    names = [name for term in spoken_of for name in _names(term) if name not in passage.text]
    words = [passage.text, " · ".join([*counted[1:], *names])]
    entry = _entry(addresses.passage(page.slug, passage.id), title, words)
    if spoken_of:  # the theme inserts tags as HTML, like all of an entry
        entry["tags"] = [HTML.escape(term.short or term.name) for term in spoken_of]
    return entry


def _term(term: Term) -> dict[str, Any]:
    return _entry(
        addresses.term(term.id), term.name, [term.definition, term.variants, " · ".join(_names(term))]
    )


def _names(term: Term) -> list[str]:
    return [name for name in dict.fromkeys([term.name, term.short, *term.forms, *term.native]) if name]


def _bibliography(library: Library) -> Iterable[dict[str, Any]]:
    yield _entry(addresses.BIBLIOGRAPHY, phrases.BIBLIOGRAPHY, [])
    for key, formatted in library.formatted.items():
        yield _entry(addresses.reference(key), formatted.label, [formatted.plain])


def _entry(address: Address, title: str, paragraphs: Iterable[str]) -> dict[str, Any]:
    text = HTML().join(PARAGRAPH.format(one) for one in paragraphs if one)
    location = address.absolute("")
    weight = WEIGHT[location.split("/", maxsplit=1)[0]]
    return {"location": location, "title": HTML.escape(title), "text": text, "boost": weight}
