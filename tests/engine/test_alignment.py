"""The law of alignment: of all sets of pairs that cross nowhere, the heaviest."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.anchors.alignment import heaviest_chain

PAIRS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 9)),
    max_size=7,
    unique_by=lambda one: one[:2],
)
Weighed = tuple[int, int, int]


def rises(chain: list[Weighed]) -> bool:
    """Whether each pair stands behind the one before it in both texts."""
    return all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(chain))


@given(PAIRS)
def test_the_heaviest_of_all_sets(pairs: list[Weighed]) -> None:
    """No pair is made up, none crosses another, and no other such set weighs more."""
    weight = {(old, new): weight for old, new, weight in pairs}
    chain = heaviest_chain(pairs)
    made = [(old, new, weight[old, new]) for old, new in chain]
    assert rises(made)
    sets = (sorted(some) for size in range(len(pairs) + 1) for some in combinations(pairs, size))
    assert sum(one[2] for one in made) == max(sum(one[2] for one in some) for some in sets if rises(some))


def test_nothing_aligned() -> None:
    """Without pairs there is no chain; of two that cross, the heavier stays."""
    assert heaviest_chain([]) == []
    assert heaviest_chain([(0, 1, 1.0), (1, 0, 2.0)]) == [(1, 0)]
    assert heaviest_chain([(1, 1, 1.0), (0, 0, 1.0)]) == [(0, 0), (1, 1)]
