r"""Headings in the capitals of a heading, where source.toml says how they are shown.

"BACKGROUND:"    ->  "Background"
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting
from reader.words.letters import letters


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose the words that are shown for each heading that has other signs in the raw text."""
    done = 0
    for heading in sorted(setting.plan.headings, key=lambda one: one.start):
        shown = heading.entry.words_shown
        start, end = setting.place(heading.start), setting.place(heading.end - 1) + 1
        if not shown or start < done or end > len(text) or text[start:end] == shown:
            continue
        if letters(text[start:end]) == letters(shown):
            yield start, end, shown
            done = end
