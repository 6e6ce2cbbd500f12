"""How a line of the ledger of anchors is written: what the cells are, `ledger.py` says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from reader.anchors.landing import Landing
from reader.model import Anchor
from reader.model.ledger import Line, State, names

BEFORE_COUNTS = 6  # cells of a line in format 1, which did not count the earlier wordings
CELLS = 7
# the lines of a stanza and the cells of a table, by the signs that ASCII has for records and units: no other
# wording has them, since the reading text shows control characters as signs
STORED = str.maketrans("\n\t", "\x1e\x1f")
READ = str.maketrans("\x1e\x1f", "\n\t")
COUNT = re.compile("[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Row:
    """A line where it stands in the file; `earlier` is how many earlier wordings it says there are."""

    number: int  # the line of the file, from 1
    line: Line  # what it says
    earlier: int | None


def written(line: Line, earlier: int) -> str:
    """Return a line as it is written; an earlier wording has none of its own."""
    count = str(earlier) if line.is_main else "-"
    cells = (
        line.id,
        line.state,
        line.fingerprint,
        line.edition,
        line.lands or "-",
        count,
        line.wording.translate(STORED),
    )
    return "\t".join(cells) + "\n"


def read(number: int, text: str, cells: int) -> Row | str:
    """Return what a line of the file says, or what is wrong with it."""
    parts = text.split("\t")
    if len(parts) != cells:
        return f"{len(parts)} cells where there should be {cells}"
    id_, state, print_, edition, lands, *count, wording = parts
    wording = wording.translate(READ)
    line = Line(id_, state, print_, edition, "" if lands == "-" else lands, wording)  # type: ignore[arg-type]
    counted = int(count[0]) if count and COUNT.fullmatch(count[0]) else None
    wrong = next(_wrong(line, lands), "")
    if not wrong and count and (line.is_main == (counted is None) or (counted is None and count[0] != "-")):
        wrong = f"“{count[0]}” does not count the earlier wordings of {id_}"
    return wrong or Row(number, line, counted)


def _wrong(line: Line, lands: str) -> Iterator[str]:
    """What is wrong with the cells of a line, the first cell first."""
    if not Anchor.parse(line.id):
        yield f"“{line.id}” is not an anchor"
    if line.state not in get_args(State):
        yield f"“{line.state}” is not a state"
    if line.fingerprint not in names(line.wording):
        yield f"the fingerprint of {line.id} is not that of its wording"
    if (line.state == "retired") == (lands == "-"):
        yield f"{line.id} is {line.state} and lands on “{lands}”"


def dangling(row: Row, known: frozenset[str]) -> str:
    """Return what is wrong with where a line lands, `known` being all ids that there are; or nothing."""
    landing = Landing.parse(row.line.lands)
    if row.line.state == "retired" and (landing is None or not known >= set(landing.ids)):
        return f"{row.line.id} lands on {row.line.lands}, which is not in the ledger"
    return ""
