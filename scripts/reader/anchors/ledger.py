"""The ledger of anchors: what `anchors.lock` says, and how it is written.

    # Anchors of kaleji-2023: machine-written; change it with `python scripts/build.py accept kaleji-2023`.
    p1	live	5e0c9f6a1b2c	1	-	Despite some similarities in Iran’s and Russia’s approaches …
    p2	was	91aa0c77de10	1	-	an earlier wording of p2
    p3	retired	77ab01c2d3e4	1	p2~p2~p5	the last wording of one that is gone; its words went to p2
    p4	retired	0011aabbccdd	1	~p2~p5	a passage whose words are gone; it stood between p2 and p5

A line an id (and one for each earlier wording), with tabs between: id, state, fingerprint, the edition in
which this wording appeared (or in which the anchor was retired), where a retired id lands, and the wording.
The wording is whole, not only its opening words: matching a reworded passage, and showing a reader both
wordings, need all of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from reader.anchors.landing import Landing
from reader.model.problems import Problem
from reader.words.letters import fingerprint

State = Literal["live", "was", "retired"]
ANCHOR = re.compile(r"([psn])(0|[1-9]\d*)([a-z]*)")
CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a ledger; `lands` is empty unless the anchor is retired."""

    id: str
    state: State
    fingerprint: str
    edition: str
    lands: str
    wording: str


def parse(path: str, text: str) -> tuple[list[Line], list[Problem]]:
    """Read a ledger; each broken line is a problem."""
    lines: list[Line] = []
    numbers: list[int] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(text.split("\n"), 1):
        if not row or row.startswith("#"):
            continue
        line = _parse_row(row)
        if isinstance(line, str):
            hint = "a merge conflict is left in it" if row.startswith(CONFLICT) else "restore the line"
            problems.append(Problem(path, number, "A02", line, hint))
            continue
        if line.state != "was":
            if line.id in seen:
                message = f"{line.id} stands in line {seen[line.id]} already"
                problems.append(Problem(path, number, "A02", message, "an id is given once"))
            seen[line.id] = number
        lines.append(line)
        numbers.append(number)
    for number, line in zip(numbers, lines, strict=True):
        landing = Landing.parse(line.lands)
        if line.state == "retired" and (landing is None or not seen.keys() >= set(landing.ids)):
            message = f"{line.id} lands on {line.lands}, which is not in the ledger"
            problems.append(Problem(path, number, "A02", message, "restore the line that is gone"))
        if line.id not in seen:
            message = f"{line.id} has an earlier wording and no other"
            problems.append(Problem(path, number, "A02", message, "restore the line that is gone"))
    return lines, problems


def write(slug: str, lines: list[Line]) -> str:
    """Return the text of a ledger."""
    head = f"# Anchors of {slug}: machine-written; change it with `python scripts/build.py accept {slug}`.\n"
    rows = [
        "\t".join((line.id, line.state, line.fingerprint, line.edition, line.lands or "-", line.wording))
        for line in lines
    ]
    return head + "".join(row + "\n" for row in rows)


def _parse_row(row: str) -> Line | str:
    cells = row.split("\t")
    if len(cells) != 6:
        return f"{len(cells)} cells where there should be 6"
    id_, state, print_, edition, lands, wording = cells
    if not ANCHOR.fullmatch(id_):
        return f"“{id_}” is not an anchor"
    if state not in get_args(State):
        return f"“{state}” is not a state"
    if fingerprint(wording) != print_:
        return f"the fingerprint of {id_} is not that of its wording"
    if (state == "retired") == (lands == "-"):
        return f"{id_} is {state} and lands on “{lands}”"
    return Line(id_, state, print_, edition, "" if lands == "-" else lands, wording)  # type: ignore[arg-type]
