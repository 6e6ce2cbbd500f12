"""Match the passages of a text to those that it had: which is which, though words and places change.

What has not changed is matched first, in order and then where it has moved to. Then rounds of an alignment
of what is left: candidates come from an index and from the place in the text, each is as strong as its
likeness and its place are, and of those that are nearly as strong the set is taken that keeps the order.
Each round narrows the gaps for the next; where one old and one new passage are left between the same
neighbours, half of the words are enough. At the end come passages that were extended or divided, and
retired ones that are back.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.room.alignment import Pair, heaviest_chain
from reader.room.candidates import Index
from reader.room.similarity import SHORT, Lexicon, Words, compete, likeness, is_formula, pairs_held, share

How = Literal["unchanged", "reworded", "extended", "part", "revived", "decided"]
Place = Literal["alone", "gap", "away"]

BONUS: Mapping[Place, float] = {"alone": 0.3, "gap": 0.15, "away": 0.0}
ENOUGH: Mapping[Place, float] = {"alone": 0.33, "gap": 0.4, "away": 0.55}
ENOUGH_SHORT: Mapping[Place, float] = {"alone": 0.42, "gap": 0.5, "away": 0.65}
HALF = 0.5  # what wordings need that have only a formula in common
SURE = 0.6  # the first round takes only what is as like as this
NEAR = 0.1  # claims closer than this are weighed by the order of the text
DOUBT = 0.05  # claims closer than this are not told apart
HELD = 0.6  # so much of a wording is found in another: it is a part of it
PART = 0.15  # the least part of a divided passage that may keep its id
BACK = 0.75  # so like its last wording is a retired passage that is back
FEWEST = 4  # words that a part has
HEADING = 8  # a line of so few words may be a heading that was made longer
LONGER = 5  # a passage of few words is not found again in one so many times as long
WINDOW = 2
CLASS = 64
FIRST = 1e-6  # of equal wordings that are as good the first is taken


@dataclass(frozen=True, slots=True)
class Passage:
    """Something to be matched: `print_` is equal where the words are, `series` is the kind of its id."""

    text: str
    print_: str
    series: str


@dataclass(frozen=True, slots=True)
class Claim:
    """An old passage and a new one that may be the same, by their places; and why."""

    old: int
    new: int
    how: How
    likeness: float = 1.0
    place: Place = "gap"

    @property
    def strength(self) -> float:
        """Return the likeness and what the place adds to it."""
        return self.likeness + BONUS[self.place]


@dataclass(frozen=True, slots=True)
class Contest:
    """An old passage that cannot be told from another, or whose new place cannot: the claims, best first."""

    old: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """`kept` maps places of the new text to claims; an old number from `retired_from` on is a retired one."""

    kept: Mapping[int, Claim]
    contests: tuple[Contest, ...]


def match(
    old: Sequence[Passage],
    retired: Sequence[Passage],
    new: Sequence[Passage],
    decided: Mapping[int, int] | None = None,
    gone: frozenset[int] = frozenset(),
) -> Match:
    """Match the places of `new` to the numbers of `old`, and after these of `retired`.

    `decided` maps new places to numbers, and `gone` are numbers that go on nowhere.
    """
    matcher = _Matcher(old, retired, new)
    for place, number in (decided or {}).items():
        matcher.keep(Claim(number, place, "decided"))
    matcher.gone = gone
    matcher.unchanged()
    matcher.similar(SURE)
    for _round in range(4):
        if not matcher.similar(0.0):
            break
    matcher.extended()
    matcher.divided()
    while matcher.similar(0.0):
        pass
    matcher.first_parts()
    matcher.revived()
    contests = tuple(matcher.contests())
    return Match(matcher.kept, contests)


class _Matcher:
    def __init__(self, old: Sequence[Passage], retired: Sequence[Passage], new: Sequence[Passage]) -> None:
        self.old, self.new, self.live = [*old, *retired], new, len(old)
        self.lexicon = Lexicon(passage.text for passage in (*self.old, *new))
        self.old_words = [self.lexicon[passage.text] for passage in self.old]
        self.new_words = [self.lexicon[passage.text] for passage in new]
        self.kept: dict[int, Claim] = {}
        self.taken: dict[int, int] = {}
        self.gone: frozenset[int] = frozenset()
        self._likeness: dict[Pair, float] = {}
        self._near: dict[int, list[int]] | None = None

    def keep(self, claim: Claim) -> None:
        self.kept[claim.new] = claim
        self.taken[claim.old] = claim.new

    def free_old(self) -> list[int]:
        return [one for one in range(self.live) if one not in self.taken and one not in self.gone]

    def free_new(self) -> list[int]:
        return [place for place in range(len(self.new)) if place not in self.kept]

    def like(self, old: int, new: int) -> float:
        if (old, new) not in self._likeness:
            self._likeness[old, new] = likeness(self.old_words[old], self.new_words[new])
        return self._likeness[old, new]

    # What has not changed

    def unchanged(self) -> None:
        """Keep equal wordings: in order, then moved, then come back from retirement."""
        for old, new in heaviest_chain(self._equal_pairs()):
            self.keep(Claim(old, new, "unchanged"))
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place in self.free_new():
            places[self.new[place].print_].append(place)
        back = [one for one in range(self.live, len(self.old)) if one not in self.taken]
        for one in (*self.free_old(), *back):
            same = places[self.old[one].print_]
            if same:
                place = max(same, key=lambda place: (*self._agreement(one, place), -place))
                same.remove(place)
                how: How = "unchanged" if one < self.live else "revived"
                self.keep(Claim(one, place, how, 1.0, "away"))

    def _equal_pairs(self) -> Iterator[tuple[int, int, float]]:
        where: defaultdict[str, list[int]] = defaultdict(list)
        for place in self.free_new():
            where[self.new[place].print_].append(place)
        seen: Counter[str] = Counter()
        count = Counter(self.old[one].print_ for one in self.free_old())
        for one in self.free_old():
            print_ = self.old[one].print_
            places = where.get(print_, [])
            if len(places) * count[print_] > CLASS:
                at = seen[print_] * len(places) // count[print_]
                places = places[max(0, at - 4) : at + 5]
            seen[print_] += 1
            for place in places:
                kind = 1.01 if self.old[one].series == self.new[place].series else 1.0
                yield one, place, self.old_words[one].weight * kind - place * FIRST

    def _agreement(self, old: int, new: int) -> tuple[int, bool]:
        """How many neighbours are the same, and whether the kind is."""
        sides = (self.taken.get(old - 1) == new - 1, self.taken.get(old + 1) == new + 1)
        return sum(sides), self.old[old].series == self.new[new].series

    # What has changed

    def similar(self, least: float) -> bool:
        """Keep reworded passages, one round; return whether there were any."""
        claims = [
            claim for claim in self._claims() if claim.likeness >= max(least, self._enough(claim))
        ]
        best_old: defaultdict[int, float] = defaultdict(float)
        best_new: defaultdict[int, float] = defaultdict(float)
        for claim in claims:
            best_old[claim.old] = max(best_old[claim.old], claim.strength)
            best_new[claim.new] = max(best_new[claim.new], claim.strength)
        plausible = {
            (claim.old, claim.new): claim
            for claim in claims
            if claim.strength > max(best_old[claim.old], best_new[claim.new]) - NEAR
        }
        chain = heaviest_chain((old, new, claim.strength) for (old, new), claim in plausible.items())
        rest = sorted(plausible.values(), key=lambda claim: (-claim.strength, claim.new, claim.old))
        for claim in (*(plausible[pair] for pair in chain), *rest):
            if claim.old not in self.taken and claim.new not in self.kept:
                self.keep(claim)
        return bool(claims)

    def _enough(self, claim: Claim) -> float:
        """How alike two wordings must be, the less the more their place says."""
        mine, theirs = self.old_words[claim.old], self.new_words[claim.new]
        if min(mine.size, theirs.size) <= SHORT:
            return ENOUGH_SHORT[claim.place]
        enough = ENOUGH[claim.place]
        if enough <= claim.likeness < HALF and is_formula(mine, theirs):
            return HALF
        return enough

    def _claims(self) -> Iterator[Claim]:
        """Return what may be the same: by rare words in common, or by the place."""
        old_gaps, new_gaps = self._gaps()
        for one in self.free_old():
            here = new_gaps.get(old_gaps[one], [])
            mates = self._mates(old_gaps[one])
            at = mates.index(one) if len(mates) <= len(here) else mates.index(one) * len(here) // len(mates)
            from_end = len(here) - (len(mates) - mates.index(one))
            near = {*here[max(0, at - WINDOW) : at + WINDOW + 1]}
            near |= {*here[max(0, from_end - WINDOW) : max(0, from_end + WINDOW + 1)]}
            alone = len(here) == len(mates) == 1
            inside = set(here)
            for place in sorted({*near, *self._alike(one)}):
                if place not in self.kept:
                    where: Place = "away" if place not in inside else "alone" if alone else "gap"
                    yield Claim(one, place, "reworded", self.like(one, place), where)

    def _alike(self, old: int) -> list[int]:
        if self._near is None:
            index = Index({place: self.new_words[place] for place in self.free_new()})
            self._near = {one: index.search(self.old_words[one]) for one in self.free_old()}
        return self._near.get(old, [])

    def _mates(self, gap: int) -> list[int]:
        return self._old_by_gap[gap]

    def _chain(self) -> list[Pair]:
        """The pairs that are kept in order."""
        pairs = ((claim.old, claim.new) for claim in self.kept.values() if claim.old < self.live)
        return heaviest_chain((old, new, 1 + self.old_words[old].weight) for old, new in pairs)

    def _gaps(self) -> tuple[dict[int, int], dict[int, list[int]]]:
        """Number the gaps between what is kept in order: of each free old one, and the new ones of each."""
        chain = self._chain()
        olds, news = [old for old, _ in chain], [new for _, new in chain]
        of_old = {one: bisect_left(olds, one) for one in self.free_old()}
        of_new: defaultdict[int, list[int]] = defaultdict(list)
        for place in self.free_new():
            of_new[bisect_left(news, place)].append(place)
        self._old_by_gap: defaultdict[int, list[int]] = defaultdict(list)
        for one, gap in of_old.items():
            self._old_by_gap[gap].append(one)
        return of_old, of_new

    # What was extended, divided, or is back

    def extended(self) -> None:
        """Keep the id of a passage whose words are a part of a longer new one."""
        old_gaps, new_gaps = self._gaps()
        for one in self.free_old():
            here = new_gaps.get(old_gaps[one], [])
            shares = {
                place: share(self.old_words[one], self.new_words[place])
                for place in self._alike(one)
                if place not in self.kept and self._may_be_part(one, place, place in here)
            }
            place = max(shares, key=lambda place: (shares[place], -place), default=-1)
            if place >= 0 and shares[place] >= HELD:
                self.keep(Claim(one, place, "extended", shares[place], "gap" if place in here else "away"))

    def _may_be_part(self, old: int, new: int, here: bool) -> bool:
        """Whether it means anything that a new passage has the words of an old one: few are there by chance."""
        mine, theirs = self.old_words[old], self.new_words[new]
        if pairs_held(mine, theirs) < (HALF if mine.size >= FEWEST else 1):
            return False
        if mine.size > SHORT:
            return True
        if mine.size >= FEWEST:
            return theirs.size <= LONGER * mine.size
        return here and theirs.size <= HEADING and self.old[old].series == self.new[new].series

    def divided(self) -> None:
        """Keep the id of a divided passage at its first part, or at one that is clearly larger."""
        for one in self.free_old():
            parts = {
                place: share(self.old_words[one], self.new_words[place])
                for place in sorted(self._alike(one))
                if place not in self.kept
                and self.new_words[place].size >= FEWEST
                and share(self.new_words[place], self.old_words[one]) >= HELD
            }
            parts = {place: part for place, part in parts.items() if part >= PART}
            if parts:
                most = max(parts.values())
                place = next(place for place, part in parts.items() if part > most - NEAR)
                self.keep(Claim(one, place, "part", parts[place], "gap"))

    def first_parts(self) -> None:
        """Of even parts of one passage, and of passages that became one, let the first have the id."""
        for claim in [*self.kept.values()]:
            if claim.how != "reworded":
                continue
            for place in sorted(self._alike(claim.old)):
                near = place < claim.new and place not in self.kept
                if near and self.like(claim.old, place) > claim.likeness - NEAR and not self._same_words(claim, place):
                    del self.kept[claim.new]
                    self.keep(Claim(claim.old, place, "part", self.like(claim.old, place), claim.place))
                    break
        rivals = self._rivals()
        for claim in [*self.kept.values()]:
            if claim.how != "reworded":
                continue
            for one in rivals.get(claim.new, ()):
                near = one < claim.old and self.like(one, claim.new) > claim.likeness - NEAR
                if near and one not in self.taken and not self._same_claims(claim, one):
                    del self.taken[claim.old]
                    self.keep(Claim(one, claim.new, "reworded", self.like(one, claim.new), claim.place))
                    break

    def _rivals(self) -> dict[int, list[int]]:
        """The free old passages that are among the candidates of each new one."""
        rivals: defaultdict[int, list[int]] = defaultdict(list)
        for one in self.free_old():
            for place in self._alike(one):
                rivals[place].append(one)
        return rivals

    def _same_words(self, claim: Claim, place: int) -> bool:
        return compete(self.new_words[claim.new], self.new_words[place], self.old_words[claim.old])

    def _same_claims(self, claim: Claim, one: int) -> bool:
        return compete(self.old_words[claim.old], self.old_words[one], self.new_words[claim.new])

    def revived(self) -> None:
        """Give a retired id back to a new passage that is nearly what it was."""
        back = {one: self.old_words[one] for one in range(self.live, len(self.old)) if one not in self.taken}
        if not back or not self.free_new():
            return
        index = Index(back)
        claims = [
            Claim(one, place, "revived", self.like(one, place), "away")
            for place in self.free_new()
            if self.new_words[place].size >= FEWEST
            for one in index.search(self.new_words[place])
            if self.like(one, place) >= BACK
        ]
        for claim in sorted(claims, key=lambda claim: (-claim.likeness, claim.new, claim.old)):
            if claim.old not in self.taken and claim.new not in self.kept:
                self.keep(claim)

    # What nobody but a person can tell

    def contests(self) -> Iterator[Contest]:
        """Take back what could as well be otherwise, and return it."""
        rivals = self._rivals()
        chain = self._chain()
        found: dict[int, list[Claim]] = {}
        for claim in sorted(self.kept.values(), key=lambda claim: claim.new):
            if claim.how != "reworded":
                continue
            between = _between(chain, claim)
            mine = Claim(claim.old, claim.new, claim.how, claim.likeness, "gap" if between else "away")
            old_span, new_span = between or (range(0), range(0))
            near = [
                Claim(claim.old, place, "reworded", self.like(claim.old, place), "gap" if place in new_span else "away")
                for place in self._alike(claim.old)
                if place not in self.kept
                and self.new[place].print_ != self.new[claim.new].print_
                and self._same_words(claim, place)
            ]
            against = [
                Claim(one, claim.new, "reworded", self.like(one, claim.new), "gap" if one in old_span else "away")
                for one in rivals.get(claim.new, ())
                if one not in self.taken
                and self.old[one].print_ != self.old[claim.old].print_
                and self._same_claims(claim, one)
            ]
            near = [one for one in near if one.strength > mine.strength - DOUBT]
            against = [one for one in against if one.strength > mine.strength - DOUBT]
            if near or against:
                found.setdefault(claim.old, []).extend([mine, *near])
            for one in against:
                found.setdefault(one.old, []).append(one)
        for old in found:
            if old in self.taken:
                del self.kept[self.taken.pop(old)]
        for old, claims in found.items():
            yield Contest(old, tuple(sorted(claims, key=lambda claim: (-claim.strength, claim.new))))


def _between(chain: list[Pair], claim: Claim) -> tuple[range, range] | None:
    """Where else a claim could be, with the others as they are: old numbers and new places; None if it moved."""
    at = bisect_left(chain, (claim.old, claim.new))
    if at == len(chain) or chain[at] != (claim.old, claim.new):
        return None
    before = chain[at - 1] if at else (-1, -1)
    after = chain[at + 1] if at + 1 < len(chain) else (10**9, 10**9)
    return range(before[0] + 1, after[0]), range(before[1] + 1, after[1])
