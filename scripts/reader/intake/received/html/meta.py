"""What a page says of itself: title, author, date, language, publisher, DOI and address.

    <meta name="citation_author" content="…">   <meta property="og:title">   {"@type": "NewsArticle", …}

The more particular is believed before the more general: what is written for citing, then for machines that
read schema.org, then for shares, then the title of the window.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from reader.intake.received.html.tree import name

META = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title", "title"),
    "author": ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author"),
    "date": (
        "citation_publication_date",
        "citation_date",
        "dc.date",
        "dcterms.date",
        "dcterms.issued",
        "article:published_time",
        "datepublished",
        "pubdate",
        "date",
    ),
    "publisher": ("citation_journal_title", "dc.publisher", "og:site_name", "application-name"),
    "doi": ("citation_doi", "dc.identifier", "prism.doi"),
    "issn": ("citation_issn", "prism.issn"),
    "url": ("citation_public_url", "og:url"),
    "language": ("citation_language", "dc.language", "content-language"),
}
ARTICLES = re.compile(r"Article|Posting|Report|WebPage|Book|Chapter|Thesis")
DOI = re.compile(r"10\.\d{4,9}/\S+")
DAY = re.compile(r"\d{4}(?:[-/]\d{1,2}){0,2}")
LONGEST = 500
SHARED = ("og:", "twitter:")  # what is written for shares, often shortened
DEEPEST = 6


def meta(root: HtmlElement) -> Mapping[str, str]:
    """Return what a page says of itself; a key that it does not give is missing."""
    said = _metas(root)
    data = {key: value for one in _linked_data(root) for key, value in one.items()}
    found: dict[str, str] = {}
    for key, names in META.items():
        given = [(one, said[one]) for one in names if one in said]
        own = [values for one, values in given if not one.startswith(SHARED)]
        value = ("; ".join(own[0]) if key == "author" else own[0][0]) if own else ""
        found[key] = value or data.get(key, "") or (given[0][1][0] if given else "")
    found["title"] = found["title"] or _first(
        one.text_content() for one in root.iter() if name(one) == "title"
    )
    found["language"] = found["language"] or root.get("lang") or root.get("xml:lang") or ""
    found["url"] = found["url"] or _first(
        one.get("href") or "" for one in root.iter() if name(one) == "link" and one.get("rel") == "canonical"
    )
    found["doi"] = match[0] if (match := DOI.search(found["doi"])) else ""
    found["date"] = match[0].replace("/", "-") if (match := DAY.match(found["date"])) else found["date"]
    found["author"] = "" if found["author"].startswith("http") else found["author"]
    clean = {key: " ".join(value.split())[:LONGEST] for key, value in found.items()}
    return {key: value for key, value in sorted(clean.items()) if value}


def _first(found: Iterator[str]) -> str:
    return next(found, "")


def _metas(root: HtmlElement) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for one in root.iter():
        if name(one) == "meta":
            key = one.get("name") or one.get("property") or one.get("itemprop") or one.get("http-equiv") or ""
            value = (one.get("content") or "").strip()
            if key and value:
                said.setdefault(key.strip().casefold(), []).append(value)
    return said


def _linked_data(root: HtmlElement) -> Iterator[dict[str, str]]:
    for one in root.iter():
        if name(one) == "script" and (one.get("type") or "").strip().casefold() == "application/ld+json":
            try:
                data = json.loads(one.text or "")
            except (ValueError, RecursionError):
                continue
            yield from _articles(data, 0)


def _articles(data: Any, depth: int) -> Iterator[dict[str, str]]:
    """The articles of schema.org in a tree of data."""
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for one in data:
            yield from _articles(one, depth + 1)
    if isinstance(data, dict):
        if ARTICLES.search(str(data.get("@type"))):
            yield {
                "title": _words(data.get("headline") or data.get("name")),
                "author": _names(data.get("author")),
                "date": _words(data.get("datePublished")),
                "publisher": _names(data.get("publisher")),
                "language": _words(data.get("inLanguage")),
            }
        yield from _articles(data.get("@graph"), depth + 1)


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _names(value: Any) -> str:
    every = value if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in every]
    return "; ".join(one for one in names if isinstance(one, str) and one)
