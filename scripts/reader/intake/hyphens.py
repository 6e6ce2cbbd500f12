"""What becomes of a hyphen at the end of a line: does it divide a word, or is it part of one?

    "coop-" + "eration"     drop   “cooperation” stands elsewhere in the text, or is a word of the language
    "Iran-" + "Russia"      keep   “Iran-Russia” stands elsewhere in the text, or both halves are names

The text's own other uses decide first, then how common the words are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import regex
import wordfreq

from reader.words.signs import INVISIBLE

HEAD = regex.compile(r"(?:[\p{L}\p{M}\p{N}’'-]*[\p{L}\p{M}\p{N}])(?=[-‐]$)")
REST = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}’']*")
TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*")
COMMON = 2.0  # on the Zipf scale: once in ten million words
TYPOGRAPHIC = "‐"


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the hyphen at the end of a raw line stays, how sure that is, and why."""

    line: int  # the raw line, from 1, that the hyphen ends
    keep: bool  # whether it is part of a word; else it divides one and is dropped
    confidence: float  # from 0 to 1
    reason: str  # in words, for an editor


class Hyphens:
    """The hyphenated and the whole words of a text, against which divided ones are held."""

    def __init__(self, lines: Sequence[str], language: str) -> None:
        self.language = language if language in wordfreq.available_languages() else "en"
        self.uses: Counter[str] = Counter()
        for line in lines:
            for token in TOKEN.findall(line):
                self.uses[token.casefold().replace("‐", "-").replace("‑", "-")] += 1
        ends = [line.rstrip()[-1:] for line in lines]
        self.typographic = ends.count(TYPOGRAPHIC) > ends.count("-")

    def decide(self, number: int, line: str, following: str) -> Decision | None:
        """Return what becomes of the hyphen at the end of a line, or None if none divides a word there."""
        head, rest = HEAD.search(bare(line)), REST.match(bare(following))
        if not head or not rest:
            return None
        first, second = head[0], rest[0]
        joined, divided = f"{first}{second}", f"{first}-{second}"
        whole, hyphenated = self.uses[joined.casefold()], self.uses[divided.casefold()]
        if hyphenated > whole:
            return Decision(
                number, True, 0.97, f"“{divided}” stands {_times(hyphenated)} elsewhere in the text"
            )
        if whole:
            return Decision(number, False, 0.97, f"“{joined}” stands {_times(whole)} elsewhere in the text")
        if self.typographic and bare(line).endswith(TYPOGRAPHIC):
            return Decision(number, False, 0.95, "the sign (U+2010) stands at ends of lines alone")
        return self._by_words(number, first, second)

    def _by_words(self, number: int, first: str, second: str) -> Decision:
        joined = f"{first}{second}"
        if first[-1].isdigit() or second[0].isdigit():
            return Decision(number, True, 0.9, "digits are not divided")
        if second[0].isupper() and first[-1].islower():
            return Decision(number, True, 0.9, f"“{second}” has a capital")
        common = self._zipf(joined)
        halves = min(self._zipf(first.rsplit("-", maxsplit=1)[-1]), self._zipf(second))
        if common >= COMMON or (common > 0 and common + 2 >= halves):
            return Decision(number, False, 0.9, f"“{joined}” is a word")
        if halves > COMMON and common == 0:
            return Decision(number, True, 0.7, f"“{joined}” is no word that is known, and both halves are")
        return Decision(number, False, 0.6, "a hyphen at a line's end mostly divides a word")

    def _zipf(self, word: str) -> float:
        return float(wordfreq.zipf_frequency(word, self.language))


def bare(line: str) -> str:
    """Return a line without what nobody sees and without its margins."""
    return INVISIBLE.sub("", line).strip()


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
