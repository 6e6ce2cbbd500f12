r"""Invisible characters removed: they hide in words and break search.

    "co\xadoperation"   ->  "cooperation"     soft hyphen
    "a\u200bb"          ->  "ab"              zero-width space
    "\ufefftext"        ->  "text"            byte-order mark

The joiners of Persian and Indic scripts (U+200C, U+200D) are spelling, and stay. A soft hyphen at the end of
a wrapped line says that the word goes on there; it is left to the rule of line ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting
from reader.words.signs import INVISIBLE

AT_LINE_END = re.compile(r"[^\S\n]*\n[^\S\n]*\S")


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose to remove each run of invisible characters."""
    wraps = setting.wraps()
    for match in INVISIBLE.finditer(text):
        at_end = AT_LINE_END.match(text, match.end()) if "\xad" in match[0] else None
        divides = at_end and wraps(text.index("\n", match.end()))
        if not divides:
            yield match.start(), match.end(), ""
        elif match[0] != "\xad":
            yield match.start(), match.end(), "\xad"
