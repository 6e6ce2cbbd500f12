"""What is proposed for a text that is taken in: every decision with how sure it is, and why.

    Decided(40, 41, "cut", 0.95, "running head: the same on 4 of 4 pages", field="furniture")

Lines are those of the raw text, counted from 1. A proposal changes nothing: `writing_down` makes the files of
it, and `source` the same entries for `clean`, so that both give one reading text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from reader.intake.looks import Look
from reader.intake.metadata import Metadata
from reader.intake.sheet import Picture
from reader.model import Footnote, Layout, Lines, Markup, PrintPage

Kind = Literal["text", "cut", "heading", "paragraph", "part", "table", "keep-hyphen", "drop-hyphen", "page"]
Block = tuple[Look, Lines]  # a paragraph as one line, and the raw lines it stands on
UNSURE = 0.75


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision about a stretch of raw lines.

    `value` is the kind of a cut or a part, or the words of a heading; `level` is that of a heading, or
    how many rows of a table are its header; `names` are the speakers of a talk.
    """

    first: int  # the first raw line, from 1
    last: int  # the last one, inclusive
    kind: Kind  # what the lines are, or what becomes of them
    confidence: float  # from 0 to 1; below `UNSURE` an editor should look
    reason: str  # in words, for that editor
    value: str = ""
    level: int = 1
    names: tuple[str, ...] = ()

    @property
    def is_unsure(self) -> bool:
        """Whether an editor should look at it first."""
        return self.confidence < UNSURE


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that is proposed for one text; `missing` names what was not found.

    `kept` are the blocks of the text with the raw lines they begin on; `in_lines` is what a format sets apart
    within its lines.
    """

    raw: str  # all raw lines, each ended by LF
    layout: Layout  # how `clean` reads the raw lines
    layout_reason: str  # in words, for an editor
    language: str  # a tag of BCP 47
    decided: tuple[Decided, ...] = ()  # in the order of the raw lines
    metadata: Metadata = field(default_factory=Metadata)  # what the text says of itself
    kept: tuple[tuple[int, str], ...] = ()
    references: tuple[tuple[int, str], ...] = ()  # first raw line and words of each work listed at the end
    missing: tuple[str, ...] = ()
    in_lines: tuple[Markup | Footnote | PrintPage, ...] = ()
    pictures: tuple[Picture, ...] = ()  # those that stand within the text; none of them is taken in

    def of(self, *kinds: Kind) -> list[Decided]:
        """The decisions of some kinds, in the order of the text."""
        return [one for one in self.decided if one.kind in kinds]

    @property
    def unsure(self) -> list[Decided]:
        """The decisions that an editor should look at, the least sure first."""
        return sorted((one for one in self.decided if one.is_unsure), key=lambda one: one.confidence)


def merged(cuts: Iterable[Decided], blank: Iterable[int]) -> list[Decided]:
    """Return cuts with neighbours of one kind made one; between them lie blank lines alone."""
    empty = set(blank)
    found: list[Decided] = []
    for cut in sorted(cuts, key=lambda one: one.first):
        before = found[-1] if found else None
        if before and before.value == cut.value and set(range(before.last + 1, cut.first)) <= empty:
            found[-1] = Decided(
                before.first,
                cut.last,
                "cut",
                min(before.confidence, cut.confidence),
                _both(before.reason, cut.reason),
                before.value,
            )
        else:
            found.append(cut)
    return found


def _both(one: str, other: str) -> str:
    """Two reasons in one, each said once."""
    said = one.split("; ")
    return "; ".join([*said, *(part for part in other.split("; ") if part not in said)])
