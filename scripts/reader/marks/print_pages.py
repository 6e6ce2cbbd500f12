"""Mark where the pages of the print begin, and say on which of them each passage stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.model import Cleaned, Mark, Passage, Place, PlacedPage, PrintPage
from reader.model.problems import Problem

NUMBER = re.compile(r"(\d{1,9})(\D?)")
ROMAN = re.compile(r"(?=.)m{0,9}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})", re.IGNORECASE)
VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@dataclass(frozen=True, slots=True)
class _Begins:
    """Where a page begins: in the raw text, and in the reading text."""

    raw: int
    offset: int
    entry: PrintPage


def check_pages(entries: Sequence[PrintPage]) -> Iterator[Problem]:
    """Yield what is wrong with the numbers of pages by themselves (F06): none, or one that stands twice."""
    known: dict[str, PrintPage] = {}
    for one in entries:
        if one.id == "page-":
            hint = "write it as the print has it: 114, xii"
            yield _problem(one, f"“{one.number}” is no number of a page", hint)
        elif one.id in known:
            hint = f"line {known[one.id].at.line} has it; mend one, or say what tells them apart, like II-114"
            yield _problem(one, f"page “{one.number}” begins twice", hint)
        known.setdefault(one.id, one)


def paginate(
    passages: Sequence[Passage], cleaned: Cleaned
) -> tuple[list[Passage], list[PlacedPage], list[Problem]]:
    """Return the passages with their pages and a mark where each begins; the pages; those in disorder."""
    begins = sorted(
        (
            _Begins(cleaned.raw_offset(one.start), one.start, one.entry)
            for one in cleaned.placed
            if isinstance(one.entry, PrintPage)
        ),
        key=lambda one: (one.raw, one.entry.line),
    )
    problems = list(_disorder([one.entry for one in begins]))
    if not begins or not passages:
        return list(passages), [], problems
    marks: dict[int, list[Mark]] = {}
    placed: list[PlacedPage] = []
    for one in begins:
        at, offset = _place(passages, one.offset)
        marks.setdefault(at, []).append(Mark(offset, offset, "page", one.entry.id))
        placed.append(PlacedPage(one.entry.id, one.entry.number, passages[at].id))
    starts, numbers = [one.raw for one in begins], [one.entry.number for one in begins]
    paged = [
        replace(one.with_marks(marks.get(at, ())), pages=_pages(one, cleaned, starts, numbers))
        for at, one in enumerate(passages)
    ]
    return paged, placed, problems


def _place(passages: Sequence[Passage], offset: int) -> tuple[int, int]:
    """The passage, by its index, in which or with which a page begins; and the place in it."""
    at = max(0, bisect_right([one.start for one in passages], offset) - 1)
    within = offset - passages[at].start
    if 0 <= within < len(passages[at].text):
        return at, within
    return (at, 0) if within < 0 else (at + 1, 0) if at + 1 < len(passages) else (at, len(passages[at].text))


def _pages(one: Passage, cleaned: Cleaned, starts: Sequence[int], numbers: Sequence[str]) -> Place | None:
    """The first and the last page that a passage stands on, where the first is known."""
    ends = (one.start, one.start + len(one.text) - 1)
    first, last = (bisect_right(starts, cleaned.raw_offset(end)) - 1 for end in ends)
    return Place("page", numbers[first], numbers[last]) if first >= 0 else None


def _disorder(pages: Sequence[PrintPage]) -> Iterator[Problem]:
    """Pages whose number does not follow that of the page before, and reasons that nothing asks for."""
    for before, one in pairwise([None, *pages]):
        assert one is not None
        mine, theirs = _value(one.number), _value(before.number) if before else None
        disorder = before and mine and theirs and mine[0] == theirs[0] and mine <= theirs
        if disorder and before and not one.reason:
            hint = "mend the line or the number, or say reason = “…” where the print itself has it so"
            yield _problem(one, f"page {one.number} begins after page {before.number}", hint)
        elif one.reason and not disorder:
            hint = "drop the reason"
            yield _problem(one, f"page {one.number} is in order, and has a reason for not being so", hint)


def _value(number: str) -> tuple[str, int, str] | None:
    """A number that can be compared with others of its kind: arabic with a letter after it, or roman."""
    if match := NUMBER.fullmatch(number):
        return "arabic", int(match[1]), match[2]
    if ROMAN.fullmatch(number):
        values = [VALUES[sign] for sign in number.lower()]
        pairs = pairwise([*values, 0])
        return "roman", sum(-one if one < after else one for one, after in pairs), ""
    return None


def _problem(one: PrintPage, message: str, hint: str) -> Problem:
    return Problem(one.at.path, one.at.line, "F06", message, hint)
