"""The numbers that a print sets at the ends of lines of verse: taken out, since they are shown beside them.

[[part]]                      4   ‘With loss of Eden, till one greater Man’
lines = "1-6"                 5   ‘Restore us, and regain the blissful seat,     5’
kind = "verse"                6   ‘Sing, Heavenly Muse,’
first_line = 1
line_numbers = true           ->  line 5 reads “Restore us, and regain the blissful seat,”
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import regex

from reader.model import Part, Source
from reader.model.problems import Problem
from reader.reading.decisions import touches
from reader.reading.plan import Plan
from reader.words.edits import Edit
from reader.words.raw_text import RawText

AT_END = regex.compile(r"(?<=\S)(?:[^\S\n]{2,}|\t[^\S\n]*)[(\[]?(\p{Nd}{1,6})[)\]]?(?=\s*$)")


def find_line_numbers(
    source: Source, raw: RawText, planned: Plan, taken: Sequence[Edit]
) -> tuple[list[Edit], list[Problem]]:
    """Return what takes the numbers out, and those that are not the numbers of their lines (K07)."""
    edits: list[Edit] = []
    problems: list[Problem] = []
    for part in source.about.part:
        if not part.line_numbers:
            continue
        if part.kind != "verse" or part.first_line < 1:
            message = "line_numbers is said of no verse whose lines are counted"
            problems.append(_problem(part, message, "say kind = “verse” and first_line = 1"))
            continue
        found = list(_numbers(part, raw, planned, taken))
        wrong = [one for one in found if _value(one[2]) != one[1]]
        problems += [_wrong(part, *one) for one in wrong[:1]]
        if not found and raw.has(*part.lines):
            problems.append(_problem(part, "no line ends with its number", "drop line_numbers"))
        edits += [edit for _line, _number, edit in found] if not wrong else []
    return edits, problems


def _numbers(
    part: Part, raw: RawText, planned: Plan, taken: Iterable[Edit]
) -> Iterator[tuple[int, int, Edit]]:
    """The raw lines that end with a number: the line, the number that it should have, and the edit."""
    first, last = part.lines
    number = part.first_line
    known = list(taken)
    for line in range(first, last + 1) if raw.has(first, last) else ():
        span = planned.innermost(line)
        start, words = raw.starts[line - 1], raw.line(line)
        cut = any(one.start <= start < one.end for one in known)
        if not words.strip() or cut or span is None or span.entry is not part:
            continue
        if match := AT_END.search(words):
            edit = Edit(start + match.start(), start + match.end(), "", "label", "line", match[1])
            if not touches(edit, known):
                yield line, number, edit
        number += 1


def _value(edit: Edit) -> int:
    return int("".join(str(unicodedata.decimal(sign)) for sign in edit.reason))


def _wrong(part: Part, line: int, number: int, edit: Edit) -> Problem:
    message = f"raw line {line} ends with {edit.reason}, and is line {number} of the verse"
    hint = (
        "mend first_line or the lines of the part; or drop line_numbers, where they are no numbers of lines"
    )
    return _problem(part, message, hint)


def _problem(part: Part, message: str, hint: str) -> Problem:
    return Problem(part.at.path, part.at.line, "K07", message, hint)
