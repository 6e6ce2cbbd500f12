"""The sentence that a stretch of a passage stands in, and the opening words of a passage.

    "The U.S. left. Dr Ramani agrees." at 19  ->  "Dr Ramani agrees."
    "潮汐每天涨落两次。蜂巢很吵闹。" at 10         ->  "蜂巢很吵闹。"

What can end a sentence is what Unicode says (annex 29: 。 । ؟ ۔ ։ and others). A full stop ends one unless
it belongs to an abbreviation, an initial or, in German and its neighbours, the number of a day; marks that
close a quotation or a bracket belong to the sentence that they end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

import regex

from reader.words.breaks import borders
from reader.words.languages import primary
from reader.words.segmentation import has_unspaced

ABBREVIATED = regex.compile(
    r"(?:^|[\s(\[“‘«„])(?:cf|co|dr|eds?|est|et al|etc|fig|gen|gov|inc|jr|ltd|mrs?|ms|nos?|pp?|prof|rev|sgt|"
    r"sr|st|vol|vs|гор|г|им|стр|см|рис|табл|акад|проф|"
    r"abb|anm|bd|bzw|ca|evtl|ggf|hrsg|jh|nr|sog|str|tab|usw|vgl|zit|mme|mlle|av|apr|éd|env|թ|հմմտ|տե՛ս|"
    r"(?:\p{L}\.\s?)*\p{L})\.$",
    regex.IGNORECASE,
)
ORDINAL = regex.compile(r"(?<!\p{N})\p{N}{1,2}\.$")
WITH_ORDINALS = frozenset("de da nb nn no is fi et lv cs sk sl hr bs sr hu pl tr".split())
CLOSING = r"[”’“»›\"'」』）】》〉)\]]*"
WIDE_CLOSING = r"[”’»›」』）】》〉)\]]*"
STOP = r"[.!?…\p{SB=ST}]"
WIDE = r"[。！？｡．]"
BEGIN = r"[“‘«„‚‹\"'(\[¿¡—–-]*\s?[\p{Lu}\p{Lt}\p{Lo}\p{N}]"
END = regex.compile(
    rf"(?<!{STOP}){WIDE}+{WIDE_CLOSING}|(?<!{STOP}){STOP}+{CLOSING}(?=\s+{BEGIN})|(?<=\p{{Greek}}\p{{M}}?);(?=\s+{BEGIN})"
)
LONGEST_ABBREVIATION = 16


def sentence_at(text: str, start: int, end: int, language: str = "en") -> tuple[int, int]:
    """Return the offsets of the sentence, or sentences, that hold `text[start:end]`."""
    stops = _stops(text, primary(language) in WITH_ORDINALS)
    before, after = bisect_right(stops, start), bisect_left(stops, end)
    first = stops[before - 1] if before else 0
    last = stops[after] if after < len(stops) else len(text)
    while first < last and text[first].isspace():
        first += 1
    return first, last


def opening(text: str, size: int = 48) -> str:
    """Return the first words of a wording."""
    if len(text) <= size:
        return text
    head = text[:size]
    if has_unspaced(head):
        ends = [end for end in borders(text[: 2 * size]) if 0 < end <= size]
        return text[: max(ends, default=size)].rstrip() + " …"
    return head.rsplit(" ", 1)[0] + " …"


@lru_cache(maxsize=4096)
def _stops(text: str, ordinals: bool) -> tuple[int, ...]:
    """The offsets just after each sentence: found once a text, since a long passage has many uses."""
    ends = (match.end() for match in END.finditer(text))
    return tuple(
        stop for stop in ends if not _goes_on(text[max(0, stop - LONGEST_ABBREVIATION) : stop], ordinals)
    )


def _goes_on(tail: str, ordinals: bool) -> bool:
    return ABBREVIATED.search(tail) is not None or (ordinals and ORDINAL.search(tail) is not None)
