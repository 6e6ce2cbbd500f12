"""A question about an anchor as a person reads it: what it said, and what it may be now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.anchors.answers import Asked
from reader.anchors.evidence import PLACES, sureness
from reader.anchors.matching import NOTES, Doubt, Proposal
from reader.words.difference import compare, marked
from reader.words.sentences import opening


def question(asked: Asked, proposal: Proposal, doubt: Doubt) -> list[str]:
    """Return a question in lines: the old wording between its neighbours, and the candidates between theirs.

    Each candidate is numbered, with what differs marked and what is to be typed for it; 0 is none of them.
    """
    old = [(line.id, line.wording) for line in asked.ledger if line.state == "live"]
    new = [(name, one.text) for name, one in zip(asked.names, asked.wordings, strict=True)]
    rows = [f"What has become of {doubt.id}?", f"  {doubt.id} was", f"     {doubt.wording}"]
    rows += _neighbours(old, doubt.id)
    for number, (id_, claim) in enumerate(zip(doubt.candidates, doubt.claims, strict=True), 1):
        name = asked.name(id_, proposal)
        text = asked.wordings[proposal.ids.index(id_)].text
        rows.append(f"  {number}  it is {name}, {sureness(claim)}: --as {doubt.id}={name}")
        rows.append(f"     {marked(compare(doubt.wording, text))}")
        rows.append(f"     {PLACES[claim.place]}")
        rows += _neighbours(new, name)
    rows.append(f"  0  it is none of them, and {doubt.id} is retired: --as {doubt.id}=")
    return rows


def _neighbours(texts: Sequence[tuple[str, str]], id_: str) -> Iterator[str]:
    """What stands before and after an anchor, notes apart; nothing of one that is retired."""
    kin = [one for one in texts if one[0].startswith(NOTES) == id_.startswith(NOTES)]
    at = next((at for at, (one, _text) in enumerate(kin) if one == id_), None)
    if at is None:
        return
    sides = [
        f"{word} {kin[place][0]} “{opening(kin[place][1])}”"
        for word, place in (("after", at - 1), ("before", at + 1))
        if 0 <= place < len(kin)
    ]
    if sides:
        yield f"     {', and '.join(sides)}"
