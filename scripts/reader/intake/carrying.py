"""A newer copy of a text: what an editor has decided about the old one is carried over to it.

    old line 37  “Vali Kaleji is Ph.D.”   ->   new line 41, where the same line stands

Entries name raw lines; a line is found again by its words and by its neighbours. The file of the editor is
kept as it is, with other numbers; an entry whose lines are gone is made a comment, and told.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.words.raw_text import RawText

HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?$")
PLACE = re.compile(r"(\s*(?:line|lines|before)\s*=\s*\"?)(\d+)(?:-(\d+))?(.*)")


@dataclass(frozen=True, slots=True)
class Carried:
    """A file with the numbers of the new raw text, and the entries that are comments now."""

    text: str  # the whole file, in TOML
    lost: tuple[str, ...]  # a line of the report for each of those entries; empty if all fit


def lines_again(old: str, new: str) -> dict[int, int]:
    """Return where the lines of the old raw text stand in the new one, as far as they do."""
    before, after = (_worded(RawText(text)) for text in (old, new))
    matcher = difflib.SequenceMatcher(lambda line: not line, before, after, autojunk=False)
    return {
        first + at + 1: second + at + 1
        for first, second, size in matcher.get_matching_blocks()
        for at in range(size)
    }


def _worded(raw: RawText) -> list[str]:
    return [" ".join(raw.line(number).split()) for number in range(1, len(raw.starts) + 1)]


def carry(toml: str, again: Mapping[int, int], old: RawText) -> Carried:
    """Return a file of an editor with the lines of the new raw text."""
    out: list[str] = []
    lost: list[str] = []
    for rows in tables(toml.split("\n")):
        moved = [_moved(row, again) for row in rows]
        if None in moved:
            place = next(row for row, there in zip(rows, moved, strict=True) if there is None)
            lost.append(_told(rows, place, old))
            out += [f"# {row}" if row.strip() else row for row in rows]
        else:
            out += [row for row in moved if row is not None]
    return Carried("\n".join(out), tuple(lost))


def tables(rows: Sequence[str]) -> Iterator[list[str]]:
    """Yield the rows of each table of a file, the rows above the first one before them."""
    table: list[str] = []
    for row in rows:
        if HEADER.match(row):
            yield table
            table = []
        table.append(row)
    yield table


def _moved(row: str, again: Mapping[int, int]) -> str | None:
    """A row with the number of its raw line in the new text; None where the line is gone."""
    found = PLACE.fullmatch(row)
    if not found:
        return row
    first = again.get(int(found[2]))
    last = again.get(int(found[3])) if found[3] else first
    if first is None or last is None or last < first:
        return None
    return f"{found[1]}{first}{f'-{last}' if found[3] else ''}{found[4]}"


def _told(rows: Sequence[str], place: str, old: RawText) -> str:
    """An entry that does not fit, for the report."""
    header = HEADER.match(rows[0])
    found = PLACE.fullmatch(place)
    number = int(found[2]) if found else 0
    words = " ".join(old.line(number).split())[:48] if old.has(number) else ""
    return f"[[{header[1] if header else ''}]] of the old raw line {number}: “{words}”"


def without(toml: str, lines: Sequence[int]) -> Carried:
    """Return a file in which the entries that begin at some lines of it are comments."""
    out: list[str] = []
    lost: list[str] = []
    number = 1
    for rows in tables(toml.split("\n")):
        gone = any(number <= line < number + len(rows) for line in lines) and bool(HEADER.match(rows[0]))
        if gone:
            place = next((row.strip() for row in rows if PLACE.fullmatch(row)), "")
            lost.append(f"{rows[0].strip()} {place}")
        out += [f"# {row}" if gone and row.strip() else row for row in rows]
        number += len(rows)
    return Carried("\n".join(out), tuple(lost))
