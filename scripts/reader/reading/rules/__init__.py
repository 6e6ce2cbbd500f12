"""The regularising rules, in the order in which they run: `RULES` is the only registry.

A rule looks at the text and proposes edits; it changes nothing itself. Add a rule by writing a module with
`propose` and naming it here; its cases go to `tests/engine/cases/<rule>/`.
"""

from __future__ import annotations

from reader.reading.rules import (
    blank_lines,
    breaks,
    controls,
    dashes,
    direction_marks,
    invisibles,
    joins,
    ligatures,
    line_end_hyphens,
    line_ends,
    margins,
    quotes,
    run_in_headings,
    shown_headings,
    spaces,
    table_cells,
    wraps,
)
from reader.reading.rules.rule import Rule, Setting
from reader.words.speech import Phrase

__all__ = ["RULES", "Rule", "Setting"]

RULES = (
    Rule("line-ends", Phrase("line ends of other systems made plain"), line_ends.propose, everywhere=True),
    Rule("joins", Phrase("paragraphs that a page turn breaks joined"), joins.propose, everywhere=True),
    Rule("controls", Phrase("control characters shown as visible signs"), controls.propose, everywhere=True),
    Rule(
        "invisibles",
        Phrase("invisible characters removed (soft hyphens, zero-width spaces)"),
        invisibles.propose,
    ),
    Rule("ligatures", Phrase("ligatures and forms of print made plain letters (ﬁ, ﬂ)"), ligatures.propose),
    Rule(
        "table-cells", Phrase("cells of tables set apart by tabs, and rows by line ends"), table_cells.propose
    ),
    Rule(
        "spaces",
        Phrase("no-break and other special spaces made plain, runs of spaces made one"),
        spaces.propose,
        everywhere=True,
    ),
    Rule(
        "margins",
        Phrase("spaces at the beginning and end of lines removed"),
        margins.propose,
        everywhere=True,
    ),
    Rule(
        "breaks", Phrase("paragraphs and parts set apart where they begin"), breaks.propose, everywhere=True
    ),
    Rule("line-end-hyphens", Phrase("words divided at the end of a line joined"), line_end_hyphens.propose),
    Rule("wraps", Phrase("lines of a paragraph joined"), wraps.propose),
    Rule(
        "run-in-headings", Phrase("headings set apart from the paragraph they open"), run_in_headings.propose
    ),
    Rule("blank-lines", Phrase("blocks set apart by one blank line"), blank_lines.propose, everywhere=True),
    Rule(
        "direction-marks",
        Phrase("marks of direction shown as visible signs where nothing is written from the right"),
        direction_marks.propose,
        everywhere=True,
    ),
    Rule(
        "shown-headings",
        Phrase("headings in capitals or with a colon shown as headings"),
        shown_headings.propose,
    ),
    Rule("quotes", Phrase("straight quotation marks and apostrophes made curly"), quotes.propose),
    Rule("dashes", Phrase("hyphens that stand for dashes made en dashes"), dashes.propose),
)
