"""A text whose lines are wrapped: what belongs to its pages, where its paragraphs begin, what is divided.

Blank lines set paragraphs apart where a text has them between paragraphs; at the turn of a page they say
nothing, since a head or a foot stood there. What stands between two lines of one paragraph is cut as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.intake import pages, starts
from reader.intake.hyphens import Hyphens
from reader.intake.layout import Lay
from reader.intake.looks import Look, look
from reader.intake.pages import Furniture, Line
from reader.intake.proposal import Block, Decided, Kind, merged
from reader.intake.sheet import Sheet
from reader.intake.starts import Start
from reader.intake.weighing import Weights
from reader.model.lines import Lines

SURE_START = 2.0  # the score of a paragraph that begins without a blank line, where others have one


def judge(
    sheet: Sheet, found: Sequence[Look], how: Lay, weights: Weights
) -> tuple[list[Decided], list[list[Line]]]:
    """Return the cuts and the paragraphs' beginnings of a printed text, and its paragraphs."""
    lines = [row.text for row in sheet.rows]
    labels = [row.page for row in sheet.rows] if any(row.page for row in sheet.rows) else []
    every = pages.paged(lines, labels)
    heads = {one.line: one for one in [*pages.furniture(every), *pages.isolated(found)]}
    rows = [one for one in every if one.line not in heads] or every
    heads = heads if len(rows) < len(every) else {}
    told = {one.line: one for one in starts.judge(rows, weights.starts)}
    begins = {other.line: _begins(one, other, told[other.line], heads, how) for one, other in pairwise(rows)}
    cuts = {line: _of_page(head) for line, head in heads.items()}
    for one, other in pairwise(rows):
        if not begins[other.line]:
            for line in range(one.line + 1, other.line):
                cuts.setdefault(line, _gap(line, told[other.line]))
    decided = merged(cuts.values(), ())
    paragraphs: list[list[Line]] = [[rows[0]]]
    for one, other in pairwise(rows):
        if not begins[other.line]:
            paragraphs[-1].append(other)
            continue
        paragraphs.append([other])
        if all(line in cuts for line in range(one.line + 1, other.line)):
            start = told[other.line]
            decided.append(Decided(other.line, other.line, "paragraph", start.confidence, start.reason))
    numbers = {
        one.page: heads[one.line].number for one in every if one.line in heads and heads[one.line].number
    }
    decided += paged(pages.begun([(one.line, numbers.get(one.page, "")) for one in rows]))
    return decided, paragraphs


def paged(begun: Sequence[tuple[int, str]]) -> list[Decided]:
    """Return the decisions that pages of the print begin."""
    reason = "the running heads or feet give its number"
    return [Decided(line, line, "page", 0.9, reason, number) for line, number in begun]


def _begins(one: Line, other: Line, told: Start, heads: dict[int, Furniture], how: Lay) -> bool:
    """Whether a paragraph begins with the second of two lines."""
    between = range(one.line + 1, other.line)
    turned = one.page != other.page or any(line in heads for line in between)
    if turned or not how.sets_apart:
        return told.begins
    return told.score > (starts.LEAST - 3 if between else SURE_START)


def _of_page(head: Furniture) -> Decided:
    return Decided(head.line, head.line, "cut", head.confidence, head.reason, "furniture")


def _gap(line: int, told: Start) -> Decided:
    reason = "blank line amid a paragraph, where a page turns or lines stand apart"
    return Decided(
        line, line, "cut", 1 - told.confidence if told.begins else told.confidence, reason, "furniture"
    )


def blocks(paragraphs: Sequence[Sequence[Line]]) -> list[Block]:
    """Return paragraphs as detectors see them: each as one line, with the raw lines it stands on."""
    return [
        (
            look(" ".join(one.text for one in those), those[0].line, 1),
            Lines((those[0].line, those[-1].line)),
        )
        for those in paragraphs
    ]


def divided(paragraphs: Sequence[Sequence[Line]], language: str) -> list[Decided]:
    """Return what becomes of the hyphens at the ends of lines."""
    words = Hyphens([one.text for those in paragraphs for one in those], language)
    decided: list[Decided] = []
    for those in paragraphs:
        for one, other in pairwise(those):
            if made := words.decide(one.line, one.text, other.text):
                kind: Kind = "keep-hyphen" if made.keep else "drop-hyphen"
                decided.append(Decided(one.line, one.line, kind, made.confidence, made.reason))
    return decided
