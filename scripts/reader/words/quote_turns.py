"""Which way each straight quotation mark of a line turns, whatever marks the language has.

A mark opens before words and after white space, a bracket, a dash or a slash, and closes after words; after
a stop it closes what is open. Signs of emphasis round a mark (`_"Hello,"_`) are looked through. A single
mark opens only what a later one closes: every other is an apostrophe. Some are apostrophes for certain:
it's, 'Tis, rock 'n' roll, the '90s, the class of '08, al-'Arab. After a digit a mark may be a prime.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import regex

Turn = Literal["opens", "closes", "apostrophe", "prime"]

MARK = regex.compile(r"['\"]")
WORD = r"\p{L}\p{M}\p{N}"
SHORTENED = (
    "tis tisn twas twasn twere twill twould twould em n cause til till bout round neath gainst tween twixt "
    "nuff cos coz cuz kay fraid nother im er".replace(" ", "|")
)
CERTAIN = regex.compile(
    rf"(?<=[{WORD}])'(?=[\p{{L}}\p{{M}}])"  # it's
    rf"|(?<![{WORD}])'(?=(?:{SHORTENED})(?![{WORD}']))"  # 'Tis
    rf"|(?<![{WORD}])'(?=n'(?![{WORD}]))|(?<=(?<![{WORD}])'n)'(?![{WORD}])"  # 'n'
    rf"|(?<![{WORD}])'(?=\d0s(?![{WORD}]))"  # '90s
    r"|(?<=\p{Hebrew})\"(?=\p{Hebrew})"  # within a Hebrew word, both kinds of marks
    rf"|(?<=(?<![{WORD}])(?:al|el|ul|an|ar|as|ash|at|ath|ad|adh|az)-)'(?=\p{{L}})",  # al-'Arab
    regex.IGNORECASE,
)
YEAR = regex.compile(rf"'\d\d(?![{WORD}'])")
CLOSER = regex.compile(rf"(?<=[^\s(\[{{«“‘„‚—–-])'(?![{WORD}])")
POSSESSIVE = regex.compile(r"(?<=s)'(?= \p{Ll})")
EMPHASIS = "_*~"
STOPS = frozenset(".,:;!?…。，؟،؛։।")
OPENING = frozenset("([{<«“‘„‚‹¿¡-‐‑‒–—―/\\=+|#&@")
CLOSING_RIGHT = frozenset(".,:;!?)]}>»”’›…")


@dataclass(frozen=True, slots=True)
class Turned:
    """A straight mark with the way it turns; `within` counts the double quotations that it stands in."""

    at: int  # where it stands in the line, in code points
    turn: Turn  # what it is
    within: int = 0


def turned(line: str) -> Iterator[Turned]:
    """Yield the straight marks of a line, or of a paragraph, in their order."""
    return _Line(line).turned()


class _Line:
    def __init__(self, text: str) -> None:
        self.text = text
        self.certain = {match.start() for match in CERTAIN.finditer(text)}
        closers = [match.start() for match in CLOSER.finditer(text) if match.start() not in self.certain]
        weak = {match.start() for match in POSSESSIVE.finditer(text)}
        self.closers, self.strong = closers, [at for at in closers if at not in weak]
        self.open: list[str] = []
        self.turns: dict[int, Turn] = {}

    def turned(self) -> Iterator[Turned]:
        for match in MARK.finditer(self.text):
            at, mark = match.start(), match[0]
            turn = self._turn(at, mark)
            if turn == "closes" and mark in self.open:
                while self.open.pop() != mark:
                    pass
            self.turns[at] = turn
            yield Turned(at, turn, self.open.count('"'))
            if turn == "opens":
                self.open.append(mark)

    def _turn(self, at: int, mark: str) -> Turn:
        if at in self.certain:
            return "apostrophe"
        if self.text[at - 1 : at].isdigit() and mark not in self.open and not self._next(at).isalpha():
            return "prime"
        if mark == '"':
            return "opens" if self._opens(at, mark) else "closes"
        if self._opens(at, mark) and self._is_closed(at):
            return "opens"
        return "closes" if mark in self.open else "apostrophe"

    def _opens(self, at: int, mark: str) -> bool:
        """Whether a mark opens by what stands on either side of it."""
        left, right = self._left(at), self._right(at)
        is_open = mark in self.open
        if not right or right.isspace():
            return mark == '"' and not is_open and (not left or left.isspace())
        if right in CLOSING_RIGHT and (is_open or (left and not left.isspace())):
            return right in "….<" and left in OPENING and not is_open
        if left in STOPS:
            return not is_open
        if not left or left.isspace() or left in OPENING:
            return True
        return mark == '"' and not is_open and left.isalpha() and right.isalpha()

    def _is_closed(self, at: int) -> bool:
        """Whether a later mark can close the single quotation that opens here."""
        closers = self.strong if YEAR.match(self.text, at) else self.closers
        return bisect_right(closers, at) < len(closers)

    def _left(self, at: int) -> str:
        """What stands before a mark: nothing, a character, or “(” and “)” for one that opened or closed."""
        at -= 1
        while at >= 0 and self.text[at] in EMPHASIS:
            at -= 1
        if at in self.turns:
            return "(" if self.turns[at] == "opens" else ")"
        return self.text[at] if at >= 0 else ""

    def _right(self, at: int) -> str:
        """What follows a mark, past other straight marks and signs of emphasis."""
        at += 1
        while at < len(self.text) and self.text[at] in EMPHASIS + "'\"":
            at += 1
        if self.text[at : at + 1] == "." and self.text[at + 1 : at + 2].isalnum():
            at += 1  # .NET
        return self.text[at : at + 1]

    def _next(self, at: int) -> str:
        return self.text[at + 1 : at + 2]
