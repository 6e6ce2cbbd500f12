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
FURNISHED = 0.01  # of the lines of a page of the web announce something
FEWEST = 4
EVEN = 8  # lines that can be seen to be equally long


@dataclass(frozen=True, slots=True)
class Lay:
    """How a text lies; `sets_apart` says that blank lines stand between its wrapped paragraphs."""

    layout: Layout  # a paragraph on each line, or wrapped lines
    is_page: bool  # whether enough lines announce something else, as on a page of the web
    sets_apart: bool
    reason: str  # of `layout`, in words


def lay(lines: Sequence[Look]) -> Lay:
    """Return how some lines lie."""
    pairs = list(pairwise(lines))
    running = [one for one, other in pairs if runs_on(one, other)]
    lengths = sorted(len(one.text) for one in running)
    fits = bool(lengths) and lengths[len(lengths) // 2] <= LONGEST
    wrapped = (fits and len(running) >= max(1, RUNNING * len(pairs))) or _is_even(lines)
    announcing = [one for one in lines if one.size < 9 and ANNOUNCING & one.classes.keys()]
    gaps = [(one, other) for one, other in pairs if other.gap]
    amid = sum(runs_on(one, other) for one, other in gaps)
    apart = len(gaps) >= 2 and amid <= 0.3 * len(gaps) and len(gaps) >= len(lines) / 40
    share = len(announcing) / max(1, len(lines))
    is_page = len(announcing) >= FEWEST and share >= FURNISHED
    if wrapped:
        reason = f"{len(running)} of {len(pairs)} lines surely go on in the next one"
        return Lay("hard-wrapped", is_page, apart, reason)
    return Lay("line-per-paragraph", is_page, apart, "lines end where sentences end")


def _is_even(lines: Sequence[Look]) -> bool:
    """Whether nearly all lines are as long as lines of print are, and equally long."""
    lengths = sorted(len(one.text) for one in lines)
    if len(lines) < EVEN:
        return False
    full = lengths[int(0.9 * (len(lengths) - 1))]
    near = sum(one >= 0.8 * full for one in lengths)
    close = sum(one.gap == 0 for one in lines[1:])
    return 35 <= full <= LONGEST and near >= 0.6 * len(lines) and close >= 0.6 * len(lines)


def runs_on(one: Look, other: Look) -> bool:
    """Whether a line surely goes on in the next one."""
    if DIVIDED.search(one.text) and other.opening == "l":
        return True
    if has_unspaced(one.text) and has_unspaced(other.text):
        return one.ending == "n" and one.size >= 12
    return one.ending in "n," and other.opening == "l" and one.size >= 3 and not other.bullet
