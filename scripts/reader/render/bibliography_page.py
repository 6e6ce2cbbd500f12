"""The bibliography: `docs/bibliography.md`, every entry with the passages that cite it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.model import Library
from reader.quoting import keys_in
from reader.render.concordance import rows
from reader.render.escape import front_matter, html

SECTIONS = (
    ("texts", "The texts"),
    ("works", "Works that the texts cite"),
    ("sources", "Sources of the glossary and the notes"),
)


def bibliography_page(library: Library) -> str:
    """Return the Markdown of the bibliography."""
    parts = [
        front_matter(
            title="Bibliography", description="All works cited, with the passages that cite them"
        ).rstrip(),
        "# Bibliography",
        "The texts, the works they cite, and the sources that definitions and notes rest on, each with the "
        "places that cite it. References follow the Chicago author-date style; "
        'all of them can be <a href="../data/references.bib">downloaded as BibTeX</a>.',
    ]
    resting = _resting_on(library)
    texts = {page.slug for page in library.pages}
    ordered = sorted(library.references, key=lambda key: library.formatted[key].plain.casefold().lstrip("“‘"))
    for name, title in SECTIONS:
        keys = [key for key in ordered if _section(key, texts, library) == name]
        if keys:
            parts.append(f"## {title} {{#{name}}}")
            parts += [_entry(key, library, resting.get(key, ())) for key in keys]
    return "\n\n".join(parts) + "\n"


def _section(key: str, texts: set[str], library: Library) -> str:
    return "texts" if key in texts else "works" if key in library.cited else "sources"


def _entry(key: str, library: Library, resting: Iterable[str]) -> str:
    lines = [f'<div class="entry" id="{key}">', f"<p>{library.formatted[key].entry}</p>"]
    if any(page.slug == key for page in library.pages):
        lines.append(f'<p class="read"><a href="../texts/{key}/">Read this text</a></p>')
    if remark := library.references[key].get("annotation"):
        lines.append(f'<p class="annotation">{html(remark)}</p>')
    cited = list(_cited_by(key, library))
    if cited:
        lines += ['<ul class="cited-by">', *cited, "</ul>"]
    if places := list(resting):
        lines.append(f'<p class="rests">Source for {", ".join(places)}.</p>')
    return "\n".join([*lines, "</div>"])


def _cited_by(key: str, library: Library) -> Iterator[str]:
    pages = {page.slug: page for page in library.pages}
    for row in rows(library.cited.get(key, ()), pages):
        place = f"{html(library.formatted[row.slug].label)}, {row.passage[1:]}"
        yield f'<li><a href="../texts/{row.slug}/#{row.passage}">{place}</a>: {row.html()}</li>'


def _resting_on(library: Library) -> dict[str, list[str]]:
    """Where definitions and notes cite each reference, as links."""
    resting: dict[str, list[str]] = {}

    def add(keys: Iterable[str], link: str) -> None:
        for key in dict.fromkeys(keys):
            if link not in resting.setdefault(key, []):
                resting[key].append(link)

    for term in library.terms:
        keys = [*term.references, *(key for since in term.since for key in since.references)]
        add(keys, f'<a href="../terms/{term.id}/">{html(term.short or term.name)}</a>')
    for page in library.pages:
        for note in page.notes:
            label = f"{html(library.formatted[page.slug].label)}, note {note.id[1:]}"
            add(keys_in(note.note.body), f'<a href="../texts/{page.slug}/#{note.id}">{label}</a>')
    return resting
