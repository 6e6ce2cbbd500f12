"""Passages that were extended or divided, and passages that became one."""

from __future__ import annotations

from dataclasses import replace

from reader.anchors.assignment import Assignment
from reader.anchors.claims import Claim
from reader.anchors.rounds import NEAR
from reader.anchors.similarity import SHORT, pairs_held, share

HELD = 0.6  # so much of a wording is found in another: it is a part of it
HALF = 0.5
PART = 0.15  # the least part of a divided passage that may keep its id
FEWEST = 4  # words that a part has
LONGER = 5  # a passage of few words is not found again in one so many times as long
HEADING = 8  # words: a longer line is no heading that was made longer


def keep_extended(assignment: Assignment) -> None:
    """Keep the id of a passage whose words are a part of a longer new one."""
    gaps = assignment.gaps()
    for one in assignment.free_old():
        here = gaps.around(one)
        shares = {
            place: share(assignment.old_words[one], assignment.new_words[place])
            for place in assignment.alike(one)
            if _may_be_part(assignment, one, place, place in here)
        }
        place = max(shares, key=lambda place: (shares[place], -place), default=-1)
        if place >= 0 and shares[place] >= HELD:
            assignment.keep(Claim(one, place, "extended", shares[place], "gap" if place in here else "away"))


def _may_be_part(assignment: Assignment, old: int, new: int, here: bool) -> bool:
    """Whether it means anything that a new passage has the words of an old one: few are there by chance."""
    mine, theirs = assignment.old_words[old], assignment.new_words[new]
    if pairs_held(mine, theirs) < (HALF if mine.size >= FEWEST else 1):
        return False
    if mine.size > SHORT:
        return True
    if mine.size >= FEWEST:
        return theirs.size <= LONGER * mine.size
    return here and theirs.size <= HEADING and assignment.old[old].series == assignment.new[new].series


def keep_divided(assignment: Assignment) -> None:
    """Keep the id of a divided passage at its first part, or at one that is clearly larger."""
    gaps = assignment.gaps()
    for one in assignment.free_old():
        whole = assignment.old_words[one]
        parts = {
            place: share(whole, assignment.new_words[place])
            for place in sorted(assignment.alike(one))
            if assignment.new_words[place].size >= FEWEST
            and share(assignment.new_words[place], whole) >= HELD
        }
        most = max(parts.values(), default=0.0)
        if most >= PART:
            place = next(place for place, part in parts.items() if part >= PART and part > most - NEAR)
            assignment.keep(Claim(one, place, "part", parts[place], gaps.place(one, place)))


def prefer_first(assignment: Assignment) -> None:
    """Of even parts of one passage, and of passages that became one, let the first have the id."""
    for claim in assignment.reworded():
        for place in sorted(assignment.alike(claim.old)):
            like = assignment.like(claim.old, place)
            earlier = place < claim.new and like > claim.likeness - NEAR
            if earlier and not assignment.same_place(claim, place):
                assignment.drop(claim)
                assignment.keep(replace(claim, new=place, how="part", likeness=like))
                break
    rivals = assignment.rivals()
    for claim in assignment.reworded():
        for one in rivals.get(claim.new, ()):
            like = assignment.like(one, claim.new)
            earlier = one < claim.old and one not in assignment.taken and like > claim.likeness - NEAR
            if earlier and not assignment.same_source(claim, one):
                assignment.drop(claim)
                assignment.keep(replace(claim, old=one, likeness=like))
                break
