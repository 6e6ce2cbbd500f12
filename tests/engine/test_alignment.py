"""The parts of an alignment: the heaviest chain, gaps in it, and the index that is asked for candidates."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.anchors.alignment import heaviest_chain
from reader.anchors.assignment import Assignment, Gaps
from reader.anchors.candidates import FOUND, LOOKED_AT, Index
from reader.anchors.claims import Claim, Passage
from reader.anchors.contests import surroundings
from reader.anchors.lexicon import Lexicon

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


def test_where_a_place_is_in_its_gap() -> None:
    """In it, alone there, or away: before it, behind it, or between places that it has."""
    gaps = Gaps({0: 0, 1: 0, 2: 1}, {0: [0, 1], 1: [2]}, {0: [3, 5], 1: [7]})
    told = {place: gaps.place(0, place) for place in range(2, 8)}
    assert {place for place, where in told.items() if where == "gap"} == {3, 5}
    assert {place for place, where in told.items() if where == "away"} == {2, 4, 6, 7}
    assert gaps.place(2, 7) == "alone"
    assert gaps.place(2, 3) == "away"
    assert Gaps({0: 0}, {0: [0]}, {}).place(0, 1) == "away"


def test_places_that_are_near() -> None:
    """Two on either side, counted from both ends of the gap, and as far on as in the old text."""
    same = list(range(20))
    assert Gaps(dict.fromkeys(same, 0), {0: same}, {0: same}).near(10) == {8, 9, 10, 11, 12}
    more = Gaps(dict.fromkeys(same, 0), {0: same}, {0: list(range(100, 140))})
    assert more.near(10) == {*range(108, 113), *range(128, 133), *range(118, 123)}
    assert more.near(0) == {*range(100, 103), *range(118, 123)}


def test_what_came_back_is_in_no_chain() -> None:
    """Retired passages have no place in the order of the old text."""
    one, other = (Passage(text, text, "p", text) for text in ("one", "other"))
    assignment = Assignment([one], [other], [one, other])
    assignment.keep(Claim(0, 0, "unchanged"))
    assignment.keep(Claim(1, 1, "revived"))
    assert assignment.chain() == [(0, 0)]


def test_the_index_is_asked_for_rare_words_first() -> None:
    """What most has in common comes first, then the earlier; a word that too many have is not looked at."""
    texts = [f"the {'grey ' * (at % 2)}ship" for at in range(LOOKED_AT + 1)]
    texts[3:6] = ["beacon the quay", "quay", "quay"]
    texts += ["the beacon"] * 3
    lexicon = Lexicon(texts)
    index = Index({at: lexicon[text] for at, text in enumerate(texts)})
    assert index.search(lexicon["the"]) == []
    assert index.search(lexicon["the quay and the beacon"])[0] == 3
    assert index.search(lexicon["quay"]) == [3, 4, 5]
    assert index.search(lexicon["the harbour beacon"])[:4] == [3, *range(len(texts) - 3, len(texts))]
    many = Index(dict.fromkeys(range(30, 0, -1), lexicon["quay"]))
    assert many.search(lexicon["quay"]) == list(range(1, FOUND + 1))
    few = Index({at: lexicon[f"{'the ' * (at < 200)}quay lamp"] for at in range(300)})
    assert few.search(lexicon["quay the lamp"], 1) == [0]  # two words of three hundred are more than are read


def test_how_sure_a_claim_is() -> None:
    """What is equal or decided is certain; a place takes doubt away, more the narrower it is."""
    certain = [Claim(0, 0, how, 0.2, "away").confidence for how in ("unchanged", "decided", "lemma")]
    assert certain == [1, 1, 1]
    sure = [Claim(0, 0, "reworded", 0.5, place).confidence for place in ("away", "gap", "alone")]
    assert 0.5 < sure[0] < sure[1] < sure[2] < 1
    strong = [Claim(0, 0, "reworded", 0.5, place).strength for place in ("away", "gap", "alone")]
    assert strong == sorted(strong)
    assert strong[0] == 0.5


def test_what_is_around_a_claim() -> None:
    """All that is between its neighbours, to the ends of the text; one that is not in the order is away."""
    chain = [(1, 2), (4, 5), (6, 9)]
    mine, olds, news = surroundings(chain, Claim(4, 5, "reworded", 0.7, "away"))
    assert (mine.place, olds, news) == ("gap", range(2, 6), range(3, 9))
    _mine, olds, news = surroundings(chain, Claim(1, 2, "reworded"))
    assert (olds, news) == (range(4), range(5))
    _mine, olds, news = surroundings(chain, Claim(6, 9, "reworded"))
    assert (olds.start, news.start) == (5, 6)
    assert 10**9 in olds
    for claim in (Claim(5, 6, "reworded"), Claim(7, 0, "reworded"), Claim(4, 6, "reworded")):
        mine, olds, news = surroundings(chain, claim)
        assert (mine.place, len(olds), len(news)) == ("away", 0, 0)
