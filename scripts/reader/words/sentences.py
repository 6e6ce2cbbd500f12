"""The sentence that a stretch of a passage stands in, and the opening words of a passage.

    "The U.S. left. Dr Ramani agrees." at 19  ->  "Dr Ramani agrees."

A full stop ends a sentence unless it belongs to an abbreviation or an initial; the marks that close a
quotation or a bracket belong to the sentence that they end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

import regex

ABBREVIATED = regex.compile(
    r"(?:^|[\s(\[“‘])(?:cf|co|dr|eds?|est|et al|etc|fig|gen|gov|inc|jr|ltd|mrs?|ms|nos?|pp?|prof|rev|sgt|"
    r"sr|st|vol|vs|гор|г|им|стр|(?:\p{L}\.)*\p{L})\.$",
    regex.IGNORECASE,
)
END = regex.compile(r"(?<![.!?…؟۔])[.!?…؟۔]+[”’»\")\]]*(?=\s+[“‘«\"(\[]*[\p{Lu}\p{Lo}\p{N}])")
LONGEST_ABBREVIATION = 16


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the sentence, or sentences, that hold `text[start:end]`."""
    stops = _stops(text)
    before, after = bisect_right(stops, start), bisect_left(stops, end)
    first = stops[before - 1] if before else 0
    last = stops[after] if after < len(stops) else len(text)
    while first < last and text[first].isspace():
        first += 1
    return first, last


def opening(text: str, size: int = 48) -> str:
    """Return the first words of a wording."""
    return text if len(text) <= size else text[:size].rsplit(" ", 1)[0] + " …"


@lru_cache(maxsize=4096)
def _stops(text: str) -> tuple[int, ...]:
    """The offsets just after each sentence: found once a text, since a long passage has many uses."""
    ends = (match.end() for match in END.finditer(text))
    return tuple(
        stop for stop in ends if not ABBREVIATED.search(text[max(0, stop - LONGEST_ABBREVIATION) : stop])
    )
