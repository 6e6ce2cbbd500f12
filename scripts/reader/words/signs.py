"""Control characters shown as visible signs, so that nothing acts on a page unseen."""

from __future__ import annotations

import re

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
INVISIBLE = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]+")  # spelling is not among them
LINE_END = re.compile("[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")


def visible(text: str) -> str:
    """Return `text` with its control characters shown as signs, for raw words that are quoted."""
    return CONTROL.sub(lambda match: SIGNS[match[0]], text)


def on_one_line(text: str) -> str:
    """Return `text` with its control characters and its line ends shown as signs, for a message."""
    return visible(LINE_END.sub(lambda match: SIGNS.get(match[0], "␤"), text))
