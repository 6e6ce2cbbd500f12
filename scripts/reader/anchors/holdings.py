"""Where the words of a passage that is gone are to be found, if a passage truly holds them.

A passage holds a wording when it has at least two in three of its pairs of neighbouring words (of
characters, where a script writes no spaces), and there are enough of them: that a long passage has two words
of a heading is chance. The page on citing says the same to readers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from reader.words.segmentation import is_unspaced, words

HOLDS = Fraction(2, 3)
FEWEST_PAIRS = 3
FEWEST_CHARACTERS = 6  # of pairs that are characters: a pair of these is about one word

Pairs = Counter[tuple[str, str]]


class Holdings:
    """The pairs of neighbouring words that the passages of a text hold."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Enter the passages by their places."""
        self._texts = texts
        self._pairs = [_pairs(text) for text in texts]
        self._where: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for place, pairs in enumerate(self._pairs):
            for pair in pairs:
                self._where[pair].append(place)

    def find(self, wording: str) -> int | None:
        """Return the place of the passage that holds most of a wording, the first of equals; or None."""
        mine = _pairs(wording)
        if not _enough(mine):
            return None
        found: Counter[int] = Counter()
        for pair, number in mine.items():
            for place in self._where.get(pair, ()):
                found[place] += min(number, self._pairs[place][pair])
        best = min(found, key=lambda place: (-found[place], place), default=None)
        return best if best is not None and found[best] >= HOLDS * mine.total() else None


def _pairs(text: str) -> Pairs:
    return Counter(pairwise(words(text)))


def _enough(pairs: Pairs) -> bool:
    characters = sum(is_unspaced(one) and is_unspaced(other) for one, other in pairs)
    return pairs.total() >= (FEWEST_CHARACTERS if 2 * characters > len(pairs) else FEWEST_PAIRS)
