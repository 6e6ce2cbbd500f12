"""What an editor looks through: raw lines by fate and confidence, beside the blocks that became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LineFate = Literal["text", "cut", "heading", "shape", "blank"]
UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Said:
    """A decision about a line: `place` is where it stands, empty for what detectors would do and nobody did.

    `sure` is how sure the detectors are of it in per cent, or `UNKNOWN` where an editor has decided.
    """

    what: str  # what was decided, or what detectors would do: `heading, level 2`
    reason: str  # why; may be empty
    sure: int
    place: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What to write in order to decide otherwise: `toml` is ready to be copied."""

    what: str  # what it would do, in words
    toml: str


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A raw line with its fate, what was said of it, and what would change it."""

    number: int  # from 1
    text: str  # as the raw text has it, without its line end
    fate: LineFate  # what becomes of it
    said: tuple[Said, ...] = ()  # the decisions of the editor first, then those of detectors alone
    changes: tuple[Change, ...] = ()  # none where the line is blank

    @property
    def sure(self) -> int:
        """How sure the least sure decision about it is."""
        return min((one.sure for one in self.said if one.sure != UNKNOWN), default=UNKNOWN)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """Raw lines beside the blocks that they became, each with its kind, or beside nothing."""

    lines: tuple[ReviewLine, ...]  # in their order
    blocks: tuple[tuple[str, str], ...] = ()  # kind and text of each; none where nothing became of the lines


@dataclass(frozen=True, slots=True)
class Review:
    """All of one text; `notes` are what its extractor said."""

    slug: str  # that of the text
    rows: tuple[ReviewRow, ...]  # in the order of the raw text
    notes: tuple[str, ...] = ()
