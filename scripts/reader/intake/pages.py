"""What a printed page has beside its text: running heads and feet, and page numbers.

A running head stands first or last on its page, says the same on most pages but for its number, and its
number goes up with the pages. Pages are told by form feeds, by what the format says, or by the heads alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.intake.looks import Look, tail
from reader.intake.metadata import JOURNAL

NUMBER = re.compile(r"\d+")
ALONE = re.compile(
    r"[-–—|\[(]{0,2}\s?(?:p\.|page|стр\.|с\.|S\.)?\s?(?:\d{1,4}|[ivxlc]{1,7})(?:\s?(?:/|of)\s?\d{1,4})?\s?[-–—|\])]{0,2}",
    re.I,
)
AT_END = re.compile(r"(?:^|\s)(\d{1,4})$")
AT_START = re.compile(r"^(\d{1,4})(?:\s|$)")
DEPTH = 3  # lines at the top and at the foot of a page that can be its head or foot
MOST = 0.4  # of the pages say it, with a number
HALF = 0.5  # the same of a line without one
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a printed page that is not blank: its number in the raw text and the page it stands on."""

    text: str  # without margins where `paged` made it
    line: int  # from 1
    page: int  # counted from 0, no number in print; 0 for all where a format tells paragraphs


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that belongs to the page and not to the text; `number` is the page's, if it says it."""

    line: int  # the raw line, from 1
    reason: str  # in words, for an editor
    number: str
    confidence: float  # from 0 to 1


def paged(lines: Sequence[str], pages: Sequence[str] = ()) -> list[Line]:
    """Return the lines that are not blank, with the number of their page; a form feed begins a page."""
    found: list[Line] = []
    page, before = 0, pages[0] if pages else ""
    for number, text in enumerate(lines, 1):
        feeds = text.count("\f", 0, len(text) - len(text.lstrip()))
        page += feeds
        if pages and pages[number - 1] != before:
            page, before = page + 1, pages[number - 1]
        if text.strip():
            found.append(Line(text.strip(), number, page))
        page += text.count("\f") - feeds
    return found


def furniture(lines: Sequence[Line]) -> list[Furniture]:
    """Return the running heads, feet and page numbers among the lines of some pages."""
    pages: dict[int, list[Line]] = {}
    for one in lines:
        pages.setdefault(one.page, []).append(one)
    often = Counter(
        form
        for page in pages.values()
        for form in {_form(one.text) for one in [*page[:DEPTH], *page[-DEPTH:]]}
    )
    if len(pages) == 1:
        return [*_first_head(next(iter(pages.values()))), *_in_rows(lines)]
    found: list[Furniture] = []
    for order, page in enumerate(pages.values(), 1):
        edge = min(DEPTH, len(page) // 2)
        for side in (page[:edge], page[::-1][:edge]):
            for one in side:
                told = _told(one, often[_form(one.text)], len(pages), order)
                if told is None:
                    break
                found.append(told)
    return found


def _form(text: str) -> str:
    return NUMBER.sub("#", text.strip()).casefold()


def _told(one: Line, times: int, pages: int, order: int) -> Furniture | None:
    """Why a line at the edge of a page belongs to it, or None."""
    number = _number(one.text)
    if ALONE.fullmatch(one.text):
        return Furniture(one.line, "number of the page", number, 0.97)
    if len(one.text) > LONGEST:
        return None
    if times > 1 and times >= (MOST if NUMBER.search(one.text) else HALF) * pages:
        return Furniture(
            one.line, f"running head or foot: the same on {times} of {pages} pages", number, 0.95
        )
    if number and int(number) == order and tail(_without(one.text)) != ".":
        return Furniture(one.line, "head of the page with its number", number, 0.8)
    return None


def _without(text: str) -> str:
    return AT_START.sub("", AT_END.sub("", text)).strip()


def _number(text: str) -> str:
    """The number of a page, as a running head gives it."""
    found = AT_END.search(text) or AT_START.search(text)
    if found:
        return found[1]
    alone = NUMBER.findall(text)
    return alone[0] if len(alone) == 1 and ALONE.fullmatch(text) else ""


def _first_head(page: Sequence[Line]) -> list[Furniture]:
    """The head of a text of one page: no other page can confirm it."""
    found: list[Furniture] = []
    for one in page[:DEPTH] if len(page) > 2 * DEPTH else page[:1] if len(page) > 2 else []:
        told = _told(one, 1, 1, 1)
        if told is None:
            break
        found.append(told)
    return found


def _in_rows(lines: Sequence[Line]) -> list[Furniture]:
    """Heads amid a text without form feeds: the same but for numbers that go up, at least three times."""
    same: dict[str, list[Line]] = {}
    for one in lines:
        if len(one.text) <= LONGEST and NUMBER.search(one.text) and _number(one.text):
            same.setdefault(_form(one.text), []).append(one)
    found: list[Furniture] = []
    for form, those in same.items():
        numbers = [int(_number(one.text)) for one in those]
        steady = all(one < other <= one + 3 for one, other in pairwise(numbers))
        if len(those) >= 3 and steady and (len(form) > 3 or _spaced(those)):
            reason = f"running head or foot: the same {len(those)} times, with numbers that go up"
            found += [Furniture(one.line, reason, _number(one.text), 0.9) for one in those]
    return found


def _spaced(lines: Sequence[Line]) -> bool:
    """Whether some lines stand as far apart as pages do."""
    gaps = [other.line - one.line for one, other in pairwise(lines)]
    return min(gaps) >= 15 and max(gaps) <= 2.5 * min(gaps)


def isolated(lines: Sequence[Look]) -> list[Furniture]:
    """Heads that stand by themselves between blank lines and name a journal with its numbers."""
    found: list[Furniture] = []
    for at, one in enumerate(lines):
        alone = (at == 0 or one.gap) and (at + 1 == len(lines) or lines[at + 1].gap)
        if alone and one.size <= 30 and one.digits > 0.03 and JOURNAL.search(one.text) and len(lines) > 5:
            reason = "running head of a page: names a journal with its volume, by itself"
            found.append(Furniture(one.line, reason, _number(one.text), 0.8))
    return found


def begun(lines: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return where pages begin: their first lines of text, with their numbers, where these go up by one.

    `lines` are the lines of the text with the number of the page that each stands on, or nothing.
    """
    found = [
        (line, number)
        for (line, number), before in zip(lines, [(0, ""), *lines], strict=False)
        if number and number != before[1]
    ]
    numbers = [int(number) for _line, number in found if number.isascii() and number.isdigit()]
    steady = len(numbers) == len(found) and all(other == one + 1 for one, other in pairwise(numbers))
    return found if len(found) > 1 and steady else []
