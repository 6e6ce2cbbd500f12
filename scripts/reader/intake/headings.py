"""Headings: short lines that open what follows, with levels; and words in capitals that open a paragraph.

"Opposing ‘foreign interference’"            a line by itself, prose after it
"2.1 The theory"                             level 2, by its number
"BACKGROUND: After the collapse of …"        run in, where at least two paragraphs open so
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.intake.looks import Look
from reader.model.lines import Lines

NUMBERED = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\S|(?:chapter|part|section|глава|часть|раздел|فصل|بخش)\b|[IVX]{1,5}\.\s",
    re.I,
)
RUN_IN = re.compile(r"[^\W\d_][^\W\d_a-zа-я]{2,}(?:[ &/-]+[^\W\d_a-zа-я]+){0,4}:(?= \S)")
LONGEST = 14  # words
PROSE = 12
NEVER = frozenset("share subscribe account caption ad comments legal".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A heading: its raw line, its words, its level, how sure it is, and why."""

    line: int  # the raw line, from 1
    text: str  # white space made single; with its colon where it opens a paragraph
    level: int  # 1 to 6
    confidence: float  # from 0 to 1
    reason: str  # in words, for an editor


def headings(blocks: Sequence[tuple[Look, Lines]]) -> list[Found]:
    """Return the headings among the blocks of a text, which come with their raw lines."""
    found = [*_by_themselves(blocks), *_run_in(blocks)]
    return sorted(found, key=lambda one: one.line)


def _by_themselves(blocks: Sequence[tuple[Look, Lines]]) -> Iterator[Found]:
    capitals = [one.text.isupper() for one, _lines in blocks if _can_be(one)]
    mixed = any(capitals) and not all(capitals)
    for at, (one, (first, last)) in enumerate(blocks):
        if not _can_be(one) or at + 1 >= len(blocks) or first != last:
            continue
        following = next((other for other, _lines in blocks[at + 1 : at + 3] if not _can_be(other)), None)
        if following is None or following.size < PROSE or following.bullet:
            continue
        above = blocks[at - 1][0] if at else None
        if above is not None and above.size < 9 and above.ending not in ".:" and not _can_be(above):
            continue
        number = NUMBERED.match(one.text)
        sure = 0.9 if number or one.text.isupper() else 0.8 if one.ending == "n" and one.size <= 9 else 0.65
        level = (
            min(6, number[1].count(".") + 1)
            if number and number[1]
            else 2
            if mixed and not one.text.isupper()
            else 1
        )
        yield Found(
            first, " ".join(one.text.split()), level, sure, "a short line by itself that prose follows"
        )


def _can_be(one: Look) -> bool:
    return (
        0 < one.size <= LONGEST
        and one.ending in "n:."[: 2 if not one.text.endswith("?") else 3]
        and one.opening in "udo"
        and not one.bullet
        and not one.dated
        and not NEVER & one.classes.keys()
        and len(one.text) <= 120
        and not set(one.marks) & {"url", "at", "pipe", "copyright"}
    )


def _run_in(blocks: Sequence[tuple[Look, Lines]]) -> list[Found]:
    found: list[Found] = []
    for one, (first, _last) in blocks:
        if one.size > PROSE and (opened := RUN_IN.match(" ".join(one.text.split()))):
            reason = "words in capitals with a colon open the paragraph, as they do others"
            found.append(Found(first, opened[0], 1, 0.85, reason))
    return found if len(found) >= 2 else []
