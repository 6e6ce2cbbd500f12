"""A few words with their emphasis: what a field of the bibliography says once its TeX is read.

A phrase is a row of runs, so that nothing has to be parsed again where it is printed. `kept` marks what
stood in braces: letters whose case no style may change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Style = Literal["emphasis", "strong", "small-caps", "superscript", "subscript", "kept"]
SPACE = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style: `styles` from the outermost to the innermost."""

    text: str  # plain text
    styles: tuple[Style, ...] = ()


Phrase = tuple[Run, ...]


def plain(phrase: Iterable[Run]) -> str:
    """Return the words alone."""
    return "".join(run.text for run in phrase)


def tidy(runs: Iterable[Run]) -> Phrase:
    """Return the runs with single spaces, none at either end, equal neighbours joined and no empty ones."""
    joined: list[Run] = []
    for run in runs:
        text = SPACE.sub(" ", run.text)
        if text.startswith(" ") and (not joined or joined[-1].text.endswith(" ")):
            text = text[1:]
        if not text:
            continue
        if joined and joined[-1].styles == run.styles:
            joined[-1] = Run(joined[-1].text + text, run.styles)
        else:
            joined.append(Run(text, run.styles))
    if joined and joined[-1].text.endswith(" "):
        last = joined.pop()
        joined += [Run(last.text[:-1], last.styles)] if last.text != " " else []
    return tuple(joined)
