"""Words replaced at random: does a passage keep its id while its neighbours are unchanged?"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

from reader.anchors.matching import Proposal, Wording, propose
from reader.anchors.update import record
from reader.model.ledger import Line
from replay.judge import UNSPACED, words

LONG = 8
APART = 3


def reworded(text: str, share: float, foreign: Sequence[str], chance: random.Random) -> str:
    """Return a text with a share of its words (characters, where it has no spaces) put for other ones."""
    spaced = not UNSPACED.search(text)
    parts = text.split() if spaced else list(text)
    at = chance.sample(range(len(parts)), round(share * len(parts)))
    for place in at:
        parts[place] = chance.choice(foreign)
    return (" " if spaced else "").join(parts)


def kept(texts: Sequence[Wording], changed: Callable[[int], str]) -> tuple[int, int]:
    """Return how many passages of eight words and more kept their id, and how many there were.

    Every third passage is changed, so that neighbours are unchanged; then the next third. A question whose
    first candidate is right counts as kept.
    """
    ledger = record([], texts, propose([], texts), "1")[0]
    found = every = 0
    for first in range(APART):
        places = [place for place in range(first, len(texts), APART) if _is_long(texts[place])]
        new = list(texts)
        for place in places:
            new[place] = Wording("p", changed(place))
        proposal = propose(ledger, new)
        every += len(places)
        found += sum(_right(ledger, proposal, place) for place in places)
    return found, every


def kept_at_random(texts: Sequence[Wording], share: float, seed: int = 1) -> tuple[int, int]:
    """Return the same for a share of the words put for words of other passages, at random."""
    chance = random.Random(seed)
    unspaced = any(UNSPACED.search(one.text) for one in texts)
    foreign = [part for one in texts for part in (one.text if unspaced else one.text.split()) if part.strip()]
    return kept(texts, lambda place: reworded(texts[place].text, share, foreign, chance))


def _is_long(one: Wording) -> bool:
    fewest = 2 * LONG if UNSPACED.search(one.text) else LONG
    return one.prefix == "p" and len(words(one.text)) >= fewest


def _right(ledger: Sequence[Line], proposal: Proposal, place: int) -> bool:
    id_ = ledger[place].id
    asked = {doubt.id: doubt.candidates[0] for doubt in proposal.doubts}
    return proposal.ids[place] in (id_, asked.get(id_))


def seconds(number: int, share: float = 0.3) -> float:
    """Return what it costs, in seconds of CPU, to propose and record when every passage is reworded."""
    chance = random.Random(number)
    vocabulary = [
        "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 9))) for _ in range(4000)
    ]
    weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
    texts = [
        Wording("p", " ".join(chance.choices(vocabulary, weights, k=chance.randint(20, 100))))
        for _ in range(number)
    ]
    ledger = record([], texts, propose([], texts), "1")[0]
    new = [Wording("p", reworded(one.text, share, vocabulary, chance)) for one in texts]
    begun = time.process_time()
    proposal = propose(ledger, new)
    record(ledger, new, proposal, "2")
    taken = time.process_time() - begun
    assert [*proposal.ids] == [line.id for line in ledger]
    return taken
