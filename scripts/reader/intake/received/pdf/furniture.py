"""Tell what stands round the text of a page, running heads and feet and page numbers, from the text.

    page 12   "12   REVIEW OF REGIONAL STUDIES"      page 13   "THE LAMP AT NORTHPORT   13"

A line at the edge of a page is furniture if pages say it again at the same height, digits aside; if it is a
number that grows with the pages; or if it stands apart where other pages have their furniture. On a single
page only small type or a number, far from the text, tells it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.intake.received.pdf.lines import Line

DEEP = 4  # how many lines at either edge may be furniture
SAME_HEIGHT = 7.0  # points
APART = 1.55  # of the usual distance of lines: what stands by itself
EDGE = 0.13  # of the height of a page: where furniture stands on a page that is alone
SMALL = 0.94  # of the size of the text
LONGEST = 160  # signs
NUMBER = re.compile(
    r"[\W_]*(?:p\.|pp\.|page|pag\.|seite|стр\.|с\.)?[\W_]*(\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|из|de|sur)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)
AT_EITHER_END = re.compile(r"\A\W*(\d{1,4})\b|\b(\d{1,4})\W*\Z")
ISSUE = re.compile(
    r"\b(?:vol|no|nr|issn|doi|isbn)\b\.?|©|\b(?:https?|file):|\bwww\.|\b\d\d?:\d\d\b", re.IGNORECASE
)
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The heads and feet of one page, by their places among its lines, and its number in print."""

    heads: tuple[int, ...]  # from 0, counted from the top
    feet: tuple[int, ...]  # the same, counted from the top too
    label: str = ""  # in digits or Roman; empty if none is told


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near an edge: `rank` counts from the edge, `apart` says that the text is not close."""

    page: int
    at: int
    rank: int
    top: bool
    line: Line
    apart: bool
    offset: float  # from its edge of the page

    @property
    def form(self) -> str:
        return DIGITS.sub("#", " ".join(self.line.text.casefold().split()))


def furniture(
    pages: Sequence[Sequence[Line]], heights: Sequence[float], size: float, leading: float
) -> list[Furniture]:
    """Return the furniture of each page, whose lines are given from top to bottom."""
    edges = [list(_edges(page, lines, heights[page], leading)) for page, lines in enumerate(pages)]
    every = [edge for found in edges for edge in found]
    shift = _shift(every)
    repeated = _repeated(every)
    numbered = {edge.page for edge in every if NUMBER.fullmatch(edge.line.text) and _counts(edge, shift)}
    sure = {
        id(edge)
        for edge in every
        if id(edge) in repeated
        or (_counts(edge, shift) and (edge.page not in numbered or NUMBER.fullmatch(edge.line.text)))
    }
    if len(pages) == 1:
        sure |= {id(edge) for edge in every if _alone(edge, size, heights[0])}
    places: dict[tuple[bool, int], set[int]] = {}
    for edge in every:
        if id(edge) in sure:
            places.setdefault((edge.top, round(edge.offset / SAME_HEIGHT)), set()).add(edge.page)
    made = []
    for page, found in enumerate(edges):
        kept = _outermost(found, sure, places)
        heads = tuple(edge.at for edge in kept if edge.top)
        feet = tuple(sorted(edge.at for edge in kept if not edge.top))
        made.append(Furniture(heads, feet, _label(kept, page, shift)))
    return made


def _edges(page: int, lines: Sequence[Line], height: float, leading: float) -> Iterator[_Edge]:
    ordered = list(enumerate(lines))
    for top in (True, False):
        way = ordered if top else ordered[::-1]
        for rank, (at, line) in enumerate(way[:DEEP]):
            if len(line.text) > LONGEST:
                break
            inner = way[rank + 1][1] if rank + 1 < len(way) else None
            apart = inner is None or abs(inner.y - line.y) > APART * leading
            offset = line.y if top else height - line.y
            yield _Edge(page, at, rank, top, line, apart, offset)


def _repeated(every: Sequence[_Edge]) -> set[int]:
    """The lines that stand on other pages again, at the same height."""
    forms: dict[tuple[bool, str], list[_Edge]] = {}
    for edge in every:
        if any(sign.isalpha() for sign in edge.form):
            forms.setdefault((edge.top, edge.form), []).append(edge)
    return {
        id(one)
        for edges in forms.values()
        for one in edges
        if any(other.page != one.page and abs(other.offset - one.offset) < SAME_HEIGHT for other in edges)
    }


def _shift(every: Sequence[_Edge]) -> int | None:
    """What the number in print is more than the place of its page, where several pages agree."""
    votes: Counter[int] = Counter()
    for page in {edge.page for edge in every}:
        numbers = {number for edge in every if edge.page == page for number in _numbers(edge)}
        votes.update(number - page for number in numbers)
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] > 1 else None


def _numbers(edge: _Edge) -> set[int]:
    return {int(one) for pair in AT_EITHER_END.findall(edge.line.text) for one in pair if one}


def _counts(edge: _Edge, shift: int | None) -> bool:
    """Whether a line is the number of its page, and perhaps few words beside it."""
    if shift is None or edge.page + shift not in _numbers(edge):
        return False
    return bool(NUMBER.fullmatch(edge.line.text)) or (edge.apart and edge.rank < 2)


def _alone(edge: _Edge, size: float, height: float) -> bool:
    """Whether a line is furniture of a page that is the only one."""
    if not edge.apart or edge.offset > EDGE * height:
        return False
    small = edge.line.size < SMALL * size
    return small or bool(NUMBER.fullmatch(edge.line.text)) or bool(ISSUE.search(edge.line.text))


def _outermost(
    found: Sequence[_Edge], sure: set[int], places: Mapping[tuple[bool, int], set[int]]
) -> list[_Edge]:
    """The furniture of a page: what is sure, and what stands apart where other pages have theirs."""
    kept: list[_Edge] = []
    for top in (True, False):
        edges = [edge for edge in found if edge.top == top]
        last = max((edge.rank for edge in edges if id(edge) in sure), default=-1)
        for edge in edges:
            alike = places.get((top, round(edge.offset / SAME_HEIGHT)), set()) - {edge.page}
            if edge.rank <= last or (edge.apart and len(alike) > 1 and edge.rank == last + 1):
                kept.append(edge)
    return kept


def _label(kept: Sequence[_Edge], page: int, shift: int | None) -> str:
    """The number in print: as the page has it, or as those around it count."""
    for edge in kept:
        match = NUMBER.fullmatch(edge.line.text)
        if match and (shift is None or not match[1].isdigit() or int(match[1]) == page + shift):
            return match[1]
    return str(page + shift) if shift is not None and page + shift > 0 else ""
