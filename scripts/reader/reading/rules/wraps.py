r"""Lines of a paragraph joined with one space, where the raw text is wrapped.

"has been\nof importance"     ->  "has been of importance"
"one paragraph\n\nanother"    ->  as it is
"外国の商品を\n販売する"        ->  "外国の商品を販売する"   where a script writes no spaces
"Part one\nThe sea"           ->  "Part one The sea"     within a heading, in any text
"a line of verse\nanother"    ->  as it is
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from reader.reading.rules.rule import Proposal, Setting
from reader.words.segmentation import FIRST_UNSPACED

WRAP = re.compile(r"(?<=[^\n])\n(?=[^\n])")
JOINED = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u3000-\u303f\u30fb\u30fc\uff01-\uff65]"
)


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose a space for each line end within a paragraph."""
    wrapped = setting.layout == "hard-wrapped"
    for match in WRAP.finditer(text) if wrapped or setting.plan.joined else ():
        if wrapped and setting.keeps(match.start()):
            continue
        if wrapped or setting.raw_line(match.start()) in setting.plan.joined:
            yield match.start(), match.end(), "" if _is_unspaced(text, match.start()) else " "


def _is_unspaced(text: str, at: int) -> bool:
    """Whether the characters on both sides of a line end belong to scripts that write no spaces."""
    return all(sign >= FIRST_UNSPACED and JOINED.match(sign) for sign in (text[at - 1], text[at + 1]))
