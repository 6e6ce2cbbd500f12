r"""Headings in the capitals of a heading, where source.toml says how they are shown.

"BACKGROUND:"    ->  "Background"
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting
from reader.words.letters import letters


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose the words that are shown for each heading that has other signs in the raw text."""
    for heading in setting.plan.headings:
        shown = " ".join(heading.entry.shown.split())
        start, end = setting.place(heading.start), setting.place(heading.end - 1) + 1
        if (
            shown
            and end <= len(text)
            and text[start:end] != shown
            and letters(text[start:end]) == letters(shown)
        ):
            yield start, end, shown
