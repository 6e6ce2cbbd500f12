"""What a source counts itself by, in the terms that CSL has for it: articles, sections, verses, lines, pages.

UNITS["article"]   ->   art. 3, arts. 3–5, `article-locator`
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

UnitName = Literal[
    "none",
    "act",
    "appendix",
    "article",
    "book",
    "canon",
    "chapter",
    "clause",
    "column",
    "figure",
    "folio",
    "line",
    "note",
    "page",
    "paragraph",
    "part",
    "rule",
    "scene",
    "section",
    "table",
    "title",
    "verse",
    "volume",
]


@dataclass(frozen=True, slots=True)
class Unit:
    """A thing that is counted: how a citation counts one and several, and what CSL calls it."""

    one: str  # before the number of one: `art.`
    many: str  # before those of several: `arts.`
    csl: str  # its locator term in CSL


UNITS: dict[str, Unit] = {
    "act": Unit("act", "acts", "act"),
    "appendix": Unit("app.", "apps.", "appendix"),
    "article": Unit("art.", "arts.", "article-locator"),
    "book": Unit("bk.", "bks.", "book"),
    "canon": Unit("can.", "cans.", "canon"),
    "chapter": Unit("chap.", "chaps.", "chapter"),
    "clause": Unit("cl.", "cls.", "section"),
    "column": Unit("col.", "cols.", "column"),
    "figure": Unit("fig.", "figs.", "figure"),
    "folio": Unit("fol.", "fols.", "folio"),
    "line": Unit("line", "lines", "line"),
    "note": Unit("n.", "nn.", "note"),
    "page": Unit("p.", "pp.", "page"),
    "paragraph": Unit("para.", "paras.", "paragraph"),
    "part": Unit("pt.", "pts.", "part"),
    "rule": Unit("r.", "rr.", "rule"),
    "scene": Unit("sc.", "scs.", "scene"),
    "section": Unit("§", "§§", "section"),
    "table": Unit("tbl.", "tbls.", "table"),
    "title": Unit("tit.", "tits.", "title-locator"),
    "verse": Unit("v.", "vv.", "verse"),
    "volume": Unit("vol.", "vols.", "volume"),
}
OF_LAW = frozenset({"article", "canon", "clause", "rule"})  # lawyers count their unnumbered paragraphs
HAVING_PARAGRAPHS = OF_LAW | {"section"}  # of sections only where no page of the print says more


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the source itself counts it: `Place("line", "5", "8")`.

    `last` is `first` where it is one: an article, a verse, a line. `paragraph` counts those of an article
    that have no number of their own, from 1, and is 0 where there is but one.
    """

    unit: UnitName  # what is counted
    first: str
    last: str
    paragraph: int = 0

    @property
    def number(self) -> str:
        """`1(2)(b)`, `5–8`, or `3, para. 2`."""
        number = self.first if self.first == self.last else f"{self.first}–{self.last}"
        return f"{number}, {UNITS['paragraph'].one} {self.paragraph}" if self.paragraph else number

    @property
    def words(self) -> str:
        """`art. 1(2)(b)`, `lines 5–8`, or `art. 3, para. 2`."""
        unit = UNITS[self.unit]
        return f"{unit.one if self.first == self.last else unit.many} {self.number}"
