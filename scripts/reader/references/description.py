"""How texts and wordings are called: from the record in the bibliography, and nowhere else."""

from __future__ import annotations

import re

from reader.model import Page, Reference

MONTHS = "January February March April May June July August September October November December".split()
WORDS_A_MINUTE = 230


def authors(record: Reference) -> str:
    """Return “Vali Kaleji”, “A and B”, or nothing where no author is established.

    A name in double braces in the file is a body; where that body is the venue as well, it is no author.
    """
    names = [_forename_first(name) for name in re.split(r"\s+and\s+", record.get("author")) if name]
    names = [name for name in names if name != venue_name(record)]
    if len(names) > 1:
        return ", ".join(names[:-1]) + " and " + names[-1]
    return "".join(names)


def label(record: Reference) -> str:
    """Return “Kaleji 2023”, or the venue and the year of a text without an established author."""
    families = [name.partition(", ")[0] for name in re.split(r"\s+and\s+", record.get("author")) if name]
    name = " and ".join(families) if authors(record) else venue_name(record)
    return f"{name} {(record.get('date') or record.get('year'))[:4]}".strip()


def venue_name(record: Reference) -> str:
    """Return the journal, site or body that published the text."""
    fields = ("journaltitle", "booktitle", "organization", "institution", "publisher", "howpublished")
    return next((record.get(field) for field in fields if record.get(field)), "")


def venue(record: Reference) -> str:
    """Return the venue with what places the text in it: section or series, volume and number."""
    parts = [venue_name(record)]
    if record.get("titleaddon"):
        parts.append(record.get("titleaddon"))
    for field, word in (("volume", "vol."), ("number", "no."), ("issue", "issue")):
        if record.get(field):
            parts.append(f"{word} {record.get(field)}")
    return ", ".join(part for part in parts if part)


def date(record: Reference) -> str:
    """Return “15 June 2023”, “June 2023” or “2023”, as exactly as it is known, or two of them for a range."""
    return "–".join(map(_day, (record.get("date") or record.get("year")).split("/")))


def minutes(page: Page) -> int:
    """Return how long the text takes to read, in whole minutes, one at least."""
    return max(1, round(page.words / WORDS_A_MINUTE))


def _day(known: str) -> str:
    parts = known.split("-")
    month = MONTHS[int(parts[1]) - 1] if len(parts) > 1 else ""
    day = str(int(parts[2])) if len(parts) > 2 else ""
    return " ".join(part for part in (day, month, parts[0]) if part)


def _forename_first(name: str) -> str:
    family, _, given = name.partition(", ")
    return f"{given} {family}".strip()
