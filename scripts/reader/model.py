"""The nouns of the reader, as frozen dataclasses.

What an editor writes (`Cut` … `Term`) knows the file and line it stands in, so that every stage can say
where to mend it. Offsets count code points; line numbers are 1-based; ranges of lines are inclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NewType

from reader.edits import Pass, backward, forward

Layout = Literal["line-per-paragraph", "hard-wrapped"]
Publication = Literal["full", "excerpt", "record"]
BlockKind = Literal["paragraph", "heading", "abstract", "standfirst", "keywords", "reference"]
MarkKind = Literal["term", "citation", "note", "correction", "sic"]
NoteKind = Literal["context", "since", "correction", "sic", "source"]
TermKind = Literal["organisation", "treaty", "corridor", "place", "concept", "conflict", "person"]
LinkPolicy = Literal["passage", "page", "index"]
CutKind = Literal["boilerplate", "furniture", "metadata", "duplicate"]
Lines = NewType("Lines", tuple[int, int])  # the first and last of a range, written "37-81" or "9"


@dataclass(frozen=True, slots=True)
class At:
    """A place in a file of the project: `path` is relative to its root."""

    path: str
    line: int


# What an editor writes about one text; the fields are those of the TOML files, and those with a default
# may be left out there


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Raw lines that are no part of the reading text; `begins` guards the first of them."""

    lines: Lines
    begins: str = ""
    kind: CutKind
    reason: str
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading: a whole raw line, or the words at its beginning (a run-in heading)."""

    line: int
    text: str
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Raw lines whose paragraphs are something other than plain paragraphs."""

    lines: Lines
    kind: BlockKind
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A pause of the raw text before a line, which the reading text keeps."""

    before: int
    reason: str
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyphen:
    """What becomes of a hyphen at the end of a raw line."""

    line: int
    keep: bool
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
    kind: BlockKind = "paragraph"
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

    passage: str
    quote: str
    key: str
    locator: str = ""
    at: At


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's note on a lemma of a passage; `body` is Markdown with `[@key]` citations."""

    passage: str
    lemma: str
    kind: NoteKind
    body: str
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What is known of the rights in a text, and how much of it a build shows.

    `passages` names those that an excerpt shows.
    """

    statement: str
    publication: Publication
    passages: tuple[str, ...] = ()
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
    pause: tuple[Break, ...] = ()
    hyphen: tuple[Hyphen, ...] = ()
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
class Source:
    """One text as it lies in `sources/<slug>/`; `ledger` is the text of `anchors.lock`."""

    slug: str
    raw: bytes
    about: SourceFile
    corrections: CorrectionsFile
    citations: tuple[Citation, ...]
    notes: tuple[Note, ...]
    ledger: str

    def file(self, name: str) -> str:
        """The path of one file of this text, relative to the project."""
        return f"sources/{self.slug}/{name}"


# What the stages make of it


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of the reading text that an editor's entry speaks of."""

    start: int
    end: int
    entry: Correction | Sic | Supply


@dataclass(frozen=True)
class Cleaned:
    """The reading text with the record of how it came about.

    `passes` lead from the decoded raw text to `text`; `line_starts[i]` is the offset in the raw text of
    line i + 1.
    """

    raw: str
    text: str
    passes: tuple[Pass, ...]
    line_starts: tuple[int, ...]
    spots: tuple[Spot, ...]

    def raw_line(self, offset: int) -> int:
        """The raw line that the character at `offset` of the reading text comes from."""
        return bisect_right(self.line_starts, backward(self.passes, offset))

    def line_offset(self, line: int) -> int:
        """Where the beginning of a raw line stands in the reading text, after anything supplied."""
        return forward(self.passes, self.line_starts[line - 1])


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the reading text between two blank lines, with the raw lines it comes from."""

    kind: BlockKind
    text: str
    start: int
    raw: tuple[int, int]
    after_break: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A stand-off mark on a passage: `target` is a term, key, note, correction or sic id."""

    start: int
    end: int
    kind: MarkKind
    target: str
    linked: bool = True


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its anchor and its marks, in the order of the text."""

    id: str
    kind: BlockKind
    text: str
    revision: str
    raw: tuple[int, int]
    start: int
    after_break: bool
    marks: tuple[Mark, ...] = ()

    @property
    def number(self) -> str:
        """The anchor without its letter, as shown in the margin: `12a` for `p12a`."""
        return self.id[1:]

    def marked(self, kind: MarkKind) -> tuple[Mark, ...]:
        """The marks of one kind."""
        return tuple(mark for mark in self.marks if mark.kind == kind)


@dataclass(frozen=True, slots=True)
class Retired:
    """An anchor whose passage is gone: `lands` is where its words went, or the surviving neighbour."""

    id: str
    lands: str
    kept_words: bool
    wording: str


@dataclass(frozen=True, slots=True)
class NumberedNote:
    """A note with its anchor (`n3`) and the passage that it stands on."""

    id: str
    note: Note


@dataclass(frozen=True, slots=True)
class Emendation:
    """A correction, supplied words or a sic in its passage, numbered within its text."""

    id: str
    passage: str
    entry: Correction | Sic | Supply


@dataclass(frozen=True, slots=True)
class Page:
    """A text, ready to be rendered."""

    source: Source
    cleaned: Cleaned
    passages: tuple[Passage, ...]
    retired: tuple[Retired, ...]
    notes: tuple[NumberedNote, ...]
    emendations: tuple[Emendation, ...]

    @property
    def slug(self) -> str:
        """The folder name and bibliography key of the text."""
        return self.source.slug

    @property
    def words(self) -> int:
        """The number of words of the reading text."""
        return sum(len(passage.text.split()) for passage in self.passages)


# What all texts share


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """A place where a form is not the term: an exception with a reason."""

    text: str
    passage: str
    form: str
    reason: str
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What has happened since the texts were written, with its references."""

    text: str
    references: tuple[str, ...] = ()
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An entry of the glossary.

    `forms` are the words that the texts use; `native` are names that only search knows; a `background`
    term may go unused; `unlinked` are the places where a form means something else.
    """

    id: str
    name: str
    short: str = ""
    forms: tuple[str, ...]
    kind: TermKind
    link: LinkPolicy = "passage"
    definition: str
    references: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    native: tuple[str, ...] = ()
    variants: str = ""
    background: bool = False
    since: tuple[Since, ...] = ()
    unlinked: tuple[Unlinked, ...] = ()
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryFile:
    """What stands in `glossary.toml`."""

    term: tuple[Term, ...] = ()
    at: At


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the bibliography.

    `fields` are as in the file, without the braces that protect capitals; `bibtex` is the whole entry with
    them, a field a line.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    bibtex: str
    at: At

    def get(self, name: str) -> str:
        """A field, or nothing."""
        return self.fields.get(name, "")


@dataclass(frozen=True, slots=True)
class Formatted:
    """A reference in a citation style: `entry` is HTML, `plain` the same as text, `label` as in “(Waltz 1979)”."""

    entry: str
    plain: str
    label: str


@dataclass(frozen=True, slots=True)
class Use:
    """A use of a term, or of a reference, in a passage."""

    slug: str
    passage: str
    start: int
    end: int
    linked: bool = True


@dataclass(frozen=True)
class Library:
    """All that the build knows, ready to be rendered."""

    pages: tuple[Page, ...]
    terms: tuple[Term, ...]
    references: Mapping[str, Reference]
    formatted: Mapping[str, Formatted]
    uses: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)
    cited: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)
    edition: str = ""
    site_url: str = ""
