"""The apparatus of a text: every difference between the raw text and the reading text."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model import Page
from reader.reading.rules import RULES
from reader.words.edits import backward

LISTED_LINES = 12


@dataclass(frozen=True, slots=True)
class CutLines:
    """Raw lines that were cut, with their words."""

    lines: tuple[int, int]  # the first and the last, from 1
    kind: str  # that of the cut
    reason: str  # the editor’s words
    words: str  # as they stand in the raw text


@dataclass(frozen=True, slots=True)
class Regularised:
    """How often a rule changed the text."""

    rule: str  # its name
    does: str  # what it does, for readers
    times: int  # the number of its changes


@dataclass(frozen=True, slots=True)
class Sign:
    """A control character that is shown as a visible sign."""

    name: str  # that of the character in Unicode
    sign: str  # what is shown for it
    times: int  # how often it occurs
    lines: tuple[int, ...]  # the raw lines, from 1, each once


def cuts(page: Page) -> list[CutLines]:
    """Return the cuts in the order of the raw text."""
    if page.withheld:
        return []
    raw = page.cleaned.raw
    found = []
    for cut in sorted(page.source.about.cut, key=lambda cut: cut.lines):
        start, end = raw.span(*cut.lines)
        found.append(CutLines(cut.lines, cut.kind, cut.reason, raw.text[start:end]))
    return found


def regularised(page: Page) -> list[Regularised]:
    """Return the rules that changed something, in their order."""
    times = Counter(
        change.edit.rule
        for one in page.cleaned.passes
        for change in one.changes
        if change.edit.kind == "regularise"
    )
    return [Regularised(rule.name, rule.does, times[rule.name]) for rule in RULES if times[rule.name]]


def signs(page: Page) -> list[Sign]:
    """Return the control characters of the raw text, each with where it stands."""
    found: dict[tuple[str, str], list[int]] = {}
    for change, line in _controls(page):
        found.setdefault((change[0], change[1]), []).append(line)
    return [
        Sign(_name(character), sign, len(lines), tuple(dict.fromkeys(lines))[:LISTED_LINES])
        for (character, sign), lines in found.items()
    ]


def _controls(page: Page) -> Iterator[tuple[tuple[str, str], int]]:
    passes = page.cleaned.passes
    for index, one in enumerate(passes):
        for change in one.changes:
            if change.edit.rule == "controls":
                offset = backward(passes[:index], change.edit.start)
                line = page.cleaned.raw.line_of(offset)
                yield (change.removed, change.edit.replacement), line


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "control character")
    return f"{code} {name.lower()}"
