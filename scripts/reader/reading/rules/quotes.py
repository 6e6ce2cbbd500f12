r"""Straight quotation marks and apostrophes made curly, in the marks of the passage’s language.

    Kazakhstan's            ->  Kazakhstan’s
    the 'near abroad' are   ->  the ‘near abroad’ are
    "Rising Stakes," said   ->  “Rising Stakes,” said
    Er sagte: "Ja."         ->  Er sagte: „Ja.“          in German
    "Oui", dit-il           ->  «\u00a0Oui\u00a0», dit-il    in French
    צה"ל                    ->  צה״ל                     a mark within a Hebrew word

A mark after a digit that closes nothing (5' 6") is left, since it may be a prime. In Chinese and Japanese
all marks stay as they are in the source.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reader.reading.rules.rule import Proposal, Setting
from reader.words.quotation_marks import Marks, marks_of
from reader.words.quote_turns import Turned, turned

LINE = regex.compile(r"[^\n]*['\"][^\n]*")
DOUBLED = frozenset("„“”«»")  # what may stand for a double mark within a quotation
HEBREW = regex.compile(r"\p{Hebrew}")
APOSTROPHE, GERESH, GERSHAYIM = "’", "׳", "״"


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose the marks of the language for each straight quotation mark."""
    for match in LINE.finditer(text):
        marks = setting.marks or marks_of(setting.language(match.start()))
        if marks:
            yield from _of_line(text, match.start(), match[0], marks)


def _of_line(text: str, start: int, line: str, marks: Marks) -> Iterator[Proposal]:
    free = start  # a space between two marks goes with the first of them
    for one in turned(line):
        at = start + one.at
        if one.turn == "apostrophe":
            yield at, at + 1, _apostrophe(text, at)
        elif one.turn != "prime":
            begins, ends, replacement = _marked(text, at, one, marks)
            yield max(begins, free), ends, replacement
            free = ends


def _apostrophe(text: str, at: int) -> str:
    if text[at] == '"':
        return GERSHAYIM
    return GERESH if HEBREW.match(text[at - 1 : at]) else APOSTROPHE


def _marked(text: str, at: int, one: Turned, marks: Marks) -> Proposal:
    """Put a mark of the language in the place of a straight one, with the space that belongs to it."""
    nested = text[at] == "'" or (one.within and set(marks.inner) <= DOUBLED)
    opening, closing = marks.inner if nested else marks.outer
    space = "" if nested else marks.space
    if one.turn == "opens":
        end = at + 1 + (bool(space) and text[at + 1 : at + 2].isspace())
        return at, end, opening + space
    start = at - (bool(space) and text[at - 1 : at].isspace())
    return start, at + 1, space + closing
