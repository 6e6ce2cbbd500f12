"""What an editor writes in `source.toml` about the shapes of a text: where blocks begin, and what they are.

Every entry names raw lines. `begins` guards it: the first of the lines must begin so, or, where a paragraph
begins amid a line, these are its first words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.model.lines import At, Lines
from reader.model.shapes import PartKind
from reader.model.units import UnitName
from reader.words.letters import LIGATURES
from reader.words.signs import INVISIBLE, signed, visible, writes_from_the_right

Cells = Literal["apart", "aligned", "bars", "words", "lines"]
NOWHERE = Lines((0, 0))  # lines that nobody has named


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading: whole raw lines, or the words at the beginning of one (a run-in heading).

    `text` are its words in the raw text, `shown` the same in other capitals and without a colon. With a
    `unit`, its number is what passages below it are cited by; `label` are the words that number it.
    """

    line: int  # of the raw text, from 1: that which its words open
    text: str
    language: str = ""  # a tag of BCP 47, where it is not that of the text
    level: int = 1  # from 1, below the title, to 6
    shown: str = ""
    unit: UnitName = "none"
    label: str = ""
    at: At  # where the entry stands

    @property
    def words_shown(self) -> str:
        """What is shown in the place of its words, if anything else is: on one line, no sign of it unseen."""
        plain = INVISIBLE.sub("", self.shown.translate(LIGATURES))
        return " ".join((visible if writes_from_the_right(plain) else signed)(plain).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Raw lines whose paragraphs are something other than plain paragraphs; parts may hold others.

    `unit` says that the source numbers them, `label` with which words. `speakers` are the names that open
    turns, `speaker` the one whom the text does not name. `first_line` is the number that the source gives to
    the first line of verse; with `line_numbers`, some lines end with theirs in the raw text. A part without a
    kind says its `language` and nothing else.
    """

    lines: Lines  # of the raw text, inclusive
    kind: Literal[PartKind, ""] = ""  # what its paragraphs are, or what holds them
    language: str = ""  # a tag of BCP 47, where it is not that of the text
    begins: str = ""  # the guard; any beginning will do where it is empty
    unit: UnitName = "none"
    label: str = ""
    speakers: tuple[str, ...] = ()
    speaker: str = ""
    first_line: int = 0
    line_numbers: bool = False
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph begins at a raw line, or amid it with the words `begins`."""

    line: int  # of the raw text, from 1
    begins: str = ""
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """The paragraph, or the stanza, that the turn of a page has broken goes on at a raw line."""

    line: int  # of the raw text, from 1
    begins: str = ""  # the guard; any beginning will do where it is empty
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Raw lines that are a table.

    `cells` says what divides them: tabs, or two spaces at least (“apart”), bars, every space (“words”) or
    every line (“lines”); or that some are blank, and their places tell which (“aligned”). With `columns`, so
    many cells are a row, whatever lines they stand on; the places of “aligned” cells make so many. The first
    `header` rows are the header.
    """

    lines: Lines  # of the raw text, inclusive
    begins: str = ""  # the guard; any beginning will do where it is empty
    cells: Cells = "apart"
    columns: int = 0
    header: int = 1
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture that lies beside the raw text.

    Its caption are the raw `lines`, or the words of `caption`, which the editor supplies `before` a line of a
    source that has none, with a `reason`.
    """

    file: str  # its name beside the raw text
    alt: str  # what it shows, for those who cannot see it
    rights: str = ""  # in the picture, as plain text; may be empty
    lines: Lines = NOWHERE
    begins: str = ""  # the guard of `lines`; any beginning will do where it is empty
    before: int = 0
    caption: str = ""
    reason: str = ""
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Parallel:
    """Raw lines of an original and of its translation, whose passages stand beside each other one by one."""

    original: Lines  # lines of the raw text, inclusive
    translation: Lines  # lines of the raw text, inclusive; as many passages begin there
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A pause of the raw text before a line, which the reading text keeps."""

    before: int  # a line of the raw text, from 1, at which a block begins
    reason: str  # for those who edit
    at: At  # where the entry stands
