"""Wordings as they are compared: their words with weights, the rare ones counting most.

A word that half of the passages have says little about a passage, one that two have says much. In scripts
without spaces, characters and pairs of them are counted. Part of the weight of a long word lies in its
beginning, so that its other forms are not strangers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log

from reader.words.segmentation import is_letter, is_unspaced, words

BEGINNING = 5  # letters
OF_BEGINNING = 0.35  # the part of the weight of a long word that its beginning has
OF_PAIR = 0.3  # the part of the weight of a character that the pair has which it ends
OF_NUMBER = 0.4  # rows are renumbered more often than they are reworded
OF_SHORT_WORD = 0.6
FIRST_CODE = 0x10000


@dataclass(frozen=True)
class Words:
    """A wording as it is compared.

    `features` are words, beginnings marked ~ and pairs of characters marked with a space, with their
    weights; `codes` has one character a word, for kernels that compare strings; `pairs` are the pairs of
    neighbouring words.
    """

    text: str  # as it was given
    words: tuple[str, ...]  # folded, in the order of the text
    codes: str
    pairs: frozenset[str]
    features: Mapping[str, float]

    @property
    def size(self) -> int:
        """Return the number of words."""
        return len(self.words)

    @cached_property
    def weight(self) -> float:
        """Return the weight of all features together."""
        return sum(self.features.values())

    @cached_property
    def is_spelled(self) -> bool:
        """Whether most of the words are letters, since the script writes no spaces."""
        return 2 * sum(map(is_letter, self.words)) > self.size

    @cached_property
    def letters(self) -> str:
        """Return the words without anything between them."""
        return "".join(self.words)


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
        self._weights: dict[str, float] = {}

    def __getitem__(self, text: str) -> Words:
        """Return a text as it is compared; a text without letters is one word."""
        if text not in self._known:
            found = words(text) or (text,)
            codes = "".join(self._code(word) for word in found)
            counted = Counter(_features(found))
            weights = {feature: number * self.weigh(feature) for feature, number in counted.items()}
            pairs = frozenset(one + other for one, other in pairwise(codes))
            self._known[text] = Words(text, found, codes, pairs, weights)
        return self._known[text]

    def weigh(self, feature: str) -> float:
        """Return what a feature says when two wordings have it."""
        if feature not in self._weights:
            self._weights[feature] = self._weigh(feature)
        return self._weights[feature]

    def _weigh(self, feature: str) -> float:
        rarity = log(1 + self._size / max(1, self._found[feature]))
        if feature.startswith("~"):
            return OF_BEGINNING * rarity
        if feature.startswith(" "):
            return OF_PAIR * rarity
        if is_unspaced(feature):
            return (1 - OF_PAIR) * rarity
        if feature.isnumeric():
            return OF_NUMBER * rarity
        if len(feature) <= 3:
            return OF_SHORT_WORD * rarity
        return rarity if len(feature) <= BEGINNING else (1 - OF_BEGINNING) * rarity

    def _code(self, word: str) -> str:
        return self._codes.setdefault(word, chr(FIRST_CODE + len(self._codes)))


def _features(found: Iterable[str]) -> list[str]:
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
            if len(word) > BEGINNING:
                features.append("~" + word[:BEGINNING])
    return features
