"""References in the formats of reference managers, made from CSL-JSON, with or without a passage.

A passage is carried as a locator: what a manager shows beside the pages of a citation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reader.model import Reference

Item = Mapping[str, Any]
TAG = re.compile(r"</?(?:span|i|b|sup|sub|sc)\b[^>]*>")
RIS_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "report": "RPRT",
    "thesis": "THES",
    "paper-conference": "CPAPER",
    "webpage": "ELEC",
}


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a text: “para. 7”, its number alone, and the link that leads there."""

    place: str
    number: str
    link: str


def bibtex(record: Reference, locator: Locator | None = None) -> str:
    """Return an entry of BibTeX; the passage goes to `addendum`, which styles print at the end."""
    if locator is None:
        return record.bibtex + "\n"
    head = record.bibtex.rstrip().removesuffix("}").rstrip()
    return f"{head}\n  addendum = {{{locator.place}, {locator.link}}},\n}}\n"


def csl_json(items: Iterable[Item]) -> str:
    """Return items as a file of CSL-JSON."""
    return json.dumps(list(items), ensure_ascii=False, indent=1) + "\n"


def located(item: Item, locator: Locator) -> dict[str, Any]:
    """Return an item with the passage as its locator, and the link to it as its address of access."""
    note = f"{locator.place}, {locator.link}"
    return {**item, "locator": locator.number, "label": "paragraph", "note": note}


def ris(item: Item, locator: Locator | None = None) -> str:
    """Return an item as a record of RIS."""
    rows: list[tuple[str, str]] = [("TY", RIS_TYPES.get(str(item.get("type")), "GEN"))]
    rows += [("AU", _name(name)) for name in item.get("author", ())]
    rows += [("ED", _name(name)) for name in item.get("editor", ())]
    first, _, last = str(item.get("page", "")).partition("-")
    date = _date(item.get("issued"))
    rows += [
        ("TI", _plain(item.get("title"))),
        ("T2", _plain(item.get("container-title"))),
        ("T3", _plain(item.get("collection-title"))),
        ("PB", _plain(item.get("publisher"))),
        ("CY", _plain(item.get("publisher-place"))),
        ("VL", _plain(item.get("volume"))),
        ("IS", _plain(item.get("issue") or item.get("number"))),
        ("SP", first),
        ("EP", last),
        ("PY", date[:4]),
        ("DA", date),
        ("Y2", _date(item.get("accessed"))),
        ("SN", _plain(item.get("ISSN") or item.get("ISBN"))),
        ("DO", _plain(item.get("DOI"))),
        ("UR", _plain(item.get("URL"))),
        ("LA", _plain(item.get("language"))),
        ("ID", _plain(item.get("id"))),
    ]
    if locator:
        rows += [("SE", f"{locator.place}"), ("L2", locator.link)]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value) + "ER  - \r\n"


def _plain(value: object) -> str:
    """A value as one line of text, without the markup that protects its capitals."""
    return " ".join(TAG.sub("", str(value or "")).split())


def _name(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return _plain(name["literal"])
    particle = name.get("non-dropping-particle") or name.get("dropping-particle") or ""
    family = f"{particle} {name.get('family', '')}".strip()
    return _plain(", ".join(part for part in (family, name.get("given", "")) if part))


def _date(date: Mapping[str, Any] | None) -> str:
    """A date as RIS writes it: 2023/06/15/, with what is not known left empty."""
    parts = [str(part) for part in (date or {}).get("date-parts", [[]])[0]]
    return "/".join([parts[0], *(part.zfill(2) for part in parts[1:]), "", "", ""][:3]) + "/" if parts else ""
