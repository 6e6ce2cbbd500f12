"""The shape of a passage: its kind, what holds it, and what its source calls it.

A passage never loses its sign to its shape: the marker of an item, the name of a speaker and the number of
an article stay words of the text, and the shape says how many characters at the beginning they are.

    "(b) rivers"        kind “item”, lead 3, within an item of “2.”, place art. 1(2)(b)
    "Q: And then?"      kind “speech”, lead 2, speaker “Q”
    "The tide …\\n…"     kind “verse”: the lines of the text are the lines of the stanza
    "Hull\\t6.9\\n…"      kind “table”: rows end like lines, cells stand apart by tabs
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.model.units import Place

PartKind = Literal[
    "paragraph",
    "abstract",
    "standfirst",
    "keywords",
    "reference",
    "quotation",
    "item",
    "verse",
    "speech",
    "direction",
    "letter",
    "dateline",
    "salutation",
    "closing",
    "signature",
    "address",
    "preformatted",
    "formula",
]
BlockKind = Literal[
    "paragraph",
    "heading",
    "abstract",
    "standfirst",
    "keywords",
    "reference",
    "quotation",
    "item",
    "verse",
    "speech",
    "direction",
    "dateline",
    "salutation",
    "closing",
    "signature",
    "address",
    "preformatted",
    "formula",
    "table",
    "figure",
    "footnote",
]
SuppliedKind = Literal["paragraph", "heading", "abstract", "standfirst", "keywords", "reference"]

OF_LETTERS = frozenset({"dateline", "salutation", "closing", "signature", "address"})
VERBATIM = frozenset({"preformatted", "formula"})  # nothing in them is regularised
LINED = OF_LETTERS | VERBATIM | {"verse", "table"}  # the lines of the source are kept
LOOSE = frozenset(
    {"paragraph", "verse", "direction", "item", "quotation", "preformatted", "formula", "table", "figure"}
)
HOLDS: dict[str, frozenset[str]] = {
    "abstract": LOOSE,
    "standfirst": LOOSE,
    "quotation": LOOSE | OF_LETTERS | {"speech", "letter"},
    "item": LOOSE,
    "speech": LOOSE,
    "letter": LOOSE | OF_LETTERS,
}
TAB = 4  # spaces that a tab is taken for at the beginning of a line of verse
DEEPEST = 12  # parts within each other: no text has more, and a browser draws no more than it can


@dataclass(frozen=True, slots=True)
class Holder:
    """A part that holds passages; `number` tells it from the others of its text."""

    kind: PartKind  # what the part is
    number: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that lies beside the raw text; its size is in pixels."""

    file: str  # its name beside the raw text
    alt: str  # what it shows, in words, for those who do not see it
    rights: str  # what is shown below it of its rights; may be empty
    width: int  # 0 where the file is not there
    height: int  # the same


@dataclass(frozen=True, slots=True)
class Shape:
    """What a passage is beside its words.

    `level` is that of a heading (1–6). `within` are the parts that hold the passage, the outermost first,
    with the one that gives it its kind. `lead` counts the characters of its marker, speaker or number.
    `opens` says that an item or a turn begins here, and does not go on. `place` is what the source itself
    calls it; `head` is how many rows of a table are its header, `first_line` the number that the source gives
    to the first line of a stanza, or nothing.
    """

    level: int = 1
    within: tuple[Holder, ...] = ()
    lead: int = 0
    speaker: str = ""  # whose turn it is; empty where it is no turn
    opens: bool = True
    place: Place | None = None
    head: int = 0
    first_line: int = 0
    picture: Picture | None = None  # that of a figure

    @property
    def depth(self) -> int:
        """How deep an item stands in lists."""
        return sum(holder.kind == "item" for holder in self.within)


PLAIN = Shape()
