"""Which lines of a page are the text: where it begins and ends, and what stands amid it that is not of it.

A page has one text, in one stretch, with strange lines here and there. Each line is weighed four times: is
it text, does the text begin here, does it end here, and, if it stands amid the text, does it belong to it?
The stretch with the best sum wins; it is found in one walk over the lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.intake.endings import hard_end, is_announcing, is_last, is_spared
from reader.intake.features import edges, features, lie
from reader.intake.looks import Look
from reader.intake.weighing import Row, confidence, score

WEIGHT = 0.3  # of what a line says by itself against what it says of the edges
LEAST, MOST = -1.0, 3.0  # no line says more than this
LONGEST = 40  # words beyond which a line says no more
PAUSE = 0.5  # what a stretch of strange lines costs
STRANGE = 0.5  # what each of them costs
EDGE = 0.5  # of the edges
KEEP = -0.5  # the least score of a line amid the text that is kept: one too many is better than one lost
BEYOND = -2.0  # the highest score of a line after what ends a text
SURE = 3.0  # the same of a line that announces something else
NOWHERE = -1e9


@dataclass(frozen=True, slots=True)
class Judged:
    """One line: whether it is of the text, how sure that is, and where it stands: before, amid or after."""

    look: Look  # what the line looks like, its raw line with it
    is_text: bool  # whether it is kept as text
    confidence: float  # of `is_text`, from 0 to 1
    place: str  # before, amid or after the stretch that is taken for the text


def judge(lines: Sequence[Look], weights: Mapping[str, Row]) -> list[Judged]:
    """Return for each line whether it is of the text; paragraphs just beside it are spared."""
    if not lines:
        return []
    own = features(lines, lie(lines))
    scores = [score(one, weights) for one in own]
    above, below = ([score(one, weights) for one in edges(lines, side)] for side in (-1, 1))
    begins = [one[1] + other[1] for one, other in zip(scores, above, strict=True)]
    ends = [one[2] + other[2] for one, other in zip(scores, below, strict=True)]
    count = hard_end(lines) or len(lines)
    first, last = stretch(lines[:count], [one[0] for one in scores], begins, ends)
    while last > first and is_last(lines[last]):
        last -= 1
    judged: list[Judged] = []
    for at, (one, (text, _begins, _ends, amid)) in enumerate(zip(lines, scores, strict=True)):
        place = "before" if at < first else "after" if at > last else "amid"
        value = amid if place == "amid" else min(text, BEYOND if at >= count else 0.0)
        is_text = value > (SURE if is_announcing(one) else KEEP)
        if place != "amid":
            is_text = at < count and is_spared(one, text, first - at if at < first else at - last)
        sure = confidence(value)
        judged.append(Judged(one, is_text, sure if is_text else 1 - sure, place))
    return judged


def stretch(
    lines: Sequence[Look], text: Sequence[float], begins: Sequence[float], ends: Sequence[float]
) -> tuple[int, int]:
    """Return the first and last line of the stretch that is best taken for the text."""
    inside = (NOWHERE, 0)  # the best sum of a stretch that has the line before, and where it begins
    strange = (NOWHERE, 0)  # the same where the line before is a strange one
    best = (NOWHERE, 0, 0)
    for at, one in enumerate(lines):
        own = WEIGHT * max(LEAST, min(MOST, text[at])) * (min(one.size, LONGEST) + 1) ** 0.5
        paused = max((strange[0] - STRANGE, strange[1]), (inside[0] - PAUSE - STRANGE, inside[1]))
        before = max((EDGE * begins[at], at), inside, strange)
        inside, strange = (before[0] + own, before[1]), paused
        ended = inside[0] + EDGE * ends[at]
        if ended > best[0]:
            best = (ended, inside[1], at)
    return best[1], best[2]
