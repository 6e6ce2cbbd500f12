"""References in the formats of reference managers, made from CSL items, with or without a passage.

A passage is carried as a locator: what a manager shows beside the pages of a citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reader.model import Reference
from reader.model.dates import SEASONS
from reader.references.description import text
from reader.words.json_text import as_json

Item = Mapping[str, Any]
RIS_TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK",
    "chapter": "CHAP", "dataset": "DATA", "entry-encyclopedia": "ENCYC", "graphic": "ART",
    "legal_case": "CASE", "legislation": "STAT", "manuscript": "MANSCPT", "motion_picture": "MPCT",
    "pamphlet": "PAMP", "paper-conference": "CPAPER", "patent": "PAT", "periodical": "JFULL",
    "personal_communication": "PCOMM", "report": "RPRT", "review": "JOUR", "software": "COMP",
    "song": "SOUND", "speech": "SLIDE", "standard": "STAND", "thesis": "THES", "webpage": "ELEC",
}  # fmt: skip

RIS_FIELDS = (
    ("TI", "title"), ("ST", "title-short"), ("J2", "container-title-short"), ("PB", "publisher"),
    ("CY", "publisher-place"), ("VL", "volume"), ("ET", "edition"), ("NV", "number-of-volumes"),
    ("M1", "collection-number"), ("M3", "genre"), ("DO", "DOI"), ("UR", "URL"), ("LA", "language"),
    ("AB", "abstract"), ("KW", "keyword"), ("RN", "annote"),
)  # fmt: skip
UNTAGGED = (
    "original-title", "original-publisher", "original-publisher-place", "event-place", "medium",
    "chapter-number", "part-number", "version", "status",
)  # fmt: skip
TYPES = {"software": "document"}  # of CSL-JSON, where that of CSL is refused


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a text: “para. 7”, its number alone, and what CSL calls it."""

    place: str  # as it is read
    number: str  # without the word for its unit
    label: str  # the term of CSL


def bibtex(record: Reference, locator: Locator | None = None, read: str = "") -> str:
    r"""Return an entry of BibTeX; a passage, and where it was read, go to `note`, which managers keep.

    An address in it stands in `\url{}`, which TeX, pandoc and Zotero read as it is.
    """
    said = _note(locator, re.sub(r"(⟦link⟧|https?://\S+)", r"\\url{\1}", read))
    if not said:
        return record.bibtex + "\n"
    old = re.search(r"^  note = \{(.*)\},$", record.bibtex, re.MULTILINE)
    if old:
        note = f"  note = {{{old[1].rstrip('.')}. {said}}},"
        return record.bibtex.replace(old[0], note, 1) + "\n"
    head = record.bibtex.rstrip().removesuffix("}").rstrip()
    return f"{head}\n  note = {{{said}}},\n}}\n"


def _note(locator: Locator | None, read: str) -> str:
    """“para. 7, An Annotated Reader, edition 2, https://…”, or what there is of it."""
    return ", ".join(filter(None, [locator.place if locator else "", read]))


def csl_json(items: Iterable[Item]) -> str:
    """Return items as a file of CSL-JSON, with types that Zotero knows: otherwise it takes none of them."""
    known = [{**item, "type": TYPES.get(str(item["type"]), item["type"])} for item in items]
    return as_json(known)


def located(item: Item, locator: Locator | None = None, read: str = "") -> dict[str, Any]:
    """Return an item with a passage as its locator, and in its note where that was read."""
    note = ". ".join(filter(None, [_note(locator, read), item.get("note", "").rstrip(".")]))
    made = {**item, "note": note} if note else dict(item)
    return made | {"locator": locator.number, "label": locator.label} if locator else made


def ris(item: Item, locator: Locator | None = None, read: str = "") -> str:
    """Return an item as a record of RIS; what that has no tag for stands in notes, by the names of CSL."""
    kind = _ris_type(item)
    rows = [("TY", kind), *_people(item), *_where_ris(item, kind)]
    rows += [(tag, _plain(item.get(name))) for tag, name in RIS_FIELDS]
    rows += _dates_ris(item)
    rows += [("N1", _note(locator, read))]
    rows += [("N1", _plain(item.get("note")))]
    rows += [("N1", f"{name}: {_plain(item[name])}") for name in UNTAGGED if name in item]
    rows += [("ID", _plain(item.get("id")))]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value) + "ER  - \r\n"


def _people(item: Item) -> Iterable[tuple[str, str]]:
    for role, tag in (("author", "AU"), ("editor", "ED"), ("translator", "A4")):
        yield from ((tag, _name(name)) for name in item.get(role, ()))
    for name in item.get("container-author", ()):
        yield "N1", f"container-author: {_name(name)}"


def _where_ris(item: Item, kind: str) -> Iterable[tuple[str, str]]:
    """Titles of what a work stands in, and its pages: RIS has them under tags that depend on its kind."""
    whole, event, series = (
        _plain(item.get(f"{name}-title")) for name in ("container", "event", "collection")
    )
    if kind == "CPAPER" and event:
        yield from (("T2", event), ("C3", whole))
    elif kind in {"BOOK", "RPRT"} and not whole:
        yield "T2", series
        series = ""
    else:
        yield "T2", whole
    if event and kind != "CPAPER":
        yield "N1", f"event-title: {event}"
    yield "T3", series
    issue, number = _plain(item.get("issue")), _plain(item.get("number"))
    yield "IS", issue or number
    if issue and number:
        yield "N1", f"number: {number}"
    first, _, last = _plain(item.get("page")).partition("-")
    pages = _plain(item.get("number-of-pages"))
    if pages and (first or kind not in {"BOOK", "THES", "MANSCPT", "PAMP"} or not pages.isdigit()):
        yield "N1", f"number-of-pages: {pages}"
        pages = ""
    yield from (("SP", first or pages), ("EP", last))
    for name in ("ISSN", "ISBN"):
        yield from (("SN", code) for code in _plain(item.get(name)).split())


def _dates_ris(item: Item) -> Iterable[tuple[str, str]]:
    date = _date(item.get("issued"))
    yield from (("PY", date.partition("/")[0]), ("DA", date))
    for tag, name in (("Y2", "accessed"), ("OP", "original-date")):
        yield tag, _date(item.get(name))
    if event := _date(item.get("event-date")):
        yield "N1", f"event-date: {event}"


def _ris_type(item: Item) -> str:
    """The type of RIS; Zotero takes one of no kind for an article, so a document on the web is a web page."""
    return RIS_TYPES.get(str(item["type"]), "ELEC" if item.get("URL") else "GEN")


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
        other, first = SEASONS[first[1]], first[:1]
    if len(ends) > 1:
        other = "/".join("-".join(str(part).zfill(2) for part in end) for end in ends)
    return "/".join([*(str(part).zfill(2) for part in first), "", ""][:3]) + f"/{other}"
