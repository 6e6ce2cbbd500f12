"""An assignment of old passages to new ones while it is being made."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.anchors.alignment import Pair, heaviest_chain
from reader.anchors.candidates import Index
from reader.anchors.claims import Claim, Passage, Place
from reader.anchors.lexicon import Lexicon
from reader.anchors.similarity import compete, likeness

WINDOW = 2  # places before and after the same place in a gap that are looked at


@dataclass(frozen=True)
class Gaps:
    """What is free between the passages that are kept in their order, by the number of the gap."""

    of_old: dict[int, int]  # the gap of each passage of the old text
    old: dict[int, list[int]]  # the places in the old text that each gap holds
    new: dict[int, list[int]]  # the places in the new text that each gap holds

    def around(self, one: int) -> list[int]:
        """Return the new places in the gap of an old passage."""
        return self.new.get(self.of_old[one], [])

    def place(self, one: int, new: int) -> Place:
        """Return where a new place stands, seen from an old passage."""
        here = self.around(one)
        at = bisect_left(here, new)
        if at == len(here) or here[at] != new:
            return "away"
        return "alone" if len(here) == len(self.old[self.of_old[one]]) == 1 else "gap"

    def near(self, one: int) -> set[int]:
        """Return the new places that stand about where an old passage stood, from either end of its gap."""
        here, mates = self.around(one), self.old[self.of_old[one]]
        at = bisect_left(mates, one)
        from_end = len(here) - (len(mates) - at)
        scaled = at * len(here) // len(mates)
        return {
            place
            for middle in (at, from_end, scaled)
            for place in here[max(0, middle - WINDOW) : max(0, middle + WINDOW + 1)]
        }


class Assignment:
    """Old passages, live and after them retired ones, new passages, and which are known to be the same."""

    def __init__(self, live: Sequence[Passage], retired: Sequence[Passage], new: Sequence[Passage]) -> None:
        """Begin with nothing kept."""
        self.old, self.new, self.live = [*live, *retired], new, len(live)
        self.kept: dict[int, Claim] = {}
        self.taken: dict[int, int] = {}
        self.gone: frozenset[int] = frozenset()
        lexicon = Lexicon(passage.text for passage in (*self.old, *new))
        self.old_words = [lexicon[passage.text] for passage in self.old]
        self.new_words = [lexicon[passage.text] for passage in new]
        self._likeness: dict[Pair, float] = {}
        self._alike: dict[int, list[int]] | None = None

    def keep(self, claim: Claim) -> None:
        """Let an old passage go on in a new one."""
        self.kept[claim.new] = claim
        self.taken[claim.old] = claim.new

    def drop(self, claim: Claim) -> None:
        """Take back what was kept."""
        del self.kept[claim.new]
        del self.taken[claim.old]

    def free_old(self) -> list[int]:
        """Return the live old passages that go on nowhere as yet."""
        return [one for one in range(self.live) if one not in self.taken and one not in self.gone]

    def free_retired(self) -> list[int]:
        """Return the retired passages that have not come back."""
        return [
            one for one in range(self.live, len(self.old)) if one not in self.taken and one not in self.gone
        ]

    def free_new(self) -> list[int]:
        """Return the new places to which no old passage was given."""
        return [place for place in range(len(self.new)) if place not in self.kept]

    def reworded(self) -> list[Claim]:
        """Return the claims that rest on likeness, in the order of the new text."""
        return [self.kept[place] for place in sorted(self.kept) if self.kept[place].how == "reworded"]

    def like(self, old: int, new: int) -> float:
        """Return how alike an old and a new passage are."""
        if (old, new) not in self._likeness:
            self._likeness[old, new] = likeness(self.old_words[old], self.new_words[new])
        return self._likeness[old, new]

    @property
    def compared(self) -> int:
        """Return how many pairs have been compared."""
        return len(self._likeness)

    def alike(self, old: int) -> list[int]:
        """Return the free new places whose words are most like those of an old passage.

        They are searched among what is free when this is first asked, which is after the unchanged ones.
        """
        if self._alike is None:
            index = Index({place: self.new_words[place] for place in self.free_new()})
            self._alike = {one: index.search(self.old_words[one]) for one in self.free_old()}
        return [place for place in self._alike.get(old, ()) if place not in self.kept]

    def claims(self) -> Iterator[Claim]:
        """Yield what may be the same: by rare words in common, or by the place."""
        gaps = self.gaps()
        for one in self.free_old():
            for place in sorted(gaps.near(one).union(self.alike(one))):
                yield Claim(one, place, "reworded", self.like(one, place), gaps.place(one, place))

    def gaps(self) -> Gaps:
        """Return what is free between the passages that are kept in their order."""
        chain = self.chain()
        olds, news = [old for old, _new in chain], [new for _old, new in chain]
        of_old = {one: bisect_left(olds, one) for one in self.free_old()}
        old: defaultdict[int, list[int]] = defaultdict(list)
        new: defaultdict[int, list[int]] = defaultdict(list)
        for one, gap in of_old.items():
            old[gap].append(one)
        for place in self.free_new():
            new[bisect_left(news, place)].append(place)
        return Gaps(of_old, old, new)

    def chain(self) -> list[Pair]:
        """Return the pairs that are kept in their order."""
        pairs = ((claim.old, claim.new) for claim in self.kept.values() if claim.old < self.live)
        return heaviest_chain((old, new, 1 + self.old_words[old].weight) for old, new in pairs)

    def rivals(self) -> dict[int, list[int]]:
        """Return the free old passages that are like each new one."""
        rivals: defaultdict[int, list[int]] = defaultdict(list)
        for one in self.free_old():
            for place in (self._alike or {}).get(one, ()):
                rivals[place].append(one)
        return rivals

    def same_place(self, claim: Claim, place: int) -> bool:
        """Whether another new place has the same words of the old passage, rather than other ones."""
        return compete(self.new_words[claim.new], self.new_words[place], self.old_words[claim.old])

    def same_source(self, claim: Claim, one: int) -> bool:
        """Whether another old passage has the same words of the new one, rather than other ones."""
        return compete(self.old_words[claim.old], self.old_words[one], self.new_words[claim.new])
