"""How many words a text has, in any script.

"The 3+3 format"              3
"潮汐每天涨落两次。"              5, as ICU divides it: 潮汐 每天 涨 落 两次
"""

from __future__ import annotations

from itertools import pairwise

from reader.words.breaks import borders
from reader.words.segmentation import has_unspaced


def count_words(text: str) -> int:
    """Return the number of words: what stands between spaces, and without spaces what ICU finds."""
    pieces = text.split()
    if not has_unspaced(text):
        return len(pieces)
    return sum(_within(piece) if has_unspaced(piece) else 1 for piece in pieces)


def _within(piece: str) -> int:
    ends = sorted(borders(piece))
    words = sum(any(map(str.isalnum, piece[start:end])) for start, end in pairwise(ends))
    return max(1, words)
