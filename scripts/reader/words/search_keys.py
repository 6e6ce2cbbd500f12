"""What a text is found by: its words, one by one, and what is written together with signs between.

    "the people’s R&D in Nagorno-Karabakh, 1,200.50"
        parts     the people r d in nagorno karabakh 1 200 50
        wholes    rd r&d · nagornokarabakh · 1200.50 1200

A word without spaces around it has a key for each part and keys for the whole, so that “Neo-Realism” is
found as “neorealism”, “neo realism” and “realism”. A possessive ’s is left out. Characters of scripts
without spaces are parts of their own, and each two of them a whole. The patterns are handed to browsers,
so they use only what Python’s `regex` and JavaScript both know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from reader.words.folding import fold

APOSTROPHES = "'’‘‛`´ʹʻʼʽʾʿˈ′＇"
HYPHENS = "\u2010\u2011_·\u200c-"  # a half-space is one of Persian; the plain one stands last, for the class
SIGNS = "&+./"  # which a name may have in it
IGNORED = "\u00ad\u034f\u061c\u180e\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
LONGEST = 6  # parts of which there are still keys for the whole

LETTER = rf"(?:(?![{APOSTROPHES}])[\p{{L}}\p{{N}}\p{{M}}])"
PART = rf"{LETTER}(?:[{IGNORED}]*{LETTER})*"
CHUNK = rf"{PART}(?:[{APOSTROPHES}{SIGNS},{HYPHENS}]{PART})*(?:[+#]{{1,2}}(?!{LETTER}))?"
UNSPACED = "".join(rf"\p{{Script={name}}}" for name in "Han Hiragana Katakana Thai Lao Khmer Myanmar".split())
PIECE = rf"[{UNSPACED}]\p{{M}}*|[^{UNSPACED}]+"

_CHUNK, _PART, _PIECE = regex.compile(CHUNK), regex.compile(PART), regex.compile(PIECE)
_UNSPACED = regex.compile(f"[{UNSPACED}]")


@dataclass(frozen=True, slots=True)
class Part:
    """A word, and where it stands in the text, in code points."""

    key: str  # the word, folded
    start: int  # of the word in the text
    end: int  # the same, exclusive


@dataclass(frozen=True, slots=True)
class Whole:
    """What some parts are together: `at` is the place of the first among all parts, `count` their number.

    A `signed` key has the signs of the text in it.
    """

    key: str  # the parts as one word, folded
    at: int
    count: int
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Keys:
    """All that a text is found by."""

    parts: list[Part] = field(default_factory=list)  # in the order of the text
    wholes: list[Whole] = field(default_factory=list)  # the same


@dataclass(frozen=True, slots=True)
class _Piece:
    part: Part
    before: str  # the signs between it and the piece before
    unspaced: bool


def keys(text: str) -> Keys:
    """Return what a text is found by, in its order."""
    found = Keys()
    for match in _CHUNK.finditer(text):
        start, at = match.start(), len(found.parts)
        parts, wholes = _of_chunk(match[0])
        found.parts.extend(Part(one.key, start + one.start, start + one.end) for one in parts)
        found.wholes.extend(Whole(one.key, at + one.at, one.count, one.signed) for one in wholes)
    return found


def placed(text: str) -> tuple[list[tuple[str, int]], int]:
    """Return each key of a text with the place of its first part, and the number of parts."""
    found: list[tuple[str, int]] = []
    at = 0
    for chunk in _CHUNK.findall(text):
        parts, wholes = _of_chunk(chunk)
        for place, part in enumerate(parts, at):
            found.append((part.key, place))
        for whole in wholes:
            found.append((whole.key, at + whole.at))
        at += len(parts)
    return found, at


@lru_cache(maxsize=1 << 17)
def _of_chunk(chunk: str) -> tuple[tuple[Part, ...], tuple[Whole, ...]]:
    """What is written without a space between, counted from its own beginning."""
    pieces = list(_pieces(chunk))
    if not pieces:
        return (), ()
    last = max(one.end() for one in _PART.finditer(chunk))
    pieces = _without_possessive(pieces)
    return tuple(one.part for one in pieces), tuple(_wholes(pieces, chunk[last:]))


def _pieces(text: str) -> Iterator[_Piece]:
    before_from = 0
    for part in _PART.finditer(text):
        before = text[before_from : part.start()]
        for piece in _PIECE.finditer(text, part.start(), part.end()):
            if key := fold(piece[0]):
                alone = _UNSPACED.match(piece[0]) is not None
                yield _Piece(Part(key, piece.start(), piece.end()), before, alone)
                before = ""
        before_from = part.end()


def _without_possessive(pieces: list[_Piece]) -> list[_Piece]:
    last = pieces[-1]
    is_one = len(pieces) > 1 and last.part.key == "s" and last.before and last.before in APOSTROPHES
    return pieces[:-1] if is_one else pieces


def _wholes(pieces: list[_Piece], trailing: str) -> Iterator[Whole]:
    """What the pieces of one chunk are together; `trailing` are the signs after the last: C++."""
    parts = [one.part.key for one in pieces]
    count = len(parts)
    if any(one.unspaced for one in pieces):
        for index in range(count - 1):
            if pieces[index].unspaced and pieces[index + 1].unspaced and not pieces[index + 1].before:
                yield Whole(parts[index] + parts[index + 1], index, 2)
        return
    between = [one.before for one in pieces[1:]]
    if trailing:
        yield Whole(_signed(parts, between) + trailing, 0, count, signed=True)
    if count == 1 or count > LONGEST:
        return
    if all(one.isdecimal() for one in parts) and set(between) <= {".", ","}:
        yield from _number(parts, between)
        return
    if not set(between) <= {"/", "+", ","}:
        yield Whole("".join(parts), 0, count)
    if not trailing and any(sign in SIGNS for sign in between):
        yield Whole(_signed(parts, between), 0, count, signed=True)


def _signed(parts: list[str], between: list[str]) -> str:
    signs = [sign if sign in SIGNS else "" for sign in between]
    return parts[0] + "".join(sign + part for sign, part in zip(signs, parts[1:], strict=True))


def _number(parts: list[str], between: list[str]) -> Iterator[Whole]:
    """The value of a number, what stands before its point, and a row of digits that points only divide."""
    groups = "".join(one + sign for one, sign in zip(parts, [*between, ""], strict=True)).replace(",", "")
    whole = groups.split(".")[0]
    yield Whole(groups, 0, len(parts), signed="." in groups)
    before_point = between.index(".") + 1 if "." in between else 0
    if before_point > 1:
        yield Whole(whole, 0, before_point)
    if "." in groups and all(len(one) == 3 for one in parts[1:]):
        yield Whole("".join(parts), 0, len(parts))
