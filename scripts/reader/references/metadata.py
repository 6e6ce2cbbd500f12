"""What a page says of its text to reference managers and search engines.

It speaks of the original article as what is read, and of this site as where: Highwire `citation_*` tags,
which Zotero and Google Scholar read, and schema.org in JSON-LD. All of it comes from the CSL item of the
record. What is not established is left out.
"""

from __future__ import annotations

from typing import Any

from reader.model import Library, Page, addresses
from reader.model.names import Body, Name
from reader.references import description
from reader.references.description import text
from reader.references.item import item

THINGS = {
    "article-journal": "ScholarlyArticle", "report": "Report", "book": "Book", "chapter": "Chapter",
    "thesis": "Thesis", "paper-conference": "ScholarlyArticle", "article-newspaper": "NewsArticle",
}  # fmt: skip
PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
TAGS = {
    "report": ("citation_technical_report_institution", "publisher"),
    "thesis": ("citation_dissertation_institution", "publisher"),
    "paper-conference": ("citation_conference_title", "container-title"),
    "chapter": ("citation_inbook_title", "container-title"),
} | dict.fromkeys(PERIODICALS, ("citation_journal_title", "container-title"))


def highwire(page: Page, library: Library) -> list[tuple[str, str]]:
    """Return the `citation_*` tags of a text, in the order in which they are written."""
    record = library.references[page.slug]
    made = item(record)
    venue, field = TAGS.get(str(made["type"]), ("citation_publisher", "publisher"))
    first, _, last = text(made.get("page")).partition("-")
    tags = [("citation_title", record.title)]
    tags += [("citation_author", name.inverted) for name in description.people(record, "author")]
    tags += [("citation_editor", name.inverted) for name in description.people(record, "editor")]
    tags += [
        (venue, text(made.get(field) or made.get("publisher") or made.get("container-title"))),
        ("citation_publication_date", record.date.iso.replace("-", "/") if record.date else ""),
        ("citation_volume", text(made.get("volume"))),
        ("citation_issue", text(made.get("issue") or made.get("number"))),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        ("citation_technical_report_number", text(made.get("number")) if made["type"] == "report" else ""),
        ("citation_issn", text(made.get("ISSN"))),
        ("citation_isbn", text(made.get("ISBN"))),
        ("citation_doi", made.get("DOI", "")),
        ("citation_language", page.source.about.language),
        ("citation_fulltext_html_url", addresses.text(page.slug).absolute(library.site_url)),
        ("citation_public_url", made.get("URL", "")),
    ]
    return [(name, value) for name, value in tags if value]


def json_ld(page: Page, library: Library) -> dict[str, Any]:
    """Return the text as an object of schema.org; no `license` is said where none is known."""
    record = library.references[page.slug]
    made = item(record)
    title, kind = record.title, str(made["type"])
    whole, publisher = text(made.get("container-title")), text(made.get("publisher"))
    here = addresses.text(page.slug).absolute(library.site_url)
    cited = dict.fromkeys(mark.target for passage in page.passages for mark in passage.marked("citation"))
    thing: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": THINGS.get(kind, "Article"),
        "@id": here,
        "url": here,
        "headline": title,
        "name": title,
        "author": [_agent(name) for name in description.people(record, "author")],
        "editor": [_agent(name) for name in description.people(record, "editor")],
        "datePublished": record.date.iso if record.date else "",
        "inLanguage": page.source.about.language,
        "isPartOf": _whole(kind, whole, text(made.get("ISSN"))),
        "publisher": {} if kind in PERIODICALS else {"@type": "Organization", "name": publisher},
        "isBasedOn": made.get("URL", ""),
        "identifier": made.get("DOI", ""),
        "citation": [library.formatted[key].plain for key in cited],
        "copyrightNotice": page.source.about.rights.statement,
        "version": library.edition,
        "wordCount": page.words,
    }
    return {key: _filled(value) for key, value in thing.items() if _filled(value)}


def _agent(name: Name) -> dict[str, str]:
    return {"@type": "Organization" if isinstance(name, Body) else "Person", "name": name.in_full}


def _whole(kind: str, title: str, issn: str) -> dict[str, str]:
    """What the text is part of: a periodical, a book or a site."""
    if not title:
        return {}
    made = "Periodical" if kind in PERIODICALS else "WebSite" if kind == "webpage" else "Book"
    return {"@type": made, "name": title, "issn": issn}


def _filled(value: Any) -> Any:
    """A value without its empty fields; nothing but a type says nothing."""
    if not isinstance(value, dict):
        return value
    filled = {key: one for key, one in value.items() if one}
    return filled if filled.keys() - {"@type"} else {}
