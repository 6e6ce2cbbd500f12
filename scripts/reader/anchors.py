"""Give every block its anchor: the one it has had, or one that nobody has had."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reader.ledger import Line
from reader.letters import fingerprint
from reader.room import matching
from reader.room.numbering import number

NOTES = "n"


@dataclass(frozen=True, slots=True)
class Wording:
    """What needs an anchor: `prefix` is p for passages, s for headings, n for notes."""

    prefix: str
    text: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """An old anchor with claims that cannot be told apart; `candidates` are ids as proposed."""

    id: str
    candidates: tuple[str, ...]
    wording: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """The anchors of the new wordings, in their order; the doubts."""

    ids: tuple[str, ...]
    doubts: tuple[Doubt, ...]


def propose(
    ledger: Sequence[Line],
    wordings: Sequence[Wording],
    fixed: Mapping[int, str] | None = None,
    gone: Collection[str] = (),
) -> Proposal:
    """Match `wordings`, in the order of the text, to the anchors of `ledger`.

    `fixed` maps places of wordings to old ids that somebody has decided on.
    """
    kept: dict[int, str] = {}
    contests = []
    for notes in (False, True):
        places = [place for place, one in enumerate(wordings) if (one.prefix == NOTES) == notes]
        lines = [line for line in ledger if line.id.startswith(NOTES) == notes]
        live = [line for line in lines if line.state == "live"]
        retired = [line for line in lines if line.state == "retired"]
        every = [*live, *retired]
        number_of = {line.id: at for at, line in enumerate(every)}
        decided = {
            places.index(place): number_of[id_]
            for place, id_ in (fixed or {}).items()
            if place in places and id_ in number_of
        }
        found = matching.match(
            [_passage(line) for line in live],
            [_passage(line) for line in retired],
            [
                matching.Passage(wordings[place].text, fingerprint(wordings[place].text), wordings[place].prefix)
                for place in places
            ],
            decided,
            frozenset(number_of[id_] for id_ in gone if id_ in number_of),
        )
        kept |= {places[at]: every[claim.old].id for at, claim in found.kept.items()}
        contests += [(every[one.old], [places[claim.new] for claim in one.claims]) for one in found.contests]
    ids = number([one.prefix for one in wordings], {line.id for line in ledger}, kept)
    doubts = [Doubt(line.id, tuple(ids[place] for place in at), line.wording) for line, at in contests]
    return Proposal(ids, tuple(doubts))


def _passage(line: Line) -> matching.Passage:
    return matching.Passage(line.wording, line.fingerprint, line.id[0])
