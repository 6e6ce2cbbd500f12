r"""Cells of a printed table by the places at which they stand, so that some can be blank.

    Port      Height    Year       ->    Port ⇥ Height ⇥ Year
    Hull                1999             Hull ⇥ ⇥ 1999
    Goole        5.1                     Goole ⇥ 5.1 ⇥

Columns are what the same blank places set apart in every row. A cell of the header that stands over several
of them is put into the first, and the others are blank. Where tabs divide cells, rows that end early have
blank ones behind.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

Cell = tuple[int, int]  # where it begins and ends in the text; a blank one begins where it ends
WORDS = regex.compile(r"\S+(?:[^\S\n]\S+)*")  # single spaces stand within a cell
LINE = regex.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a line with no more than single spaces between them."""

    cell: Cell  # where they stand in the text
    first: int  # the place in the line at which they begin, from 0
    last: int  # that of their last character


def aligned(text: str, start: int, end: int, header: int, wanted: int) -> list[list[Cell]]:
    """Return the cells of each row, as many in every one; `wanted` is how many, or 0 where nobody has said.

    Of `header` rows nothing is learned about the columns where they show fewer than the others.
    """
    lines = [match.span() for match in LINE.finditer(text, start, end) if match[0].strip()]
    if any("\t" in text[first:last] for first, last in lines):
        return _filled_up([list(_between_tabs(text, *line)) for line in lines])
    runs = [_runs(text, *line) for line in lines]
    of_all, of_body = _columns(runs), _columns(runs[max(0, header) :])
    columns = of_all if len(of_all) >= len(of_body) else of_body
    if 0 < wanted < len(columns):
        columns = _widest_apart(columns, wanted)
    return [_in_columns(row, columns) for row in runs]


def _between_tabs(text: str, start: int, end: int) -> Iterator[Cell]:
    at = start
    for cell in text[start:end].split("\t"):
        bare = cell.strip()
        first = at + (cell.index(bare) if bare else 0)
        yield first, first + len(bare)
        at += len(cell) + 1


def _filled_up(rows: list[list[Cell]]) -> list[list[Cell]]:
    most = max(map(len, rows), default=0)
    return [row + [(row[-1][1], row[-1][1])] * (most - len(row)) for row in rows]


def _runs(text: str, start: int, end: int) -> list[Run]:
    places = [0]  # of each character of the line: Chinese takes two, and a mark none
    for sign in text[start:end]:
        width = 0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        places.append(places[-1] + width)
    found = WORDS.finditer(text, start, end)
    return [Run(one.span(), places[one.start() - start], places[one.end() - start] - 1) for one in found]


def _columns(rows: Sequence[Sequence[Run]]) -> list[Cell]:
    """The first and the last place of each column: what no row leaves blank belongs together."""
    columns: list[Cell] = []
    for run in sorted((run for row in rows for run in row), key=lambda run: run.first):
        if columns and run.first <= columns[-1][1] + 1:
            columns[-1] = (columns[-1][0], max(columns[-1][1], run.last))
        else:
            columns.append((run.first, run.last))
    return columns


def _widest_apart(columns: Sequence[Cell], number: int) -> list[Cell]:
    """So many columns, those that stand closest together made one."""
    gaps = sorted(pairwise(columns), key=lambda pair: pair[0][1] - pair[1][0])[: number - 1]
    begins = sorted([columns[0][0], *(after[0] for _before, after in gaps)])
    ends = [*begins[1:], columns[-1][1] + 1]
    return [(first, end - 1) for first, end in zip(begins, ends, strict=True)]


def _in_columns(row: Sequence[Run], columns: Sequence[Cell]) -> list[Cell]:
    """The cells of a row: words stand in the first column that they touch, or in the nearest."""
    found: list[Cell | None] = [None] * len(columns)
    for run in row:
        at = min(range(len(columns)), key=lambda one: (_apart(run, columns[one]), one))
        known = found[at]
        found[at] = (known[0], run.cell[1]) if known else run.cell
    return list(_with_blanks(found, row[0].cell[0]))


def _apart(run: Run, column: Cell) -> int:
    return max(0, column[0] - run.last, run.first - column[1])


def _with_blanks(cells: Sequence[Cell | None], start: int) -> Iterator[Cell]:
    at = start
    for cell in cells:
        at = cell[1] if cell else at
        yield cell or (at, at)
