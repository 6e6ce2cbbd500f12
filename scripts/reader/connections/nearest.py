"""The passages of other texts that are nearest to a passage, by the rare terms that they share.

A term is rare when no more than an eighth of all passages use it. It weighs the more the fewer do:
ln(passages / passages that use it). Two passages are near when they share two rare terms or more, the nearer
the more these weigh together. A term of more than `COMMON` passages does not count however many there are, or
the cost would grow with the square of the texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from heapq import nsmallest
from itertools import chain, combinations
from math import log

from reader.model import Page, Passage
from reader.model.connections import Company, Near, PassagePlace

MOST = 5  # that are named
RARE = 8  # a term is rare that one passage in so many uses, or fewer
COMMON = 200  # passages


def nearest(pages: Iterable[Page]) -> dict[PassagePlace, tuple[Near, ...]]:
    """Return the nearest passages of other texts for each passage that has any, the nearest first."""
    users, places = _users(pages)
    most = min(COMMON, max(2, len(places) // RARE))
    weight = {term: log(len(places) / len(by)) for term, by in users.items() if len(by) <= most}
    rare: list[dict[str, None]] = [{} for _place in places]  # the terms of each passage
    for term in weight:
        for one in users[term]:
            rare[one][term] = None
    found: dict[PassagePlace, tuple[Near, ...]] = {}
    for one, terms in enumerate(rare):
        times = Counter(chain.from_iterable(users[term] for term in terms))
        near = [
            (-sum(sorted(weight[term] for term in terms if term in rare[other])), other)
            for other, shared in times.items()
            if shared > 1 and places[other][0] != places[one][0]
        ]
        if near:
            ordered = sorted(terms, key=lambda term: (-weight[term], term))
            found[places[one]] = tuple(
                Near(*places[other], tuple(term for term in ordered if term in rare[other]))
                for _weight, other in nsmallest(MOST, near)
            )
    return found


def company(pages: Iterable[Page]) -> dict[str, tuple[Company, ...]]:
    """Return the terms that each term stands with in two passages or more: once is chance."""
    together: dict[str, dict[str, int]] = {}
    for page in pages:
        for passage in page.passages:
            for one, other in combinations(_terms(passage), 2):
                for term, beside in ((one, other), (other, one)):
                    met = together.setdefault(term, {})
                    met[beside] = met.get(beside, 0) + 1
    often = {
        term: sorted((-times, beside) for beside, times in met.items() if times > 1)[:MOST]
        for term, met in together.items()
    }
    return {
        term: tuple(Company(beside, -times) for times, beside in found)
        for term, found in often.items()
        if found
    }


def _users(pages: Iterable[Page]) -> tuple[dict[str, list[int]], list[PassagePlace]]:
    """The passages that use each term, by their numbers, and the passages in the order of the texts."""
    users: dict[str, list[int]] = {}
    places: list[PassagePlace] = []
    for page in pages:
        for passage in page.passages:
            for term in _terms(passage):
                users.setdefault(term, []).append(len(places))
            places.append((page.slug, passage.id))
    return users, places


def _terms(passage: Passage) -> list[str]:
    """The terms of a passage, each once."""
    return list(dict.fromkeys(mark.target for mark in passage.marked("term")))
