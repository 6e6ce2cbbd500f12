"""Align two sequences: the heaviest set of pairs that cross nowhere."""

from __future__ import annotations

from collections.abc import Iterable

Pair = tuple[int, int]


def heaviest_chain(pairs: Iterable[tuple[int, int, float]]) -> list[Pair]:
    """Return the pairs (old place, new place) that rise in both sequences and weigh most together.

    The cost grows with the number of pairs, times its logarithm.
    """
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    places = {place: at for at, place in enumerate(sorted({pair[1] for pair in ordered}), 1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)  # a Fenwick tree of maxima
    before: list[int] = []
    for number, (_old, new, weight) in enumerate(ordered):
        at = places[new] - 1
        most, last = 0.0, -1
        while at > 0:
            if best[at][0] > most:
                most, last = best[at]
            at -= at & -at
        before.append(last)
        at = places[new]
        while at <= len(places):
            if most + weight > best[at][0]:
                best[at] = (most + weight, number)
            at += at & -at
    most, last = 0.0, -1
    at = len(places)
    while at > 0:
        if best[at][0] > most:
            most, last = best[at]
        at -= at & -at
    chain: list[Pair] = []
    while last >= 0:
        chain.append(ordered[last][:2])
        last = before[last]
    return chain[::-1]
