"""How alike wordings are: what holds of any two, and what each figure is for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anchors.lexicon import Lexicon
from reader.anchors.similarity import common, compete, is_formula, likeness, ordered, pairs_held, share

WORDS = st.sampled_from("the sea sea of ships harbour harbours 1999 潮 汐 天 не моря".split())
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=3))
def test_what_holds_of_any_two(one: str, other: str, more: list[str]) -> None:
    """Every figure is between 0 and 1, and 1 for a wording and itself; likeness looks both ways."""
    lexicon = Lexicon([one, other, *more])
    mine, theirs = lexicon[one], lexicon[other]
    figures = [likeness(mine, theirs), share(mine, theirs), share(theirs, mine), pairs_held(mine, theirs)]
    assert all(0 <= figure <= 1 + 1e-9 for figure in figures)
    assert likeness(theirs, mine) == pytest.approx(figures[0])
    assert common(mine, theirs) == pytest.approx(common(theirs, mine))
    assert likeness(mine, mine) == pytest.approx(1)
    assert pairs_held(mine, mine) == 1
    assert share(mine, mine) == pytest.approx(1 if mine.weight else 0)
    assert compete(mine, mine, mine) == bool(mine.weight)


@given(TEXTS, TEXTS, TEXTS)
def test_a_part_is_held_whole(before: str, part: str, behind: str) -> None:
    """Whatever stands around it; all of its words are in order there."""
    whole = f"{before} {part} {behind}"
    lexicon = Lexicon([whole, part])
    mine, theirs = lexicon[part], lexicon[whole]
    if part:
        assert share(mine, theirs) == pytest.approx(1)
        assert ordered(mine, theirs) == mine.size
        assert pairs_held(mine, theirs) == 1


FORMULA = "the committee met in the hall at noon"


@pytest.mark.parametrize(
    ("one", "other", "formula"),
    [
        (f"{FORMULA} {'a ' * 9}", f"{FORMULA} {'b ' * 9}", True),
        (f"{FORMULA} {'a ' * 7}", f"{FORMULA} {'b ' * 9}", False),  # more than half of the shorter
        (f"met in the hall at {'a ' * 9}", f"met in the hall at {'b ' * 9}", False),  # too short a run
        (f"the {'a ' * 9} committee met in the hall at noon", f"the committee met {'b ' * 9}", False),
        (
            f"one two {'a ' * 15} met in the hall at noon six seven",
            f"one two {'b ' * 15} met in the hall at noon {'c ' * 3} six {'c ' * 3} seven",
            False,  # words in common elsewhere too
        ),
        (f"{FORMULA} {'a ' * 12} dusk", f"{FORMULA} {'b ' * 12} dusk", True),  # one of them is not much
    ],
)
def test_formulas(one: str, other: str, formula: bool) -> None:
    """A run of words that a book repeats says nothing of the passages that have it."""
    lexicon = Lexicon([one, other])
    assert is_formula(lexicon[one], lexicon[other]) is formula


def test_rare_words_count_most() -> None:
    """A word that every passage has says little; the beginning of a long one is known in other forms."""
    texts = [f"the ship {at}" for at in range(20)]
    lexicon = Lexicon([*texts, "the beacon", "the beacons", "harbour"])
    rare = likeness(lexicon["the beacon"], lexicon["a beacon"])
    assert rare > likeness(lexicon["the beacon"], lexicon["the ship"])
    assert common(lexicon["ships"], lexicon["ship"]) == 0
    assert common(lexicon["harbours"], lexicon["harbour"]) > 0


def test_who_competes() -> None:
    """Two wordings want the same words of a place, or each a part of its own."""
    place, one, other = "red green blue white", "red green", "blue white"
    lexicon = Lexicon([place, one, other])
    assert not compete(lexicon[one], lexicon[other], lexicon[place])
    assert compete(lexicon[one], lexicon["green red black"], lexicon[place])


@pytest.mark.parametrize(
    ("one", "other", "place"),
    [
        ("red blue", "red blue tan gray pink", "red blue tan gray pink"),  # one holds all that the other has
        ("red blue elm one two six ten", "red blue tan ash oak fir", "red blue tan elm ash oak fir"),
    ],
)
def test_only_words_of_the_place_compete(one: str, other: str, place: str) -> None:
    """What a wording has beside them counts for nothing, and nobody comes first."""
    lexicon = Lexicon([one, other, place])
    assert compete(lexicon[one], lexicon[other], lexicon[place])
    assert compete(lexicon[other], lexicon[one], lexicon[place])


def test_what_a_word_weighs() -> None:
    """A long word shares its weight with its beginning, a character with its pair; numbers weigh least."""
    lexicon = Lexicon(["ships harbour 1999 sea 潮汐", "rope ropes"])
    whole = lexicon.weigh("ships")
    assert lexicon.weigh("harbour") + lexicon.weigh("~harbo") == pytest.approx(whole)
    assert lexicon.weigh("汐") + lexicon.weigh(" 潮汐") == pytest.approx(whole)
    assert 0 < lexicon.weigh("1999") < lexicon.weigh("sea") < lexicon.weigh("harbour") < whole
    assert lexicon.weigh("rope") == lexicon.weigh("ships")  # four letters are no short word, five no long one
    assert 0 < lexicon.weigh("~harbo") < lexicon.weigh("harbour")
    assert 0 < lexicon.weigh(" 潮汐") < lexicon.weigh("汐")
    assert Lexicon(["ships", "ships at sea", "sea"]).weigh("ships") < Lexicon(["ships", "a", "b"]).weigh(
        "ships"
    )
    assert lexicon["กข a"].is_spelled
    assert not lexicon["ก a"].is_spelled


FIVE = "harbours lanterns moorings breakers seawalls"
SLIPS = "harbourz lanternz mooringz breakerz seawallz"


def test_short_wordings_are_judged_by_their_letters() -> None:
    """A heading with a slip in each word is the same; in six words so many slips are other words."""
    lexicon = Lexicon([FIVE, SLIPS, f"{FIVE} beacons", f"{SLIPS} beaconz", "quays"])
    assert likeness(lexicon[FIVE], lexicon[SLIPS]) > 0.8
    assert likeness(lexicon[f"{FIVE} beacons"], lexicon[f"{SLIPS} beaconz"]) < 0.5
    assert likeness(lexicon["quays"], lexicon["beacons"]) < 0.5


def test_the_same_subject_is_not_the_same_passage() -> None:
    """Rare words in another order count no more than the few that are in order."""
    words = (
        "harbours lanterns moorings breakers seawalls beacons quaysides jetties slipways dockyards".split()
    )
    lexicon = Lexicon([" ".join(words), " ".join(reversed(words))])
    alike = likeness(lexicon[" ".join(words)], lexicon[" ".join(reversed(words))])
    assert alike == pytest.approx(0.1)


TEN = "harbours lanterns moorings breakers seawalls beacons quaysides jetties slipways dockyards".split()
MORE = [f"{letter}{letter}word" for letter in "abcdefghijklmnopqrstuvwxyz"]


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (TEN, TEN[:3] + TEN[:2:-1], "mean"),  # four of ten in order are more than few
        (TEN[:6], TEN[:6] + MORE, "mean"),  # all of the shorter are in order
        (TEN, TEN[:3] + TEN[:2:-1] + MORE[:10], "least"),  # few, and less than half of the shorter
        ("harbour beacon".split(), ["harbours", "beacons", *MORE], "least"),  # a short one against a long one
    ],
)
def test_few_words_in_order(one: list[str], other: list[str], how: str) -> None:
    """With few of them in order, having the same rare words is having the same subject, and no more."""
    lexicon = Lexicon([" ".join(one), " ".join(other)])
    mine, theirs = lexicon[" ".join(one)], lexicon[" ".join(other)]
    weighted = 2 * common(mine, theirs) / (mine.weight + theirs.weight)
    in_order = 2 * ordered(mine, theirs) / (len(one) + len(other))
    assert weighted > 0
    expected = min(weighted, in_order) if how == "least" else (weighted + in_order) / 2
    assert likeness(mine, theirs) == pytest.approx(expected)


def test_letters_in_order_by_chance() -> None:
    """In a script without spaces what two passages have in order both ways says nothing."""
    one, back, half = "กขคงจฉชซฌญ", "กขคงจจงคขก", "กขคงจดตถทธ"
    lexicon = Lexicon([one, back, half])
    assert likeness(lexicon[one], lexicon[back]) < likeness(lexicon[one], lexicon[half])
    halves = 2 * common(lexicon[one], lexicon[half]) / (lexicon[one].weight + lexicon[half].weight)
    ten = ordered(lexicon[one], lexicon[half]) / 10, ordered(lexicon[one], lexicon[half[::-1]]) / 10
    beyond = (ten[0] - ten[1]) / (1 - ten[1])
    assert likeness(lexicon[one], lexicon[half]) == pytest.approx((halves + beyond) / 2)
    for same in (one, back, half, "กกกก กกกก"):
        assert likeness(lexicon[same], lexicon[same]) == pytest.approx(1)
    spaced = [" ".join(text) for text in ("abcdefghij", "abcdeedcba", "abcdeklmno")]
    words = Lexicon(spaced)
    assert likeness(words[spaced[0]], words[spaced[1]]) == pytest.approx(
        likeness(words[spaced[0]], words[spaced[2]]), abs=0.05
    )
