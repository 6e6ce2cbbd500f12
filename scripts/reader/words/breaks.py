"""Words and sentences as Unicode and CLDR have them: ICU finds the words of scripts that write no spaces.

ICU counts in UTF-16, so a character beyond it is put as one that behaves alike; offsets then are those of
Python, in any version of the binding.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex
from icu4py.breakers import WordBreaker

from reader.words.segmentation import UNSPACED

LONG = regex.compile(r"[\U00010000-\U0010ffff]")
STAND_INS = {"L": "a", "N": "1", "M": "\u0301", "C": "\u2060"}
IDEOGRAPH, SYMBOL = "㐀", "\u25a1"
IS_HAN = regex.compile(r"\p{Han}")
HAN = regex.compile(r"\p{Han}+")
KATAKANA = regex.compile(r"[\p{Katakana}ー]")
NEAR = 64  # characters on either side of a place that tell where words end there


def is_whole(text: str, start: int, end: int) -> bool:
    """Return whether a stretch that touches letters is made of whole words all the same.

    Between letters of scripts with spaces a word goes on. Between those of others ICU says where one ends;
    but its dictionary knows few names, so one that it takes to pieces by itself is taken as it stands. Of
    Chinese characters two or more may stand within a word (家庭 in 家庭的), but not across two (国家 in
    中国家庭).
    """
    before, after = text[start - 1 : start], text[end : end + 1]
    touches = [pair for pair in (before + text[start], text[end - 1] + after) if len(pair) == 2]
    doubtful = [pair for pair in touches if all(map(_is_of_word, pair))]
    if any(_is_joined(pair) for pair in doubtful):
        return False
    if not any(UNSPACED.match(pair[0]) and UNSPACED.match(pair[1]) for pair in doubtful):
        return True
    first = max(0, start - NEAR)
    ends = borders(text[first : end + NEAR])
    if {start - first, end - first} <= ends:
        return True
    words = text[start:end]
    if HAN.fullmatch(words):
        return len(words) > 2 or (len(words) == 2 and start + 1 - first not in ends)
    return len(borders(words)) > 2


def _is_joined(pair: str) -> bool:
    """Whether a word goes on between two letters, whatever stands around them."""
    if unicodedata.category(pair[1])[0] == "M" or all(map(KATAKANA.match, pair)):
        return True
    return not any(map(UNSPACED.match, pair))


def _is_of_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"


@lru_cache(maxsize=4096)
def borders(text: str) -> frozenset[int]:
    """Return the offsets at which words begin or end."""
    plain = LONG.sub(lambda match: _stand_in(match[0]), text)
    segments = WordBreaker(plain, "en").segments()
    return frozenset({0, *(end for _start, end in segments)})


def _stand_in(sign: str) -> str:
    if IS_HAN.match(sign):
        return IDEOGRAPH
    return STAND_INS.get(unicodedata.category(sign)[0], SYMBOL)
