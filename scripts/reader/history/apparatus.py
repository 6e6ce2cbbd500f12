"""The apparatus of a text: every difference between the raw text and the reading text."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.model import MARKUP, Anchor, Page
from reader.reading.rules import RULES
from reader.words.edits import backward
from reader.words.signs import odd_signs

LISTED_LINES = 12


@dataclass(frozen=True, slots=True)
class CutLines:
    """Raw lines that were cut, with their words."""

    lines: tuple[int, int]  # the first and the last, from 1
    kind: str  # that of the cut
    reason: str  # the editor’s words
    words: str  # as they stand in the raw text


@dataclass(frozen=True, slots=True)
class ShownHeading:
    """A heading that is shown in other capitals and signs than the raw text has."""

    passage: Anchor  # its anchor
    line: int  # the raw line that it begins on
    raw: str  # its words there
    shown: str  # the same as they are shown


@dataclass(frozen=True, slots=True)
class Regularised:
    """How often a rule changed the text."""

    rule: str  # its name
    does: str  # what it does, for readers
    times: int  # the number of its changes


@dataclass(frozen=True, slots=True)
class Sign:
    """A control character that is shown as a sign, or a character that nobody sees and that is kept."""

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


def shown_headings(page: Page) -> list[ShownHeading]:
    """Return the headings that are shown otherwise, in the order of the text."""
    entries = {one.line: one for one in page.source.about.heading if one.words_shown}
    return [
        ShownHeading(passage.id, entry.line, " ".join(entry.text.split()), passage.text)
        for passage in page.passages
        if passage.kind == "heading" and (entry := entries.get(passage.raw[0]))
    ]


def regularised(page: Page) -> list[Regularised]:
    """Return the rules that changed something, in their order."""
    times = Counter(
        change.edit.rule
        for one in page.cleaned.passes
        for change in one.changes
        if change.edit.kind == "regularise"
    )
    return [Regularised(rule.name, str(rule.does), times[rule.name]) for rule in RULES if times[rule.name]]


def switched_off(page: Page) -> list[str]:
    """Return what the rules do that are off for this text."""
    off = page.source.about.regularise.off
    return [str(rule.does) for rule in RULES if rule.name in off]


def set_apart(page: Page) -> Mapping[str, int]:
    """Return how often the source marks something within its lines, by what it is.

    `footnote`, `number`, `page` and `line` are signs that were taken out of the text, `notes` were put behind
    it, `pages` are those of the print; the others are kinds of markup.
    """
    taken = Counter(
        change.edit.rule for change in page.cleaned.passes[0].changes if change.edit.kind == "label"
    )
    marked = Counter(
        mark.kind for passage in page.passages for kind in MARKUP for mark in passage.marked(kind)
    )
    counts = {name: taken[name] for name in ("footnote", "number", "page", "line")}
    counts |= {"notes": len(page.footnotes), "pages": len(page.print_pages)}
    counts |= {kind: marked[kind] for kind in MARKUP}
    return {name: count for name, count in counts.items() if count}


def signs(page: Page) -> list[Sign]:
    """Return the control characters of the raw text, each with where it stands."""
    found: dict[tuple[str, str], list[int]] = {}
    for change, line in _controls(page):
        found.setdefault((change[0], change[1]), []).append(line)
    return [
        Sign(_name(character), sign, len(lines), tuple(dict.fromkeys(lines))[:LISTED_LINES])
        for (character, sign), lines in found.items()
    ]


def odd(page: Page) -> list[Sign]:
    """Return the joiners and marks of direction that are kept, and that no spelling needs there."""
    found: dict[str, list[int]] = {}
    for passage in page.passages:
        for offset, sign in odd_signs(passage.text):
            found.setdefault(sign, []).append(page.cleaned.raw_line(passage.start + offset))
    return [
        Sign(_name(sign), "", len(lines), tuple(dict.fromkeys(lines))[:LISTED_LINES])
        for sign, lines in sorted(found.items())
    ]


def _controls(page: Page) -> Iterator[tuple[tuple[str, str], int]]:
    passes = page.cleaned.passes
    for index, one in enumerate(passes):
        for change in one.changes:
            if change.edit.rule in ("controls", "direction-marks"):
                offset = backward(passes[:index], change.edit.start)
                line = page.cleaned.raw.line_of(offset)
                yield (change.removed, change.edit.replacement), line


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "control character")
    return f"{code} {name.lower()}"
