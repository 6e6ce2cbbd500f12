"""What a regularising rule is, and what it may know beside the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reader.model import Layout, Table
from reader.model.shapes import VERBATIM
from reader.reading.parts import Span
from reader.reading.plan import Plan
from reader.words.edits import Edit
from reader.words.letters import letters
from reader.words.quotation_marks import Marks
from reader.words.speech import Phrase

Proposal = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the editor has written down that a rule may depend on.

    `kept_hyphens` are the raw lines whose last hyphen is real; `headings` maps a raw line to the run-in
    heading that it opens with; `raw_line` gives the raw line of an offset of the text at hand, `language` the
    language that is written there, `place` the offset there of one in the raw text and `place_of_end` that of
    the end of a stretch. `dropped_hyphens` and `suspended` are the raw lines whose last hyphen only divides a
    word, or stands for the rest of one; `marks` are the quotation marks that the editor asks for. `plan` is
    what the raw lines are.
    """

    layout: Layout  # how the lines of the raw text are to be read
    kept_hyphens: frozenset[int] = frozenset()
    headings: dict[int, str] = field(default_factory=dict)
    raw_line: Callable[[int], int] = lambda _offset: 1
    plan: Plan = field(default_factory=Plan)
    place: Callable[[int], int] = lambda offset: offset
    language: Callable[[int], str] = lambda _offset: "en"
    dropped_hyphens: frozenset[int] = frozenset()
    suspended: frozenset[int] = frozenset()
    marks: Marks | None = None
    place_of_end: Callable[[int], int] = lambda offset: offset

    def part(self, offset: int) -> Span | None:
        """The part that the character at `offset` stands in."""
        return self.plan.innermost(self.raw_line(offset)) if self.plan.has_parts else None

    def is_verbatim(self, offset: int) -> bool:
        """Whether nothing is regularised at `offset`."""
        part = self.part(offset)
        return part is not None and part.kind in VERBATIM

    def keeps(self, line_end: int) -> bool:
        """Whether the line end at an offset is one of the source that is kept: in verse, or in a table."""
        if not self.plan.has_parts:
            return False
        kept = self.plan.lined(self.raw_line(line_end))
        return kept > 0 and kept == self.plan.lined(self.raw_line(line_end + 1))

    def wraps(self) -> Callable[[int], bool]:
        """Return what tells whether the line end at an offset lies within a paragraph, unless it is kept."""
        if self.layout == "hard-wrapped":
            return lambda _line_end: True
        joined = frozenset(map(self.place, self.plan.joins))
        return lambda line_end: line_end + 1 in joined

    def tables(self) -> Iterator[tuple[Table, int, int]]:
        """Each table with the offsets at which it begins and ends."""
        for table, start, end in self.plan.tables:
            yield table, self.place(start), self.place_of_end(end)


@dataclass(frozen=True, slots=True)
class Rule:
    """A named finder of `(start, end, replacement)`; `does` is how the apparatus describes it."""

    name: str  # that of its module
    does: Phrase
    # Takes a text, and yields what it would replace in it
    propose: Callable[[str, Setting], Iterator[Proposal]]
    everywhere: bool = False  # in preformatted text and formulas too

    def edits(self, text: str, setting: Setting) -> list[Edit]:
        """Return the edits that this rule proposes for `text` and that leave its letters alone.

        Two characters can merge once what stood between them is gone (a letter and a combining mark);
        where that would change the letters, the rule stands back.
        """
        kept: list[Edit] = []
        before, at = "", 0  # the last character of the text as edited so far, with its marks
        for start, end, replacement in self.propose(text, setting):
            if not self.everywhere and setting.is_verbatim(start):
                continue
            before, after = _last(before + text[at:start]), _marks(text, end)
            removed, at = text[start:end], end
            if letters(before + removed + after) == letters(before + replacement + after):
                kept.append(Edit(start, end, replacement, "regularise", self.name))
                before += replacement
            else:
                before += removed
        return kept


def _last(text: str) -> str:
    """The end of `text` that what follows can merge with."""
    at = len(text) - 1
    while at > 0 and _joins(text[at]):
        at -= 1
    return text[max(at, 0) :]


def _marks(text: str, start: int) -> str:
    """What stands at `start` and can merge with what goes before."""
    end = start
    while end < len(text) and _joins(text[end]):
        end += 1
    return text[start:end]


def _joins(sign: str) -> bool:
    """Whether a character can merge with the one before it: a mark, or a jamo within a syllable."""
    first = unicodedata.normalize("NFKD", sign)[0]
    return unicodedata.category(first)[0] == "M" or "\u1160" <= first <= "\u11ff"
