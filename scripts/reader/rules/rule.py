"""What a regularising rule is, and what it may know beside the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reader.edits import Edit
from reader.letters import letters
from reader.model import Layout

Proposal = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the editor has written down that a rule may depend on.

    `kept_hyphens` are the raw lines whose last hyphen is real; `headings` maps a raw line to the run-in
    heading that it opens with; `raw_line` gives the raw line of an offset of the text at hand.
    """

    layout: Layout
    kept_hyphens: frozenset[int] = frozenset()
    headings: dict[int, str] = field(default_factory=dict)
    raw_line: Callable[[int], int] = lambda _offset: 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A named finder of `(start, end, replacement)`; `does` is how the apparatus describes it."""

    name: str
    does: str
    propose: Callable[[str, Setting], Iterator[Proposal]]

    def edits(self, text: str, setting: Setting) -> list[Edit]:
        """Return the edits that this rule proposes for `text` and that leave its letters alone.

        Two characters can merge once what stood between them is gone (a letter and a combining mark);
        where that would change the letters, the rule stands back.
        """
        return [
            Edit(start, end, replacement, "regularise", self.name)
            for start, end, replacement in self.propose(text, setting)
            if _keeps_letters(text, start, end, replacement)
        ]


def _keeps_letters(text: str, start: int, end: int, replacement: str) -> bool:
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return letters(before + text[start:end] + after) == letters(before + replacement + after)
