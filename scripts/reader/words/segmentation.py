"""The words of a text in any script.

Boundaries are those of the Unicode standard (annex 29), which `regex` knows. Scripts that write no spaces
are taken a character at a time, with the marks that belong to it: that needs no dictionary, and a
dictionary's words fall apart when one character of them is changed.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

BOUNDARY = regex.compile(r"(?wV1)\b")
UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
ALPHABET = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
FIRST_UNSPACED = "\u0e00"  # of Thai; what stands before it need not be looked at
GRAPHEME = regex.compile(r"\X")
INVISIBLE = regex.compile(r"\p{Cf}+")  # a joiner or a soft hyphen more makes no other word


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """Return the words of `text`, NFKC-normalised and casefolded, without spaces and punctuation.

    A character of a script without spaces is a word of its own.
    """
    folded = INVISIBLE.sub("", unicodedata.normalize("NFKC", text).casefold())
    pieces = BOUNDARY.split(folded)
    if not has_unspaced(folded):
        return tuple(filter(_counts, pieces))
    found: list[str] = []
    for piece in pieces:
        if has_unspaced(piece):
            found += filter(_counts, clusters(piece))
        elif _counts(piece):
            found.append(piece)
    return tuple(found)


def is_unspaced(word: str) -> bool:
    """Whether a word is a character of a script that writes no spaces."""
    return word >= FIRST_UNSPACED and UNSPACED.match(word) is not None


def has_unspaced(text: str) -> bool:
    """Whether any character of a text is of a script that writes no spaces."""
    return UNSPACED.search(text) is not None


def clusters(text: str) -> list[str]:
    """Return the characters of `text` as readers count them, each with its marks."""
    return GRAPHEME.findall(text)


def is_letter(word: str) -> bool:
    """Whether a word is a letter of an alphabet without spaces: it says less than a character of Chinese."""
    return word >= FIRST_UNSPACED and ALPHABET.match(word) is not None


def _counts(piece: str) -> bool:
    return piece.isalnum() or any(map(str.isalnum, piece))
