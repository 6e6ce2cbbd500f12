"""Hyphens that stand for the rest of a word: “pre- and post-war”, “Vor- und Nachteile”.

suspended("pre", "and post-war", "en")      ->  "certain"     no word is divided so
suspended("hon", "or and fame", "en")       ->  "perhaps"     honor, or a hyphen that stands for a word
suspended("rock", "and-roll", "en")         ->  "no"
"""

from __future__ import annotations

from typing import Literal

import regex

from reader.words.languages import primary

JOINING = {
    "en": "and or to nor but versus vs through",
    "de": "und oder bis sowie noch wie beziehungsweise bzw",
    "nl": "en of tot noch",
    "sv": "och eller till",
    "da": "og eller til",
    "nb": "og eller til",
    "no": "og eller til",
    "nn": "og eller til",
    "fr": "et ou à",
    "es": "y o a",
    "it": "e o a",
    "ru": "и или",
}
# What begins an English word and with “and”, “or” or “to” after it makes none
BEGINNINGS = frozenset(
    """anti bi co counter cross cyber de eight ex extra first five four full half hard high hydro hyper
    inner inter intra land large left long low macro medium meso micro mid middle mini mono multi neo nine non
    north one outer over paleo pan para part poly post pre pro pseudo quasi right second self semi seven short
    single six small socio soft south sub super supra ten third three tri twenty two ultra under upper west
    east""".split()
)
NEXT = regex.compile(r"(\p{L}+)\.?(?![\p{L}\p{N}\p{M}]|[-‐‑])")

Suspended = Literal["certain", "perhaps", "no"]


def suspended(before: str, after: str, tag: str) -> Suspended:
    """Return whether the hyphen after the word `before` stands for the rest of it, by what comes `after`."""
    language = primary(tag)
    following = NEXT.match(after)
    if not following or following[1] not in JOINING.get(language, "").split():
        return "no"
    # In German a syllable begins with a consonant where it can: no word goes on in “und” or “oder”
    certain = language == "de" or (language == "en" and before.casefold() in BEGINNINGS)
    return "certain" if certain else "perhaps"
