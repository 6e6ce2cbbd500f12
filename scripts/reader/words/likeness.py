"""How much of one wording is in another, in any script.

A wording is compared by the overlapping runs of its letters, so that spaces, quotes and word division do
not matter. `share(a, b)` is the part of `a` that is found in `b`: 1.0 when `b` holds all of `a`.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from reader.words.letters import letters

LONGEST_RUN = 8


@lru_cache(maxsize=4096)
def _letters(wording: str) -> str:
    return letters(wording) or wording


@lru_cache(maxsize=8192)
def _runs(wording: str, size: int) -> Counter[str]:
    text = _letters(wording)
    return Counter(text[at : at + size] for at in range(max(1, len(text) - size + 1)))


def _size(*wordings: str) -> int:
    """Runs short enough that a heading of a few words still has many of them."""
    return max(2, min(LONGEST_RUN, min(len(_letters(wording)) for wording in wordings) // 6))


def common(one: str, other: str) -> int:
    """Return how many runs of letters two wordings have in common."""
    size = _size(one, other)
    return (_runs(one, size) & _runs(other, size)).total()


def share(part: str, whole: str) -> float:
    """Return the share of the runs of `part` that are found in `whole`.

    Long runs alone count, and a wording too short for one is found nowhere: by chance, a long text holds
    most of the short runs of any word.
    """
    if len(_letters(part)) < LONGEST_RUN:
        return 0.0
    runs = _runs(part, LONGEST_RUN)
    return (runs & _runs(whole, LONGEST_RUN)).total() / runs.total()


def likeness(one: str, other: str) -> float:
    """Return how alike two wordings are, from 0 to 1 (Dice's coefficient of their runs)."""
    size = _size(one, other)
    return 2 * common(one, other) / (_runs(one, size).total() + _runs(other, size).total())


def compete(one: str, other: str, place: str) -> bool:
    """Whether two wordings have the same words of `place`, rather than each a part of its own."""
    size = _size(one, other, place)
    mine, theirs = _runs(one, size) & _runs(place, size), _runs(other, size) & _runs(place, size)
    return 2 * (mine & theirs).total() > min(mine.total(), theirs.total())
