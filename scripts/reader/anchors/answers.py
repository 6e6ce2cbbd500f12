"""Answers to what nobody but a person can tell: `p2=p1a` (it is this one) and `p2=` (it is none of them).

Ids of the new text are those that are proposed before anything has been answered, so that several answers
can be given at once, in any order. What contradicts words that have not changed is refused, each with what
can be said instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from reader.anchors.matching import NOTES, Proposal, Wording, propose
from reader.model.ledger import Line
from reader.words.letters import seen

NONE = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that is matched to its ledger, and what is proposed before anything has been answered."""

    ledger: Sequence[Line]  # the lines that were accepted last
    wordings: Sequence[Wording]  # what the text says now, in its order
    first: Proposal  # what is proposed without an answer

    @property
    def names(self) -> tuple[str, ...]:
        """Return the ids of the new text by which answers call its places."""
        return self.first.ids

    def answered(self, answers: Mapping[str, str]) -> Proposal:
        """Return what is proposed once `answers` are given: from old ids to names, or to nothing."""
        if not answers:
            return self.first
        fixed = {self.names.index(name): old for old, name in answers.items() if name in self.names}
        return propose(self.ledger, self.wordings, fixed, {old for old, name in answers.items() if not name})

    def name(self, id_: str, proposal: Proposal) -> str:
        """Return the name of the place that has an id in a proposal."""
        return self.names[proposal.ids.index(id_)]


def refusals(slug: str, asked: Asked, answers: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return what is wrong with answers that were given, and what to type instead."""
    lines = {line.id: line for line in asked.ledger if line.is_main}
    wrong = [*_unknown(slug, answers, lines, asked.names)]
    wrong += _twice([old for old, _name in answers], "{0} is answered twice", "say --as {0}= once")
    wrong += _twice(
        [name for _old, name in answers if name],
        "two passages cannot both be {0}",
        "answer with {0} for the one that it is, and with nothing for the other, as in --as p1=",
    )
    if wrong:
        return wrong
    given = dict(answers)
    for old, name in answers:
        proposal = asked.answered({other: to for other, to in given.items() if other != old})
        message = next(_contradicted(asked, proposal, lines[old], name), "")
        if message:
            wrong.append((message, _instead(asked, proposal, old)))
    return wrong


def _unknown(
    slug: str, answers: Iterable[tuple[str, str]], lines: Mapping[str, Line], names: Sequence[str]
) -> Iterator[tuple[str, str]]:
    for old, name in answers:
        for id_, known in ((old, [*lines]), (name, [*names])):
            if id_ != NONE and id_ not in known:
                close = [f"“{one}”" for one in get_close_matches(id_, known, 3)]
                hint = f"perhaps {' or '.join(close)}" if close else "nothing has a name like it"
                yield f"{slug} has no “{id_}” to decide on", hint
        if old == NONE:
            yield f"“={name}” does not say which passage it is about", f"write --as OLD={name}"


def _twice(ids: Sequence[str], message: str, hint: str) -> Iterator[tuple[str, str]]:
    for id_ in dict.fromkeys(ids):
        if ids.count(id_) > 1:
            yield message.format(id_), hint.format(id_)


def _contradicted(asked: Asked, proposal: Proposal, line: Line, name: str) -> Iterator[str]:
    """Why an answer cannot be right, or answers nothing."""
    claim = proposal.claims.get(line.id)
    doubtful = any(doubt.id == line.id for doubt in proposal.doubts)
    own = proposal.ids.index(line.id) if claim else -1
    unchanged = claim is not None and seen(asked.wordings[own].text) == seen(line.wording)
    if name == NONE:
        if unchanged:
            yield f"{line.id} is in no question: its words have not changed"
        if claim is None and not doubtful:
            yield f"{line.id} is in no question: it goes on nowhere as it is"
        return
    place = asked.names.index(name)
    text = asked.wordings[place]
    if line.id.startswith(NOTES) != (text.prefix == NOTES):
        yield f"{line.id} cannot be {name}: one is a note, and the other is none"
    if unchanged and place == own:
        yield f"{line.id} is in no question: its words have not changed"
    if seen(text.text) == seen(line.wording):
        return
    if unchanged:
        yield f"{line.id} cannot be {name}: the words of {line.id} have not changed"
    holder = next((one for one in asked.ledger if one.is_main and one.id == proposal.ids[place]), None)
    if holder and holder.id in proposal.claims and seen(holder.wording) == seen(text.text):
        yield f"{line.id} cannot be {name}: those are the words of {holder.id}, which have not changed"


def _instead(asked: Asked, proposal: Proposal, old: str) -> str:
    """What can be answered: the questions, or else what is reworded and may be refused."""
    asks: list[str] = []
    for doubt in proposal.doubts:
        names = [*(asked.name(id_, proposal) for id_ in doubt.candidates), NONE]
        asks.append(" or ".join(f"--as {doubt.id}={name}" for name in names))
    if asks:
        return f"what is asked is answered with {', and '.join(asks)}"
    texts = dict(zip(proposal.ids, asked.wordings, strict=True))
    refusable = [
        line.id
        for line in asked.ledger
        if line.is_main and line.id in proposal.claims and seen(texts[line.id].text) != seen(line.wording)
    ]
    if refusable:
        what = ", ".join(f"--as {id_}=" for id_ in refusable[:5])
        return f"leave {old} out; what is proposed can be refused with {what}"
    return f"leave {old} out: nothing is in question"
