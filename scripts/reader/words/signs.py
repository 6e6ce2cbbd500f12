"""Control characters shown as visible signs, so that nothing acts on a page unseen.

Marks of direction (U+200E, U+200F, U+061C) belong to the spelling of scripts that are written from the right,
as the joiners (U+200C, U+200D) do to that of Persian and of India. What embeds or overrides a direction can
show words in an order that they do not have, and is always a sign.
"""

from __future__ import annotations

import re

import regex

SPACES = "\t\n\v\f\r"  # left to the rule of spaces and the lines themselves
SIGNS = (
    {chr(code): chr(0x2400 + code) for code in range(0x20)}
    | {"\x7f": "␡"}
    | {chr(code): "␦" for code in range(0x80, 0xA0)}
    | dict.fromkeys("\u200e\u202a\u202d\u2066", "⇾")
    | dict.fromkeys("\u200f\u061c\u202b\u202e\u2067", "⇽")
    | dict.fromkeys("\u202c\u2068\u2069", "⇿")
)
OF_DIRECTION = "\u200e\u200f\u061c"
CONTROL = re.compile("[" + "".join(re.escape(sign) for sign in SIGNS if sign not in SPACES) + "]")
ACTING = re.compile(
    "[" + "".join(re.escape(sign) for sign in SIGNS if sign not in SPACES + OF_DIRECTION) + "]"
)
INVISIBLE = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]+")  # spelling is not among them
LINE_END = re.compile("[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
RIGHT_TO_LEFT = regex.compile(r"(?V1)[\p{L}&&[\p{bc=R}\p{bc=AL}]]")
# Scripts that spell with joiners, and pictures that are put together with one
SPELLED = (
    r"\p{Arabic}\p{Syriac}\p{Mandaic}\p{Mongolian}\p{Nko}\p{Adlam}\p{Devanagari}\p{Bengali}\p{Gurmukhi}"
    r"\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Khmer}\p{Myanmar}\p{Tibetan}"
)
ODD = regex.compile(
    rf"(?<![{SPELLED}])\u200c|\u200c(?![{SPELLED}])"
    rf"|(?<![{SPELLED}]|\p{{Emoji}}\ufe0f?|[\U0001f3fb-\U0001f3ff])\u200d"
    r"|(?<=\p{L}\p{M}*)[\u200e\u200f\u061c](?=\p{L})|[\u200e\u200f\u061c](?=[\u200e\u200f\u061c])"
)
MARK_OF_DIRECTION = re.compile(f"[{OF_DIRECTION}]")


def visible(text: str) -> str:
    """Return `text` with what would act on a page unseen shown as signs."""
    if text.isascii() and text.isprintable():  # as most are
        return text
    return ACTING.sub(lambda match: SIGNS[match[0]], text)


def signed(text: str) -> str:
    """Return `text` with every control character shown as a sign, the marks of direction too."""
    return CONTROL.sub(lambda match: SIGNS[match[0]], text)


def on_one_line(text: str) -> str:
    """Return `text` with its control characters and its line ends shown as signs, for a message."""
    return signed(LINE_END.sub(lambda match: SIGNS.get(match[0], "␤"), text))


def writes_from_the_right(text: str) -> bool:
    """Return whether a text has letters of a script that is written from the right."""
    return RIGHT_TO_LEFT.search(text) is not None


def odd_signs(text: str) -> list[tuple[int, str]]:
    """Return the joiners and marks of direction that no spelling needs where they stand in a passage."""
    found = {match.start(): match[0] for match in ODD.finditer(text)}
    if not writes_from_the_right(text):
        found |= {match.start(): match[0] for match in MARK_OF_DIRECTION.finditer(text)}
    return sorted(found.items())
