"""What a source counts itself by, in the terms that CSL has for it: articles, sections, verses, lines, pages.

UNITS["article"]   ->   art. 3, arts. 3–5, `article-locator`
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.words.speech import Phrase, comma

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

    one: Phrase  # before the number of one: `art.`
    many: Phrase  # before those of several: `arts.`
    csl: str  # its locator term in CSL


UNITS: dict[str, Unit] = {
    "act": Unit(Phrase("act"), Phrase("acts"), "act"),
    "appendix": Unit(Phrase("app."), Phrase("apps."), "appendix"),
    "article": Unit(Phrase("art."), Phrase("arts."), "article-locator"),
    "book": Unit(Phrase("bk."), Phrase("bks."), "book"),
    "canon": Unit(Phrase("can."), Phrase("cans."), "canon"),
    "chapter": Unit(Phrase("chap."), Phrase("chaps."), "chapter"),
    "clause": Unit(Phrase("cl."), Phrase("cls."), "section"),
    "column": Unit(Phrase("col."), Phrase("cols."), "column"),
    "figure": Unit(Phrase("fig."), Phrase("figs."), "figure"),
    "folio": Unit(Phrase("fol."), Phrase("fols."), "folio"),
    "line": Unit(Phrase("line"), Phrase("lines"), "line"),
    "note": Unit(Phrase("n."), Phrase("nn."), "note"),
    "page": Unit(Phrase("p."), Phrase("pp."), "page"),
    "paragraph": Unit(Phrase("para."), Phrase("paras."), "paragraph"),
    "part": Unit(Phrase("pt."), Phrase("pts."), "part"),
    "rule": Unit(Phrase("r."), Phrase("rr."), "rule"),
    "scene": Unit(Phrase("sc."), Phrase("scs."), "scene"),
    "section": Unit(Phrase("§"), Phrase("§§"), "section"),
    "table": Unit(Phrase("tbl."), Phrase("tbls."), "table"),
    "title": Unit(Phrase("tit."), Phrase("tits."), "title-locator"),
    "verse": Unit(Phrase("v."), Phrase("vv."), "verse"),
    "volume": Unit(Phrase("vol."), Phrase("vols."), "volume"),
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
        return f"{number}{comma()}{UNITS['paragraph'].one} {self.paragraph}" if self.paragraph else number

    @property
    def words(self) -> str:
        """`art. 1(2)(b)`, `lines 5–8`, or `art. 3, para. 2`."""
        unit = UNITS[self.unit]
        return f"{unit.one if self.first == self.last else unit.many} {self.number}"
