"""Anchors: the addresses within a text that last.

    p12a  ->  Anchor(PASSAGE, 12, "a")     “passage 12a”, para. 12a, in the margin 12a
    s2    ->  Anchor(SECTION, 2)           “section 2”, sec. 2
    n3    ->  Anchor(NOTE, 3)              “note 3”, n. 3
    f3    ->  Anchor(FOOTNOTE, 3)          “footnote 3”, n. 3: a note of the source

The series says in which count an anchor was given, and never changes. What kind of block stands there
belongs to the passage: a paragraph that is declared a heading keeps its address, and its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from reader.words.speech import Phrase, numbered


@dataclass(frozen=True, slots=True)
class Series:
    """A count of anchors.

    `sign` begins the address, `name` is what readers call one of it, by its number, `unit` and `units` are
    how a citation counts, and `locator` is what CSL calls it.
    """

    sign: str
    name: Phrase
    unit: Phrase
    units: Phrase
    locator: str


PASSAGE = Series("p", Phrase("passage {number}"), Phrase("para."), Phrase("paras."), "paragraph")
SECTION = Series("s", Phrase("section {number}"), Phrase("sec."), Phrase("secs."), "section")
NOTE = Series("n", Phrase("note {number}"), Phrase("n."), Phrase("nn."), "note")
FOOTNOTE = Series("f", Phrase("footnote {number}"), Phrase("n."), Phrase("nn."), "note")
SERIES = {series.sign: series for series in (PASSAGE, SECTION, NOTE, FOOTNOTE)}
FORM = re.compile(rf"({'|'.join(SERIES)})(0|[1-9]\d{{0,8}})([a-z]*)")


@dataclass(frozen=True)
class Anchor:
    """An address within a text; `insertion` is empty, or tells what came after a number: `a` in `p12a`."""

    series: Series  # the count that it was given in
    number: int  # from 1
    insertion: str = ""

    @classmethod
    def parse(cls, text: str) -> Anchor | None:
        """Return the anchor that is written `text`, or nothing where that is none."""
        match = FORM.fullmatch(text)
        return cls(SERIES[match[1]], int(match[2]), match[3]) if match else None

    @classmethod
    def of(cls, text: str) -> Anchor:
        """Return the anchor that is written `text`, which is known to be one."""
        anchor = cls.parse(text)
        if anchor is None:
            raise ValueError(f"“{text}” is not an anchor")
        return anchor

    @cached_property
    def label(self) -> str:
        """What stands in the margin: `12a`."""
        return f"{self.number}{self.insertion}"

    @property
    def name(self) -> str:
        """What readers call it: `passage 12a`."""
        return self.series.name.format(number=numbered(self.label))

    def __str__(self) -> str:
        return f"{self.series.sign}{self.label}"
