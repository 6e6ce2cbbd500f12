"""References in the formats of reference managers, made from CSL items, with or without a passage.

A passage is carried as a locator: what a manager shows beside the pages of a citation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reader.model import Reference
from reader.references import phrases
from reader.references.description import text

Item = Mapping[str, Any]
RIS_TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK",
    "chapter": "CHAP", "dataset": "DATA", "entry-encyclopedia": "ENCYC", "graphic": "ART",
    "legal_case": "CASE", "legislation": "STAT", "manuscript": "UNPB", "motion_picture": "MPCT",
    "pamphlet": "PAMP", "paper-conference": "CPAPER", "patent": "PAT", "periodical": "JFULL",
    "report": "RPRT", "software": "COMP", "song": "SOUND", "standard": "STAND", "thesis": "THES",
    "webpage": "ELEC",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a text: “para. 7”, its number alone, what CSL calls it, and the link that leads there."""

    place: str  # as it is read
    number: str  # without the word for its unit
    label: str  # the term of CSL
    link: str  # the whole address


def bibtex(record: Reference, locator: Locator | None = None) -> str:
    """Return an entry of BibTeX; the passage goes to `addendum`, which styles print at the end."""
    if locator is None:
        return record.bibtex + "\n"
    head = record.bibtex.rstrip().removesuffix("}").rstrip()
    return f"{head}\n  addendum = {{{locator.place}, {locator.link}}},\n}}\n"


def csl_json(items: Iterable[Item]) -> str:
    """Return items as a file of CSL-JSON."""
    clean = json.dumps(list(items), ensure_ascii=False, indent=1)
    return clean + "\n"


def located(item: Item, locator: Locator) -> dict[str, Any]:
    """Return an item with the passage as its locator, and the link to it as its address of access."""
    note = ". ".join(filter(None, [f"{locator.place}, {locator.link}", item.get("note", "").rstrip(".")]))
    return {**item, "locator": locator.number, "label": locator.label, "note": note}


def ris(item: Item, locator: Locator | None = None) -> str:
    """Return an item as a record of RIS."""
    rows: list[tuple[str, str]] = [("TY", RIS_TYPES.get(str(item.get("type")), "GEN"))]
    rows += [("AU", _name(name)) for name in item.get("author", ())]
    rows += [("ED", _name(name)) for name in item.get("editor", ())]
    first, _, last = _plain(item.get("page")).partition("-")
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
        ("PY", date.partition("/")[0]),
        ("DA", date),
        ("Y2", _date(item.get("accessed"))),
        ("SN", _plain(item.get("ISSN") or item.get("ISBN"))),
        ("DO", str(item.get("DOI", ""))),
        ("UR", str(item.get("URL", ""))),
        ("LA", _plain(item.get("language"))),
        ("N1", _plain(item.get("note"))),
        ("ID", _plain(item.get("id"))),
    ]
    if locator:
        rows += [("SE", f"{locator.place}"), ("L2", locator.link)]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value) + "ER  - \r\n"


def _plain(value: object) -> str:
    """A value as one line of text, without markup."""
    return text(value)


def _name(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return _plain(name["literal"])
    particle = name.get("non-dropping-particle") or name.get("dropping-particle") or ""
    family = f"{particle} {name.get('family', '')}".strip()
    parts = (family, name.get("given", ""), name.get("suffix", ""))
    return _plain(", ".join(part for part in parts if part))


def _date(date: Mapping[str, Any] | None) -> str:
    """A date as RIS writes it, 2023/06/15/ and, after the last stroke, what its parts cannot say."""
    if not date:
        return ""
    if "literal" in date:
        year = re.search(r"\d{4}", date["literal"])
        return f"{year[0] if year else ''}///{date['literal']}"
    ends = [[part for part in end if part] for end in date["date-parts"]]
    first, other = ends[0], ""
    if len(first) > 1 and first[1] > 12:
        other, first = phrases.SEASONS[first[1] - 21], first[:1]
    if len(ends) > 1:
        other = "/".join("-".join(str(part).zfill(2) for part in end) for end in ends)
    return "/".join([*(str(part).zfill(2) for part in first), "", ""][:3]) + f"/{other}"
