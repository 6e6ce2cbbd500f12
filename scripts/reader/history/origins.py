"""Where each passage comes from in the raw text, and what became of the rest.

    raw line 17  "BACKGROUND: After the"   ->   a stretch for the heading, with "BACKGROUND: ",
                                                a stretch for the passage, with "After the"

Nothing here compares the two texts: the record of the edits says where every character comes from. The
stretches follow one another and leave out blank lines only.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from reader.model import Cleaned, Page, Passage, Supply
from reader.words.edits import Change, Edit, backward

WORDS = re.compile(r"[\S\x1c-\x1f\x85]")  # what is shown of a line: space, but for signs of controls, is not
WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Fate:
    """Why raw lines became no passage, or a passage has no raw lines.

    `kind` is that of a cut, or “supplied”, “shared” (with the passage before, by one correction),
    “emptied” (by rules or corrections) or “withheld” (by rights).
    """

    lines: tuple[int, int]  # the first and the last raw line, from 1
    kind: str
    reason: str = ""  # the editor’s words, where there are any


@dataclass(frozen=True, slots=True)
class Stretch:
    """The raw characters from `start` to `end`, and what they became; supplied words have none."""

    start: int
    end: int
    passage: Passage | None = None  # the one that they belong to
    fates: tuple[Fate, ...] = ()  # why there is none
    holes: tuple[tuple[int, int], ...] = ()  # the notes of the source that stand amid it


class RawRecord:
    """The raw text with what the editor did to its words."""

    def __init__(self, cleaned: Cleaned) -> None:
        self.raw, self.text = cleaned.raw, cleaned.raw.text
        changes = cleaned.passes[0].changes  # the editor's, made on the raw text itself
        self.cuts: list[Change] = [change for change in changes if change.edit.kind == "cut"]
        self.signs: list[Change] = [change for change in changes if change.edit.kind == "label"]
        self.corrected: list[Change] = [change for change in changes if change.edit.rule == "correction"]

    def lines(self, start: int, end: int) -> tuple[int, int]:
        """The first and last line of a stretch."""
        return self.raw.line_of(start), self.raw.line_of(max(start, end - 1))

    def span(self, line: int) -> tuple[int, int]:
        """The offsets of a line, its end included."""
        return self.raw.span(line, line)

    def has_words(self, start: int, end: int) -> bool:
        """Whether there is anything to show between two offsets."""
        return WORDS.search(self.text, start, end) is not None

    def after(self, offset: int) -> int:
        """The offset after a character, or after all the words that were corrected with it."""
        at = bisect_right(self.corrected, offset, key=lambda change: change.edit.start) - 1
        return max(offset + 1, self.corrected[at].edit.end if at >= 0 else 0)


def stretches(page: Page, record: RawRecord) -> list[Stretch]:
    """Return all of the raw text but blank lines; a cut within a paragraph is told in the paragraph's own.

    A note of the source that stands amid a paragraph is a stretch by itself, and a hole in that of the
    paragraph. Where rights withhold a part of the text, one stretch stands for all that lies between two
    passages that are shown.
    """
    spans = _of_notes(page, record)
    running, noted = _blocks(page, record, spans)
    notes = _whole_lines(noted, record)
    passages = [replace(one, holes=_holes(one, spans)) for one in _whole_lines(running, record)]
    cuts = []
    for edit in (change.edit for change in record.cuts):
        fate = Fate(record.lines(edit.start, edit.end), edit.rule, edit.reason)
        if not (_told_in(notes, edit, fate) or _told_in(passages, edit, fate)):
            cuts.append(Stretch(edit.start, edit.end, None, (fate,)))
    known = sorted([*passages, *notes, *cuts], key=lambda one: one.start)
    found = sorted([*known, *_emptied(known, record)], key=lambda one: one.start)
    return list(_without_withheld(found, record)) if page.withheld else found


def _of_notes(page: Page, record: RawRecord) -> list[tuple[int, int]]:
    """Where the lines of each note of the source begin and end, in their order."""
    notes = (one.note for one in page.source.about.footnote if record.raw.has(*one.note))
    return sorted(record.raw.span(*lines) for lines in notes)


def _holes(one: Stretch, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The notes that stand amid a stretch."""
    first = bisect_right(spans, (one.start, one.start))
    return tuple(takewhile(lambda span: span[0] < one.end, spans[first:]))


def _told_in(stretches: list[Stretch], edit: Edit, fate: Fate) -> bool:
    """Whether a cut lies within one of some stretches, which then tells of it."""
    at = bisect_right(stretches, edit.start, key=lambda one: one.start) - 1
    if at < 0 or edit.end > stretches[at].end:
        return False
    stretches[at] = replace(stretches[at], fates=(*stretches[at].fates, fate))
    return True


def _blocks(
    page: Page, record: RawRecord, notes: Sequence[tuple[int, int]]
) -> tuple[list[Stretch], list[Stretch]]:
    """From the first to the last raw character of each block: of the running text, and of the notes."""
    cleaned = page.cleaned
    shown = {passage.start: passage for passage in page.passages}
    supplied = [spot for spot in cleaned.spots if isinstance(spot.entry, Supply)]
    running: list[Stretch] = []
    noted: list[Stretch] = []
    for first, end in cleaned.stretches():
        passage, start = shown.get(first), backward(cleaned.passes, first)
        at = bisect_right(supplied, first, key=lambda spot: spot.start) - 1
        if at >= 0 and first < supplied[at].end:
            fate = Fate(record.lines(start, start), "supplied", supplied[at].entry.reason)
            running.append(Stretch(start, start, passage, (fate,)))
            continue
        into = noted if _is_in(start, notes) else running
        free = max((one.end for one in into[-1:]), default=0)
        start = max(start, free)
        free = max(start, record.after(backward(cleaned.passes, end - 1)))
        fates = () if start < free else (Fate(record.lines(start, start), "shared"),)
        into.append(Stretch(start, free, passage, fates))
    return running, noted


def _is_in(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return at >= 0 and offset < spans[at][1]


def _whole_lines(blocks: Iterable[Stretch], record: RawRecord) -> list[Stretch]:
    """Widen each block to the ends of its lines, or to the blocks with which it shares them."""
    found = list(blocks)
    wide = [index for index, one in enumerate(found) if one.start < one.end]
    starts = [found[index].start for index in wide]
    before = 0
    for place, index in enumerate(wide):
        first, last = record.lines(found[index].start, found[index].end)
        start = max(before, record.span(first)[0])
        before = min(record.span(last)[1], *starts[place + 1 : place + 2], len(record.text))
        found[index] = replace(found[index], start=start, end=before)
    return found


def _emptied(known: Iterable[Stretch], record: RawRecord) -> Iterator[Stretch]:
    """Lines that are neither cut nor blank, and of which nothing is left."""
    at = 0
    for one in [*known, Stretch(len(record.text), len(record.text))]:
        if record.has_words(at, one.start):
            yield Stretch(at, one.start, None, (Fate(record.lines(at, one.start), "emptied"),))
        at = max(at, one.end)


def _without_withheld(found: Iterable[Stretch], record: RawRecord) -> Iterator[Stretch]:
    for shown, run in groupby(found, key=lambda one: one.passage is not None):
        these = list(run)
        if shown:
            yield from (replace(one, fates=one.fates if one.start == one.end else ()) for one in these)
        else:
            start, end = these[0].start, max(one.end for one in these)
            yield Stretch(start, end, None, (Fate(record.lines(start, end), WITHHELD),))
