r"""Control characters shown as visible signs, so that nothing acts on the page unseen.

"a\0b"       ->  "a␀b"
"a\x7fb"     ->  "a␡b"
"a\u202eb"   ->  "a⇽b"     right-to-left override and its kin
"a\u2066b"   ->  "a⇾b"     left-to-right isolate and its kin
"a\u2069b"   ->  "a⇿b"     the end of either, or a direction not said
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.rules.rule import Proposal, Setting

SPACES = "\t\n\v\f\r"  # left to the rule of spaces and the lines themselves
SIGNS = (
    {chr(code): chr(0x2400 + code) for code in range(0x20)}
    | {"\x7f": "␡"}
    | {chr(code): "␦" for code in range(0x80, 0xA0)}
    | dict.fromkeys("\u200e\u202a\u202d\u2066", "⇾")
    | dict.fromkeys("\u200f\u061c\u202b\u202e\u2067", "⇽")
    | dict.fromkeys("\u202c\u2068\u2069", "⇿")
)
CONTROL = re.compile("[" + "".join(re.escape(sign) for sign in SIGNS if sign not in SPACES) + "]")


def visible(text: str) -> str:
    """Return `text` with its control characters shown as signs, for raw words that are quoted."""
    return CONTROL.sub(lambda match: SIGNS[match[0]], text)


def propose(text: str, _setting: Setting) -> Iterator[Proposal]:
    """Propose a visible sign for each C0, C1 and bidirectional control character."""
    for match in CONTROL.finditer(text):
        yield match.start(), match.end(), SIGNS[match[0]]
