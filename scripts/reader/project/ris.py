r"""Files of RIS, which reference managers and publishers write, as items of CSL with their lines.

TY  - JOUR
AU  - Doe, Jo
T2  - Journal of Roads
ER  -
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reader.project.bibtex_syntax import Fault
from reader.project.csl_entries import CslItem

ROW = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*))?$")
TYPES = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "document",
    "ART": "graphic", "BILL": "bill", "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case",
    "CHAP": "chapter", "CHART": "graphic", "CLSWK": "book", "COMP": "software", "CONF": "paper-conference",
    "CPAPER": "paper-conference", "CTLG": "document", "DATA": "dataset", "DBASE": "dataset",
    "DICT": "entry-dictionary", "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book",
    "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia", "EQUA": "document",
    "FIGURE": "figure", "GEN": "document", "GOVDOC": "report", "GRANT": "document", "GRNT": "document",
    "HEAR": "hearing", "ICOMM": "personal_communication", "INPR": "article-journal", "INTV": "interview",
    "JFULL": "periodical", "JOUR": "article-journal", "LEGAL": "legislation", "MANSCPT": "manuscript",
    "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture", "MULTI": "webpage",
    "MUSIC": "musical_score", "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent",
    "PCOMM": "personal_communication", "RPRT": "report", "SER": "collection", "SLIDE": "speech",
    "SOUND": "song", "STAND": "standard", "STAT": "legislation", "THES": "thesis", "UNBILL": "bill",
    "UNPB": "manuscript", "UNPD": "manuscript", "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip
NAMES = {
    "AU": "author", "A1": "author", "ED": "editor", "A2": "editor", "A3": "editor", "A4": "translator",
    "TA": "translator",
}  # fmt: skip
TEXTS = {
    "TI": "title", "T1": "title", "CT": "title", "T2": "container-title", "JF": "container-title",
    "JO": "container-title", "JA": "container-title-short", "J2": "container-title-short",
    "BT": "container-title", "T3": "collection-title", "ST": "title-short", "PB": "publisher",
    "CY": "publisher-place", "PP": "publisher-place", "VL": "volume", "IS": "issue", "CP": "issue",
    "ET": "edition", "NV": "number-of-volumes", "M1": "collection-number", "M3": "genre", "SE": "section",
    "DO": "DOI", "UR": "URL",
    "LK": "URL", "LA": "language", "AB": "abstract", "N2": "abstract", "RN": "annote", "ID": "id", "C3": "C3",
}  # fmt: skip
PARTICLE = re.compile(r"(?:[a-zà-öø-ÿ][^\W\d_]*[’']?\s+)+(?=[^\W\d_a-z])")  # the “van” of van Gogh
NAMED = re.compile(  # a note that we write ourselves, where RIS has no tag
    r"(container-author|event-title|event-place|event-date|original-title|original-publisher(?:-place)?|medium|"
    r"chapter-number|part-number|version|status|number|number-of-pages): (.*)"
)
SEVERAL = {"N1": ("note", ". "), "KW": ("keyword", ", "), "SN": ("SN", " ")}
DATES = {"DA": "issued", "PY": "issued", "Y1": "issued", "Y2": "accessed", "OP": "original-date"}
BOOKS = frozenset({"book", "thesis", "manuscript", "pamphlet"})
NUMBERED = frozenset({"report", "standard", "patent", "legislation", "bill", "collection", "book", "dataset"})
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

Rows = list[tuple[str, str, int]]  # tag, value, line


def items(text: str) -> tuple[list[CslItem], list[Fault]]:
    """Return the records of a file as items, and what of it cannot be read (B09)."""
    faults: list[Fault] = []
    found = [_item(rows) for rows in _records(text, faults)]
    return found, faults


def _records(text: str, faults: list[Fault]) -> Iterator[Rows]:
    """The rows of each record, from its TY to its ER; what stands outside of any is told."""
    rows: Rows = []
    for line, written in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        match = ROW.match(written.strip("\ufeff").rstrip())
        tag, value = (match[1], (match[2] or "").strip()) if match else ("", written.strip())
        if tag == "TY":
            if rows:
                message, hint = "the record before has no end", "write “ER  - ” after its last line"
                faults.append(Fault(line, "B09", message, hint))
                yield rows
            rows = [(tag, value, line)]
        elif not rows:
            if (value or tag) and not re.fullmatch(r"\d+\.", value):  # some programs number the records
                message = f"“{(tag or value)[:40]}” stands outside of any record"
                faults.append(Fault(line, "B09", message, "a record begins with “TY  - JOUR” or the like"))
        elif tag == "ER":
            yield rows
            rows = []
        elif tag:
            rows.append((tag, value, line))
        elif value:  # a long value goes on
            last, before, at = rows[-1]
            rows[-1] = (last, f"{before} {value}".strip(), at)
    if rows:
        message, hint = "the last record has no end", "write “ER  - ” after its last line"
        faults.append(Fault(rows[0][2], "B09", message, hint))
        yield rows


def _item(rows: Rows) -> CslItem:
    (_ty, kind, line), *rest = rows
    made: dict[str, Any] = {"type": TYPES.get(kind.upper(), kind)}
    lines: dict[str, int] = {}
    pages: dict[str, str] = {}
    for tag, value, at in rest:
        if not value:
            continue
        if tag in {"SP", "EP"}:
            pages.setdefault(tag, value)
            lines.setdefault("page", at)
            continue
        name = _put(made, tag, value)
        lines[name] = at if tag == "DA" else lines.get(name, at)
    _put_pages(made, pages)
    _settle(made)
    if not made.get("id"):
        made["id"] = _made_key(made)
    return CslItem(made, line, lines)


def _put(made: dict[str, Any], tag: str, value: str) -> str:
    """Put the value of a row into an item, and return the name of its field."""
    if tag in NAMES:
        name = NAMES[tag]
        made.setdefault(name, []).append(_person(value))
    elif tag == "N1" and (named := NAMED.match(value)):
        name = named[1]
        if name == "container-author":
            made.setdefault(name, []).append(_person(named[2]))
        else:
            made.setdefault(name, _date(named[2]) if name == "event-date" else named[2])
    elif tag in SEVERAL:
        name, between = SEVERAL[tag]
        made[name] = f"{made[name].rstrip('.')}{between}{value}" if name in made else value
    elif tag in DATES:
        name = DATES[tag]
        if name not in made or tag == "DA":  # the fuller of the two
            made[name] = _date(value)
    else:
        name = TEXTS.get(tag, f"ris-{tag.lower()}")
        if name in made and made[name] != value:
            name = f"ris-{tag.lower()}"
        made.setdefault(name, value)
    return name


def _settle(made: dict[str, Any]) -> None:
    """Give what RIS writes under one tag for all kinds of works the name that it has for this one."""
    if "SN" in made:
        codes = str(made.pop("SN")).split()
        issns = [one for one in codes if re.fullmatch(r"\d{4}-?\d{3}[\dXx]", one)]
        isbns = [one for one in codes if one not in issns]
        made |= {name: " ".join(those) for name, those in (("ISSN", issns), ("ISBN", isbns)) if those}
    if "issue" in made and made["type"] in NUMBERED:
        made["number"] = made.pop("issue")
    whole = made.get("container-title")
    if "C3" in made and made["type"] == "paper-conference":  # the proceedings; then T2 is the conference
        made |= {"container-title": made.pop("C3")} | ({"event-title": whole} if whole else {})
    elif whole and made["type"] in {"book", "report"} and "collection-title" not in made:
        made["collection-title"] = made.pop("container-title")  # where managers have the series


def _put_pages(made: dict[str, Any], pages: dict[str, str]) -> None:
    first, last = pages.get("SP", ""), pages.get("EP", "")
    if first and not last and made["type"] in BOOKS and first.isdigit():
        made["number-of-pages"] = first
    elif first or last:
        made["page"] = f"{first}-{last}" if first and last and first != last else first or last


def _person(value: str) -> dict[str, str]:
    """“Doe, Jo, Jr.” taken apart; a name without a comma is that of a body."""
    if value.casefold() in {"others", "et al."}:
        return {"literal": "others"}
    family, *rest = [part.strip() for part in value.split(",")]
    if not rest or len(rest) > 2 or not family:
        return {"literal": value}
    particle = PARTICLE.match(family)
    parts = {
        "family": family[particle.end() :] if particle else family,
        "given": rest[0],
        "suffix": rest[1] if len(rest) > 1 else "",
        "dropping-particle": particle[0].strip() if particle else "",
    }
    return {name: part for name, part in parts.items() if part}


def _date(value: str) -> str:
    """`2020/05/04/`, `2020///Spring`, `2020-05-04` or `2020` as EDTF; what is none is left to be refused."""
    parts = [part.strip() for part in value.split("/")]
    if len(parts) < 2:
        return value
    date = "-".join([parts[0], *(part.zfill(2) for part in parts[1:3] if part)])
    other = "/".join(parts[3:]).strip()
    if other.casefold() in SEASONS and len(date) == 4:
        return f"{date}-{SEASONS[other.casefold()]}"
    return other if re.fullmatch(r"[-\dXY?~%./]+", other) else date


def _made_key(made: dict[str, Any]) -> str:
    """The key of a record without one: its first name, or first word, and its year."""
    names = made.get("author") or made.get("editor") or [{}]
    name = names[0].get("family") or names[0].get("literal") or str(made.get("title", "")).split(" ")[0]
    word = re.sub(r"[^\w]+", "-", name.casefold()).strip("-_")
    year = re.match(r"-?\d{4}", str(made.get("issued", "")))
    return f"{word}-{year[0] if year else 'nd'}" if word else ""
