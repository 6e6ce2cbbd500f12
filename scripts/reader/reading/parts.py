"""The parts of a raw text, one within the other: what the editor says that its lines are.

lines 4–9 items        ->   line 4: (items),  line 6: (items, items),  line 8: (items, items, items)
lines 6–9 items
lines 8–9 items
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.model import BlockKind, Figure, Part, PartKind, Source, Table
from reader.model.layouts import NOWHERE
from reader.model.problems import Problem
from reader.model.shapes import DEEPEST, HOLDS
from reader.words.raw_text import RawText

Entry = Part | Table | Figure


@dataclass(frozen=True, slots=True)
class Span:
    """Raw lines of one kind, from the first to the last; `number` counts them through the text."""

    first: int  # a raw line, from 1
    last: int  # the same, inclusive
    kind: BlockKind | PartKind  # what the lines are
    entry: Entry  # what the editor wrote
    number: int


Chain = tuple[Span, ...]  # the parts that hold a line, the outermost first


def spans_of(source: Source, raw: RawText) -> tuple[list[Span], list[Problem]]:
    """Return the parts, tables and figures of a text that has their lines, and those that it has not."""
    about = source.about
    named: list[tuple[Entry, BlockKind | PartKind | Literal[""]]] = [
        *((one, one.kind) for one in about.part),
        *((one, "table") for one in about.table),
        *((one, "figure") for one in about.figure if one.lines != NOWHERE),
    ]
    spans: list[Span] = []
    problems: list[Problem] = []
    for number, (entry, kind) in enumerate(named, 1):
        first, last = entry.lines
        if not raw.has(first, last) or last < first:
            problems.append(no_such_line(entry, f"{first}–{last}", raw))
            continue
        problems += _guard(entry, kind or "part", raw)
        if not kind:  # it says a language, and shapes nothing
            problems += _says_nothing(entry)
            continue
        spans.append(Span(first, last, kind, entry, number))
    return spans, problems


def _says_nothing(entry: Entry) -> Iterator[Problem]:
    if isinstance(entry, Part) and not entry.language:
        hint = "add kind = …, or language = … where they are in another language"
        yield Problem(entry.at.path, entry.at.line, "T03", "[[part]] has no field “kind”", hint)


def nested(spans: Sequence[Span], lines: int) -> tuple[list[Chain], list[Problem]]:
    """Return for each line, counted from 1, the parts that hold it; and the parts that do not fit."""
    chains: list[Chain] = [()] * (lines + 1)
    problems: list[Problem] = []
    stack: list[Span] = []
    told: set[int] = set()
    for span in sorted(spans, key=lambda one: (one.first, -one.last, one.number)):
        while stack and stack[-1].last < span.first:
            stack.pop()
        problem = _unfit(span, stack)
        if problem is None:
            stack.append(span)
            chain = tuple(stack)
            chains[span.first : span.last + 1] = [chain] * (span.last - span.first + 1)
        elif len(stack) < DEEPEST or stack[0].number not in told:
            told |= {stack[0].number} if len(stack) >= DEEPEST else set()
            problems.append(problem)
    return chains, problems


def _unfit(span: Span, stack: Sequence[Span]) -> Problem | None:
    if not stack:
        return None
    holder, at = stack[-1], span.entry.at
    lines = f"lines {holder.first}–{holder.last} ({holder.kind})"
    if span.last > holder.last:
        message = f"the {span.kind} in lines {span.first}–{span.last} begins within {lines} and ends after it"
        return Problem(
            at.path, at.line, "K01", message, "let one of the two hold the other, or end before it"
        )
    if len(stack) >= DEEPEST:
        message = f"{span.kind} within {len(stack)} other parts"
        return Problem(at.path, at.line, "K01", message, f"no part lies deeper than {DEEPEST}: drop some")
    held = HOLDS.get(holder.kind, frozenset())
    if span.kind not in held:
        message = f"a part of kind “{holder.kind}” can hold no {span.kind}: {lines}"
        holders = ", ".join(kind for kind, inner in HOLDS.items() if span.kind in inner)
        hint = f"divide the outer part in two; a {span.kind} may stand within: {holders or 'nothing'}"
        return Problem(at.path, at.line, "K02", message, hint)
    return None


def _guard(entry: Entry, kind: str, raw: RawText) -> Iterator[Problem]:
    line = " ".join(raw.line(entry.lines[0]).split())
    if not line.startswith(" ".join(entry.begins.split())):
        message = f"line {entry.lines[0]}, where the {kind} begins, does not begin with “{entry.begins}”"
        yield Problem(entry.at.path, entry.at.line, "K03", message, f"it begins “{line[:40]}”")


def no_such_line(entry: Entry, lines: str, raw: RawText) -> Problem:
    """Return what is said of lines that the raw text does not have."""
    message = f"line {lines} is not in a raw text of {len(raw.starts)} lines"
    return Problem(entry.at.path, entry.at.line, "S06", message, "count the lines of raw.txt from 1")
