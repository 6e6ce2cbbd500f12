"""How a citation counts a place: by the number that the source has for it, else by ours.

    para. 7            paras. 7–9            para. 7–sec. 2     our own numbers
    art. 1(2)(b)       §§ 3–5                lines 9–12         those of the source
    art. 3, para. 2    art. 3, paras. 2–4    art. 3, para. 2–art. 4      its articles, and our count in each
    p. 114             pp. 114–115           n. 3               those of its print, and of its notes
    para. 3, line 2    para. 3, lines 2–4    para. 31, row 2    lines that only we count

The same is done in the browser, `counting.js`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.model import UNITS, Passage, Place, UnitName
from reader.references import phrases
from reader.words.speech import comma

PLACE = "place"  # what templates call a place that no style has words for
PAGE: UnitName = "page"  # of the print: every style has words for it


@dataclass(frozen=True, slots=True)
class Lines:
    """How the lines of a passage are counted: by the source from `first` on, or, where it is 0, by us."""

    one: str  # before the number of one: `line`
    many: str  # before those of several: `lines`
    csl: str  # what CSL calls them
    first: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A passage, or a line of one, as it is counted; `line` is set where the line alone is not enough."""

    one: str  # before the number of one: `para.`
    many: str  # before those of several: `paras.`
    csl: str  # what CSL calls it
    first: str  # its number
    last: str  # the same, or the last of several that it has: of lines
    kind: str  # its term in CSL, or `place` where a style has no words for it
    line: int = 0
    lines: Lines | None = None  # how its lines are counted; None where `line` is not set
    paragraph: int = 0  # which of an article that has several without numbers

    @property
    def whole(self) -> str:
        """`12`, `5–8`, or `3, para. 2`: without a line."""
        return Place("none", self.first, self.last, self.paragraph).number

    @property
    def number(self) -> str:
        """`12`, `5–8`, `3, para. 2`, or `3, line 2`."""
        return f"{self.whole}{comma()}{self.lines.one} {self.line}" if self.lines else self.whole

    @property
    def place(self) -> str:
        """`para. 12`, `lines 5–8`, or `para. 3, line 2`."""
        return f"{self.one if self.first == self.last else self.many} {self.number}"


def lines_of(passage: Passage) -> Lines | None:
    """Return how the lines of a passage are counted, where it has some."""
    if not passage.lines:
        return None
    if passage.kind == "table":
        return Lines(str(phrases.ROW), str(phrases.ROWS), "paragraph", 0)
    unit = UNITS["line"]
    return Lines(str(unit.one), str(unit.many), unit.csl, passage.shape.first_line)


@dataclass(frozen=True, slots=True)
class Joined:
    """All from one place to another."""

    words: str  # `paras. 7–9`
    number: str  # without the word for the unit: `7–9`
    kind: str  # what templates call it: `paragraphs`


def counted(passage: Passage, line: int = 0) -> Counted:
    """Return how a passage is counted, or one of its lines."""
    series, lines = passage.id.series, lines_of(passage)
    place = passage.shape.place or passage.pages
    if line and lines and lines.first:
        number = str(lines.first + line - 1)
        return Counted(lines.one, lines.many, lines.csl, number, number, PLACE)
    inner = lines if line else None
    if place:
        return _by_source(place, line, inner)
    label, kind = passage.number, PLACE if line else series.locator
    return Counted(str(series.unit), str(series.units), series.locator, label, label, kind, line, inner)


def of_pages(first: str, last: str) -> Counted:
    """Return how pages of the print are counted, by their numbers."""
    return _by_source(Place("page", first, last), 0, None)


def _by_source(place: Place, line: int, lines: Lines | None) -> Counted:
    unit, several = UNITS[place.unit], place.first != place.last
    kind = PLACE if line or place.unit != PAGE else f"{PAGE}s" if several else PAGE
    return Counted(
        str(unit.one), str(unit.many), unit.csl, place.first, place.last, kind, line, lines, place.paragraph
    )


def joined(first: Counted, last: Counted) -> Joined:
    """Return the place of all from one to another."""
    if first == last:
        return Joined(first.place, first.number, first.kind)
    kind = PLACE if PLACE in (first.kind, last.kind) else first.kind
    same = (first.one, first.first, first.last) == (last.one, last.first, last.last)
    if same and first.paragraph == last.paragraph and first.lines and last.lines:
        number = f"{first.whole}{comma()}{first.lines.many} {first.line}–{last.line}"
        return Joined(f"{first.one} {number}", number, kind)
    if first.one == last.one and not first.lines and not last.lines:
        if not first.paragraph and not last.paragraph:
            number = f"{first.first}–{last.last}"
            return Joined(f"{first.many} {number}", number, kind if kind == PLACE else _many(kind))
        if same and first.paragraph and last.paragraph:
            paragraphs = f"{UNITS['paragraph'].many} {first.paragraph}–{last.paragraph}"
            number = f"{first.first}{comma()}{paragraphs}"
            return Joined(f"{first.one} {number}", number, kind)
    return Joined(f"{first.place}–{last.place}", f"{first.number}–{last.place}", kind)


def _many(kind: str) -> str:
    return f"{kind.removesuffix('s')}s"


def data_of(passage: Passage) -> Mapping[str, object]:
    """Return the same for the browser; `PassageData` in theme/assets/reader.js says what is in it."""
    one, lines = counted(passage), lines_of(passage)
    data: dict[str, object] = {"number": one.first, "unit": one.one, "units": one.many, "label": one.csl}
    if one.last != one.first:
        data["last"] = one.last
    if one.kind != one.csl:
        data["kind"] = one.kind
    if one.paragraph:
        unit = UNITS["paragraph"]
        data["paragraph"] = {"unit": str(unit.one), "units": str(unit.many), "number": one.paragraph}
    if lines:
        data["lines"] = {"unit": lines.one, "units": lines.many, "label": lines.csl, "first": lines.first}
    return data
