"""Dates as BibLaTeX writes them: EDTF (ISO 8601-2), level 1, checked against the calendar.

2023   2023-06   2023-06-15   2020-21 (spring)   199X   -0043   Y-17000
2019/2021   1900/ and 1900/.. (open)   ../1900   1900? (uncertain)   1900~ (about)   1900% (both)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.words.languages import within_year, written_date
from reader.words.speech import ENGLISH, Phrase, language, numbered

MONTHS = "January February March April May June July August September October November December".split()
SEASONS = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}
SAID_SEASONS = {number: Phrase(name) for number, name in SEASONS.items()}
DECADE = Phrase("{year}s")
BEFORE_CHRIST = Phrase("{year} BC")
CIRCA = Phrase("circa {date}")
UNCERTAIN = Phrase("{date}?")
UNTIL = Phrase("until {date}")
SINCE = Phrase("since {date}")
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
POINT = re.compile(
    r"(?P<year>[-+]?\d{4}|Y[-+]?\d{5,}|-?\d{2}XX|-?\d{3}X)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?P<time>T\d\d:\d\d(?::\d\d)?(?:Z|[-+]\d\d(?::?\d\d)?)?)?)?)?"
    r"(?P<sure>[?~%]?)"
)
LIKE = "write it like 2023, 2023-06, 2023-06-15 or 2020/2021"


class ImpossibleDate(ValueError):
    """No such date: the message says why, `hint` what to write instead."""

    def __init__(self, message: str, hint: str = LIKE) -> None:
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A year, a month, a season or a day; `vague` counts the last digits of the year that are not known.

    Years are those of ISO 8601: the year 0 is 1 BC. `season` is 21 to 24, from spring to winter.
    """

    year: int  # negative before 1 BC
    month: int | None = None  # from 1 to 12
    season: int | None = None
    day: int | None = None  # from 1 to 31
    vague: int = 0
    uncertain: bool = False  # written with ?
    about: bool = False  # written with ~

    @property
    def exact(self) -> bool:
        """Whether nothing in it is in doubt."""
        return not (self.vague or self.uncertain or self.about)

    @property
    def era(self) -> str:
        """Return the year as it is counted: “2023”, “1990s”, “44 BC”."""
        if self.vague == 1:
            return DECADE.format(year=self.year)
        if self.vague:
            return numbered(f"{self.year}–{self.year + 99}")
        return numbered(str(self.year)) if self.year > 0 else BEFORE_CHRIST.format(year=1 - self.year)

    @property
    def within(self) -> str:
        """Return what stands before the year: “15 June”, “June”, “Spring”, or nothing."""
        if self.season:
            return str(SAID_SEASONS[self.season])
        return within_year(self.month, self.day, language()) if self.month else ""

    @property
    def words(self) -> str:
        """Return “15 June 2023”, “Spring 2020”, “circa 1900”, “1900?”."""
        plain = self.year > 0 and not self.season and not self.vague
        if plain and language() != ENGLISH:
            known = written_date(self.year, self.month, self.day, language())
        else:
            known = f"{self.within} {self.era}".strip()
        known = CIRCA.format(date=known) if self.about else known
        return UNCERTAIN.format(date=known) if self.uncertain else known

    @property
    def iso(self) -> str:
        """Return the point as far as ISO 8601 without extensions has it: 2023-06-15, 2023-06 or 2023."""
        year = f"{abs(self.year):04d}"
        parts = [f"-{year}" if self.year < 0 else year]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def order(self) -> tuple[int, int, int]:
        """A key by which points are compared as exactly as both are known."""
        return self.year, self.month or 0, self.day or 0


@dataclass(frozen=True, slots=True)
class Date:
    """A point, or a span of two of which one may be open (`None`)."""

    start: Point | None  # the point, or the first of two
    end: Point | None = None  # the last of two
    span: bool = False  # whether there are two

    @property
    def point(self) -> Point:
        """The first point that is known."""
        known = self.start or self.end
        assert known is not None, "a date has a point"
        return known

    @property
    def year(self) -> str:
        """Return “2023”, “2019–2021”, “1900–”, “1990s”: the date without months and days."""
        if not self.span:
            return self.point.era
        ends = [one.era if one else "" for one in (self.start, self.end)]
        return ends[0] if ends[0] == ends[1] else "–".join(ends)

    @property
    def words(self) -> str:
        """Return “15 June 2023”, “May–June 2020”, “2019–2021”, “1900–”, “until 1900”, “circa 1900”."""
        if not self.span:
            return self.point.words
        if self.start is None:
            return UNTIL.format(date=self.point.words)
        if self.end is None:
            said = self.start.words
            return f"{said}–" if not self.start.within else SINCE.format(date=said)
        first, last = self.start, self.end
        if first.exact and last.exact and first.year == last.year and first.within and last.within:
            if first.month == last.month and first.day and last.day:
                return f"{numbered(str(first.day))}–{last.words}"
            joined = " – " if first.day or last.day else "–"
            return f"{first.within}{joined}{last.words}"
        joined = " – " if " " in first.words + last.words else "–"
        return f"{first.words}{joined}{last.words}"

    @property
    def iso(self) -> str:
        """Return the date, or the beginning of a span, as 2023-06-15, 2023-06 or 2023."""
        return self.point.iso


def parse(text: str) -> Date:
    """Return the date that `text` writes, or raise `ImpossibleDate`."""
    first, slash, last = text.strip().partition("/")
    if not slash:
        return Date(_point(first))
    start, end = (None if one in {"", ".."} else _point(one) for one in (first, last))
    if start is None and end is None:
        raise ImpossibleDate("it says neither when it began nor when it ended")
    if start and end:
        together = [min(len(_known(start)), len(_known(end)))] * 2
        if _known(start)[: together[0]] > _known(end)[: together[1]]:
            raise ImpossibleDate(f"{first} is later than {last}", f"write {last}/{first}")
    return Date(start, end, span=True)


def _known(point: Point) -> tuple[int, ...]:
    return tuple(part for part in (point.year, point.month, point.day) if part is not None)


def _point(text: str) -> Point:
    match = POINT.fullmatch(text)
    if not match:
        raise ImpossibleDate(f"“{text}” is no date", LIKE)
    digits = match["year"].lstrip("Y").replace("X", "0")
    month, season, day = _number(match["month"]), None, _number(match["day"])
    if month is not None and month in SEASONS:
        month, season = None, month
    if match["month"] not in {None, "XX"} and season is None and not 1 <= (month or 0) <= 12:
        known = "leave out what is not known" if month == 0 else "months are 01 to 12, seasons 21 to 24"
        raise ImpossibleDate(f"there is no month {match['month']}", f"{known}: write {match['year']}")
    if match["day"] not in {None, "XX"}:
        _check_day(int(digits), month, day or 0, match)
    return Point(
        year=int(digits),
        month=month,
        season=season,
        day=day if month else None,
        vague=match["year"].count("X"),
        uncertain=match["sure"] in {"?", "%"},
        about=match["sure"] in {"~", "%"},
    )


def _check_day(year: int, month: int | None, day: int, match: re.Match[str]) -> None:
    if month is None:
        raise ImpossibleDate("a season or an unknown month has no day", f"write {match['year']}")
    longest = 28 if month == 2 and not _leap(year) else LENGTHS[month - 1]
    if not 1 <= day <= longest:
        why = "leave out what is not known" if day == 0 else f"{MONTHS[month - 1]} has {longest} days"
        shorter = f"{match['year']}-{match['month']}"
        raise ImpossibleDate(f"there is no day {match['day']} in it", f"{why}: write {shorter}")


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _number(digits: str | None) -> int | None:
    return None if digits in {None, "XX"} else int(digits or "0")
