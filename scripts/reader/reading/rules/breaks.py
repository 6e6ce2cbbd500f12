r"""Blocks set apart where source.toml says that one begins: paragraphs, parts, items, turns and headings.

"nothing more.\nIt was first"      ->  "nothing more.\n\nIt was first"     [[paragraph]] names the second line
"nothing more. It was first"       ->  "nothing more.\n\nIt was first"     … or its words, amid the line
"nothing more.\n\nIt was first"    ->  as it is
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting

SPACE = " \n"


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose a blank line for what stands between the words before each of these places and those after."""
    done = 0
    for offset in dict.fromkeys(map(setting.place, setting.plan.breaks)):
        start = end = offset
        while start > done and text[start - 1] in SPACE:
            start -= 1
        while end < len(text) and text[end] == "\n":
            end += 1
        if start > 0 and end < len(text) and start >= done and text.count("\n", start, end) < 2:
            yield start, end, "\n\n"
            done = end
