"""Dates as bibliographies write them: `date` of BibLaTeX, `year` and `month` of BibTeX."""

from __future__ import annotations

import re

from reader.model.dates import MONTHS, Date, ImpossibleDate, parse

ABOUT = re.compile(r"(?:c\.|ca\.?|circa)\s*(\d{4})", re.IGNORECASE)
SPAN = re.compile(r"(\d{4})\s*(?:--?|–|—|_)\s*(\d{4})")
STATES = {
    "forthcoming": "forthcoming",
    "in press": "inpress",
    "to appear": "inpress",
    "submitted": "submitted",
    "in preparation": "inpreparation",
}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
NUMBERS |= {name.casefold()[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
MONTH = re.compile(
    r"(?:(?P<before>\d{1,2})(?:st|nd|rd|th)?[.\s\u00a0~,]+)?(?P<name>[^\W\d]+|\d{1,2})\.?"
    r"(?:[\s\u00a0~,]+(?P<after>\d{1,2})(?:st|nd|rd|th)?)?"
)


def written_date(value: str) -> Date:
    """Return the date of a `date` field; raise `ImpossibleDate` with what to write instead."""
    if span := SPAN.fullmatch(value):
        raise ImpossibleDate(f"“{value}” is no date", f"write {span[1]}/{span[2]}")
    if about := ABOUT.fullmatch(value):
        raise ImpossibleDate(f"“{value}” is no date", f"write {about[1]}~")
    if said := re.fullmatch(r"([^\W\d]+)\.?,? (\d{4})", value):
        month = NUMBERS.get(said[1].casefold()) or SEASONS.get(said[1].casefold())
        if month:
            raise ImpossibleDate(f"“{value}” is no date", f"write date = {{{said[2]}-{month:02d}}}")
    if value.casefold() in STATES:
        raise ImpossibleDate(f"“{value}” is no date", f"write pubstate = {{{STATES[value.casefold()]}}}")
    if value.casefold() in {"n.d.", "nd", "n. d.", "no date", "undated", "unknown"}:
        raise ImpossibleDate(f"“{value}” is no date", "leave the field out: undated is what no date says")
    return parse(value)


def year_and_month(year: str, month: str) -> Date:
    """Return the date that `year` and `month` of BibTeX say together."""
    date = written_date(year)
    said = " ".join(re.sub(r"[{}]", "", month).split())
    if not said or date.span or date.start is None or date.start.month:
        return date
    ends = [_month(one) for one in re.split(r"\s*(?:/|--?|–)\s*", said)]
    if len(ends) > 2:
        raise ImpossibleDate(f"“{said}” is no month", "write month = jun, or date = {2020-06}")
    return parse("/".join(f"{year}-{one}" for one in ends))


def _month(said: str) -> str:
    """`06` or `06-15` of “June”, “jun”, “6”, “15 June”, “June 15”."""
    match = MONTH.fullmatch(said)
    name = match["name"].casefold() if match else ""
    number = int(name) if name.isdigit() else NUMBERS.get(name) or SEASONS.get(name) or 0
    if match is None or number == 0:
        raise ImpossibleDate(f"“{said}” is no month", "write month = jun, or date = {2020-06}")
    day = match["before"] or match["after"]
    return f"{number:02d}-{int(day):02d}" if day else f"{number:02d}"
