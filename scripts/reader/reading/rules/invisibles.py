r"""Invisible characters removed: they hide in words and break search.

    "co\xadoperation"   ->  "cooperation"     soft hyphen
    "a\u200bb"          ->  "ab"              zero-width space
    "\ufefftext"        ->  "text"            byte-order mark

The joiners of Persian and Indic scripts (U+200C, U+200D) are spelling, and stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting
from reader.words.signs import INVISIBLE


def propose(text: str, _setting: Setting) -> Iterator[Proposal]:
    """Propose to remove each run of invisible characters."""
    for match in INVISIBLE.finditer(text):
        yield match.start(), match.end(), ""
