"""The stem of a folded word, by which its forms are found together: sanctions and sanction, санкций, санкции.

English is stemmed by the algorithm of M. F. Porter (“An algorithm for suffix stripping”, 1980), with British
spellings brought to the American first. Other scripts lose the longest of their endings. Words of other
languages in Latin letters are stemmed as English: that finds too much at times, and such a hit ranks below
those of the word as it was typed. The tables are handed to browsers, which take the same steps.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.words.folding import fold

Rule = tuple[str, str, int]  # an ending, what stands for it, and the least measure of what is before it
SHORTEST = 3  # shorter words have no forms

# The first ending of a step that a word has decides it; longer ones stand before those that end them
PLURALS: tuple[Rule, ...] = (("sses", "ss", 0), ("ies", "i", 0), ("ss", "ss", 0), ("s", "", 0))
SPELLINGS: tuple[Rule, ...] = (
    ("isation", "ization", 1),
    ("ise", "ize", 1),
    ("yse", "yze", 1),
    ("our", "or", 1),
    ("tre", "ter", 1),
    ("ense", "ence", 1),
)
SUFFIXES: tuple[tuple[Rule, ...], ...] = (
    (
        ("ational", "ate", 1),
        ("ization", "ize", 1),
        ("iveness", "ive", 1),
        ("fulness", "ful", 1),
        ("ousness", "ous", 1),
        ("tional", "tion", 1),
        ("biliti", "ble", 1),
        ("entli", "ent", 1),
        ("ousli", "ous", 1),
        ("ation", "ate", 1),
        ("alism", "al", 1),
        ("aliti", "al", 1),
        ("iviti", "ive", 1),
        ("enci", "ence", 1),
        ("anci", "ance", 1),
        ("izer", "ize", 1),
        ("abli", "able", 1),
        ("alli", "al", 1),
        ("ator", "ate", 1),
        ("eli", "e", 1),
    ),
    (
        ("icate", "ic", 1),
        ("ative", "", 1),
        ("alize", "al", 1),
        ("iciti", "ic", 1),
        ("ical", "ic", 1),
        ("ness", "", 1),
        ("ful", "", 1),
    ),
    (
        ("ement", "", 2),
        ("ance", "", 2),
        ("ence", "", 2),
        ("able", "", 2),
        ("ible", "", 2),
        ("ment", "", 2),
        ("sion", "s", 2),
        ("tion", "t", 2),
        ("ant", "", 2),
        ("ent", "", 2),
        ("ism", "", 2),
        ("ate", "", 2),
        ("iti", "", 2),
        ("ous", "", 2),
        ("ive", "", 2),
        ("ize", "", 2),
        ("al", "", 2),
        ("er", "", 2),
        ("ic", "", 2),
        ("ou", "", 2),
    ),
)


@dataclass(frozen=True, slots=True)
class Endings:
    """What the words of a script lose: the longest of `endings`, and one of `beginnings`.

    `letters` is the range of the script, as in a class of a regular expression; `rest` is how many letters
    must be left.
    """

    letters: str
    rest: int
    endings: tuple[str, ...]
    beginnings: tuple[str, ...] = ()


def _folded(endings: str) -> tuple[str, ...]:
    every = {fold(one) for one in endings.split()}
    return tuple(sorted(every, key=lambda one: (-len(one), one)))


SCRIPTS = (
    Endings(
        "а-яіїѓ",
        3,
        _folded(
            "иями ями ами иях ях ах ием иям ией ьями ого его ому ему ыми ими ая яя ое ее ые ие ый ий ой ей "
            "ых их ую юю ию ия ии ье ья ью ов ев ом ем ам ям ою ею а я о е ы и у ю ь й"
        ),
    ),
    Endings("ء-ۓ", 3, _folded("هایی های ها هایش هایشان"), _folded("ال")),
)


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """Return the stem of a folded word; a word that no table knows is its own."""
    if len(word) < SHORTEST:
        return word
    if re.fullmatch("[a-z]+", word):
        return _english(word)
    for script in SCRIPTS:
        if re.fullmatch(f"[{script.letters}]+", word):
            return _shortened(word, script)
    return word


def _shortened(word: str, script: Endings) -> str:
    for one in script.beginnings:
        if word.startswith(one) and len(word) - len(one) >= script.rest:
            word = word[len(one) :]
            break
    for one in script.endings:
        if word.endswith(one) and len(word) - len(one) >= script.rest:
            return word[: -len(one)]
    return word


def _english(word: str) -> str:
    word = _step(word, PLURALS)
    word = _past(word)
    if word.endswith("y") and "v" in _shape(word[:-1]):
        word = word[:-1] + "i"
    word = _step(word, SPELLINGS)
    for rules in SUFFIXES:
        word = _step(word, rules)
    return _without_e(word)


def _step(word: str, rules: Sequence[Rule]) -> str:
    for ending, instead, least in rules:
        if word.endswith(ending):
            rest = word[: len(word) - len(ending)]
            return rest + instead if rest and _measure(rest) >= least else word
    return word


def _past(word: str) -> str:
    """The word without “-ed” and “-ing”: agreed, planned, falling, filing."""
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    rest = next((word[: -len(one)] for one in ("ed", "ing") if word.endswith(one)), "")
    if "v" not in _shape(rest):
        return word
    if rest.endswith(("at", "bl", "iz", "is", "yz", "ys")):
        return rest + "e"
    if len(rest) > 1 and rest[-1] == rest[-2] and _shape(rest)[-1] == "c" and rest[-1] not in "lsz":
        return rest[:-1]
    return rest + "e" if _measure(rest) == 1 and _is_short(rest) else rest


def _without_e(word: str) -> str:
    rest = word[:-1]
    if word.endswith("e") and (_measure(rest) > 1 or (_measure(rest) == 1 and not _is_short(rest))):
        word = rest
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word


def _shape(word: str) -> str:
    """A “c” for each consonant and a “v” for each vowel; a y is a vowel after a consonant."""
    shape = ""
    for letter in word:
        vowel = letter in "aeiou" or (letter == "y" and shape.endswith("c"))
        shape += "v" if vowel else "c"
    return shape


def _measure(word: str) -> int:
    """How often a consonant follows a vowel: Porter’s m."""
    return _shape(word).count("vc")


def _is_short(word: str) -> bool:
    """Whether a word ends like “hop”, so that it loses an e before an ending: Porter’s *o."""
    return _shape(word)[-3:] == "cvc" and word[-1] not in "wxy"
