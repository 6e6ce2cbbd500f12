"""What differs between two wordings: word by word, or by characters where a script writes no spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

from reader.words.segmentation import clusters, has_unspaced

Kind = Literal["same", "gone", "new"]
Run = tuple[Kind, str]
WORD = re.compile(r"\s*\S+\s*|\s+")
MARKS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}


def marked(runs: Sequence[Run]) -> str:
    """Return the difference in plain text: `a [-blue-] {+green+} door`."""
    return "".join(MARKS[kind].format(text.rstrip()) + text[len(text.rstrip()) :] for kind, text in runs)


def compare(old: str, new: str) -> list[Run]:
    """Return two wordings as runs that stayed, went and came.

    A run is of whole words, or of characters where a script writes no spaces.
    """
    before, after = _words(old), _words(new)
    head, tail = _ends(before, after)
    changed = SequenceMatcher(None, before[head : len(before) - tail], after[head : len(after) - tail], False)
    runs: list[Run] = [("same", "".join(before[:head]))]
    for kind, first, last, begin, end in changed.get_opcodes():
        gone = "".join(before[head + first : head + last])
        if kind == "equal":
            runs.append(("same", gone))
        else:
            runs += [("gone", gone), ("new", "".join(after[head + begin : head + end]))]
    runs.append(("same", "".join(before[len(before) - tail :])))
    return [run for run in runs if run[1]]


def _words(text: str) -> list[str]:
    pieces = WORD.findall(text)
    return [part for piece in pieces for part in (clusters(piece) if has_unspaced(piece) else [piece])]


def _ends(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many words two wordings have in common at their beginnings, and at their ends."""
    most = min(len(before), len(after))
    head = next((at for at in range(most) if before[at] != after[at]), most)
    most -= head
    return head, next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
