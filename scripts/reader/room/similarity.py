"""How alike wordings are: by their words, the rare ones counting most, and by the order of these.

Every figure is between 0 and 1. A word that half of the passages have says little, one that two have says
much. In scripts without spaces, characters and pairs of them are counted. Part of the weight of a long word
lies in its beginning, so that its other forms are not strangers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log

from rapidfuzz.distance import Indel, LCSseq

from reader.room.segmentation import is_unspaced, words

STEM = 5
ENDING = 0.35  # the part of a word's weight that another form of it has in common with it
PAIRS = 0.6  # the part that pairs have of the weight of characters
SHORT = 5  # wordings of so few words are judged more strictly, and by their letters too
TYPO = 0.8
MOST = 0.7
FEW = 0.3  # with fewer words in order, having rare words in common is having the same subject


@dataclass(frozen=True)
class Words:
    """A wording as it is compared: its features with their weights, and its words as one string of codes."""

    text: str
    size: int
    words: tuple[str, ...]
    codes: str
    pairs: frozenset[str]
    features: Mapping[str, float]

    @cached_property
    def weight(self) -> float:
        """Return the weight of all features together."""
        return sum(self.features.values())


class Lexicon:
    """The words of all passages, old and new, and how rare each is."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count in how many different texts each feature stands."""
        distinct = dict.fromkeys(texts)
        self._size = len(distinct)
        self._found: Counter[str] = Counter()
        for text in distinct:
            self._found.update(set(_features(words(text))))
        self._codes: dict[str, str] = {}
        self._known: dict[str, Words] = {}

    def __getitem__(self, text: str) -> Words:
        """Return a text as it is compared."""
        if text not in self._known:
            self._known[text] = self._measure(text)
        return self._known[text]

    def _measure(self, text: str) -> Words:
        found = words(text) or (text,)
        codes = "".join(self._code(word) for word in found)
        counted = Counter(_features(found))
        weights = {feature: number * self._weigh(feature) for feature, number in counted.items()}
        pairs = frozenset(one + other for one, other in pairwise(codes))
        return Words(text, len(found), tuple(found), codes, pairs, weights)

    def _code(self, word: str) -> str:
        return self._codes.setdefault(word, chr(0x10000 + len(self._codes)))

    def _weigh(self, feature: str) -> float:
        rarity = log(1 + self._size / max(1, self._found[feature]))
        word = feature.lstrip("~ ")
        if feature.startswith("~"):
            return ENDING * rarity
        if feature.startswith(" "):
            return PAIRS * rarity
        if is_unspaced(word):
            return (1 - PAIRS) * rarity
        if word.isnumeric():
            return 0.4 * rarity
        if len(word) <= 3:
            return 0.6 * rarity
        return rarity if len(word) <= STEM else (1 - ENDING) * rarity


def _features(found: Iterable[str]) -> list[str]:
    """Words; the beginnings of long ones, marked ~; pairs of characters, marked with a space."""
    features: list[str] = []
    before = ""
    for word in found:
        features.append(word)
        if is_unspaced(word):
            if before:
                features.append(f" {before}{word}")
            before = word
        else:
            before = ""
            if len(word) > STEM:
                features.append("~" + word[:STEM])
    return features


def common(one: Words, other: Words) -> float:
    """Return the weight of the features that two wordings have in common."""
    if len(one.features) > len(other.features):
        one, other = other, one
    theirs = other.features
    return sum(min(weight, theirs[one_]) for one_, weight in one.features.items() if one_ in theirs)


def ordered(one: Words, other: Words) -> int:
    """Return how many words two wordings have in common in the same order."""
    return int(LCSseq.similarity(one.codes, other.codes))


def likeness(one: Words, other: Words) -> float:
    """Return how alike two wordings are: the mean of their rare words and of their words in order."""
    weighted = 2 * common(one, other) / ((one.weight + other.weight) or 1)
    together = ordered(one, other)
    in_order = 2 * together / (one.size + other.size)
    if max(one.size, other.size) <= SHORT:
        letters = float(Indel.normalized_similarity("".join(words(one.text)), "".join(words(other.text))))
        if letters >= TYPO:
            return max(letters, (weighted + in_order) / 2)
    elif in_order < FEW and 2 * together < min(one.size, other.size):
        return min(weighted, in_order)
    return (weighted + in_order) / 2


def share(part: Words, whole: Words) -> float:
    """Return how much of a wording another one holds: the lesser of rare words and of words in order."""
    return min(common(part, whole) / (part.weight or 1), ordered(part, whole) / part.size)


def is_formula(one: Words, other: Words) -> bool:
    """Whether what two wordings have in common, less than half, is nearly all in one run of words."""
    together = ordered(one, other)
    if 2 * together >= min(one.size, other.size):
        return False
    runs = LCSseq.opcodes(one.codes, other.codes)
    longest = max((step.src_end - step.src_start for step in runs if step.tag == "equal"), default=0)
    return longest > SHORT and longest >= MOST * together


def pairs_held(part: Words, whole: Words) -> float:
    """Return the share of the pairs of neighbouring words of one wording that another has."""
    return len(part.pairs & whole.pairs) / len(part.pairs) if part.pairs else 1.0


def compete(one: Words, other: Words, place: Words) -> bool:
    """Whether two wordings have the same words of `place`, rather than each a part of its own."""
    mine = {key: min(weight, place.features.get(key, 0)) for key, weight in one.features.items()}
    theirs = {key: min(weight, place.features.get(key, 0)) for key, weight in other.features.items()}
    both = sum(min(weight, theirs.get(key, 0)) for key, weight in mine.items())
    return 2 * both > min(sum(mine.values()), sum(theirs.values()))
