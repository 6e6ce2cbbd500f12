"""Words as the search compares them: without capitals, accents, ligatures and other spellings of a letter.

    Erdoğan, İstanbul, Ёлкин, ﬁrst, كشور   ->   erdogan, istanbul, елкин, first, کشور

The same steps are taken in a browser, which is given the tables of this module: what is folded in one place
and not in the other would never be found.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

# Letters that have no other way of losing what the keyboards of most readers lack
LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ı": "i",
    "ə": "e",  # of Azerbaijani: Əliyev
    "ς": "σ",
    "ґ": "г",
    "ي": "ی",
    "ى": "ی",
    "ے": "ی",
    "ك": "ک",
    "ة": "ه",
    "ە": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ـ": "",  # only stretches a word
} | {chr(first + digit): str(digit) for first in (0x660, 0x6F0, 0x966) for digit in range(10)}

# Marks that may be left out: accents, the vowel signs of Hebrew and Arabic. Vowels of Indian scripts may not.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
DROPPED = rf"[{MARKS}]|[^\p{{L}}\p{{N}}\p{{M}}]"  # with whatever a compatible form is made of beside letters

_DROPPED = regex.compile(DROPPED)
_LETTERS = str.maketrans(LETTERS)


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Return a word as it is compared; nothing where it holds no letter and no digit."""
    if word.isascii():
        return _DROPPED.sub("", word.lower())
    apart = unicodedata.normalize("NFKD", word).lower()
    bare = _DROPPED.sub("", unicodedata.normalize("NFKD", apart)).translate(_LETTERS)
    return unicodedata.normalize("NFKC", bare)
