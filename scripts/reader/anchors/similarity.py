"""How alike wordings are: by their words, the rare ones counting most, and by the order of these.

Every figure is between 0 and 1.
"""

from __future__ import annotations

from rapidfuzz.distance import Indel, LCSseq

from reader.anchors.lexicon import Words

SHORT = 5  # wordings of so few words are judged more strictly, and by their letters too
SAME_LETTERS = 0.8  # short wordings with so much of their letters in common differ by a slip or an ending
FEW = 0.3  # with fewer words in order, having rare words in common is having the same subject
MOST = 0.7


def common(one: Words, other: Words) -> float:
    """Return the weight of the features that two wordings have in common."""
    if len(one.features) > len(other.features):
        one, other = other, one
    theirs = other.features
    return sum(min(weight, theirs[key]) for key, weight in one.features.items() if key in theirs)


def ordered(one: Words, other: Words) -> int:
    """Return how many words two wordings have in common in the same order."""
    return int(LCSseq.similarity(one.codes, other.codes))


def likeness(one: Words, other: Words) -> float:
    """Return how alike two wordings are: the mean of their rare words and of their words in order."""
    weighted = 2 * common(one, other) / ((one.weight + other.weight) or 1)
    together = ordered(one, other)
    in_order = 2 * together / (one.size + other.size)
    if max(one.size, other.size) <= SHORT:
        letters = float(Indel.normalized_similarity(one.letters, other.letters))
        if letters >= SAME_LETTERS:
            return max(letters, (weighted + in_order) / 2)
    elif in_order < FEW and 2 * together < min(one.size, other.size):
        return min(weighted, in_order)
    elif one.is_spelled and other.is_spelled:
        in_order = _beyond_chance(one, other, in_order)
    return (weighted + in_order) / 2


def _beyond_chance(one: Words, other: Words, in_order: float) -> float:
    """How alike the order of letters is, beyond what it would be by chance: that of one read backwards.

    Any two passages have a third of their letters in common in the same order.
    """
    backwards = 2 * int(LCSseq.similarity(one.codes, other.codes[::-1])) / (one.size + other.size)
    return max(0.0, (in_order - backwards) / (1 - backwards)) if backwards < 1 else in_order


def share(part: Words, whole: Words) -> float:
    """Return how much of a wording another one holds: the lesser of rare words and of words in order."""
    return min(common(part, whole) / (part.weight or 1), ordered(part, whole) / part.size)


def pairs_held(part: Words, whole: Words) -> float:
    """Return the share of the pairs of neighbouring words of one wording that another has."""
    return len(part.pairs & whole.pairs) / len(part.pairs) if part.pairs else 1.0


def is_formula(one: Words, other: Words) -> bool:
    """Whether what two wordings have in common, less than half, is nearly all in one run of words."""
    together = ordered(one, other)
    if 2 * together >= min(one.size, other.size):
        return False
    runs = LCSseq.opcodes(one.codes, other.codes)
    longest = max((step.src_end - step.src_start for step in runs if step.tag == "equal"), default=0)
    return longest > SHORT and longest >= MOST * together


def compete(one: Words, other: Words, place: Words) -> bool:
    """Whether two wordings have the same words of `place`, rather than each a part of its own."""
    mine = {key: min(weight, place.features.get(key, 0)) for key, weight in one.features.items()}
    theirs = {key: min(weight, place.features.get(key, 0)) for key, weight in other.features.items()}
    both = sum(min(weight, theirs.get(key, 0)) for key, weight in mine.items())
    return 2 * both > min(sum(mine.values()), sum(theirs.values()))
