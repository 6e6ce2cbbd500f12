"""What a source marks within its lines: emphasis, links, footnotes and the pages of the print.

An editor writes it in `source.toml`, by the words of a raw line; `after` and `before` are the words that
stand right beside those that are meant, for where they stand in the line more than once. Once found, it
lies beside the reading text as stand-off marks.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal, get_args

from reader.model.anchor import Anchor
from reader.model.keys import address
from reader.model.lines import At, Lines

MarkupKind = Literal["emphasis", "strong", "small-capitals", "superscript", "subscript", "link", "foreign"]
NotePlace = Literal["foot", "end"]
MARKUP: tuple[MarkupKind, ...] = get_args(MarkupKind)
BRACKETS = re.compile(r"^[\s(\[{<⟨〈【（［]+|[\s)\]}>⟩〉】）］.,:;]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """Words that the source sets apart: `target` is where a link leads, `language` that of foreign words."""

    line: int  # of the raw text, from 1: that in which the words begin
    find: str  # the words; a space stands for any, and for the end of a line
    after: str = ""  # what they stand right after; may be empty
    before: str = ""  # what they stand right before; may be empty
    kind: MarkupKind  # how they are set apart
    target: str = ""
    language: str = ""
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A note of the source: its `marker` in a line of the text, and the raw lines of the `note`.

    The note begins with `number`, or with the marker where that is left out.
    """

    line: int  # of the raw text, from 1: that which has the marker
    marker: str
    after: str = ""  # what the marker stands right after; may be empty
    before: str = ""  # what the marker stands right before; may be empty
    note: Lines
    number: str = ""
    place: NotePlace = "foot"  # at the foot of a page, or at the end of the text
    at: At  # where the entry stands

    @property
    def lines(self) -> range:
        """The raw lines of the note."""
        return range(self.note[0], self.note[1] + 1)

    @property
    def label(self) -> str:
        """What the source calls the note: `1` for `[1]` or a raised `1`, `*` for `*)`."""
        return BRACKETS.sub("", unicodedata.normalize("NFKC", self.marker)) or self.marker.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPage:
    """A page of the print begins: at a line, at words of it, or where the raw text has a `marker`.

    `reason` says why its number does not follow that of the page before.
    """

    line: int  # of the raw text, from 1: where the page, or its marker, begins
    number: str  # as the print has it: 114, xii
    marker: str = ""
    after: str = ""  # what it begins right after, or the marker stands after; may be empty
    before: str = ""  # what it begins with, or the marker stands before; may be empty
    reason: str = ""
    at: At  # where the entry stands

    @property
    def id(self) -> str:
        """Its address within the text: `page-114`, whatever digits the print has."""
        plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in self.number)
        return f"page-{address(plain)}"


@dataclass(frozen=True, slots=True)
class CalledFootnote:
    """A note of the source with the passages that it consists of, and the one that calls it.

    `label` is what the source calls it: 3, or *.
    """

    label: str
    called_in: Anchor  # the passage whose words call it
    passages: tuple[Anchor, ...]  # one or more, in their order
    place: NotePlace  # where the source has it

    @property
    def id(self) -> Anchor:
        """Where links to the note lead."""
        return self.passages[0]

    @property
    def marker(self) -> str:
        """Where links back into the text lead."""
        return f"{self.id}-in-text"


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page of the print: its address, its number, and the passage in which, or before which, it begins."""

    id: str  # within the text: `page-114`
    number: str  # as the print has it
    passage: Anchor  # the one in which, or before which, it begins
