"""The bibliography: `docs/bibliography.md`, every entry with the passages that cite it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.model import Library, Reference, addresses
from reader.references import description
from reader.render import left_pages
from reader.render.concordance import rows
from reader.render.escape import front_matter, html
from reader.words.order import sort_key

HERE = addresses.BIBLIOGRAPHY
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
    f'<a href="{addresses.data(f"references.{end}").seen_from(HERE)}">{name}</a>'
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
    ordered = sorted(library.references, key=lambda key: sort_key(library.formatted[key].plain))
    for name, title in SECTIONS:
        keys = [key for key in ordered if _section(key, texts, library) == name]
        if keys:
            parts.append(f"## {title} {{#{name}}}")
            parts += [_entry(key, library, resting.get(key, ())) for key in keys]
    parts += left_pages.of_references(library)
    return "\n\n".join(parts) + "\n"


def _section(key: str, texts: set[str], library: Library) -> str:
    return "texts" if key in texts else "works" if key in library.cited else "sources"


def _by_text(library: Library) -> str:
    """Links to the works that each text cites; a script makes filters of them."""
    citing = {use.slug for uses in library.cited.values() for use in uses}
    links = [
        f'<a href="{addresses.text(page.slug).at("works-cited").seen_from(HERE)}" data-text="{page.slug}">'
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
        f'<div class="entry" id="{record.address}" data-kind="{kind}" data-texts="{citing}">',
        f"<p>{library.formatted[key].entry}</p>",
    ]
    if key in library.page:
        href = addresses.text(key).seen_from(HERE)
        lines.append(f'<p class="read"><a href="{href}">Read this text</a></p>')
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
    files = addresses.data(f"references/{record.address}").seen_from(HERE)
    links = [
        f'<a href="{files}.{end}" aria-label="{name} of {record.key}">{name}</a>'
        for end, name in (("bib", "BibTeX"), ("ris", "RIS"))
    ]
    return f'<p class="takeaway">{" · ".join(links)}</p>'


def _never_cited(key: str, library: Library) -> Iterator[str]:
    """Say of a work that a text lists among its references and never cites that it does so."""
    uses = library.cited.get(key, ())
    for slug in dict.fromkeys(use.slug for use in uses):
        if all(library.passage(use).kind == "reference" for use in uses if use.slug == slug):
            label = html(description.label(library.references[slug]))
            remark = f"Listed among the references of {label}, and not cited in its body."
            yield f'<p class="annotation">{remark}</p>'


def _cited_by(key: str, library: Library) -> Iterator[str]:
    for row in rows(library.cited.get(key, ()), library):
        place = f"{html(description.label(library.references[row.slug]))}, {row.passage.label}"
        href = addresses.passage(row.slug, row.passage).seen_from(HERE)
        yield f'<li><a href="{href}">{place}</a>: {row.html()}</li>'


def _resting_on(library: Library) -> dict[str, list[str]]:
    """Where definitions and notes cite each reference, as links."""
    resting: dict[str, list[str]] = {}

    def add(keys: Iterable[str], link: str) -> None:
        for key in dict.fromkeys(keys):
            if link not in resting.setdefault(key, []):
                resting[key].append(link)

    for term in library.terms:
        keys = [*term.references, *(key for since in term.since for key in since.references)]
        href = addresses.term(term.id).seen_from(HERE)
        add(keys, f'<a href="{href}">{html(term.short or term.name)}</a>')
    for page in library.pages:
        text = html(description.label(library.references[page.slug]))
        for note in page.notes:
            href = addresses.passage(page.slug, note.id).seen_from(HERE)
            link = f'<a href="{href}">{text}, {note.id.name}</a>'
            add(note.note.body.keys(), link)
    return resting
