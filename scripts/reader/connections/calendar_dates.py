"""Days and months that a text names: “on November 9, 2020”, “9 ноября 2020”, “2020年11月9日”.

Names of months are those of CLDR for the language of the text. A year alone is no date here: texts are full
of them, and few are events. What lasted is one date, from its first day to its last: “27 September to 10
November 2020”, “19–20 September 2023”; two days that share a year are two: “17 April and 12 June 2024”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import regex

from reader.model.dates import ImpossibleDate, parse
from reader.words.languages import locale, primary

ORDINAL = r"(?:st|nd|rd|th|er|\.|º|ª)?"
BETWEEN = r"(?:\s+(?:of|de|del|di))?"
YEAR = r"(?P<year>\d{4})"
HAS_YEAR = regex.compile(r"\d{4}")  # without which there is no date, and which is soon looked for
DAY = r"(?P<day>\d{1,2})"
FIRST_DAY = r"(?P<first_day>\d{1,2})"
DASH = r"\s*[-‐‑–—]\s*"
# What stands between the first day and the last, and between two days, beside a dash
UNTIL = {
    "en": "to|until|till|through",
    "de": "bis",
    "fr": "au|à",
    "es": "al|a",
    "it": "al|a",
    "pt": "a|até",
    "ru": "по|до",
}
AND = {"en": "and", "de": "und", "fr": "et", "es": "y|e", "it": "e", "pt": "e", "ru": "и"}
HAN = r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?"


@dataclass(frozen=True, slots=True)
class Named:
    """A date that stands in a text."""

    start: int  # where it begins
    end: int  # where it ends
    when: str  # 2020-11-09, or 2020-11
    until: str = ""  # the last day or month of what lasted


def dates(text: str, language: str) -> Iterator[Named]:
    """Yield the days and months that a text names, in its order."""
    before: Named | None = None
    for one in _apart(text, language):
        if before and not (before.until or one.until) and before.when < one.when:
            between = text[before.end : one.start]
            if _until(language).fullmatch(between):
                before = Named(before.start, one.end, before.when, one.when)
                continue
        if before:
            yield before
        before = one
    if before:
        yield before


def _apart(text: str, language: str) -> Iterator[Named]:
    """The dates that have a year of their own, each with the one that shares it."""
    if not HAS_YEAR.search(text):
        return
    months, pattern = _pattern(language)
    for found in pattern.finditer(text):
        year, month = int(found["year"]), found["month"]
        last = _named(year, int(month) if month.isdigit() else months[month.casefold()], found["day"])
        if not last:
            continue
        joined = found.groupdict().get("until") or found.groupdict().get("and")
        first_month = months.get((found["first_month"] or month).casefold(), 0) if joined else 0
        first = _named(year, first_month, found["first_day"]) if first_month else ""
        if not first or first >= last:
            yield Named(found.end("join") if joined else found.start(), found.end(), last)
        elif found["until"]:
            yield Named(found.start(), found.end(), first, last)
        else:
            yield Named(found.start(), found.end(), first)
            yield Named(found.start(), found.end(), last)


def _named(year: int, month: int, day: str | None) -> str:
    """A date as ISO 8601 has it; nothing where the calendar has no such day."""
    when = f"{year:04d}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    try:
        parse(when)
    except ImpossibleDate:
        return ""
    return when


@cache
def _until(language: str) -> regex.Pattern[str]:
    """What stands between the two dates of one that lasted."""
    return regex.compile(_lasting(language), regex.IGNORECASE)


def _lasting(language: str) -> str:
    return rf"{DASH}|\s+(?:{_word(UNTIL, language)})\s+"


def _word(words: Mapping[str, str], language: str) -> str:
    return words.get(primary(language), "(?!)")


@cache
def _pattern(language: str) -> tuple[dict[str, int], regex.Pattern[str]]:
    """The months of a language by their names, and what finds dates in it."""
    months: dict[str, int] = {}
    for use in ("format", "stand-alone"):
        for number, name in locale(language).months[use]["wide"].items():
            if not name.isdigit():
                months[name.casefold()] = number
    names = "|".join(regex.escape(name) for name in sorted(months, key=len, reverse=True)) or "(?!)"
    month = rf"(?P<month>{names})"
    join = rf"(?P<join>(?P<until>{_lasting(language)})|(?P<and>\s+(?:{_word(AND, language)})\s+))"
    first = rf"(?P<first_month>{names})"
    forms = (
        rf"(?:{FIRST_DAY}{ORDINAL}(?:{BETWEEN}\s+{first})?{join})?"
        rf"{DAY}{ORDINAL}{BETWEEN}\s+{month}{BETWEEN},?\s+{YEAR}",
        rf"(?:{first}\s+{FIRST_DAY}{ORDINAL}{join})?{month}\s+{DAY}{ORDINAL},?\s+{YEAR}",
        rf"(?P<first_month>){month}\s+{FIRST_DAY}{ORDINAL}{join}{DAY}{ORDINAL},?\s+{YEAR}",
        rf"(?P<day>)(?P<first_day>)(?:{first}{join})?{month}{BETWEEN},?\s+{YEAR}",
    )
    edged = rf"(?<![\p{{L}}\p{{N}}])(?:{'|'.join(forms)})(?!\p{{N}})|(?<!\p{{N}}){HAN}"
    return months, regex.compile(edged, regex.IGNORECASE)
