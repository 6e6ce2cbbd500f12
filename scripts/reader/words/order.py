"""The order of names and titles: that of the Unicode Collation Algorithm, with its default table.

Čapek stands at C and Ó Tuathail at O; quotation marks and other signs before the first letter do not count.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from pyuca import Collator

SIGNS = re.compile(r"^\W+")
PIECE = re.compile(r"[\x00-\x7f][^\x00-\x7f]*|[^\x00-\x7f]+")  # no rule of the table joins two of them
LEVELS = 3  # letters, accents, capitals
END = ((0,),) * LEVELS


@lru_cache(maxsize=1)
def _collator() -> Collator:
    return Collator()


def sort_key(text: str) -> tuple[int, ...]:
    """Return what `text` is sorted by."""
    weights = [_weights(piece) for piece in PIECE.findall(normalize("NFD", SIGNS.sub("", text)))]
    return tuple(weight for level in range(LEVELS) for one in (*weights, END) for weight in one[level])


@lru_cache(maxsize=50_000)  # of a letter or a word, since the table is searched slowly
def _weights(piece: str) -> tuple[tuple[int, ...], ...]:
    """The weights of a piece on each level."""
    found = _collator().collation_elements(piece)
    return tuple(tuple(one[level] for one in found if one[level]) for level in range(LEVELS))
