"""What one line looks like by itself: how long it is, how it begins and ends, which telltale words it has.

    look("  * Share this article")   ->   indent 2, bullet “*”, 3 words, {"share": 2}

Everything later detectors ask of a line is counted here once. All of it is linear in the length of the line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

import regex
from ahocorasick_rs import AhoCorasick

from reader.intake.languages import FUNCTION
from reader.intake.telltale import DATED, TELLTALE
from reader.words.segmentation import UNSPACED

WORD = re.compile(r"\w+")
BULLET = re.compile(r"[*+•·▪–—»-] +(?=\S)|o {1,3}(?=[^\s\d])")
BARE = frozenset({"*", "+", "o", "-", "•", "–", "—", "·", "|"})
GLUED = regex.compile(r"\p{Ll}[.!?]?\p{Lu}\p{Ll}")
ENDS = frozenset(".!?…。！？।؟۔॥။។།።։")
CLOSERS = "\"'”’»)]›」』“*†‡"
OPENERS = "\"'“‘«([„‹「『"
STOPS = (". ", "! ", "? ", '." ', ".” ", "。", "؟ ", "۔ ", "… ")
LENGTHS = (1, 2, 3, 5, 9, 16, 31, 61)
PROSE = 8  # words of the shortest line that can be prose by itself
LOOKED_AT = (
    4000  # characters of a line whose telltale words are looked for: a paragraph is told by its beginning
)


def step(value: float, steps: tuple[float, ...]) -> int:
    """Return how many of the `steps` a value reaches."""
    return bisect_right(steps, value)


@dataclass(frozen=True, slots=True)
class Look:
    """One line that is not blank.

    `body` is the line without bullet and margins; `size` counts words, or pairs of characters where a script
    writes no spaces. `ending` is “.” for the end of a sentence, one of “:,;” or “n”; `opening` is l, u, d, o
    or s: small letter, capital, digit, a letter without case, a sign. `classes` counts the telltale words of
    each class, `gap` the blank lines above. `prose` weighs how much the line is prose by itself.
    """

    line: int  # the raw line, from 1
    text: str  # the line without margins, its bullet with it
    body: str
    words: tuple[str, ...]  # those of the body, in small letters
    size: int
    indent: int  # code points of white space before it
    gap: int
    bullet: bool  # whether it begins with a bullet or is nothing else
    ending: str
    opening: str
    capitals: float  # the share of its words that begin with a capital
    function: float  # the share of its words that are function words
    digits: float  # the share of the characters of its body that are digits
    dated: int  # how many of its words belong to dates
    classes: dict[str, int]
    marks: tuple[str, ...]  # names of the signs that tell something: url, at, hash, …
    commas: int  # how many it has, of any script
    stops: int  # how many ends of sentences stand within it
    cased: bool  # whether a letter with case is among its first 40 signs
    prose: float

    @property
    def length(self) -> str:
        """How long it is, in a letter: short, middle, long."""
        return "S" if self.size < 9 else "M" if self.size < 16 else "L"

    @property
    def key(self) -> str:
        """Its words alone: what makes two lines the same."""
        return " ".join(self.words)


def look(text: str, line: int, gap: int) -> Look:
    """Return what a line looks like; `line` is its number, `gap` the blank lines above it."""
    stripped = text.strip()
    bullet = BULLET.match(stripped)
    body = "" if stripped in BARE else stripped[bullet.end() :] if bullet else stripped
    found = WORD.findall(body)
    words = tuple(word.lower() for word in found)
    size = len(words)
    if not body.isascii():
        size = max(size, len(UNSPACED.findall(body)) // 2)
    ending = tail(body)
    bare = body.lstrip(OPENERS)
    function = sum(word in FUNCTION for word in words) / len(words) if words else 0.0
    cased = any(sign.isupper() or sign.islower() for sign in bare[:40])
    sentence = ending == "."
    prose = size * (1.0 if sentence else 0.5) if size >= PROSE and (function > 0.15 or not cased) else 0.0
    return Look(
        line=line,
        text=stripped,
        body=body,
        words=words,
        size=size,
        indent=len(text) - len(text.lstrip()),
        gap=gap,
        bullet=bool(bullet) or stripped in BARE,
        ending=ending,
        opening=opening(bare),
        capitals=sum(word[0].isupper() for word in found) / len(found) if found else 0.0,
        function=function,
        digits=sum(map(str.isdigit, body)) / len(body) if body else 0.0,
        dated=sum(word in DATED for word in words),
        classes=classes(words),
        marks=tuple(_marks(body, size)),
        commas=sum(map(body.count, ",،、，")),
        stops=sum(map(body.count, STOPS)),
        cased=cased,
        prose=prose,
    )


def looks(lines: list[str]) -> list[Look]:
    """Return the looks of the lines that are not blank; lines are counted from 1."""
    found: list[Look] = []
    gap = 0
    for number, text in enumerate(lines, 1):
        if text.strip():
            found.append(look(text, number, gap))
            gap = 0
        else:
            gap += 1
    return found


def tail(text: str) -> str:
    """Return how a line ends: “.” for a sentence, one of “:,;”, or “n”."""
    last = text.rstrip().rstrip(CLOSERS)[-1:] or text.rstrip()[-1:]
    return "." if last in ENDS and last else last if last and last in ":,;" else "n"


def opening(text: str) -> str:
    """Return what a line begins with, its quotation marks and brackets aside."""
    first = text[:1]
    if first.islower():
        return "l"
    if first.isupper():
        return "u"
    return "d" if first.isdigit() else "o" if first.isalpha() else "s"


def _marks(body: str, size: int) -> list[str]:
    """The names of the signs that tell something."""
    found = []
    if "http" in body or "www." in body or ".com" in body:
        found.append("url")
    if "@" in body:
        found.append("at")
    if "#" in body:
        found.append("hash")
    if any(sign in body for sign in "|·»›«"):
        found.append("pipe")
    if body.endswith("]") or body.startswith("["):
        found.append("bracket")
    if "©" in body or "®" in body or "(c)" in body:
        found.append("copyright")
    if size and body.isupper():
        found.append("upper")
    if body[:1] in '"“‘«„' and body:
        found.append("quote")
    if GLUED.search(body[:LOOKED_AT]):
        found.append("glued")
    return found


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[str, int], ...]]:
    """The finder of telltale words, with the class and the number of words of each."""
    phrases: list[str] = []
    known: list[tuple[str, int]] = []
    for name, listed in TELLTALE.items():
        for phrase in (" ".join(one.split()) for one in listed.split(";")):
            phrases.append(f" {phrase} ")
            known.append((name, phrase.count(" ") + 1))
    return AhoCorasick(phrases), tuple(known)


def classes(words: tuple[str, ...]) -> dict[str, int]:
    """Return how many of some words belong to telltale phrases, by class."""
    finder, known = _automaton()
    counted: dict[str, int] = {}
    for number, _start, _end in finder.find_matches_as_indexes(
        f" {' '.join(words)} "[:LOOKED_AT], overlapping=True
    ):
        name, size = known[number]
        counted[name] = counted.get(name, 0) + size
    return counted
