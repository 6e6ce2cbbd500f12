"""Write a proposal of anchors into the ledger, and say what that changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.anchors import Proposal, Wording
from reader.ledger import Line
from reader.letters import fingerprint
from reader.model import Retired
from reader.room.landing import Holdings


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the new text does to the ledger; `lands` is where a retired id will land."""

    id: str
    what: Literal["new", "reworded", "retired", "revived"]
    old: str
    new: str
    lands: str = ""


def record(
    ledger: Sequence[Line], wordings: Sequence[Wording], proposal: Proposal, edition: str
) -> tuple[list[Line], list[Change]]:
    """Return the ledger that would hold the proposal, and its changes in the order of the text."""
    old = {line.id: line for line in ledger if line.state != "was"}
    lines: list[Line] = []
    changes: list[Change] = []
    earlier = [line for line in ledger if line.state == "was"]
    for id_, wording in zip(proposal.ids, wordings, strict=True):
        print_ = fingerprint(wording.text)
        line = old.get(id_)
        if line and line.fingerprint == print_ and line.state == "live":
            lines.append(line)
            continue
        lines.append(Line(id_, "live", print_, edition, "", wording.text))
        if line is None:
            changes.append(Change(id_, "new", "", wording.text))
            continue
        what: Literal["reworded", "revived"] = "reworded" if line.state == "live" else "revived"
        changes.append(Change(id_, what, line.wording, wording.text))
        if line.fingerprint != print_:
            earlier.append(replace(line, state="was", lands=""))
    holdings = Holdings([wording.text for wording in wordings])
    for line in old.values():
        if line.id not in proposal.ids:
            place = holdings.find(line.wording)
            lines.append(_retire(line, proposal, ledger, edition, place))
            if line.state == "live":
                changes.append(Change(line.id, "retired", line.wording, "", lines[-1].lands))
    return [one for line in lines for one in (line, *(was for was in earlier if was.id == line.id))], changes


def retired(ledger: Sequence[Line]) -> tuple[Retired, ...]:
    """Return the retired anchors, each with the living one where it lands in the end."""
    lines = {line.id: line for line in ledger if line.state != "was"}
    found: list[Retired] = []
    for line in lines.values():
        if line.state == "retired":
            claim, *sides = line.lands.split("~")
            if claim and lines[claim].state == "live":
                found.append(Retired(line.id, claim, True, line.wording))
            else:
                found.append(Retired(line.id, _survivor([claim, *sides], lines), False, line.wording))
    return tuple(found)


def _survivor(sides, lines) -> str:
    seen = set()
    todo = [one for one in sides if one in lines]
    while todo:
        one = todo.pop(0)
        if lines[one].state == "live":
            return one
        if one not in seen:
            seen.add(one)
            todo += [side for side in lines[one].lands.split("~") if side in lines]
    return ""


def _retire(line: Line, proposal: Proposal, ledger: Sequence[Line], edition: str, place: int | None) -> Line:
    """The line of an anchor that is gone, landing with its words or between the surviving neighbours."""
    if line.state == "live":
        mine = [one.id for one in ledger if one.state == "live" and (one.id[0] == "n") == (line.id[0] == "n")]
        at = mine.index(line.id)
        before = next((id_ for id_ in reversed(mine[:at]) if id_ in proposal.ids), "top")
        after = next((id_ for id_ in mine[at + 1 :] if id_ in proposal.ids), "end")
        line = replace(line, state="retired", edition=edition, lands=f"~{before}~{after}")
    claim, *sides = line.lands.split("~")
    sides = sides or [claim]
    return replace(line, lands="~".join(["" if place is None else proposal.ids[place], *sides]))
