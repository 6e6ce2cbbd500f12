"""Originals beside their translations: which passage of a text stands beside which.

[[parallel]]            blocks that begin in lines 3–8      1  2  3
original = "3-8"        blocks that begin in lines 10–15    4  5  6
translation = "10-15"   ->  1 beside 4, 2 beside 5, 3 beside 6

Where one passage is translated by several, or several by one, all of them stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import Block, Parallel, Source
from reader.model.problems import Problem

Row = tuple[list[int], list[int]]  # originals, and what translates them


def parallels(source: Source, blocks: Sequence[Block]) -> tuple[list[Row], list[Problem]]:
    """Return the blocks that are originals with those that translate them, by their places in the text."""
    rows: list[Row] = []
    taken: set[int] = set()
    problems: list[Problem] = []
    for entry in source.about.parallel:
        one, other = (_within(lines, blocks) for lines in (entry.original, entry.translation))
        headings = {at for at in (*one, *other) if blocks[at].kind == "heading"}
        wrong = next(_unfit(entry, one, other, taken, headings), None)
        if wrong:
            problems.append(wrong)
            continue
        taken |= {*one, *other}
        several = len(one) != len(other)
        rows += [(one, other)] if several else [([a], [b]) for a, b in zip(one, other, strict=True)]
    return rows, problems


def _within(lines: tuple[int, int], blocks: Sequence[Block]) -> list[int]:
    return [at for at, block in enumerate(blocks) if lines[0] <= block.raw[0] <= lines[1]]


def _unfit(
    entry: Parallel, one: Sequence[int], other: Sequence[int], taken: set[int], headings: set[int]
) -> Iterator[Problem]:
    at, told = entry.at, [f"{lines[0]}–{lines[1]}" for lines in (entry.original, entry.translation)]
    for found, lines in zip((one, other), told, strict=True):
        if not found:
            message = f"no passage begins in raw lines {lines}"
            yield Problem(at.path, at.line, "S16", message, "name the lines on which passages begin")
    if set(one) & set(other):
        message = f"raw lines {told[0]} and {told[1]} share a passage"
        yield Problem(at.path, at.line, "S16", message, "let the original end before its translation begins")
    if len(one) != len(other) and (headings or 1 not in (len(one), len(other))):
        message = f"raw lines {told[0]} have {_count(one)}, and raw lines {told[1]} have {_count(other)}"
        hint = "write a [[parallel]] for each run in which they go together, one by one or several beside one"
        yield Problem(at.path, at.line, "S16", message, hint)
    if taken & {*one, *other}:
        message = f"a passage of raw lines {told[0]} or {told[1]} stands beside another already"
        yield Problem(at.path, at.line, "S16", message, "let each passage be in one [[parallel]]")


def _count(found: Sequence[int]) -> str:
    return f"{len(found)} passage{'' if len(found) == 1 else 's'}"
