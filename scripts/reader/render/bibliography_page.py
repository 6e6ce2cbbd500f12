"""The bibliography: `docs/bibliography.md`, every entry with the passages that cite it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.model import Library, Reference
from reader.model.locators import keys_in
from reader.references import description
from reader.render.concordance import rows
from reader.render.escape import front_matter, html

SECTIONS = (
    ("texts", "The texts"),
    ("works", "Works that the texts cite"),
    ("sources", "Sources of the glossary and the notes"),
)
KINDS = {
    "article": "article",
    "book": "book",
    "collection": "book",
    "incollection": "article",
    "inproceedings": "article",
    "report": "report",
    "thesis": "report",
    "online": "web page",
    "misc": "document",
}
DOWNLOADS = " · ".join(
    f'<a href="../data/references.{end}">{name}</a>'
    for end, name in (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))
)


def bibliography_page(library: Library) -> str:
    """Return the Markdown of the bibliography."""
    description = "All works cited, with the passages that cite them"
    parts = [
        front_matter(title="Bibliography", description=description).rstrip(),
        "# Bibliography",
        "The texts, the works they cite, and the sources that definitions and notes rest on, each with the "
        "places that cite it. References follow one citation style; a remark below an entry is ours.",
        f'<p class="downloads">The whole bibliography: {DOWNLOADS}</p>',
        _by_text(library),
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


def _by_text(library: Library) -> str:
    """Links to the works that each text cites; a script makes filters of them."""
    citing = {use.slug for uses in library.cited.values() for use in uses}
    links = [
        f'<a href="../texts/{page.slug}/#works-cited" data-text="{page.slug}">'
        f"{html(description.label(library.references[page.slug]))}</a>"
        for page in library.pages
        if page.slug in citing
    ]
    return f'<p class="by-text">Works cited in one text: {" · ".join(links)}</p>' if links else ""


def _entry(key: str, library: Library, resting: Iterable[str]) -> str:
    record = library.references[key]
    citing = " ".join(dict.fromkeys(use.slug for use in library.cited.get(key, ())))
    kind = KINDS.get(record.type, "document")
    lines = [
        f'<div class="entry" id="{key}" data-kind="{kind}" data-texts="{citing}">',
        f"<p>{library.formatted[key].entry}</p>",
    ]
    if any(page.slug == key for page in library.pages):
        lines.append(f'<p class="read"><a href="../texts/{key}/">Read this text</a></p>')
    if remark := record.get("annotation"):
        lines.append(f'<p class="annotation">{html(remark)}</p>')
    lines += _never_cited(key, library)
    cited = list(_cited_by(key, library))
    if cited:
        lines += ['<ul class="cited-by">', *cited, "</ul>"]
    if places := list(resting):
        lines.append(f'<p class="rests">Source for {", ".join(places)}.</p>')
    return "\n".join([*lines, _takeaway(record), "</div>"])


def _takeaway(record: Reference) -> str:
    """The entry in the formats of reference managers, named for those who hear the link alone."""
    links = [
        f'<a href="../data/references/{record.key}.{end}" aria-label="{name} of {record.key}">{name}</a>'
        for end, name in (("bib", "BibTeX"), ("ris", "RIS"))
    ]
    return f'<p class="takeaway">{" · ".join(links)}</p>'


def _never_cited(key: str, library: Library) -> Iterator[str]:
    """Say of a work that a text lists among its references and never cites that it does so."""
    kinds = {page.slug: {passage.id: passage.kind for passage in page.passages} for page in library.pages}
    uses = library.cited.get(key, ())
    for slug in dict.fromkeys(use.slug for use in uses):
        if all(kinds[slug][use.passage] == "reference" for use in uses if use.slug == slug):
            label = html(description.label(library.references[slug]))
            remark = f"Listed among the references of {label}, and not cited in its body."
            yield f'<p class="annotation">{remark}</p>'


def _cited_by(key: str, library: Library) -> Iterator[str]:
    pages = {page.slug: page for page in library.pages}
    for row in rows(library.cited.get(key, ()), pages):
        place = f"{html(description.label(library.references[row.slug]))}, {row.passage[1:]}"
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
        text = html(description.label(library.references[page.slug]))
        for note in page.notes:
            link = f'<a href="../texts/{page.slug}/#{note.id}">{text}, note {note.id[1:]}</a>'
            add(keys_in(note.note.body), link)
    return resting
