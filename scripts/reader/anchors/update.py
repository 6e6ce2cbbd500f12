"""Write a proposal of anchors into the ledger, and say what that changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.anchors.ledger import Line
from reader.anchors.matching import Proposal, Wording
from reader.model import Anchor, Retired
from reader.words.letters import fingerprint


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """One thing that the new text does to the ledger; `lands` is where a retired id will land."""

    id: str
    what: Literal["new", "reworded", "retired", "revived"]
    old: str
    new: str
    lands: str = ""


def record(
    ledger: Sequence[Line], wordings: Sequence[Wording], proposal: Proposal, edition: str
) -> tuple[list[Line], list[LedgerChange]]:
    """Return the ledger that would hold the proposal, and its changes in the order of the text."""
    old = {line.id: line for line in ledger if line.state != "was"}
    lines: list[Line] = []
    changes: list[LedgerChange] = []
    earlier = [line for line in ledger if line.state == "was"]
    for id_, wording in zip(proposal.ids, wordings, strict=True):
        print_ = fingerprint(wording.text)
        line = old.get(id_)
        if line and line.fingerprint == print_ and line.state == "live":
            lines.append(line)
            continue
        lines.append(Line(id_, "live", print_, edition, "", wording.text))
        if line is None:
            changes.append(LedgerChange(id_, "new", "", wording.text))
            continue
        what: Literal["reworded", "revived"] = "reworded" if line.state == "live" else "revived"
        changes.append(LedgerChange(id_, what, line.wording, wording.text))
        if line.fingerprint != print_:
            earlier.append(replace(line, state="was", lands=""))
    for line in old.values():
        if line.id not in proposal.ids:
            lines.append(_retire(line, proposal, ledger, edition))
            if line.state == "live":
                changes.append(LedgerChange(line.id, "retired", line.wording, "", lines[-1].lands))
    return [one for line in lines for one in (line, *(was for was in earlier if was.id == line.id))], changes


def retired(ledger: Sequence[Line]) -> tuple[Retired, ...]:
    """Return the retired anchors, each with the living one where it lands in the end."""
    lines = {line.id: line for line in ledger if line.state != "was"}
    found: list[Retired] = []
    for line in lines.values():
        if line.state != "retired":
            continue
        lands, kept, seen = line.lands, True, {line.id}
        while True:
            kept = kept and not lands.startswith("~")
            target = lines.get(lands.lstrip("~"))
            if target is None or target.state == "live" or target.id in seen:
                break
            seen.add(target.id)
            lands = target.lands
        lands_on = Anchor.of(target.id) if target and target.state == "live" else None
        found.append(Retired(Anchor.of(line.id), lands_on, kept, line.wording))
    return tuple(found)


def _retire(line: Line, proposal: Proposal, ledger: Sequence[Line], edition: str) -> Line:
    """The line of an anchor that is gone, landing with its words or on the surviving neighbour."""
    if line.state == "retired":
        return line
    if line.id in proposal.went:
        return replace(line, state="retired", edition=edition, lands=proposal.went[line.id])
    mine = [one.id for one in ledger if one.state == "live" and one.id[0] == line.id[0]]
    at = mine.index(line.id)
    nearest = [*reversed(mine[:at]), *mine[at + 1 :]]
    survivor = next((id_ for id_ in nearest if id_ in proposal.ids), "")
    return replace(line, state="retired", edition=edition, lands="~" + (survivor or "top"))
