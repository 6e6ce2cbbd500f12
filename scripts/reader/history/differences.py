"""Earlier wordings, told by what differs from a later one.

    later    Iran and Russia have diverged.
    earlier  Iran and the Soviet Union have diverged.
    runs     [9, "the Soviet Union ", -7, 14]

A positive number is so many characters (code points) that both have, a negative one so many that only the
later has, and a text what only the earlier has. `theme/assets/wordings.js` reads them back.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from reader.words.difference import compare

Run = int | str
PRESENT = -1  # the place of the present wording


@dataclass(frozen=True, slots=True)
class Told:
    """A wording, told from another: `start` is the place of that one, or `PRESENT`."""

    start: int
    # What stands in the other one too, by its place there, and as words what does not
    runs: tuple[Run, ...]

    @property
    def cost(self) -> int:
        """How many signs it takes to write it down."""
        return len(json.dumps(self.runs, ensure_ascii=False, separators=(",", ":")))


def tell(present: str, earlier: Sequence[str]) -> list[Told]:
    """Return earlier wordings, the latest first, each told from the present one or from the next later.

    What takes fewer signs is taken, and of two as short what is told from the present wording: a reader is
    shown the way from one wording to the other, and the direct one is the plainest.
    """
    told: list[Told] = []
    for place, wording in enumerate(earlier):
        ways = [Told(PRESENT, runs(present, wording))]
        if place:
            ways.append(Told(place - 1, runs(earlier[place - 1], wording)))
        told.append(min(ways, key=lambda way: way.cost))
    return told


def runs(later: str, earlier: str) -> tuple[Run, ...]:
    """Return how `earlier` is made from `later`."""
    changes = compare(earlier, later)
    return tuple(
        text if kind == "gone" else len(text) if kind == "same" else -len(text) for kind, text in changes
    )
