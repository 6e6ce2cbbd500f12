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
from reader.model.layouts import Figure, Heading, Paragraph, Parallel, Part, Pause, Table
from reader.model.lines import At, Lines
from reader.model.prose import Prose
from reader.model.received import Received
from reader.model.shapes import SuppliedKind

Layout = Literal["line-per-paragraph", "hard-wrapped"]
Publication = Literal["full", "excerpt", "record"]
NoteKind = Literal["context", "since", "correction", "sic", "source"]
CutKind = Literal["boilerplate", "furniture", "metadata", "duplicate"]
RuleName = Literal["invisibles", "ligatures", "quotes", "dashes"]  # those that a text can do without


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Raw lines that are no part of the reading text; `begins` guards the first of them."""

    lines: Lines
    begins: str = ""
    kind: CutKind
    reason: str
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Regularise:
    """The rules that are `off` for a text, and the quotation marks that it has in place of its language's.

    `marks` are what opens and closes a quotation, and then one in it: two or four signs.
    """

    off: tuple[RuleName, ...] = ()
    marks: tuple[str, ...] = ()
    reason: str  # shown in the apparatus
    at: At


AS_USUAL = Regularise(reason="", at=At("", 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyphen:
    """What becomes of a hyphen at the end of a raw line; with `space` it stands for the rest of a word."""

    line: int
    keep: bool
    space: bool = False
    reason: str
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Words of the raw text that are emended."""

    line: int
    find: str
    replace: str
    reason: str
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """Words that the editor supplies, as a block of their own before a raw line."""

    before: int
    kind: SuppliedKind = "paragraph"
    text: str
    reason: str
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Sic:
    """Words that look like a mistake and are kept."""

    line: int
    find: str
    reason: str
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words of a passage by which the text cites a work."""

    passage: Anchor
    quote: str
    key: str
    locator: str = ""
    at: At


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's note on a lemma of a passage."""

    passage: Anchor
    lemma: str
    kind: NoteKind
    body: Prose
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What is known of the rights in a text, and how much of it a build shows.

    `passages` names those that an excerpt shows. `licence` is the address of the licence, where there is one.
    """

    statement: str
    publication: Publication
    passages: tuple[Anchor, ...] = ()
    licence: str = ""
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """What stands in `source.toml`."""

    title: str = ""
    language: str
    layout: Layout
    sha256: str
    summary: str = ""
    rights: Rights
    cut: tuple[Cut, ...] = ()
    heading: tuple[Heading, ...] = ()
    part: tuple[Part, ...] = ()
    paragraph: tuple[Paragraph, ...] = ()
    table: tuple[Table, ...] = ()
    figure: tuple[Figure, ...] = ()
    pause: tuple[Pause, ...] = ()
    parallel: tuple[Parallel, ...] = ()
    hyphen: tuple[Hyphen, ...] = ()
    regularise: Regularise = AS_USUAL
    received: Received | None = None
    markup: tuple[Markup, ...] = ()
    footnote: tuple[Footnote, ...] = ()
    page: tuple[PrintPage, ...] = ()
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsFile:
    """What stands in `corrections.toml`."""

    correction: tuple[Correction, ...] = ()
    supply: tuple[Supply, ...] = ()
    sic: tuple[Sic, ...] = ()
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationsFile:
    """What stands in `citations.toml`."""

    citation: tuple[Citation, ...] = ()
    at: At


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that lies beside a raw text; its size is in pixels."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Source:
    """One text as it lies in `sources/<slug>/`.

    `ledger` is the text of `anchors.lock`, empty only where there is no such file; `pictures` are the files
    that figures show.
    """

    slug: str
    raw: bytes
    about: SourceFile
    corrections: CorrectionsFile
    citations: tuple[Citation, ...]
    notes: tuple[Note, ...]
    ledger: str
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)

    def file(self, name: str) -> str:
        """The path of one file of this text, relative to the project."""
        return f"sources/{self.slug}/{name}"
