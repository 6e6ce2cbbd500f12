"""Citations of a passage, in any style and for any reference manager."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from reader import citeproc, describe
from reader.model import Formatted, Library, Page, Passage, Reference
from reader.render.escape import html

PLACE = re.compile(r"([^#]+)#(.+)")
RIS_TYPES = {"article": "JOUR", "book": "BOOK", "incollection": "CHAP", "report": "RPRT", "thesis": "THES"}
CSL_TYPES = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "report": "report",
    "thesis": "thesis",
    "online": "webpage",
}


class UnknownPlace(Exception):
    """There is no such text or passage; `near` are places like it."""

    def __init__(self, message: str, meant: str, known: Iterable[str]) -> None:
        self.near = get_close_matches(meant, list(known), 3)
        super().__init__(message)


def cite_passage(library: Library, root: Path, place: str, style: str | None, form: str) -> str:
    """Return the citation of `place`, which is written `kaleji-2023#p7`."""
    page, passage = _find(library, place)
    record = library.references[page.slug]
    link = f"{library.site_url}texts/{page.slug}/?rev={passage.revision}#{passage.id}"
    if form == "bibtex":
        return _bibtex(record, passage, link)
    if form == "ris":
        return _ris(record, passage, link)
    if form == "csl-json":
        return json.dumps([_csl(record, passage, link)], ensure_ascii=False, indent=1)
    formatted = library.formatted[page.slug]
    if style:
        formatted = citeproc.format_all(library.references, style, root / ".cache/citeproc")[page.slug]
    return _sentence(formatted, passage, link, form)


def _find(library: Library, place: str) -> tuple[Page, Passage]:
    pages = {page.slug: page for page in library.pages}
    match = PLACE.fullmatch(place)
    if not match:
        raise UnknownPlace(
            f"“{place}” is not of the form kaleji-2023#p7", place, [f"{slug}#p1" for slug in pages]
        )
    page = pages.get(match[1])
    if page is None:
        raise UnknownPlace(f"there is no text “{match[1]}”", match[1], pages)
    passages = {passage.id: passage for passage in page.passages}
    if match[2] not in passages:
        raise UnknownPlace(f"{page.slug} has no passage “{match[2]}”", match[2], passages)
    return page, passages[match[2]]


def _locator(passage: Passage) -> str:
    return f"{'sec.' if passage.id[0] == 's' else 'para.'} {passage.number}"


def _sentence(formatted: Formatted, passage: Passage, link: str, form: str) -> str:
    if form == "html":
        return f'{formatted.entry} {_locator(passage).capitalize()}, <a href="{html(link)}">{html(link)}</a>.'
    return f"{formatted.plain} {_locator(passage).capitalize()}, {link}."


def _bibtex(record: Reference, passage: Passage, link: str) -> str:
    head = record.bibtex.rstrip().removesuffix("}").rstrip()
    return f"{head}\n  pagination = {{paragraph}},\n  addendum = {{{_locator(passage)}, {link}}},\n}}"


def _ris(record: Reference, passage: Passage, link: str) -> str:
    rows = [("TY", RIS_TYPES.get(record.type, "ELEC"))]
    rows += [
        ("AU", name) for name in re.split(r"\s+and\s+", record.get("author")) if describe.authors(record)
    ]
    date = record.get("date") or record.get("year")
    rows += [
        ("TI", record.get("title")),
        ("T2", describe.venue_name(record)),
        ("VL", record.get("volume")),
        ("IS", record.get("number")),
        ("PY", date[:4]),
        ("DA", "/".join([*date.split("-"), "", ""][:3]) + "/" if date else ""),
        ("SN", record.get("issn")),
        ("DO", record.get("doi")),
        ("UR", record.get("url")),
        ("L2", link),
        ("SE", _locator(passage)),
        ("LA", record.get("langid") or "en"),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value) + "ER  - \r\n"


def _csl(record: Reference, passage: Passage, link: str) -> dict[str, object]:
    date = [int(part) for part in (record.get("date") or record.get("year")).split("-") if part.isdigit()]
    item: dict[str, object] = {
        "id": record.key,
        "type": CSL_TYPES.get(record.type, "document"),
        "title": record.get("title"),
        "container-title": describe.venue_name(record),
        "volume": record.get("volume"),
        "issue": record.get("number"),
        "URL": record.get("url"),
        "DOI": record.get("doi"),
        "ISSN": record.get("issn"),
        "note": f"{_locator(passage)}, {link}",
        "locator": passage.number,
        "label": "paragraph",
    }
    if describe.authors(record):
        item["author"] = [_csl_name(name) for name in re.split(r"\s+and\s+", record.get("author"))]
    if date:
        item["issued"] = {"date-parts": [date]}
    return {key: value for key, value in item.items() if value}


def _csl_name(name: str) -> dict[str, str]:
    family, _, given = name.partition(", ")
    return {"family": family, "given": given} if given else {"literal": family}
