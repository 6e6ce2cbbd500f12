"""What the editor wrote down by raw line, found in the raw text: cuts, corrections, supplied words, sics.

Everything here speaks in offsets of the raw text, so that the line numbers an editor sees in any text
editor are the ones that count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.model import At, Correction, Cut, Heading, Sic, Source, Supply
from reader.model.problems import Problem
from reader.reading.figures import captions
from reader.words.edits import Edit
from reader.words.raw_text import RawText

Entry = Correction | Sic | Supply
WRAPPED = re.compile(r"(?<![\r\n])(?:\r\n|\r|\n)(?!\s*[\r\n])")  # a line end within a supplied paragraph
INDENTED = 400  # spaces, at most, before a heading and within one that is wrapped


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with the edit that it stands for; what only marks words is found and never applied."""

    edit: Edit  # not yet applied
    entry: Entry  # the editor’s
    applied: bool = True  # whether it is to be


def find_cuts(source: Source, raw: RawText) -> tuple[list[Edit], list[Problem]]:
    """Return the cuts of whole lines, and those whose lines, guard or neighbours are wrong."""
    edits: list[Edit] = []
    problems: list[Problem] = []
    free = 1
    for cut in sorted(source.about.cut, key=lambda cut: cut.lines):
        first, last = cut.lines
        if not raw.has(first, last) or last < first:
            problems.append(no_such_line(cut.at, f"{first}–{last}", raw))
            continue
        problems += _guard(cut, raw)
        if first < free:
            message = f"lines {first}–{min(last, free - 1)} are cut already"
            problems.append(Problem(cut.at.path, cut.at.line, "S05", message, "let each line be cut once"))
        first, free = max(first, free), max(free, last + 1)
        if first <= last:
            start, end = raw.span(first, last)
            edits += [Edit(start, end, "", "cut", cut.kind, cut.reason)] if start < end else []
    return edits, problems


def find_entries(source: Source, raw: RawText, edits: Sequence[Edit]) -> tuple[list[Found], list[Problem]]:
    """Locate each correction, supplied block and sic in the raw text, in the order of the text.

    `edits` are those that are made already: cuts, and signs that are taken out.
    """
    found: list[Found] = []
    problems: list[Problem] = []
    taken = list(edits)
    entries: list[Entry] = [
        *source.corrections.correction,
        *source.corrections.supply,
        *captions(source),
        *source.corrections.sic,
    ]
    for entry in entries:
        at = entry.at
        line = entry.before if isinstance(entry, Supply) else entry.line
        if not raw.has(line):
            problems.append(no_such_line(at, str(line), raw))
            continue
        edit = _supplied(entry, raw) if isinstance(entry, Supply) else _located(entry, raw)
        if isinstance(edit, Problem):
            problems.append(edit)
        elif touches(edit, taken):
            message = f"the words at line {line} are cut, corrected or supplied already"
            problems.append(Problem(at.path, at.line, "C03", message, "drop one of the two"))
        else:
            found.append(Found(edit, entry, applied=not isinstance(entry, Sic)))
            if not isinstance(entry, Sic):
                taken.append(edit)
    return sorted(found, key=lambda one: (one.edit.start, one.edit.end)), problems


def misplaced_headings(headings: Iterable[Heading], raw: RawText, cuts: Sequence[Edit]) -> Iterator[Problem]:
    """Say which headings do not open the line that they are said to open."""
    for heading in headings:
        at = heading.at
        if not raw.has(heading.line):
            yield no_such_line(at, str(heading.line), raw)
            continue
        line = " ".join(raw.line(heading.line).split())
        start = raw.starts[heading.line - 1]
        onwards = " ".join(raw.text[start : start + len(heading.text) + INDENTED].split())
        if any(cut.start <= start < cut.end for cut in cuts):
            yield Problem(
                at.path, at.line, "S07", f"line {heading.line} is cut", "drop the heading or the cut"
            )
        elif not onwards.startswith(heading.text):
            message = f"line {heading.line} does not begin with “{heading.text}”"
            yield Problem(at.path, at.line, "S07", message, f"it begins “{line[:40]}”")


def _guard(cut: Cut, raw: RawText) -> Iterator[Problem]:
    line = " ".join(raw.line(cut.lines[0]).split())
    held = line.startswith(" ".join(cut.begins.split())) if cut.begins else not line
    if not held:
        wanted = f"with “{cut.begins}”" if cut.begins else "and end as a blank line"
        message = f"line {cut.lines[0]} does not begin {wanted}"
        yield Problem(cut.at.path, cut.at.line, "S04", message, f"it begins “{line[:40]}”")


def _supplied(entry: Supply, raw: RawText) -> Edit | Problem:
    start, words = raw.starts[entry.before - 1], WRAPPED.sub(" ", entry.text.strip())
    if not words:
        return Problem(entry.at.path, entry.at.line, "C03", "the supplied text is empty", "drop it")
    return Edit(start, start, f"\n\n{words}\n\n", "correct", "supply", entry.reason)


def _located(entry: Correction | Sic, raw: RawText) -> Edit | Problem:
    places = raw.find(entry.find, entry.line)
    at, words = entry.at, f"“{entry.find}”"
    if not places:
        hint = f"the line reads “{raw.line(entry.line)[:60]}”"
        return Problem(at.path, at.line, "C01", f"{words} does not begin in line {entry.line}", hint)
    if len(places) > 1:
        message = f"{words} begins {len(places)} times in line {entry.line}"
        return Problem(at.path, at.line, "C02", message, "quote more of the line")
    start, end = places[0], places[0] + len(entry.find)
    if isinstance(entry, Sic):
        return Edit(start, end, entry.find, "correct", "sic", entry.reason)
    if entry.find == entry.replace:
        return Problem(at.path, at.line, "C03", f"{words} is replaced by itself", "drop the correction")
    return Edit(start, end, entry.replace, "correct", "correction", entry.reason)


def touches(edit: Edit, taken: Iterable[Edit]) -> bool:
    """Return whether an edit lies on one of those already made; an insertion may stand at either end of one.

    Of two insertions at one place nobody has said which comes first.
    """
    if edit.start == edit.end:
        place = (edit.start, edit.end)
        return any(
            other.start < edit.start < other.end or place == (other.start, other.end) for other in taken
        )
    return any(other.start < edit.end and edit.start < other.end for other in taken)


def no_such_line(at: At, lines: str, raw: RawText) -> Problem:
    """Return the problem of lines that the raw text does not have (S06)."""
    message = f"line {lines} is not in a raw text of {len(raw.starts)} lines"
    return Problem(at.path, at.line, "S06", message, "count the lines of raw.txt from 1")
