"""Find the sentence that a stretch of a passage stands in.

    "The U.S. left. Dr Ramani agrees." at 19  ->  "Dr Ramani agrees."

A full stop ends a sentence unless it belongs to an abbreviation or an initial; the marks that close a
quotation or a bracket belong to the sentence that they end.
"""

from __future__ import annotations

import regex

ABBREVIATED = regex.compile(
    r"(?:^|[\s(\[“‘])(?:cf|co|dr|eds?|est|et al|etc|fig|gen|gov|inc|jr|ltd|mrs?|ms|nos?|pp?|prof|rev|sgt|sr|st|"
    r"vol|vs|гор|г|им|стр|(?:\p{L}\.)*\p{L})\.$",
    regex.IGNORECASE,
)
END = regex.compile(r"[.!?…؟۔]+[”’»\")\]]*(?=\s+[“‘«\"(\[]*[\p{Lu}\p{Lo}\p{N}])")
LONGEST_ABBREVIATION = 16


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the sentence, or sentences, that hold `text[start:end]`."""
    first, last = 0, len(text)
    for match in END.finditer(text):
        stop = match.end()
        if ABBREVIATED.search(text[max(0, stop - LONGEST_ABBREVIATION) : stop]):
            continue
        if stop <= start:
            first = stop
        elif stop >= end:
            last = stop
            break
    while first < last and text[first].isspace():
        first += 1
    return first, last
