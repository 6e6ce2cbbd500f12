"""A judge of anchors that shares nothing with the code it judges.

Its measure is the longest common subsequence of words (of characters where a script writes no spaces), and
pairs of neighbouring words for a claim that words went somewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
FEW = 3
FEW_CHARACTERS = 8


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, and one by one the characters of scripts without spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    spaced = UNSPACED.sub(lambda match: f" {match[0]} ", folded)
    bare = "".join(
        char if char.isspace() or unicodedata.category(char)[0] in "LNM" else " " for char in spaced
    )
    return tuple(bare.split())


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest common subsequence (Hyyrö's bit-parallel way)."""
    where: dict[str, int] = {}
    for at, word in enumerate(one):
        where[word] = where.get(word, 0) | 1 << at
    every = (1 << len(one)) - 1
    row = every
    for word in other:
        met = row & where.get(word, 0)
        row = ((row + met) | (row - met)) & every
    return len(one) - row.bit_count()


def held(part: str, whole: str) -> float:
    """Return the share of the words of `part` that stand in `whole` in the same order."""
    mine = words(part)
    return common(mine, words(whole)) / len(mine) if mine else float(part in whole)


def alike(one: str, other: str) -> float:
    """Return twice the common words over all words."""
    mine, theirs = words(one), words(other)
    total = len(mine) + len(theirs)
    return 2 * common(mine, theirs) / total if total else float(one == other)


def pairs_held(part: str, whole: str) -> float:
    """Return the share of the pairs of neighbouring words of `part` that stand in `whole`."""
    mine, theirs = words(part), words(whole)
    if len(mine) < 2:
        return float(bool(mine) and mine[0] in theirs)
    pairs = Counter(pairwise(mine))
    return (pairs & Counter(pairwise(theirs))).total() / pairs.total()


def is_other(old: str, new: str) -> bool:
    """Whether an id that stood for `old` and stands for `new` has come to stand for other words."""
    if len(words(old)) <= FEW and len(words(new)) <= FEW:
        return alike(old, new) == 0 and _letters_alike(old, new) < 0.75
    most = max(held(old, new), held(new, old))
    return alike(old, new) < 0.35 and most < 0.5


def _letters_alike(one: str, other: str) -> float:
    mine, theirs = "".join(words(one)), "".join(words(other))
    return 2 * common(mine, theirs) / max(1, len(mine) + len(theirs))


def letters_apart(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out or changed to make one of the other."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, there in enumerate(other, 1):
            before, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, before + (letter != there)),
            )
    return row[-1]
