"""A text as an extractor hands it over: the lines of `raw.txt`, and what is known of each of them.

    Sheet(rows=(Row("THE CURRENT DIGEST", page="12", size=0.8, gap=2.0), …), extractor="pypdfium2", …)

The lines of `raw.txt` are the rows, in order, each ended by one line end: `Sheet.raw` is the file. A hint is
what a format says or shows; plain text has none, and whatever is unknown is left at its default. Detectors
use hints where there are any and decide from the words alone where there are none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a row that its format sets apart: `start` and `end` are offsets in its text.

    `kind` is one of emphasis, strong, superscript, subscript, small-caps, underline, code, link, note or
    language; `target` is the address of a link, the number of a note or the tag of a language.
    """

    start: int
    end: int
    kind: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the raw text, and what its format tells about it.

    `page` is the label of the print page it stands on, or its number where it has none. `tag` is the
    innermost block element that a structured source puts it in, in the words of HTML: h1 … h6, p, li, td,
    th, dt, dd, figcaption, blockquote, pre, verse; nav, aside, header, footer, form, button for what is
    around a text; footnote, title, author, date. `size` is the size of its type against that of most of the
    text (1.0), `indent` the space before it in widths of an “m” against the column it stands in, `gap` the
    space above it in lines (0.0: it follows at once), `column` the number of its column, and `width` how
    much of its column it fills (1.0: to the right edge); 0 is unknown for all of these. `begins` says that
    a structured source begins a block here: True, False, or None where nothing is known. `linked` is the
    share of its characters that are the words of links. `spans` are emphasis, links and the like within it.
    `marker` is the number or sign that the format puts before a list item or a note, and that is no part of
    `text`; `depth` says in how many lists the item is.
    """

    text: str
    page: str = ""
    tag: str = ""
    size: float = 0.0
    indent: float = 0.0
    gap: float = 0.0
    column: int = 0
    width: float = 0.0
    begins: bool | None = None
    linked: float = 0.0
    bold: bool = False  # all of it, or nearly all, is in bold type
    italic: bool = False  # the same of italics
    spans: tuple[Span, ...] = ()
    marker: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Mended:
    """Signs that were garbled when they were received, what stands in `raw.txt` for them, and how often."""

    find: str  # as received, already decoded
    replace: str  # the mended signs
    times: int  # in the whole text


@dataclass(frozen=True, slots=True, order=True)
class Picture:
    """A picture that a format sets beside its words, and that is not taken in with them."""

    before: int  # the raw line that follows it
    address: str  # where it lies, as the page gives it
    alt: str = ""  # what it is said to show
    caption: str = ""  # its words stand in the raw text too


@dataclass(frozen=True, slots=True)
class Sheet:
    """All lines of a text, by whom and how they were read, and what the format itself says of the text.

    `extractor` is empty for plain text. `meta` knows title, author, date, language, publisher, doi, url; a
    key that a format does not give is missing. `notes` are sentences for the report, e.g. that letters were
    garbled and which encoding was taken; `mended` is what was done about them.
    """

    rows: tuple[Row, ...]  # in the order of raw.txt, blank lines too
    extractor: str = ""
    version: str = ""  # of the extractor, with the encoding of a page of HTML; empty for plain text
    meta: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    mended: tuple[Mended, ...] = ()
    pictures: tuple[Picture, ...] = ()  # in the order of the page

    @property
    def raw(self) -> str:
        """The text of `raw.txt`: one line a row."""
        return "".join(f"{row.text}\n" for row in self.rows)


def plain(text: str) -> Sheet:
    """Return the sheet of a plain text, whose lines tell nothing but their words.

    The line ends are those that `raw.txt` counts by: LF, CRLF and CR.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    return Sheet(tuple(Row(line) for line in lines))
