"""Writings of one word made the same, with the way back to the text as it stands.

    Qur’an, Qur'an   G-20, G‑20 (U+2011)   São, Sa + ˜ + o   كتابي, کتابی   ﬁlm, film

Letters are taken apart as Unicode does (NFD). Capitals, vowel marks and dashes count: a word of other letters
is another word.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import regex

from reader.words.letters import LIGATURES
from reader.words.signs import OF_DIRECTION

ALIKE = {
    **LIGATURES,
    **dict.fromkeys(map(ord, "’‘ʼʻʾʿʹ՚＇′´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑־－"), "-"),
    **dict.fromkeys(map(ord, "\xa0\u2002\u2003\u2007\u2009\u202f\u3000"), " "),
    **dict.fromkeys(map(ord, "يىﻱ"), "ی"),
    ord("ك"): "ک",
    ord("ە"): "ه",
    **dict.fromkeys(map(ord, OF_DIRECTION)),
}
CHARACTER = regex.compile(r"\P{M}?\p{M}*")


def unified(text: str) -> str:
    """Return `text` in the one writing of all that are taken for the same."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).translate(ALIKE))


@dataclass(frozen=True, slots=True)
class Unified:
    """A text in its one writing; `places` maps the borders of its characters to those of the text."""

    text: str  # in that writing
    places: dict[int, int] | None

    @classmethod
    def of(cls, text: str) -> Unified:
        """Fold a text. Where each character stays one, there is nothing to map."""
        if text.isascii():
            return cls(text, None)
        folded = unified(text)
        if len(folded) == len(text) and folded == text.translate(ALIKE):
            return cls(folded, None)
        places, at, parts = {0: 0}, 0, []
        for match in CHARACTER.finditer(text):
            part = unified(match[0])
            parts.append(part)
            at += len(part)
            places[at] = match.end()
        return cls("".join(parts), places)

    def place(self, offset: int) -> int | None:
        """Return where the text itself has a border, or None within one of its characters."""
        return offset if self.places is None else self.places.get(offset)
