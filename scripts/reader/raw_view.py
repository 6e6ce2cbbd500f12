"""The raw text beside the reading text: which raw lines, or which part of one, became which passage.

    raw line 17  "BACKGROUND: After the"   ->   a row for the heading with "BACKGROUND: ",
                                                a row for the passage with "After the"

Nothing here compares the two texts: the record of the edits says where each passage comes from. A raw
character stands in one row only, so the rows read one after the other are the raw text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.edits import Change, backward
from reader.model import Cleaned, Correction, CutKind, Page, Passage, Sic, Supply

BLOCK = re.compile(r"[^\n]+")

PieceKind = Literal["plain", "cut", "correction", "sic", "supplied"]
FateKind = CutKind | Literal["supplied", "shared", "emptied", "withheld"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a raw line or of a passage; `target` is the correction or sic that they belong to."""

    text: str
    kind: PieceKind = "plain"
    reason: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class RawLine:
    """A raw line, or the part of it that belongs to a row; its `first` part is where a link lands."""

    number: int
    pieces: tuple[Piece, ...]
    first: bool = True


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of raw lines that are no part of a passage, or where a passage has its words from."""

    lines: tuple[int, int]
    kind: FateKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A run of raw lines beside the passage that it became, or the reason why it became none.

    `anchor` is the line whose links land on this row although it shows no raw line.
    """

    lines: tuple[RawLine, ...] = ()
    passage: Passage | None = None
    reading: tuple[Piece, ...] = ()
    fates: tuple[Fate, ...] = ()
    anchor: int = 0


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The raw characters from `start` to `end`, and what they became."""

    start: int
    end: int
    passage: Passage | None = None
    fate: Fate | None = None


class _Spans:
    """Stretches of a text that are marked, in order and without overlap: of two the earlier is drawn whole."""

    def __init__(self, spans: Iterable[tuple[int, int, Piece]]) -> None:
        self.spans: list[tuple[int, int, Piece]] = []
        for start, end, mark in sorted(spans, key=lambda span: span[:2]):
            first = max(start, self.spans[-1][1] if self.spans else 0)
            if first < end:
                self.spans.append((first, end, mark))
        self.ends = [end for _start, end, _mark in self.spans]

    def pieces(self, text: str, start: int, end: int) -> Iterator[Piece]:
        """Divide the text from `start` to `end` at the marked stretches."""
        at = start
        for first, last, mark in self.spans[bisect_right(self.ends, start) :]:
            if first >= end:
                break
            if at < first:
                yield Piece(text[at:first])
            at = min(last, end)
            yield replace(mark, text=text[max(first, start) : at])
        if at < end:
            yield Piece(text[at:end])


def rows(page: Page) -> list[Row]:
    """Return the rows in the order of the raw text; what the rights withhold is named by its lines only."""
    raw = _Raw(page.cleaned)
    passages = list(_passages(page))
    cuts = list(_cuts(raw))
    inside, alone = _divided(cuts, passages)
    emptied = _emptied(raw, [*passages, *cuts])
    stretches = sorted([*passages, *alone, *emptied], key=lambda one: one.start)
    if page.withheld:
        stretches, inside = list(_not_shown(stretches, raw)), []
    found = [_row(one, page, raw, inside) for one in stretches]
    return list(_anchored(found))


class _Raw:
    """The raw text with its lines, and which of its words were cut, corrected or noted."""

    def __init__(self, cleaned: Cleaned) -> None:
        self.text, self.starts = cleaned.raw, cleaned.line_starts
        self.changes = cleaned.passes[0].changes if cleaned.passes else ()
        self.spans = _Spans([*map(_mark, self.changes), *_sics(cleaned)])
        self.borders: list[int] = []  # where a passage begins within a line that it shares

    def line(self, offset: int) -> int:
        """The number of the line that holds `offset`."""
        return bisect_right(self.starts, offset)

    def span(self, number: int) -> tuple[int, int]:
        """The offsets of a line, its end included."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.starts[number - 1], end

    def lines(self, one: _Stretch) -> range:
        """The numbers of the lines of a stretch."""
        return range(self.line(one.start), self.line(one.end - 1) + 1) if one.start < one.end else range(0)


def _mark(change: Change) -> tuple[int, int, Piece]:
    edit = change.edit
    kind: PieceKind = "cut" if edit.kind == "cut" else "correction"
    return edit.start, edit.end, Piece("", kind, edit.reason)


def _sics(cleaned: Cleaned) -> Iterator[tuple[int, int, Piece]]:
    for spot in cleaned.spots:
        if isinstance(spot.entry, Sic) and spot.start < spot.end:
            start = backward(cleaned.passes, spot.start)
            end = backward(cleaned.passes, spot.end - 1) + 1
            yield start, end, Piece("", "sic", spot.entry.reason)


def _passages(page: Page) -> Iterator[_Stretch]:
    """Where each block of the reading text comes from; supplied words come from nowhere.

    Blocks that share one correction would begin at the same raw character: the first of them has it.
    """
    cleaned = page.cleaned
    shown = {passage.start: passage for passage in page.passages}
    supplied = [(spot.start, spot.end) for spot in cleaned.spots if isinstance(spot.entry, Supply)]
    reasons = [spot.entry.reason for spot in cleaned.spots if isinstance(spot.entry, Supply)]
    corrected = [c for c in cleaned.passes[0].changes if c.edit.rule == "correction"] if cleaned.passes else []
    free = 0
    for match in BLOCK.finditer(cleaned.text):
        first, last = match.span()
        start = backward(cleaned.passes, first)
        at = bisect_right(supplied, (first, len(cleaned.text))) - 1
        if at >= 0 and supplied[at][0] <= first < supplied[at][1]:
            line = bisect_right(cleaned.line_starts, start)
            fate = Fate((line, line), "supplied", reasons[at])
            yield _Stretch(start, start, shown.get(first), fate)
            continue
        start = max(start, free)
        end = max(start, _after(backward(cleaned.passes, last - 1), corrected))
        free = end
        line = bisect_right(cleaned.line_starts, start)
        fate = None if start < end else Fate((line, line), "shared")
        yield _Stretch(start, end, shown.get(first), fate)


def _after(offset: int, corrected: Sequence[Change]) -> int:
    """The raw offset after a character, or after all the words that were corrected to it."""
    at = bisect_right(corrected, offset, key=lambda change: change.edit.start) - 1
    return max(offset + 1, corrected[at].edit.end if at >= 0 and offset < corrected[at].edit.end else 0)


def _cuts(raw: _Raw) -> Iterator[_Stretch]:
    for change in raw.changes:
        edit = change.edit
        if edit.kind == "cut":
            lines = raw.line(edit.start), raw.line(edit.end - 1)
            yield _Stretch(edit.start, edit.end, None, Fate(lines, _cut_kind(edit.rule), edit.reason))
