"""From pages to one flow of lines: furniture told, columns in order, notes after their paragraph.

A page gives its heads, the lines of its text, and its feet, in this order. Footnotes, small lines at the foot
of a column, come after the paragraph that the page breaks off in, so that it can go on without a gap.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from reader.intake.received.pdf import columns, furniture
from reader.intake.received.pdf.glyphs import Page
from reader.intake.received.pdf.lines import Line, lines, rows
from reader.intake.received.pdf.paragraphs import SPACE, Set

NOTE = 0.93  # of the size of the text: what may be a footnote
MARKER = re.compile(r"[\W_]*(?:\d{1,3}|[*†‡§¶]+|[a-z]\b)")
LONE = 3  # lines of which one column of one page says what its edges are
HAIR = 0.5  # points by which justified lines differ
NEARLY_ALL = 0.96  # of the lines are no longer than their column is wide
MARGIN = 3.0  # points by which an edge is uncertain


@dataclass(frozen=True, slots=True)
class Placed:
    """What a line of the flow is: `kind` is text, header, footer, footnote or aside."""

    set: Set  # the line, in its page and column
    kind: str
    label: str  # of its page: the number in print, what the file says, or its count from 1


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page taken apart."""

    page: Page
    heads: tuple[Line, ...]
    feet: tuple[Line, ...]
    text: tuple[columns.Placed, ...]
    notes: tuple[columns.Placed, ...]
    label: str


def body_size(pages: Sequence[Page]) -> float:
    """Return the size that most letters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for run in page.runs:
            sizes[round(run.size * 2) / 2] += len(run.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0) or 10.0


def flow(pages: Sequence[Page]) -> list[Placed]:
    """Return all lines of a document in the order in which they are read."""
    size = body_size(pages)
    whole = [rows(page.runs) for page in pages]
    as_lines = [[lines(row)[0] for row in found] for found in whole]
    distance = _distance(as_lines, size)
    round_text = furniture.furniture(as_lines, [page.height for page in pages], size, distance)
    inner = [
        [run for at, row in enumerate(found) if at not in {*of.heads, *of.feet} for run in row]
        for found, of in zip(whole, round_text, strict=True)
    ]
    starts = columns.gutters(inner, size)
    leaves = []
    for at, page in enumerate(pages):
        heads = tuple(as_lines[at][one] for one in round_text[at].heads)
        feet = tuple(as_lines[at][one] for one in round_text[at].feet)
        text, notes = _with_notes(list(columns.in_order(inner[at], starts[at], size)), size)
        label = round_text[at].label or page.label or str(page.number)
        leaves.append(_Leaf(page, heads, feet, tuple(text), tuple(notes), label))
    return list(_placed(leaves, size))


def _distance(pages: Sequence[Sequence[Line]], size: float) -> float:
    """The usual distance of lines, with no regard to columns."""
    found = [
        one.y - last.y
        for page in pages
        for last, one in pairwise(page)
        if 0.8 * size < one.y - last.y < 2.5 * size
    ]
    return median(found) if found else 1.2 * size


def _with_notes(
    placed: list[columns.Placed], size: float
) -> tuple[list[columns.Placed], list[columns.Placed]]:
    """Part the footnotes of a page, small lines that end a column, from its text."""
    notes: list[columns.Placed] = []
    text: list[columns.Placed] = []
    for at, one in enumerate(placed):
        ends = at + 1 == len(placed) or placed[at + 1].column != one.column
        text.append(one)
        if not ends:
            continue
        tail = 0
        while tail < len(text) and text[-1 - tail].column == one.column and _small(text[-1 - tail], size):
            tail += 1
        below = text[len(text) - tail :]
        first = next((i for i, line in enumerate(below) if MARKER.match(line.line.text)), None)
        if first is None or (tail == len(text) and not notes):
            continue
        notes += below[first:]
        del text[len(text) - tail + first :]
    return text, notes


def _small(one: columns.Placed, size: float) -> bool:
    return one.line.size < NOTE * size


def _placed(leaves: Sequence[_Leaf], size: float) -> Iterator[Placed]:
    edges = _Edges(leaves, size)
    for at, leaf in enumerate(leaves):
        for line in leaf.heads:
            yield Placed(Set(line, at, 0, line.starts, line.ends), "header", leaf.label)
        for kind, found in (("text", leaf.text), ("footnote", leaf.notes)):
            for one in found:
                left, right = edges.of(at, one.column, one.line)
                yield Placed(Set(one.line, at, one.column, left, right), kind, leaf.label)
        for words in leaf.page.turned:
            aside = replace(_nowhere(words, size))
            yield Placed(Set(aside, at, 0, 0.0, 0.0), "aside", leaf.label)
        for line in leaf.feet:
            yield Placed(Set(line, at, 0, line.starts, line.ends), "footer", leaf.label)


def _nowhere(words: str, size: float) -> Line:
    """A line that does not lie as the page does."""
    return Line(words, 0.0, 0.0, 0.0, size, bold=False, italic=False, first=0.0, cells=0)


class _Edges:
    """The edges of columns: those of a column on its page, or where it has few lines, of all its kind."""

    def __init__(self, leaves: Sequence[_Leaf], size: float) -> None:
        self.size = size
        self.found: dict[tuple[int, int], list[Line]] = {}
        for at, leaf in enumerate(leaves):
            for one in leaf.text:
                self.found.setdefault((at, one.column), []).append(one.line)
        self.lefts = {key: self._left(found) for key, found in self.found.items()}
        self.widths = {kind: self._width(kind) for kind in (True, False)}

    def of(self, page: int, column: int, line: Line) -> tuple[float, float]:
        """Return where the column of a line begins and ends."""
        key = (page, column)
        left = self.lefts.get(key)
        if left is None or len(self.found[key]) < LONE:
            others = [
                (abs(other - page), other % 2 != page % 2, edge)
                for (other, number), edge in self.lefts.items()
                if number == column and other != page and len(self.found[other, number]) >= LONE
            ]
            near = min(others)[2] if others else left
            left = near if near is not None and abs(near - line.starts) < 12 * self.size else line.starts
        return left, max(left + self.widths[column == 0], line.ends)

    def _left(self, found: Sequence[Line]) -> float:
        """The edge furthest out at which more than a line in twelve begins."""
        starts = sorted(line.starts for line in found)
        for at, start in enumerate(starts):
            near = sum(abs(other - start) < MARGIN for other in starts[at : at + len(starts)])
            if near * 12 >= len(starts) or at * 4 > len(starts):
                return start
        return starts[0]

    def _width(self, spanning: bool) -> float:
        """The width that explains most line ends: as much as a line fills, too little for the next word.

        Few lines are longer, such as one that a long address has pushed out.
        """
        rooms: list[tuple[float, float]] = []
        lengths: list[float] = []
        for (_page, column), found in self.found.items():
            if (column == 0) != spanning:
                continue
            left = self.lefts[_page, column]
            lengths += [line.ends - left for line in found]
            for last, one in pairwise(found):
                if abs(last.size - self.size) < 0.1 * self.size and last.y < one.y < last.y + 3 * self.size:
                    most = last.ends - left + SPACE * last.size + one.first
                    rooms.append((last.ends - left, most))
        lengths.sort()
        least = lengths[int(len(lengths) * NEARLY_ALL)] if lengths else 0.0
        return _stabbed(rooms, least) if rooms else least


def _stabbed(rooms: Sequence[tuple[float, float]], least: float) -> float:
    """The number from `least` on that lies in as many of the ranges as can be, and of those the least."""
    from_below = [(low - HAIR, high - HAIR) for low, high in rooms if high > least]
    events = sorted([(low, 0) for low, _high in from_below] + [(high, 1) for _low, high in from_below])
    best = count = 0
    place = least
    for at, closes in events:
        count += -1 if closes else 1
        if count > best or at + HAIR <= least:
            best, place = count, max(at + HAIR, least)
    return place
