"""Write a proposal of anchors into the ledger, and say what that changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.anchors.holdings import Holdings
from reader.anchors.landing import END, TOP, Landing
from reader.anchors.matching import NOTES, Proposal, Wording
from reader.model import Anchor, Retired
from reader.model.ledger import Line, State
from reader.words.letters import revision

What = Literal["new", "reworded", "regularised", "retired", "revived", "relanded"]


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """One thing that the new text does to the ledger; `lands` is where a retired id will land.

    An id that was retired before is `relanded` when its words are elsewhere now, or no longer anywhere. A
    passage is `regularised` when a reader sees nothing else in it: its revision stays.
    """

    id: str  # the anchor
    what: What  # what becomes of it
    old: str  # what it stood for, or nothing
    new: str  # what it stands for, or nothing
    lands: str = ""


def record(
    ledger: Sequence[Line], wordings: Sequence[Wording], proposal: Proposal, edition: str
) -> tuple[list[Line], list[LedgerChange]]:
    """Return the ledger that would hold the proposal, and its changes in the order of the text."""
    old = {line.id: line for line in ledger if line.is_main}
    before: defaultdict[str, list[Line]] = defaultdict(list)
    for line in ledger:
        if not line.is_main:
            before[line.id].append(line)
    lines: list[Line] = []
    changes: list[LedgerChange] = []
    for id_, wording in zip(proposal.ids, wordings, strict=True):
        line, change = _recorded(id_, wording.text, old.get(id_), before[id_], edition)
        lines.append(line)
        if change:
            changes.append(change)
        if change and id_ in old:
            state: State = "regularised" if change.what == "regularised" else "was"
            when = edition if change.what == "regularised" else old[id_].edition
            before[id_].append(replace(old[id_], state=state, edition=when, lands=""))
    for line in _retire(old, wordings, proposal, edition):
        lines.append(line)
        known = old[line.id]
        if known.state == "live":
            changes.append(LedgerChange(line.id, "retired", line.wording, "", line.lands))
        elif known.lands != line.lands:
            changes.append(LedgerChange(line.id, "relanded", line.wording, "", line.lands))
    return [one for line in lines for one in (line, *_once(line, before[line.id]))], changes


def _recorded(
    id_: str, text: str, line: Line | None, earlier: Sequence[Line], edition: str
) -> tuple[Line, LedgerChange | None]:
    """The line of an anchor whose wording is `text` now, and what that changes; `line` is the one it had.

    An earlier wording that is back has the revision that it had.
    """
    if line and line.state == "live" and line.wording == text:
        return line, None
    known = (one for one in (line, *earlier) if one and one.is_seen_as(text))
    name = next((one.fingerprint for one in known), revision(text))
    now = Line(id_, "live", name, edition, "", text)
    if line is None:
        return now, LedgerChange(id_, "new", "", text)
    if line.state == "retired":
        return now, LedgerChange(id_, "revived", line.wording, text)
    if line.fingerprint == name:
        return replace(line, wording=text), LedgerChange(id_, "regularised", line.wording, text)
    return now, LedgerChange(id_, "reworded", line.wording, text)


def retired(ledger: Sequence[Line]) -> tuple[Retired, ...]:
    """Return the retired anchors, each with the living one where it lands and its neighbours."""
    lines = {line.id: line for line in ledger if line.is_main}
    found: list[Retired] = []
    for line in lines.values():
        landing = Landing.parse(line.lands) if line.state == "retired" else None
        if landing:
            sides = (_survivor(line, lines, "before"), _survivor(line, lines, "after"))
            held = landing.claim if _is_live(lines.get(landing.claim)) else ""
            lands = Anchor.parse(held or sides[0] or sides[1])
            between = (Anchor.parse(sides[0]), Anchor.parse(sides[1]))
            found.append(Retired(Anchor.of(line.id), lands, bool(held), line.wording, between))
    return tuple(found)


def _is_live(line: Line | None) -> bool:
    return line is not None and line.state == "live"


def _survivor(line: Line, lines: Mapping[str, Line], side: Literal["before", "after"]) -> str:
    """The nearest living anchor on a side, or nothing: the neighbour, or the neighbour's in its turn."""
    seen: set[str] = set()
    one: Line | None = line
    while one and one.state != "live" and one.id not in seen:
        seen.add(one.id)
        landing = Landing.parse(one.lands) or Landing()
        one = lines.get(getattr(landing, side) or (landing.claim if side == "before" else ""))
    return one.id if one and one.state == "live" else ""


def _once(line: Line, earlier: Sequence[Line]) -> Iterator[Line]:
    """The earlier wordings of an id, each once: one that is back, or was there twice, stands once."""
    names, wordings = {line.fingerprint}, {line.wording}
    for was in earlier:
        if was.wording not in wordings and (was.state == "regularised" or was.fingerprint not in names):
            names.add(was.fingerprint)
            wordings.add(was.wording)
            yield was


def _retire(
    old: Mapping[str, Line], wordings: Sequence[Wording], proposal: Proposal, edition: str
) -> Iterator[Line]:
    """The lines of the anchors that are gone, each landing with its words as they are now.

    What was said of those retired before is found out anew, so that it stays true.
    """
    standing = set(proposal.ids)
    gone = [line for line in old.values() if line.id not in standing]
    if not gone:
        return
    notes = {
        is_note: [at for at, one in enumerate(wordings) if (one.prefix == NOTES) == is_note]
        for is_note in (False, True)
    }
    holdings = {is_note: Holdings([wordings[at].text for at in places]) for is_note, places in notes.items()}
    sides = _sides(old, standing)
    for line in gone:
        is_note = line.id.startswith(NOTES)
        known = Landing.parse(line.lands) or Landing()
        final = known.final or line.id in proposal.gone
        place = None if final else holdings[is_note].find(line.wording)
        claim = "" if place is None else proposal.ids[notes[is_note][place]]
        if line.state == "live":
            landing = Landing(claim, *sides[line.id], final=final)
            yield replace(line, state="retired", edition=edition, lands=str(landing))
        else:
            lands = line.lands if known.claim == claim else str(known.claiming(claim))
            yield replace(line, lands=lands)


def _sides(old: Mapping[str, Line], surviving: Collection[str]) -> dict[str, tuple[str, str]]:
    """The surviving neighbours of every live anchor, in the order of the text; notes stand apart."""
    found: dict[str, tuple[str, str]] = {}
    for notes in (False, True):
        mine = [id_ for id_, line in old.items() if line.state == "live" and id_.startswith(NOTES) == notes]
        before, after = TOP, END
        befores, afters = {}, {}
        for id_ in mine:
            befores[id_] = before
            before = id_ if id_ in surviving else before
        for id_ in reversed(mine):
            afters[id_] = after
            after = id_ if id_ in surviving else after
        found |= {id_: (befores[id_], afters[id_]) for id_ in mine}
    return found
