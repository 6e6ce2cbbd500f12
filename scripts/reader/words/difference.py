"""What differs between two wordings, word by word; character by character where a script writes no spaces."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

import regex

from reader.words.segmentation import UNSPACED

Kind = Literal["same", "gone", "new"]
Run = tuple[Kind, str]
WORD = regex.compile(rf"{UNSPACED.pattern}\p{{M}}*\s*|(?:(?!{UNSPACED.pattern})\S)+\s*|\s+")
MARKS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}


def compare(old: str, new: str) -> list[Run]:
    """Return the words of two wordings as runs that stayed, went and came."""
    before, after = WORD.findall(old), WORD.findall(new)
    runs: list[Run] = []
    for kind, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(("same", "".join(before[first:last])))
            continue
        if last > first:
            runs.append(("gone", "".join(before[first:last])))
        if end > begin:
            runs.append(("new", "".join(after[begin:end])))
    return runs


def marked(runs: Sequence[Run]) -> str:
    """Return the difference in plain text: `a [-blue-] {+green+} door`."""
    return "".join(MARKS[kind].format(text.rstrip()) + text[len(text.rstrip()) :] for kind, text in runs)
