"""Rounds of an assignment: what has not changed, and then what has, from the plain to the less plain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from reader.anchors.alignment import heaviest_chain
from reader.anchors.assignment import Assignment
from reader.anchors.candidates import Index
from reader.anchors.claims import Claim, How, Place
from reader.anchors.similarity import SHORT, is_formula

ENOUGH: Mapping[Place, float] = {"alone": 0.33, "gap": 0.4, "away": 0.55}
ENOUGH_SHORT: Mapping[Place, float] = {"alone": 0.42, "gap": 0.5, "away": 0.65}
HALF = 0.5  # what wordings need that have only a formula in common
NEAR = 0.1  # claims closer than this are weighed by the order of the text
BACK = 0.75  # so like its last wording is a retired passage that is back
FEWEST = 4  # words of a passage that is taken for one that is back
MANY = 64  # pairs of equal wordings beyond which only those about the same place are looked at
ABOUT = 4
SAME_KIND = 1.01
IN_SIGHT = 3.0  # against equal letters: two that have changed places weigh more than two that stand still
FIRST = 1e-6  # of equal wordings that are as good the first is taken


def keep_unchanged(assignment: Assignment) -> None:
    """Keep equal wordings: in their order, then moved, then come back from retirement.

    Of equal words, those go together that a reader sees no difference in: 1.5 and 15 have the same letters.
    """
    for old, new in heaviest_chain(_equal_pairs(assignment)):
        assignment.keep(Claim(old, new, "unchanged"))
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place in assignment.free_new():
        places[assignment.new[place].print_].append(place)
    for free in (assignment.free_old, assignment.free_retired):
        for in_sight in (True, False):
            for one in free():
                same = places[assignment.old[one].print_]
                alike = [place for place in same if not in_sight or _looks_same(assignment, one, place)]
                if alike:
                    place = max(alike, key=lambda place: (*_agreement(assignment, one, place), -place))
                    same.remove(place)
                    how: How = "unchanged" if one < assignment.live else "revived"
                    assignment.keep(Claim(one, place, how, 1.0, "away"))


def _looks_same(assignment: Assignment, old: int, new: int) -> bool:
    return assignment.old[old].sight == assignment.new[new].sight


def _equal_pairs(assignment: Assignment) -> Iterator[tuple[int, int, float]]:
    """Pairs of equal wordings; of many equal lines, only those that stand about the same place."""
    where: defaultdict[str, list[int]] = defaultdict(list)
    for place in assignment.free_new():
        where[assignment.new[place].print_].append(place)
    free = assignment.free_old()
    number = Counter(assignment.old[one].print_ for one in free)
    seen: Counter[str] = Counter()
    for one in free:
        passage = assignment.old[one]
        places = where.get(passage.print_, [])
        if len(places) * number[passage.print_] > MANY:
            at = seen[passage.print_] * len(places) // number[passage.print_]
            places = places[max(0, at - ABOUT) : at + ABOUT + 1]
        seen[passage.print_] += 1
        for place in places:
            weight = 1 + assignment.old_words[one].weight
            weight *= IN_SIGHT if _looks_same(assignment, one, place) else 1
            same_kind = passage.series == assignment.new[place].series
            yield one, place, weight * (SAME_KIND if same_kind else 1) - place * FIRST


def _agreement(assignment: Assignment, old: int, new: int) -> tuple[int, bool]:
    """How many neighbours are the same, and whether the kind is."""
    taken = assignment.taken
    sides = (taken.get(old - 1) == new - 1, taken.get(old + 1) == new + 1)
    return sum(sides), assignment.old[old].series == assignment.new[new].series


def keep_similar(assignment: Assignment, least: float = 0.0) -> bool:
    """Keep reworded passages, one round; return whether there were any.

    A claim is plausible when neither side has a much better one. Of plausible claims the heaviest set that
    keeps the order of the text is taken, so that rows that are all alike are matched row by row; then what
    has moved.
    """
    claims = [
        claim
        for claim in assignment.claims()
        if claim.likeness >= least and claim.likeness >= _enough(assignment, claim)
    ]
    best: defaultdict[tuple[str, int], float] = defaultdict(float)
    for claim in claims:
        for side in (("old", claim.old), ("new", claim.new)):
            best[side] = max(best[side], claim.strength)
    plausible = {
        (claim.old, claim.new): claim
        for claim in claims
        if claim.strength > max(best["old", claim.old], best["new", claim.new]) - NEAR
    }
    chain = heaviest_chain((old, new, claim.strength) for (old, new), claim in plausible.items())
    rest = sorted(plausible.values(), key=lambda claim: (-claim.strength, claim.new, claim.old))
    for claim in (*(plausible[pair] for pair in chain), *rest):
        if claim.old not in assignment.taken and claim.new not in assignment.kept:
            assignment.keep(claim)
    return bool(claims)


def _enough(assignment: Assignment, claim: Claim) -> float:
    """How alike two wordings must be: the less, the more their place says."""
    mine, theirs = assignment.old_words[claim.old], assignment.new_words[claim.new]
    if min(mine.size, theirs.size) <= SHORT:
        return ENOUGH_SHORT[claim.place]
    enough = ENOUGH[claim.place]
    if enough <= claim.likeness < HALF and is_formula(mine, theirs):
        return HALF
    return enough


def keep_revived(assignment: Assignment) -> None:
    """Give a retired id back to a new passage that is nearly what it was."""
    back = {one: assignment.old_words[one] for one in assignment.free_retired()}
    places = [place for place in assignment.free_new() if assignment.new_words[place].size >= FEWEST]
    if not back or not places:
        return
    index = Index(back)
    claims = [
        Claim(one, place, "revived", assignment.like(one, place), "away")
        for place in places
        for one in index.search(assignment.new_words[place])
        if assignment.like(one, place) >= BACK
    ]
    for claim in sorted(claims, key=lambda claim: (-claim.likeness, claim.new, claim.old)):
        if claim.old not in assignment.taken and claim.new not in assignment.kept:
            assignment.keep(claim)
