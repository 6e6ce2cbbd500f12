r"""Marks of direction shown as visible signs in passages that have no letter written from the right.

"a\u200fb"          ->  "a⇽b"        nothing in it is written from the right
"کندو\u200f (bee)"   ->  as it is     there they are spelling
"a\u200fb"          ->  as it is     in a passage whose language is written from the right

What counts is the passage as it is read, so that one word of Persian does not hide marks in all of a text.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.model.pages import BLOCK
from reader.reading.rules.rule import Proposal, Setting
from reader.words.languages import direction
from reader.words.signs import MARK_OF_DIRECTION, SIGNS, writes_from_the_right


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose a visible sign for each mark of direction that no spelling needs."""
    if not MARK_OF_DIRECTION.search(text):
        return
    for block in BLOCK.finditer(text):
        if writes_from_the_right(block[0]):
            continue
        for match in MARK_OF_DIRECTION.finditer(text, *block.span()):
            if direction(setting.language(match.start())) != "rtl":
                yield match.start(), match.end(), SIGNS[match[0]]
