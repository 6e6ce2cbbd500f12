"""What nobody but a person can tell: claims that could as well be otherwise."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from reader.anchors.alignment import Pair
from reader.anchors.assignment import Assignment
from reader.anchors.claims import Claim, Contest

CLOSE = 0.08  # two places for one passage that are closer than this are not told apart
CLOSE_SOURCES = 0.05  # nor two passages for one place, where a wrong answer does less: neither is lost
END = 1 << 62


def contests(assignment: Assignment) -> list[Contest]:
    """Take back the claims that others come close to, and return them.

    What is free on neither side is no rival: of rows that are all alike, each has its own by its order.
    Nor is what reads the same, or has other words of the passage (the other part of a divided one).
    """
    rivals, chain = assignment.rivals(), assignment.chain()
    found: dict[int, list[Claim]] = {}
    for claim in assignment.reworded():
        mine, olds, news = surroundings(chain, claim)
        near = [one for one in _other_places(assignment, claim, news) if one.strength > mine.strength - CLOSE]
        against = [
            one
            for one in _other_sources(assignment, claim, olds, rivals.get(claim.new, []))
            if one.strength > mine.strength - CLOSE_SOURCES
        ]
        if near or against:
            found.setdefault(claim.old, []).extend([mine, *near])
        for one in against:
            found.setdefault(one.old, []).append(one)
    for old in found:
        if old in assignment.taken:
            assignment.drop(assignment.kept[assignment.taken[old]])
    return [
        Contest(old, tuple(sorted(claims, key=lambda claim: (-claim.strength, claim.new))))
        for old, claims in found.items()
    ]


def _other_places(assignment: Assignment, claim: Claim, news: range) -> Iterator[Claim]:
    """The new places that are free and have the same words of the old passage."""
    own = assignment.new[claim.new].print_
    for place in assignment.alike(claim.old):
        if assignment.new[place].print_ != own and assignment.same_place(claim, place):
            like = assignment.like(claim.old, place)
            yield replace(claim, new=place, likeness=like, place="gap" if place in news else "away")


def _other_sources(assignment: Assignment, claim: Claim, olds: range, rivals: list[int]) -> Iterator[Claim]:
    """The old passages that are free and have the same words of the new place."""
    own = assignment.old[claim.old].print_
    for one in rivals:
        if assignment.old[one].print_ != own and assignment.same_source(claim, one):
            like = assignment.like(one, claim.new)
            yield replace(claim, old=one, likeness=like, place="gap" if one in olds else "away")


def surroundings(chain: list[Pair], claim: Claim) -> tuple[Claim, range, range]:
    """Return the claim, and the old numbers and new places between the neighbours that are kept in order."""
    at = bisect_left(chain, (claim.old, claim.new))
    if at == len(chain) or chain[at] != (claim.old, claim.new):
        return replace(claim, place="away"), range(0), range(0)
    before = chain[at - 1] if at else (-1, -1)
    after = chain[at + 1] if at + 1 < len(chain) else (END, END)
    return replace(claim, place="gap"), range(before[0] + 1, after[0]), range(before[1] + 1, after[1])
