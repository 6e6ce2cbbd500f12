"""What one text has in place of the usual rules: those that are off, and its own quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Regularise
from reader.model.problems import Problem
from reader.words.quotation_marks import Marks


def marks_asked(asked: Regularise) -> Marks | None:
    """Return the quotation marks that a text asks for, or None for those of its language."""
    signs = asked.marks
    if len(signs) < 2 or next(check_regularise(asked), None):
        return None
    return Marks((signs[0], signs[1]), (signs[-2], signs[-1]))


def check_regularise(asked: Regularise) -> Iterator[Problem]:
    """Yield what is wrong with the marks, and a table that asks for nothing."""
    at, signs = asked.at, asked.marks
    if asked.at.path and not asked.off and not signs:
        hint = "name the rules that are off, or the marks; or drop the table"
        yield Problem(at.path, at.line, "S14", "[regularise] asks for nothing", hint)
    if len(signs) not in {0, 2, 4} or any(
        len(sign) != 1 or sign.isalnum() or sign.isspace() for sign in signs
    ):
        hint = 'write two signs, or four: marks = ["„", "“", "‚", "‘"]'
        yield Problem(at.path, at.line, "S14", f"{len(signs)} marks are no pairs of quotation marks", hint)
    if signs and "quotes" in asked.off:
        hint = "drop one of the two"
        yield Problem(at.path, at.line, "S14", "“quotes” are off, and marks are given for them", hint)
