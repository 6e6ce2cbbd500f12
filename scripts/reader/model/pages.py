"""What the stages make of the texts. Offsets count code points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import Literal

from reader.model.anchor import FOOTNOTE, Anchor
from reader.model.entries import Correction, Sic, Source, Supply
from reader.model.inline import CalledFootnote, Footnote, Markup, MarkupKind, PlacedPage, PrintPage
from reader.model.ledger import Line
from reader.model.notes import Note
from reader.model.shapes import LINED, PLAIN, BlockKind, Shape
from reader.model.units import Place
from reader.words.edits import Pass, backward, forward
from reader.words.length import count_words
from reader.words.moves import Move
from reader.words.raw_text import RawText
from reader.words.speech import numbered

MarkKind = Literal["term", "citation", "note", "correction", "sic", "lead", "footnote", "page", MarkupKind]
BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")  # what stands between two blank lines


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of the reading text that an editor's entry speaks of."""

    start: int  # in the reading text, in code points
    end: int  # the same, exclusive; equal to `start` where the words are removed
    entry: Correction | Sic | Supply  # what the editor wrote


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the reading text has what the source marks within its lines; a note and a page take no room."""

    start: int  # in the reading text
    end: int  # the same, where it takes no room
    entry: Markup | Footnote | PrintPage  # the editor’s


@dataclass(frozen=True)
class Cleaned:
    """The reading text with the record of how it came about.

    `passes` lead from the raw text to `text`; the first of them are the edits of an editor.
    """

    raw: RawText  # the text as received
    text: str
    passes: tuple[Pass | Move, ...]
    spots: tuple[Spot, ...]  # corrections, sics and supplied words, by their places in the raw text
    placed: tuple[Placed, ...] = ()  # what the source marks within its lines

    def raw_offset(self, offset: int) -> int:
        """Where the character at `offset` of the reading text stood in the raw text."""
        return backward(self.passes, offset)

    def raw_line(self, offset: int) -> int:
        """The raw line that the character at `offset` of the reading text comes from."""
        return self.raw.line_of(self.raw_offset(offset))

    def line_offset(self, line: int) -> int:
        """Where the beginning of a raw line stands in the reading text, after anything supplied."""
        return forward(self.passes, self.raw.starts[line - 1])

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Where each block of the reading text begins and ends."""
        return (match.span() for match in BLOCK.finditer(self.text))


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the reading text between two blank lines, with the raw lines it comes from.

    Its text is one line, unless its kind keeps the lines of the source. `language` is a tag of BCP 47: that
    of the text, or of the part that the block stands in.
    """

    kind: BlockKind  # what it is
    text: str  # its words, without blank lines
    start: int  # in the reading text, in code points
    raw: tuple[int, int]  # the first and the last raw line, from 1
    after_pause: bool = False  # whether a pause of the source stands before it
    shape: Shape = PLAIN  # what it is beside its words
    language: str = "en"
    pair: int = 0  # the number that it shares with its translation, or its original
    translates: bool = False  # whether it is the translation of the two


@dataclass(frozen=True, slots=True)
class Mark:
    """A stand-off mark on a passage: `target` is a term, key, note, correction or sic id.

    A “lead” is the marker of an item, the name of a speaker or the number of an article. That of a footnote
    is the anchor of the note, that of a page its address; both are marks of one place. Of what the source
    sets apart the target is the address of a link, or the language of foreign words. `locator` is the place
    in the work that a citation names.
    """

    start: int  # in the text of the passage, in code points
    end: int  # the same, exclusive; of a mark of one place, equal
    kind: MarkKind  # what the mark says of the words
    target: str
    linked: bool = True  # false only of a use of a term that is no link
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its anchor and its marks, in the order of the text.

    `pages` are the first and the last page of the print that it stands on, where they are known.
    """

    id: Anchor  # its address within the text
    kind: BlockKind  # what it is
    text: str  # its words; lines end in “\n” where they are kept
    revision: str  # the fingerprint of its wording that links carry
    raw: tuple[int, int]  # the first and the last raw line, from 1
    start: int  # in the reading text, in code points
    after_pause: bool  # whether a pause of the source stands before it
    marks: tuple[Mark, ...] = ()  # those that begin first come first, the longer before the shorter
    shape: Shape = PLAIN  # what it is beside its words
    pages: Place | None = None
    language: str = "en"  # a tag of BCP 47
    beside: Anchor | None = None  # its translation, or its original; the first of several
    translates: bool = False  # whether it is the translation of the two

    @property
    def number(self) -> str:
        """What stands in the margin: `12a` for `p12a`, and of a note what the source calls it."""
        place = self.shape.place
        return place.number if place and self.kind == "footnote" else self.id.label

    @property
    def name(self) -> str:
        """What readers call it: `Passage 12`; a note of the source by the source’s number, `Footnote 3`."""
        if self.kind == "footnote":
            return FOOTNOTE.name.format(number=numbered(self.number)).capitalize()
        return self.id.name.capitalize()

    @property
    def lead(self) -> str:
        """The marker of an item, the name of a speaker or the number of an article, as the text has it."""
        return self.text[: self.shape.lead]

    @property
    def lines(self) -> list[str]:
        """The lines of a stanza or the rows of a table, each of which has an address; otherwise nothing."""
        return self.text.split("\n") if self.kind in LINED else []

    def marked(self, kind: MarkKind) -> tuple[Mark, ...]:
        """The marks of one kind."""
        return tuple(mark for mark in self.marks if mark.kind == kind)

    def with_marks(self, marks: Iterable[Mark]) -> Passage:
        """The passage with more marks, all in the order of the text, the longer first."""
        every = (*self.marks, *marks)
        order = sorted(every, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.target))
        return replace(self, marks=tuple(order))


@dataclass(frozen=True, slots=True)
class Retired:
    """An anchor whose passage is gone: `lands` is where its words went, or the surviving neighbour.

    `between` are the surviving neighbours on either side; the first and the last passage have one.
    """

    id: Anchor  # the anchor itself
    lands: Anchor | None
    kept_words: bool  # whether `lands` has its words, and is no mere neighbour
    wording: str  # the last that it had
    between: tuple[Anchor | None, Anchor | None] = (None, None)


@dataclass(frozen=True, slots=True)
class NumberedNote:
    """A note with its anchor (`n3`) and the passage that it stands on."""

    id: Anchor  # its address within the text
    note: Note  # what the editor wrote


@dataclass(frozen=True, slots=True)
class Emendation:
    """A correction, supplied words or a sic in its passage, numbered within its text."""

    id: str  # `c1` of a correction, `k1` of a sic, `a1` of supplied words
    passage: Anchor  # that in which it stands
    entry: Correction | Sic | Supply  # what the editor wrote


@dataclass(frozen=True)
class Page:
    """A text, ready to be rendered; what is withheld is not shown, by the rights in the text.

    `ledger` is the accepted one, with what its anchors stood for before.
    """

    source: Source  # the text as it lies on the disk
    cleaned: Cleaned  # the whole reading text, with what is withheld
    passages: tuple[Passage, ...]  # those that are shown, in order
    retired: tuple[Retired, ...]  # those of notes, too
    notes: tuple[NumberedNote, ...]  # those that are shown
    emendations: tuple[Emendation, ...]  # those in passages that are shown
    ledger: tuple[Line, ...] = ()
    withheld: tuple[Anchor, ...] = ()  # passages that are not shown
    withheld_notes: tuple[Anchor, ...] = ()  # notes on them
    footnotes: tuple[CalledFootnote, ...] = ()  # notes of the source that are shown, as the text calls them
    print_pages: tuple[PlacedPage, ...] = ()  # in the order of the text

    @property
    def slug(self) -> str:
        """The folder name and bibliography key of the text."""
        return self.source.slug

    @property
    def language(self) -> str:
        """The language of the text, as BCP 47 has it; passages may have others."""
        return self.source.about.language

    @cached_property
    def by_anchor(self) -> Mapping[Anchor, Passage]:
        """The passages that are shown, by their anchors."""
        return {passage.id: passage for passage in self.passages}

    @cached_property
    def begins(self) -> Mapping[Anchor, int]:
        """How many characters of the passages that are shown stand before each of them."""
        lengths = accumulate((len(passage.text) for passage in self.passages), initial=0)
        return {passage.id: before for passage, before in zip(self.passages, lengths, strict=False)}

    @cached_property
    def length(self) -> int:
        """The characters of all passages that are shown."""
        return sum(len(passage.text) for passage in self.passages)

    @property
    def words(self) -> int:
        """The number of words of the reading text."""
        return sum(count_words(passage.text) for passage in self.passages)
