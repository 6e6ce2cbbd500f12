r"""Straight quotation marks and apostrophes made curly.

    Kazakhstan's            ->  Kazakhstan’s
    the 'near abroad' are   ->  the ‘near abroad’ are
    "Rising Stakes," said   ->  “Rising Stakes,” said
    the '90s                ->  the ’90s

A mark opens after white space, a dash or an opening bracket or quotation mark, and closes elsewhere; a
mark between digits and a word's end (5' 6") is left, since it may be a prime.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting

STRAIGHT = re.compile(r"['\"]")
OPENERS = frozenset(" \n([{—–/“‘'\"")
CURLY = {"'": ("‘", "’"), '"': ("“", "”")}
DECADE = re.compile(r"'\d0s\b")


def propose(text: str, _setting: Setting) -> Iterator[Proposal]:
    """Propose the curly form of each straight quotation mark."""
    open_marks: set[str] = set()
    for match in STRAIGHT.finditer(text):
        mark, at = match[0], match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        opens = (not before or before in OPENERS) and bool(after.strip()) and not DECADE.match(text, at)
        if before.isdigit() and mark not in open_marks and not after.isalpha():
            continue
        (open_marks.add if opens else open_marks.discard)(mark)
        yield at, at + 1, CURLY[mark][0 if opens else 1]
