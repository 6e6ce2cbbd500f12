"""The raw text beside the reading text: a row for each run of raw lines and the passage that it became.

Each raw line that is not blank stands in one row, or part by part in several, so that the rows read down
are the raw text, and the reading text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from reader.history.origins import Fate, RawRecord, Stretch, stretches
from reader.model import Cleaned, Emendation, Page, Passage, Sic
from reader.words.edits import backward

PieceKind = Literal["plain", "cut", "correction", "sic", "sign"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a raw line or of a passage; `target` is the id of the emendation that speaks of them."""

    text: str  # words, as they stand there
    kind: PieceKind = "plain"  # how they are marked
    reason: str = ""  # what is said when the mark is pointed at
    target: str = ""


@dataclass(frozen=True, slots=True)
class RawLine:
    """A raw line, or the part of it that belongs to a row; links to the line land on its `first` part."""

    number: int  # from 1
    pieces: tuple[Piece, ...]  # its words, in their order
    first: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A run of raw lines beside the passage that it became, or the reason why there is none.

    `anchor` is the raw line whose links land here because no row shows it.
    """

    lines: tuple[RawLine, ...]  # those at the left
    passage: Passage | None  # the one at the right, if there is one
    reading: tuple[Piece, ...]  # the words of the passage
    fates: tuple[Fate, ...]  # why raw lines became nothing, or words have no raw line
    anchor: int = 0


class _Marked:
    """The marked words of a text, in order and without overlap: of two the earlier is drawn whole."""

    def __init__(self, spans: Iterable[tuple[int, int, Piece]]) -> None:
        self.spans: list[tuple[int, int, Piece]] = []
        for start, end, mark in sorted(spans, key=lambda span: span[:2]):
            first = max(start, self.spans[-1][1] if self.spans else 0)
            if first < end:
                self.spans.append((first, end, mark))
        self.ends = [end for _start, end, _mark in self.spans]

    def pieces(self, text: str, start: int, end: int) -> Iterator[Piece]:
        """Divide the text from `start` to `end` at its marked words."""
        at, index = start, bisect_right(self.ends, start)
        while index < len(self.spans) and self.spans[index][0] < end:
            first, last, mark = self.spans[index]
            if at < first:
                yield Piece(text[at:first])
            first, at = max(first, start), min(last, end)
            yield replace(mark, text=text[first:at])
            index += 1
        if at < end:
            yield Piece(text[at:end])


def rows(page: Page) -> list[Row]:
    """Return the rows in the order of the raw text; of what rights withhold, only the numbers of lines."""
    record = RawRecord(page.cleaned)
    marked = _Marked([*_struck(record), *_sics(page.cleaned)])
    entries = {one.id: one for one in page.emendations}
    seen: set[int] = set()
    found = []
    for one in stretches(page, record):
        shown = list(_lines(one, record, marked, page)) if one.passage or not page.withheld else []
        lines = tuple(RawLine(number, pieces, number not in seen) for number, pieces in shown)
        seen.update(line.number for line in lines)
        found.append(Row(lines, one.passage, tuple(_reading(one.passage, entries)), one.fates))
    return list(_anchored(found, seen))


def _struck(record: RawRecord) -> Iterator[tuple[int, int, Piece]]:
    for change in record.cuts:
        yield change.edit.start, change.edit.end, Piece("", "cut", change.edit.reason)
    for change in record.corrected:
        yield change.edit.start, change.edit.end, Piece("", "correction", change.edit.reason)
    for change in record.signs:
        yield change.edit.start, change.edit.end, Piece("", "sign", change.edit.reason)


def _sics(cleaned: Cleaned) -> Iterator[tuple[int, int, Piece]]:
    for spot in cleaned.spots:
        if isinstance(spot.entry, Sic) and spot.start < spot.end:
            first, last = (backward(cleaned.passes, offset) for offset in (spot.start, spot.end - 1))
            yield first, last + 1, Piece("", "sic", spot.entry.reason)


def _lines(
    one: Stretch, record: RawRecord, marked: _Marked, page: Page
) -> Iterator[tuple[int, tuple[Piece, ...]]]:
    """The numbers and words of the raw lines of a stretch; where rights withhold, no cut is shown."""
    if one.start == one.end:
        return
    first, last = record.lines(one.start, one.end)
    for number in range(first, last + 1):
        start, end = record.span(number)
        start, end = max(start, one.start), min(end, one.end)
        if record.has_words(start, end) and not any(first <= start < last for first, last in one.holes):
            pieces = tuple(marked.pieces(record.text, start, end))
            if not page.withheld or pieces[0].kind != "cut":
                yield number, pieces


def _reading(passage: Passage | None, entries: Mapping[str, Emendation]) -> Iterator[Piece]:
    """The words of a passage, with what an editor has put there and what was noted as a mistake."""
    if passage is None:
        return
    spans = []
    for kind in ("correction", "sic"):
        for mark in passage.marked(kind):
            piece = Piece("", kind, entries[mark.target].entry.reason, mark.target)
            spans.append((mark.start, mark.end, piece))
    yield from _Marked(spans).pieces(passage.text, 0, len(passage.text))


def _anchored(found: Iterable[Row], seen: set[int]) -> Iterator[Row]:
    """Give a place to land to the raw line of a passage that no row shows: supplied words have none."""
    for row in found:
        line = row.passage.raw[0] if row.passage else 0
        yield replace(row, anchor=line) if line and line not in seen else row
        seen.add(line)
