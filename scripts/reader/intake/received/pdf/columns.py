"""Find the columns of a page, and the order in which its lines are read.

    +-----------------+        A title, or a picture’s caption, that runs over both columns ends the columns
    |  a title        |   1    above it: they are read first, the left one before the right, and the columns
    |  left  | right  |  2 3   below it after it.
    +-----------------+

A gutter is an upright that hardly any line crosses, with lines of running text on both sides: their left
edges stand under one another, and they fill their columns. The cells of a table do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from reader.intake.received.pdf.glyphs import Run
from reader.intake.received.pdf.lines import Line, lines, rows

LEAST_LINES = 4  # on either side of a gutter of which no other page knows
NARROWEST = 9.0  # of the size of the type: a column of prose
FULL = 0.6  # of its column that the lines of prose fill, in the middle
GUTTER = 0.5  # of the size: how much room a gutter has at the least
FILLED = 0.8  # the same of a column beside which another has just begun
SAME = 2.5  # points by which edges of one column may differ


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its column: 0 runs over all columns, else they count from 1 in the order of reading."""

    line: Line  # with its place on the page, in points
    column: int  # on its page


def gutters(pages: Sequence[Sequence[Run]], size: float) -> list[list[float]]:
    """Return for each page the uprights at which its columns begin, but for the first one’s."""
    found = [_gutters(runs, size, LEAST_LINES) for runs in pages]
    usual = Counter(round(x / SAME) for page in found for x in page)
    known = [x * SAME for x, times in usual.items() if times > 1]
    made = []
    for runs, own in zip(pages, found, strict=True):
        more = [x for x in known if not any(abs(x - one) < 4 * SAME for one in own)]
        more = [x for x in more if _splits(runs, x, size, least=1)]
        made.append(sorted([*own, *_apart(more, size)]))
    return made


def _apart(found: list[float], size: float) -> list[float]:
    kept: list[float] = []
    for x in sorted(found):
        if not kept or x - kept[-1] > NARROWEST * size:
            kept.append(x)
    return kept


def _gutters(runs: Sequence[Run], size: float, least: int) -> list[float]:
    """The left edges of columns, where many lines begin, that split the page."""
    edges = Counter(round(run.x0 / SAME) for run in runs)
    kept: list[float] = []
    for edge, times in edges.most_common():
        x = edge * SAME
        if any(abs(x - one) <= NARROWEST * size for one in kept):
            continue
        if (times >= least and _splits(runs, x, size, least)) or _begins_a_column(runs, x, size):
            kept.append(x)
    return sorted(kept)


def _splits(runs: Sequence[Run], x: float, size: float, least: int) -> bool:
    """Whether two columns of prose stand at either side of the room before `x`."""
    left, right, crossed = _sides(runs, x, size)
    if len(left) < least or len(right) < least:
        return False
    if crossed > (0.5 if least > 1 else 0.34) * max(len(left), len(right)):
        return False
    return _is_prose(left, size, least) and _is_prose(right, size, least) and _stand_apart(left, x, size)


def _begins_a_column(runs: Sequence[Run], x: float, size: float) -> bool:
    """Whether a last column of few lines stands beside a full one, and nothing runs over both."""
    if not any(abs(run.x0 - x) < SAME for run in runs):
        return False
    left, right, crossed = _sides(runs, x, size)
    if crossed or len(left) < 2 * LEAST_LINES or not right or not _stand_apart(left, x, size):
        return False
    width = max(line.x1 for line in left) - min(line.x0 for line in left)
    fill = median((line.x1 - line.x0) / width for line in left)
    words = sum(any(map(str.isalpha, line.text)) for line in right)
    return width > NARROWEST * size and fill > FILLED and words * 2 > len(right)


def _sides(runs: Sequence[Run], x: float, size: float) -> tuple[list[Line], list[Line], int]:
    """The lines at the left and at the right of an upright, and how many cross it."""
    edge = x - SAME
    over = [run for run in runs if run.x0 < edge - GUTTER * size and run.x1 > edge]
    left = lines(run for run in runs if run.x1 <= edge)
    right = lines(run for run in runs if run.x0 >= edge)
    return left, right, len(rows(over))


def _stand_apart(left: Sequence[Line], x: float, size: float) -> bool:
    ends = sorted(line.x1 for line in left)
    return x - SAME - ends[max(0, int(len(ends) * 0.9) - 1)] > GUTTER * size - SAME


def _is_prose(column: Sequence[Line], size: float, least: int) -> bool:
    """Whether lines fill a column as running text does."""
    width = max(line.x1 for line in column) - min(line.x0 for line in column)
    if width < NARROWEST * size and least > 1:
        return False
    return least == 1 or median((line.x1 - line.x0) / width for line in column) > FULL


def in_order(runs: Sequence[Run], starts: Sequence[float], size: float) -> Iterator[Placed]:
    """Yield the lines of a page in the order of reading."""
    if not starts:
        yield from (Placed(line, 1) for line in lines(runs))
        return
    over = [run for run in runs if _crosses(run, starts, size)]
    spanning = _whole_rows(over, runs)
    taken = {id(run) for row in spanning for run in row}
    rest = [run for run in runs if id(run) not in taken]
    above = float("-inf")
    for row in [*spanning, None]:
        below = min(run.y for run in row) if row else float("inf")
        band = [run for run in rest if above <= run.y < below]
        yield from _columns(band, starts, rtl=_is_rtl(runs))
        if row:
            yield from (Placed(line, 0) for line in lines(row))
            above = below


def _is_rtl(runs: Sequence[Run]) -> bool:
    return sum(run.is_rtl for run in runs) * 2 > len(runs)


def _crosses(run: Run, starts: Sequence[float], size: float) -> bool:
    return any(run.x0 < x - SAME - GUTTER * size and run.x1 > x + SAME for x in starts)


def _whole_rows(over: Sequence[Run], runs: Sequence[Run]) -> list[list[Run]]:
    """The lines that cross a gutter, with what else stands on them."""
    made = []
    for row in rows(over):
        y, size = row[0].y, max(run.size for run in row)
        ids = {id(run) for run in row}
        near = [run for run in runs if id(run) not in ids and abs(run.y - y) < 0.2 * size]
        edges = min(run.x0 for run in row), max(run.x1 for run in row)
        beside = [one for one in near if one.x0 < edges[1] + 1.5 * size and one.x1 > edges[0] - 1.5 * size]
        made.append([*row, *beside])
    return made


def _columns(band: Sequence[Run], starts: Sequence[float], *, rtl: bool) -> Iterator[Placed]:
    columns: list[list[Run]] = [[] for _ in range(len(starts) + 1)]
    for run in band:
        columns[sum(run.x0 >= x - SAME for x in starts)].append(run)
    if rtl:
        columns.reverse()
    for number, column in enumerate(columns, 1):
        yield from (Placed(line, number) for line in lines(column))
