"""What the matching of passages speaks of: passages, claims of an old one to be a new one, and contests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

How = Literal["unchanged", "reworded", "extended", "part", "revived", "decided", "lemma"]
Place = Literal["alone", "gap", "away"]

BONUS: Mapping[Place, float] = {"alone": 0.3, "gap": 0.15, "away": 0.0}
LEFT: Mapping[Place, float] = {"alone": 0.35, "gap": 0.6, "away": 0.9}  # of a doubt, once the place is known


@dataclass(frozen=True, slots=True)
class Passage:
    """Something to be matched: `print_` is equal where the words are, `series` is the kind of its id.

    `sight` is equal where a reader sees the same.
    """

    text: str  # the wording, whole
    print_: str
    series: str
    sight: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """An old passage and a new one that may be the same, by their numbers in their texts, and why.

    `place` is where the new one stands: in the gap between the same neighbours, `alone` there if it is the
    only new one and the old one is the only one missing, or `away`.
    """

    old: int  # its place in the old text, from 0
    new: int  # its place in the new text, from 0
    how: How  # what speaks for it
    likeness: float = 1.0  # from 0 to 1, which is equal
    place: Place = "gap"

    @property
    def strength(self) -> float:
        """Return the likeness and what the place adds to it."""
        return self.likeness + BONUS[self.place]

    @property
    def confidence(self) -> float:
        """Return how sure it is, from 0 to 1, that it is the same passage."""
        if self.how in ("unchanged", "decided", "lemma"):
            return 1.0
        return 1 - (1 - self.likeness) * LEFT[self.place]


@dataclass(frozen=True, slots=True)
class Contest:
    """An old passage that nobody but a person can tell from another, or place: its claims, best first."""

    old: int  # its place in the old text, from 0
    claims: tuple[Claim, ...]  # two or more


@dataclass(frozen=True, slots=True)
class Match:
    """`kept` maps places of the new text to the claims that hold."""

    kept: Mapping[int, Claim]
    contests: tuple[Contest, ...]  # what a person has to decide
