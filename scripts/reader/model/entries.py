"""What an editor writes about one text.

The fields are those of the TOML files; those with a default may be left out there. Every entry knows the
file and line it stands in, so that each stage can say where to mend it. Line numbers are 1-based, ranges
of lines inclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reader.model.anchor import Anchor
from reader.model.inline import Footnote, Markup, PrintPage
from reader.model.layouts import Figure, Heading, Join, Paragraph, Parallel, Part, Pause, Table
from reader.model.lines import At, Lines
from reader.model.notes import Note
from reader.model.received import Received
from reader.model.shapes import SuppliedKind

Layout = Literal["line-per-paragraph", "hard-wrapped"]
Publication = Literal["full", "excerpt", "record"]
CutKind = Literal["boilerplate", "furniture", "metadata", "duplicate"]
RuleName = Literal["invisibles", "ligatures", "quotes", "dashes"]  # those that a text can do without


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Raw lines that are no part of the reading text; `begins` guards the first of them."""

    lines: Lines  # of the raw text, inclusive
    begins: str = ""  # empty where that line is blank
    kind: CutKind  # what they are instead
    reason: str  # shown in the apparatus
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Regularise:
    """The rules that are `off` for a text, and the quotation marks that it has in place of its language's.

    `marks` are what opens and closes a quotation, and then one in it: two or four signs.
    """

    off: tuple[RuleName, ...] = ()
    marks: tuple[str, ...] = ()
    reason: str  # shown in the apparatus
    at: At  # where the table stands; an empty path where there is no table


AS_USUAL = Regularise(reason="", at=At("", 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyphen:
    """What becomes of a hyphen at the end of a raw line; with `space` it stands for the rest of a word."""

    line: int  # of the raw text, from 1
    keep: bool  # whether it stays, or goes as a mere sign of division
    space: bool = False
    reason: str  # for those who edit
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Words of the raw text that are emended."""

    line: int  # of the raw text, from 1: that in which the words begin
    find: str  # the words, which begin once in the line; a space stands for any within a line
    replace: str  # what the reading text has for them
    reason: str  # shown to readers
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """Words that the editor supplies, as a block of their own before a raw line."""

    before: int  # a line of the raw text, from 1
    kind: SuppliedKind = "paragraph"  # that of the block
    text: str  # its words
    reason: str  # shown in the apparatus
    at: At  # where the entry stands, or that of the figure whose caption it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Sic:
    """Words that look like a mistake and are kept."""

    line: int  # of the raw text, from 1: that in which the words begin
    find: str  # the words, which begin once in the line; a space stands for any within a line
    reason: str  # shown to readers
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words of a passage by which the text cites a work."""

    passage: Anchor  # that which has the words
    quote: str  # the words, which it has once
    key: str  # that of the work in the bibliography
    locator: str = ""  # the place in the work, like “p. 5”; may be empty
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What is known of the rights in a text, and how much of it a build shows.

    `passages` names those that an excerpt shows. `licence` is the address of the licence, where there is one.
    Where `publication` is not said, all is shown under a licence, and else what the edition says; a project
    that was read has it always.
    """

    statement: str  # what readers are told, as plain text
    publication: Publication | None = None  # all, the passages named, or the record alone
    passages: tuple[Anchor, ...] = ()
    licence: str = ""
    at: At  # where the table stands


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """What stands in `source.toml`."""

    title: str = ""  # to be held against that of the record; empty where it is left to the record
    language: str  # a tag of BCP 47
    layout: Layout  # whether each paragraph is one line, or is wrapped over several
    sha256: str  # of the bytes of `raw.txt`, in hexadecimal
    summary: str = ""  # for lists and searches, as plain text; may be empty
    rights: Rights  # what is known of them, and how much is shown
    cut: tuple[Cut, ...] = ()  # lines that are left out
    heading: tuple[Heading, ...] = ()  # lines that are headings, or begin with one
    part: tuple[Part, ...] = ()  # lines that are not plain paragraphs
    paragraph: tuple[Paragraph, ...] = ()  # those that no blank line sets apart
    join: tuple[Join, ...] = ()  # where paragraphs go on that the raw text breaks
    table: tuple[Table, ...] = ()  # lines that are tables
    figure: tuple[Figure, ...] = ()  # pictures, with their captions
    pause: tuple[Pause, ...] = ()  # pauses that are kept
    parallel: tuple[Parallel, ...] = ()  # originals beside their translations
    hyphen: tuple[Hyphen, ...] = ()  # decisions on hyphens at the ends of lines
    regularise: Regularise = AS_USUAL  # in place of the usual rules
    received: Received | None = None  # what `raw.txt` was made of; none where it is the file itself
    markup: tuple[Markup, ...] = ()  # words that are set apart
    footnote: tuple[Footnote, ...] = ()  # notes of the source, footnotes and endnotes
    page: tuple[PrintPage, ...] = ()  # where pages of the print begin
    at: At  # the file


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsFile:
    """What stands in `corrections.toml`."""

    correction: tuple[Correction, ...] = ()  # words that are emended
    supply: tuple[Supply, ...] = ()  # blocks that the source has lost
    sic: tuple[Sic, ...] = ()  # mistakes that are kept
    at: At  # the file


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationsFile:
    """What stands in `citations.toml`."""

    citation: tuple[Citation, ...] = ()  # in their order
    at: At  # the file


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that lies beside a raw text; its size is in pixels."""

    data: bytes  # the bytes of the file
    width: int  # from 1
    height: int  # from 1


@dataclass(frozen=True, slots=True)
class Source:
    """One text as it lies in `sources/<slug>/`.

    `ledger` is the text of `anchors.lock`, empty only where there is no such file; `pictures` are the files
    that figures show.
    """

    slug: str  # the name of its folder, and of its record
    raw: bytes  # the bytes of `raw.txt`
    about: SourceFile  # what `source.toml` says
    corrections: CorrectionsFile  # what `corrections.toml` says
    citations: tuple[Citation, ...]  # those of `citations.toml`, in their order
    notes: tuple[Note, ...]  # those of `notes.md`, in their order
    ledger: str
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    digest: str = ""  # the fingerprint of all its files, but for pictures; empty where it comes from no disk

    def file(self, name: str) -> str:
        """The path of one file of this text, relative to the project."""
        return f"sources/{self.slug}/{name}"
