"""Where paragraphs begin in printed text whose lines are wrapped: the features, and what they weigh.

The next word would have fitted: the line before ends a paragraph. The line after is short although its own
next word would have fitted: it is indented, and begins one. Sentence ends, capitals and quotation marks say
the rest. Every pair of neighbouring lines is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from reader.intake.languages import FUNCTION
from reader.intake.looks import OPENERS, WORD, opening, step, tail
from reader.intake.pages import Line
from reader.intake.weighing import Row, confidence, start_score
from reader.intake.widths import Measure, measure

DIVIDED = regex.compile(r"[\p{L}\p{M}\p{N}][-‐\u00ad]$")
ITEM = re.compile(r"[•*–—-]\s|\d+[.)]\s|\(?[a-z]\)\s")
SHORTENED = frozenset(
    "mr mrs ms dr sen rep gov st vs inc no prof jr sr lt gen sgt capt col vol pp fig cf ed г стр им".split()
)
LEAST = (
    -0.8
)  # the score from which a paragraph begins: a boundary too many is seen at once, a lost one is not


@dataclass(frozen=True, slots=True)
class Start:
    """A line that may begin a paragraph: whether it does, how sure that is, and why."""

    line: int  # the raw line, from 1
    begins: bool  # whether `score` is above `LEAST`
    score: float  # the sum of the weights of its features
    confidence: float  # of `begins`, from 0.5 to 1
    reason: str  # in words, for an editor


def judge(lines: Sequence[Line], weights: Mapping[str, Row]) -> list[Start]:
    """Return for each line after the first whether a paragraph begins with it."""
    if len(lines) < 2:
        return []
    print_ = Print(lines)
    found: list[Start] = []
    for at in range(len(lines) - 1):
        value = start_score(print_.features(at), weights)
        if DIVIDED.search(lines[at].text) and lines[at + 1].text[:1].islower():
            value = -9.0
        begins = value > LEAST
        sure = confidence(value - LEAST)
        found.append(
            Start(lines[at + 1].line, begins, value, sure if begins else 1 - sure, print_.reason(at))
        )
    return found


class Print:
    """The lines of a printed text, measured; `features` speaks of a line and the one after it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        texts = [one.text for one in lines]
        self.ends = [tail(text) for text in texts]
        self.opens = [opening(text.lstrip(OPENERS)) for text in texts]
        count = len(lines)
        running = [at for at in range(count - 1) if self.ends[at] != "." and self.opens[at + 1] == "l"]
        self.measure: Measure = measure(texts, running)
        words = [*self.measure.words[1:], 0.0]
        self.room = [
            self.measure.full - width - word for width, word in zip(self.measure.lines, words, strict=True)
        ]
        self.divides = sum(bool(DIVIDED.search(text)) for text in texts) > 0.03 * count
        self.manner = self._manner(running)

    def _manner(self, running: Sequence[int]) -> str:
        """Whether first lines seem to be indented (I, i or 0), and whether words are divided (H or h)."""
        short = [at for at in running if 1.0 < self.room[at] < 3.2]
        opened = sum(at == 0 or self.ends[at - 1] == "." for at in short)
        many = len(short) >= 3 and opened > 0.7 * len(short)
        indented = "I" if many else "i" if opened > 0.5 * max(1, len(short)) else "0"
        return indented + ("H" if self.divides else "h")

    def features(self, at: int) -> Iterator[str]:
        """Yield what tells that a paragraph begins after a line."""
        ends = self.ends[at] if self.ends[at] in ".:" else "," if self.ends[at] in ",;" else "n"
        opens = self.opens[at + 1]
        yield from self._fit(at, ends, opens)
        yield from self._words(at, ends, opens)
        yield from self._sizes(at, ends)

    def _fit(self, at: int, ends: str, opens: str) -> Iterator[str]:
        after = "." if self.ends[at + 1] == "." else "n"
        room, next_ = self.room[at], self.room[at + 1]
        fits = step(room, (-6, -3, -1.5, -0.7, 0, 0.7, 1.5, 3, 6, 12))
        short = step(next_, (-1.5, -0.5, 0.5, 1.0, 1.5, 2.2, 3, 6))
        indented, divided = self.manner[0], self.manner[1]
        yield "any"
        yield f"ends{ends}"
        yield f"opens{opens}"
        yield f"ends{ends}opens{opens}"
        yield f"room{fits}"
        yield f"room{fits}{ends}"
        yield f"room{fits}{ends}{opens}"
        yield f"room{fits}{ends}{divided}"
        yield f"next{short}{after}{indented}"
        yield f"next{short}{after}{ends}{indented}"
        yield f"manner{self.manner}{ends}{opens}"
        rooms = f"{step(room, (-1, 0, 1.5, 4))}{step(next_, (-0.5, 0.5, 1, 3))}"
        yield f"rooms{rooms}{ends}{after}{indented}"
        if room > 0 and ends == ".":
            yield f"fits{opens}"

    def _words(self, at: int, ends: str, opens: str) -> Iterator[str]:
        one, other = self.lines[at], self.lines[at + 1]
        if other.text[:1] in '"“«„':
            yield "quote"
            yield f"quote{ends}"
        if one.text[-1:] in '"”»':
            yield f"unquote{ends}{opens}"
        if one.page != other.page:
            yield "page"
            yield f"page{ends}{opens}"
        if DIVIDED.search(one.text):
            yield "divided"
        if ITEM.match(other.text):
            yield f"item{ends}"
        if opens == "u" and (first := WORD.search(other.text)) and first[0].lower() in FUNCTION:
            yield f"function{ends}"
        last = WORD.findall(one.text[-24:])
        if ends == "." and last and (len(last[-1]) == 1 or last[-1].lower() in SHORTENED):
            yield "shortened"
        if one.text.isupper():
            yield "capitals"
        if other.text.isupper():
            yield "nextcapitals"

    def _sizes(self, at: int, ends: str) -> Iterator[str]:
        full = self.measure.full or 1.0
        one, other = self.measure.lines[at] / full, self.measure.lines[at + 1] / full
        after = "." if self.ends[at + 1] == "." else "n"
        steps = (0.2, 0.4, 0.6, 0.75, 0.85, 0.92)
        few = (0.4, 0.75, 0.92)
        yield f"width{step(one, steps)}{ends}"
        yield f"nextwidth{step(other, steps)}{after}"
        yield f"widths{step(one, few)}{step(other, few)}{ends}{after}"
        if at:
            before = "." if self.ends[at - 1] == "." else "n"
            room = self.room[at - 1]
            yield f"last{step(room, (-1, 0, 1.5, 4))}{ends}"
            yield f"lasts{step(room, (0, 2))}{before}{step(one, few)}{ends}"
        else:
            yield "first"

    def reason(self, at: int) -> str:
        """Say in words what speaks for or against a paragraph's beginning after a line."""
        said = [
            "the line before ends a sentence" if self.ends[at] == "." else "the line before ends no sentence",
            "has room for the next word" if self.room[at] > 0 else "and is full",
        ]
        if self.opens[at + 1] == "l":
            said.append("this one goes on in small letters")
        elif self.manner[0] != "0" and 0.5 < self.room[at + 1] < 3.2 and self.ends[at + 1] != ".":
            said.append("this one seems to be indented")
        return ", ".join(said)
