r"""Cells of a table set apart by tabs and its rows by line ends, where source.toml names a table.

"Port      Height\nHull         6.9"    ->  "Port\tHeight\nHull\t6.9"
"| Port | Height |\n|---|---|\n| Hull | 6.9 |"    ->  "Port\tHeight\nHull\t6.9"     cells = "bars"
"Port Height Hull\n6.9"                 ->  "Port\tHeight\nHull\t6.9"     cells = "words", columns = 2
"Port  Height  Year\nHull          1999" ->  "Port\tHeight\tYear\nHull\t\t1999"     cells = "aligned"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model import Table
from reader.reading.rules.rule import Proposal, Setting
from reader.words.aligned_cells import Cell, aligned

APART = re.compile(r"[^\S\n]{2,}")
TABS = re.compile(r"[^\S\n\t]*\t[^\S\n\t]*")
BARS = re.compile(r"[^\S\n]*[|│┃][^\S\n]*")
SPACES = re.compile(r"[^\S\n]+")
RULE = re.compile(r"[\s|│┃:+=─-]*")
LINE = re.compile(r"[^\n]+")


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose a tab or a line end for whatever stands between two cells."""
    for table, start, end in setting.tables():
        rows = _of_table(text, start, end, table)
        at, wanted = start, ""
        for number, row in enumerate(rows):
            wanted += "\n" if number else ""
            for place, (first, last) in enumerate(row):
                wanted += "\t" if place else ""
                if first < last:  # a blank cell has no place of its own
                    yield from _between(text, at, first, wanted)
                    at, wanted = last, ""
        if rows:
            tail = text[at:end]
            yield from _between(text, at, at + len(tail) - len(tail.lstrip(" \t|│┃")), wanted)


def _of_table(text: str, start: int, end: int, table: Table) -> list[list[Cell]]:
    if table.cells == "aligned":
        return aligned(text, start, end, table.header, table.columns)
    rows = list(_rows(text, start, end, table))
    if not table.columns:
        return rows
    cells = [cell for row in rows for cell in row]
    return [cells[at : at + table.columns] for at in range(0, len(cells), table.columns)]


def _between(text: str, start: int, end: int, wanted: str) -> Iterator[Proposal]:
    if text[start:end] != wanted:
        yield start, end, wanted


def _rows(text: str, start: int, end: int, table: Table) -> Iterator[list[Cell]]:
    """The cells of each line of a table that is not blank and no rule of a printed table."""
    has_tabs = "\t" in text[start:end]
    for match in LINE.finditer(text, start, end):
        line = match[0].strip(" ") if has_tabs else match[0].strip()
        if not match[0].strip() or (table.cells == "bars" and RULE.fullmatch(match[0])):
            continue
        first = match.start() + match[0].index(line)
        last = first + len(line)
        if table.cells == "lines":
            yield [(first, last)]
            continue
        if table.cells == "bars":
            first += 1 if line[0] in "|│┃" else 0
            last -= 1 if line[-1] in "|│┃" and last > first else 0
        yield list(_cells(text, first, last, _separator(table, has_tabs)))


def _separator(table: Table, has_tabs: bool) -> re.Pattern[str]:
    if table.cells == "apart":
        return TABS if has_tabs else APART
    return BARS if table.cells == "bars" else SPACES


def _cells(text: str, first: int, last: int, separator: re.Pattern[str]) -> Iterator[Cell]:
    at = first
    for match in separator.finditer(text, first, last):
        yield _trimmed(text, at, match.start())
        at = match.end()
    yield _trimmed(text, at, last)


def _trimmed(text: str, start: int, end: int) -> Cell:
    """A cell without the spaces round it; one of spaces alone is empty, and stands where it begins."""
    words = text[start:end]
    bare = words.strip()
    if not bare:
        return start, start
    lead = words.index(bare)
    return start + lead, start + lead + len(bare)
