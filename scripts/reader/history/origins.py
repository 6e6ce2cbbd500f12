"""Where each passage comes from in the raw text, and what became of the rest.

    raw line 17  "BACKGROUND: After the"   ->   a stretch for the heading, with "BACKGROUND: ",
                                                a stretch for the passage, with "After the"

Nothing here compares the two texts: the record of the edits says where every character comes from. The
stretches follow one another and leave out blank lines only.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from reader.model import Cleaned, Page, Passage, Supply
from reader.words.edits import Change, backward

BLOCK = re.compile(r"[^\n]+")
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


class RawRecord:
    """The raw text with what the editor did to its words."""

    def __init__(self, cleaned: Cleaned) -> None:
        self.raw, self.text = cleaned.raw, cleaned.raw.text
        changes = cleaned.passes[0].changes  # the editor's, made on the raw text itself
        self.cuts: list[Change] = [change for change in changes if change.edit.kind == "cut"]
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

    Where rights withhold a part of the text, one stretch stands for all that lies between two passages
    that are shown.
    """
    passages = _whole_lines(_blocks(page, record), record)
    starts = [one.start for one in passages]
    cuts = []
    for edit in (change.edit for change in record.cuts):
        fate = Fate(record.lines(edit.start, edit.end), edit.rule, edit.reason)
        at = bisect_right(starts, edit.start) - 1
        if at >= 0 and edit.end <= passages[at].end:
            passages[at] = replace(passages[at], fates=(*passages[at].fates, fate))
        else:
            cuts.append(Stretch(edit.start, edit.end, None, (fate,)))
    known = sorted([*passages, *cuts], key=lambda one: one.start)
    found = sorted([*known, *_emptied(known, record)], key=lambda one: one.start)
    return list(_without_withheld(found, record)) if page.withheld else found


def _blocks(page: Page, record: RawRecord) -> Iterator[Stretch]:
    """From the first to the last raw character of each block of the reading text."""
    cleaned = page.cleaned
    shown = {passage.start: passage for passage in page.passages}
    supplied = [spot for spot in cleaned.spots if isinstance(spot.entry, Supply)]
    free = 0
    for match in BLOCK.finditer(cleaned.text):
        first, last = match.start(), match.end() - 1
        passage, start = shown.get(first), backward(cleaned.passes, first)
        at = bisect_right(supplied, first, key=lambda spot: spot.start) - 1
        if at >= 0 and first < supplied[at].end:
            fate = Fate(record.lines(start, start), "supplied", supplied[at].entry.reason)
            yield Stretch(start, start, passage, (fate,))
            continue
        start = max(start, free)
        free = max(start, record.after(backward(cleaned.passes, last)))
        fates = () if start < free else (Fate(record.lines(start, start), "shared"),)
        yield Stretch(start, free, passage, fates)


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
