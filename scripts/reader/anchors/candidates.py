"""Find, among many wordings, the few that have rare words in common with one: an inverted index.

What a query looks at is bounded, so that the cost of a whole text grows with its size and not with the
square of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from reader.anchors.lexicon import Words

LOOKED_AT = 400  # entries of the index that a query reads at most
FOUND = 8


class Index:
    """Wordings by their features and by their pairs of words, which are rare where the words are not."""

    def __init__(self, wordings: Mapping[int, Words]) -> None:
        """Enter `wordings` under numbers of the caller's."""
        self._entries: defaultdict[str, list[int]] = defaultdict(list)
        for number, wording in wordings.items():
            for key in _keys(wording):
                self._entries[key].append(number)

    def search(self, wording: Words, most: int = FOUND) -> list[int]:
        """Return the numbers of the wordings that have most in common with one, best first."""
        lists = [self._entries[key] for key in _keys(wording) if key in self._entries]
        lists.sort(key=len)
        found: defaultdict[int, float] = defaultdict(float)
        left = LOOKED_AT
        for entries in lists:
            left -= len(entries)
            if left < 0:
                break
            for number in entries:
                found[number] += 1 / len(entries)
        return sorted(found, key=lambda number: (-found[number], number))[:most]


def _keys(wording: Words) -> Iterable[str]:
    return (*wording.features, *sorted(wording.pairs))
