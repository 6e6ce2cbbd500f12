"""What a page says of its text to reference managers and search engines.

It speaks of the original article as what is read, and of this site as where: Highwire `citation_*` tags,
which Zotero and Google Scholar read, and schema.org in JSON-LD. What is not established is left out.
"""

from __future__ import annotations

import re
from typing import Any

from reader.model import Library, Page, Reference, addresses
from reader.references import description

TYPES = {"article": "ScholarlyArticle", "report": "Report"}
PERIODICALS = frozenset({"article"})


def highwire(page: Page, library: Library) -> list[tuple[str, str]]:
    """Return the `citation_*` tags of a text, in the order in which they are written."""
    record = library.references[page.slug]
    venue = {"article": "citation_journal_title", "report": "citation_technical_report_institution"}
    tags = [("citation_title", record.get("title"))]
    tags += [("citation_author", name) for name in _authors(record)]
    tags += [
        (venue.get(record.type, "citation_publisher"), description.venue_name(record)),
        ("citation_publication_date", _date(record).replace("-", "/")),
        ("citation_volume", record.get("volume")),
        ("citation_issue", record.get("number") or record.get("issue")),
        ("citation_issn", record.get("issn")),
        ("citation_doi", record.get("doi")),
        ("citation_language", page.source.about.language),
        ("citation_fulltext_html_url", addresses.text(page.slug).absolute(library.site_url)),
        ("citation_public_url", record.get("url")),
    ]
    return [(name, value) for name, value in tags if value]


def json_ld(page: Page, library: Library) -> dict[str, Any]:
    """Return the text as an object of schema.org; no `license` is said where none is known."""
    record = library.references[page.slug]
    venue = description.venue_name(record)
    here = addresses.text(page.slug).absolute(library.site_url)
    cited = dict.fromkeys(mark.target for passage in page.passages for mark in passage.marked("citation"))
    thing: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": TYPES.get(record.type, "Article"),
        "@id": here,
        "url": here,
        "headline": record.get("title"),
        "name": record.get("title"),
        "author": [{"@type": "Person", "name": name} for name in _names(record)],
        "datePublished": _date(record),
        "inLanguage": page.source.about.language,
        "isPartOf": {"@type": "Periodical", "name": venue, "issn": record.get("issn")}
        if record.type in PERIODICALS
        else {},
        "publisher": {} if record.type in PERIODICALS else {"@type": "Organization", "name": venue},
        "isBasedOn": record.get("url"),
        "identifier": record.get("doi"),
        "citation": [library.formatted[key].plain for key in cited],
        "copyrightNotice": page.source.about.rights.statement,
        "version": library.edition,
        "wordCount": page.words,
    }
    return {key: _filled(value) for key, value in thing.items() if _filled(value)}


def _filled(value: Any) -> Any:
    """A value without its empty fields."""
    return {key: one for key, one in value.items() if one} if isinstance(value, dict) else value


def _authors(record: Reference) -> list[str]:
    names = [name for name in re.split(r"\s+and\s+", record.get("author")) if name]
    return names if description.authors(record) else []


def _names(record: Reference) -> list[str]:
    return [" ".join(reversed(name.split(", ", 1))) for name in _authors(record)]


def _date(record: Reference) -> str:
    return record.get("date") or record.get("year")
