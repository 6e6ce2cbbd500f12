"""Stretches of a text put at its end: the record of it, which walks both ways like that of edits.

    text  "at sea¶a note¶and land"   stretches [(7, 14)]   ->   "at sea¶and land" + "a note¶"

Nothing is added or lost; a Move is a Pass that has no changes. Offsets count code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from reader.words.edits import BrokenLaw, Change


@dataclass(frozen=True)
class Move:
    """The stretches of a text of some `length` that were put at its end, in their order."""

    stretches: tuple[tuple[int, int], ...]  # start and end in the text before, in code points, in order
    length: int
    changes: tuple[Change, ...] = ()  # always none

    @cached_property
    def _new(self) -> tuple[tuple[int, int], ...]:
        """The pieces of the old text, by their offsets there, in the order of the new."""
        edges = [0, *(edge for stretch in self.stretches for edge in stretch), self.length]
        kept = zip(edges[::2], edges[1::2], strict=True)
        return tuple((start, end) for start, end in (*kept, *self.stretches) if start < end)

    @cached_property
    def _begins(self) -> list[int]:
        """Where each piece begins in the new text."""
        lengths = accumulate((end - start for start, end in self._new), initial=0)
        return list(lengths)[:-1]

    @cached_property
    def _old(self) -> list[tuple[int, int, int]]:
        """The pieces in the order of the old text: start, end, and where they begin in the new."""
        return sorted((*piece, begins) for piece, begins in zip(self._new, self._begins, strict=True))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _end, _begins in self._old]

    def undo(self, text: str) -> str:
        """Return the text as it was before."""
        return "".join(text[begins : begins + end - start] for start, end, begins in self._old)

    def forward(self, offset: int, *, before_insertions: bool = False) -> int:
        """Return where the character at `offset` of the old text stands in the new.

        With `before_insertions` the answer is where the character before it ends.
        """
        find = bisect_left if before_insertions else bisect_right
        index = find(self._starts, offset) - 1
        if index < 0 or (offset == self.length and not before_insertions):
            return offset
        start, _end, begins = self._old[index]
        return begins + offset - start

    def backward(self, offset: int) -> int:
        """Return where the character at `offset` of the new text stood in the old."""
        index = bisect_right(self._begins, offset) - 1
        if index < 0 or offset == self.length:
            return offset
        return self._new[index][0] + offset - self._begins[index]


def move(text: str, stretches: Iterable[tuple[int, int]]) -> tuple[str, Move]:
    """Put stretches, which follow each other, at the end of a text; return it with the record."""
    ordered = tuple(stretches)
    edges = [0, *(edge for stretch in ordered for edge in stretch), len(text)]
    if edges != sorted(edges):
        raise BrokenLaw("stretches that are moved overlap, or lie outside the text")
    one = Move(ordered, len(text))
    return "".join(text[start:end] for start, end in one._new), one
