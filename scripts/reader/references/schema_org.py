"""A text, a work and the site as objects of schema.org, in JSON-LD: what search engines read of them.

All of it comes from CSL items. What is not established is left out: no `license` is said where none is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reader.model import Library, Page, Reference, addresses
from reader.model.names import Body, Name
from reader.references import description
from reader.references.description import text
from reader.references.item import item

Thing = dict[str, Any]
CONTEXT = "https://schema.org"
THINGS = {
    "article-journal": "ScholarlyArticle", "report": "Report", "book": "Book", "chapter": "Chapter",
    "thesis": "Thesis", "paper-conference": "ScholarlyArticle", "article-newspaper": "NewsArticle",
}  # fmt: skip
WORKS = THINGS | {"webpage": "WebPage", "dataset": "Dataset", "software": "SoftwareSourceCode"}
PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})


def text_object(page: Page, library: Library, files: Iterable[tuple[str, str, str]]) -> Thing:
    """Return a text as an object; `files` are its data files by type, name and address."""
    record = library.references[page.slug]
    here = addresses.text(page.slug).absolute(library.site_url)
    cited = dict.fromkeys(mark.target for passage in page.passages for mark in passage.marked("citation"))
    rights = page.source.about.rights
    thing: Thing = {
        "@context": CONTEXT,
        "@type": THINGS.get(str(item(record)["type"]), "Article"),
        "@id": here,
        "url": here,
        **_work(record),
        "headline": record.title,
        "inLanguage": page.source.about.language,
        "isBasedOn": text(item(record).get("URL")),
        "citation": [cited_work(library.references[key], library) for key in cited],
        "copyrightNotice": rights.statement,
        "license": rights.licence,
        "version": library.edition,
        "wordCount": page.words,
        "encoding": [
            {"@type": "MediaObject", "name": name, "encodingFormat": kind, "contentUrl": address}
            for kind, name, address in files
        ],
    }
    return dict(_filled(thing))


def cited_work(record: Reference, library: Library) -> Thing:
    """Return a work of the bibliography as an object; its `@id` is its entry there."""
    made = item(record)
    return {
        "@type": WORKS.get(str(made["type"]), "CreativeWork"),
        "@id": library.entry(record.key).absolute(library.site_url),
        **_work(record),
        "url": text(made.get("URL")),
        "inLanguage": text(made.get("language")),
    }


def site_object(library: Library, told: str) -> Thing:
    """Return the site with its search; `told` says what it is."""
    search = {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{addresses.SEARCH.absolute(library.site_url)}?q={{search_term_string}}",
        },
        "query-input": "required name=search_term_string",
    }
    thing = {
        "@context": CONTEXT,
        "@type": "WebSite",
        "@id": library.site_url,
        "url": library.site_url,
        "name": library.site_name,
        "description": told,
        "version": library.edition,
        "potentialAction": search,
    }
    return dict(_filled(thing))


def data_object(library: Library, told: str, files: Iterable[tuple[str, str, str]]) -> Thing:
    """Return the data of the site as a set with its downloads: each by type, name and address."""
    here = addresses.DATA_PAGE.absolute(library.site_url)
    named = library.pages if len(library.pages) <= library.limits.rows else ()  # a page that does not grow
    thing = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": here,
        "url": here,
        "name": library.site_name,
        "description": told,
        "version": library.edition,
        "datePublished": library.releases.get(library.edition, ""),
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "name": name, "encodingFormat": kind, "contentUrl": address}
            for kind, name, address in files
        ],
        "hasPart": [{"@id": addresses.text(page.slug).absolute(library.site_url)} for page in named],
    }
    return dict(_filled(thing))


def _filled(value: Any) -> Any:
    """Return a value without its empty fields; an object that has nothing but a type says nothing."""
    if isinstance(value, list):
        return [one for one in map(_filled, value) if one]
    if not isinstance(value, dict):
        return value
    made = {key: one for key, one in ((key, _filled(one)) for key, one in value.items()) if one}
    return made if made.keys() - {"@type"} else {}


def _work(record: Reference) -> Thing:
    """What is said of any work: its name, its makers, its date and what it stands in."""
    made = item(record)
    kind, doi = str(made["type"]), text(made.get("DOI"))
    first, _, last = text(made.get("page")).partition("-")
    publisher = "" if kind in PERIODICALS else text(made.get("publisher"))
    return {
        "name": record.title,
        "author": [_agent(name) for name in description.people(record, "author")],
        "editor": [_agent(name) for name in description.people(record, "editor")],
        "datePublished": record.date.iso if record.date else "",
        "isPartOf": _whole(made, kind),
        "pageStart": first,
        "pageEnd": last,
        "publisher": {"@type": "Organization", "name": publisher},
        "isbn": text(made.get("ISBN")) if kind == "book" else "",
        "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": doi} if doi else "",
        "sameAs": f"https://doi.org/{doi}" if doi else "",
    }


def _agent(name: Name) -> Thing:
    if isinstance(name, Body):
        return {"@type": "Organization", "name": name.in_full}
    return {
        "@type": "Person",
        "name": name.in_full,
        "givenName": name.given,
        "familyName": name.last if name.given else "",
    }


def _whole(made: Any, kind: str) -> Thing:
    """What a work is part of: a periodical with its volume and issue, a book, a site."""
    title, volume = text(made.get("container-title")), text(made.get("volume"))
    issue = text(made.get("issue"))
    if not title:
        return {}
    if kind not in PERIODICALS:
        return {
            "@type": "WebSite" if kind == "webpage" else "Book",
            "name": title,
            "isbn": text(made.get("ISBN")),
        }
    whole: Thing = {"@type": "Periodical", "name": title, "issn": text(made.get("ISSN"))}
    if volume:
        whole = {"@type": "PublicationVolume", "volumeNumber": volume, "isPartOf": whole}
    if issue:
        whole = {"@type": "PublicationIssue", "issueNumber": issue, "isPartOf": whole}
    return whole
