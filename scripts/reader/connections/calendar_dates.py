"""Days and months that a text names: “on November 9, 2020”, “9 ноября 2020”, “2020年11月9日”.

Names of months are those of CLDR for the language of the text. A year alone is no date here: texts are full
of them, and few are events.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from reader.model.dates import ImpossibleDate, parse
from reader.words.languages import locale

ORDINAL = r"(?:st|nd|rd|th|er|\.|º|ª)?"
BETWEEN = r"(?:\s+(?:of|de|del|di))?"
YEAR = r"(?P<year>\d{4})"
DAY = r"(?P<day>\d{1,2})"
HAN = r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?"


@dataclass(frozen=True, slots=True)
class Named:
    """A date that stands in a text."""

    start: int  # where it begins
    end: int  # where it ends
    when: str  # 2020-11-09, or 2020-11


def dates(text: str, language: str) -> Iterator[Named]:
    """Yield the days and months that a text names, in its order."""
    months, pattern = _pattern(language)
    for found in pattern.finditer(text):
        month = found["month"]
        number = int(month) if month.isdigit() else months[month.casefold()]
        day = f"-{int(found['day']):02d}" if found["day"] else ""
        when = f"{int(found['year']):04d}-{number:02d}{day}"
        try:
            parse(when)
        except ImpossibleDate:
            continue
        yield Named(found.start(), found.end(), when)


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
    forms = (
        rf"{DAY}{ORDINAL}{BETWEEN}\s+{month}{BETWEEN},?\s+{YEAR}",
        rf"{month}\s+{DAY}{ORDINAL},?\s+{YEAR}",
        rf"(?P<day>){month}{BETWEEN},?\s+{YEAR}",
    )
    edged = rf"(?<![\p{{L}}\p{{N}}])(?:{'|'.join(forms)})(?!\p{{N}})|(?<!\p{{N}}){HAN}"
    return months, regex.compile(edged, regex.IGNORECASE)
