"""Edits: proposed by finders, applied and recorded by one driver, undone byte for byte.

    text  "a  b"   edits [Edit(1, 3, " ")]   ->   "a b", and a Pass that knows the way back

Offsets count code points. A Pass is the record of one application; a chain of passes leads from the raw
text to the reading text, and `undo`, `forward` and `backward` walk it in either direction.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, Protocol

from reader.words.letters import letters

EditKind = Literal["cut", "regularise", "correct", "label"]


class BrokenLaw(Exception):
    """An edit that the driver refuses: a fault of the program, never of the text."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `text[start:end]` by `replacement`; `rule` and `reason` say who proposed it and why."""

    start: int  # where what it removes begins in the text before it, in code points
    end: int  # where that ends
    replacement: str
    kind: EditKind  # what the apparatus counts it as
    rule: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """An edit as applied: what it removed, and where its replacement begins in the new text."""

    edit: Edit  # what was proposed
    removed: str  # the words that are gone
    begins: int  # where the replacement stands in the text after the pass, in code points

    @property
    def ends(self) -> int:
        """The offset in the new text just after the replacement."""
        return self.begins + len(self.edit.replacement)


@dataclass(frozen=True)
class Pass:
    """The changes of one application, in the order of the text."""

    changes: tuple[Change, ...]  # none of them touches another

    @cached_property
    def _starts(self) -> list[int]:
        return [change.edit.start for change in self.changes]

    @cached_property
    def _begins(self) -> list[int]:
        return [change.begins for change in self.changes]

    def undo(self, text: str) -> str:
        """Return the text as it was before this pass."""
        parts: list[str] = []
        at = 0
        for change in self.changes:
            parts += text[at : change.begins], change.removed
            at = change.ends
        return "".join([*parts, text[at:]])

    def forward(self, offset: int, *, before_insertions: bool = False) -> int:
        """Return where the character at `offset` of the old text stands in the new.

        An offset inside a replaced stretch is clamped into the replacement. At an insertion the answer
        is after the inserted text, or before it with `before_insertions`.
        """
        find = bisect_left if before_insertions else bisect_right
        index = find(self._starts, offset) - 1
        if index < 0:
            return offset
        change = self.changes[index]
        if offset >= change.edit.end:
            return change.ends + offset - change.edit.end
        return min(change.begins + offset - change.edit.start, change.ends)

    def backward(self, offset: int) -> int:
        """Return where the character at `offset` of the new text stood in the old.

        A character of a replacement is traced to the stretch that it replaced.
        """
        index = bisect_right(self._begins, offset) - 1
        if index < 0:
            return offset
        change = self.changes[index]
        if offset >= change.ends:
            return change.edit.end + offset - change.ends
        return min(change.edit.start + offset - change.begins, max(change.edit.start, change.edit.end - 1))


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, Pass]:
    """Apply `edits` to `text` and return the new text and the record; refuse what breaks a law."""
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    _refuse_overlaps(text, ordered)
    parts: list[str] = []
    changes: list[Change] = []
    at = length = 0
    for edit in ordered:
        parts += text[at : edit.start], edit.replacement
        begins = length + edit.start - at
        changes.append(Change(edit, text[edit.start : edit.end], begins))
        length = begins + len(edit.replacement)
        at = edit.end
    result = "".join([*parts, text[at:]])
    _refuse_changed_words(text, result, changes)
    return result, Pass(tuple(changes))


class Step(Protocol):
    """What leads from one text to the next and back: a pass of edits, or a move."""

    def undo(self, text: str) -> str: ...
    def forward(self, offset: int, *, before_insertions: bool = False) -> int: ...
    def backward(self, offset: int) -> int: ...


def undo(text: str, passes: Sequence[Step]) -> str:
    """Return the text as it was before all `passes`, which were applied in this order."""
    for one in reversed(passes):
        text = one.undo(text)
    return text


def forward(passes: Sequence[Step], offset: int, *, before_insertions: bool = False) -> int:
    """Carry an offset of the text before all `passes` to the text after them."""
    for one in passes:
        offset = one.forward(offset, before_insertions=before_insertions)
    return offset


def backward(passes: Sequence[Step], offset: int) -> int:
    """Carry an offset of the text after all `passes` back to the text before them."""
    for one in reversed(passes):
        offset = one.backward(offset)
    return offset


def _refuse_overlaps(text: str, ordered: Sequence[Edit]) -> None:
    for edit in ordered:
        if not 0 <= edit.start <= edit.end <= len(text):
            raise BrokenLaw(f"{edit.rule}: {edit.start}–{edit.end} is outside the text")
    for one, other in pairwise(ordered):
        same_place = (one.start, one.end) == (other.start, other.end)
        if other.start < one.end or same_place:
            raise BrokenLaw(f"{one.rule} and {other.rule} both edit {other.start}–{one.end}")


def _refuse_changed_words(before: str, after: str, changes: Sequence[Change]) -> None:
    """A cut takes whole lines; regularising leaves the letters alone; only a correction changes words.

    A sign that is shown as a label is taken out whole, and says what the label says, which is its reason.
    """
    for change in changes:
        edit = change.edit
        if edit.kind == "cut":
            whole = _between_lines(before, edit.start) and _between_lines(before, edit.end)
            if edit.replacement or not whole:
                raise BrokenLaw(f"{edit.rule}: a cut takes whole lines and puts nothing in their place")
        elif edit.kind == "label":
            if edit.replacement or letters(edit.reason) not in letters(change.removed):
                raise BrokenLaw(f"{edit.rule}: {edit.reason!r} is not what {change.removed!r} says")
        elif edit.kind == "regularise" and letters(change.removed) != letters(edit.replacement):
            raise BrokenLaw(f"{edit.rule} changes {change.removed!r} to {edit.replacement!r}")
    regular = all(change.edit.kind == "regularise" for change in changes)
    if changes and regular and letters(before) != letters(after):
        raise BrokenLaw(f"{changes[0].edit.rule} changes the letters of the text")


def _between_lines(text: str, offset: int) -> bool:
    """Whether a line begins or the text ends at `offset`."""
    last, following = text[max(0, offset - 1) : offset], text[offset : offset + 1]
    return offset in {0, len(text)} or last == "\n" or (last == "\r" and following != "\n")
