"""How a text lies: a paragraph on each line, or lines that are wrapped and run on; and whether it is a page.

"has been\nof importance"      wrapped: lines go on in small letters
"Share this\nTweet\nHome"      a page of the web: lines that announce something else
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.intake.looks import Look
from reader.intake.starts import DIVIDED
from reader.model import Layout
from reader.words.segmentation import has_unspaced

RUNNING = 0.12  # of neighbouring lines run on where lines are wrapped
LONGEST = 160  # characters of a line of print
ANNOUNCING = frozenset("share subscribe account comments legal nav related ad".split())
FURNISHED = 0.05  # of the lines of a page of the web announce something
FEWEST = 4


@dataclass(frozen=True, slots=True)
class Lay:
    """How a text lies; `sets_apart` says that blank lines stand between its wrapped paragraphs."""

    layout: Layout
    is_page: bool
    sets_apart: bool
    reason: str


def lay(lines: Sequence[Look]) -> Lay:
    """Return how some lines lie."""
    pairs = [(one, other) for one, other in pairwise(lines) if other.gap == 0]
    running = [one for one, other in pairs if runs_on(one, other)]
    long = sorted(one.size and len(one.text) for one in running)
    fits = bool(long) and long[len(long) // 2] <= LONGEST
    wrapped = fits and len(running) >= max(1, RUNNING * len(pairs)) and _is_much(running, pairs, lines)
    announcing = [one for one in lines if one.size < 9 and ANNOUNCING & one.classes.keys()]
    is_page = len(announcing) >= max(FEWEST, FURNISHED * len(lines))
    gaps = [(one, other) for one, other in pairwise(lines) if other.gap]
    amid = sum(runs_on(one, other) for one, other in gaps)
    apart = len(gaps) >= 2 and amid <= 0.3 * len(gaps) and len(gaps) >= len(lines) / 40
    if wrapped:
        reason = f"{len(running)} of {len(pairs)} lines go on in the next one"
        return Lay("hard-wrapped", is_page, apart, reason)
    reason = "lines end where sentences end" if pairs or gaps else "there is one line"
    return Lay("line-per-paragraph", is_page, apart, reason)


def _is_much(running: Sequence[Look], pairs: Sequence[tuple[Look, Look]], lines: Sequence[Look]) -> bool:
    """Whether the lines that run on are not a few accidents among many lines that do not."""
    return len(running) >= 3 or len(running) >= 0.5 * len(pairs) or len(lines) <= 4


def runs_on(one: Look, other: Look) -> bool:
    """Whether a line surely goes on in the next one."""
    if DIVIDED.search(one.text) and other.opening == "l":
        return True
    if has_unspaced(one.text) and has_unspaced(other.text):
        return one.ending == "n" and one.size >= 12
    return one.ending in "n," and other.opening == "l" and one.size >= 3 and not other.bullet
