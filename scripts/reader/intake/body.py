"""Which lines of a page are the text: where it begins and ends, and what stands amid it that is not of it.

A page has one text, in one stretch, with strange lines here and there. Each line is weighed four times: is
it text, does the text begin here, does it end here, and, if it stands amid the text, does it belong to it?
The stretch with the best sum wins; it is found in one walk over the lines. Where a line says the title of the
page again, the text begins just below it, if anything there is nearly as good. The same few words of an
advertisement again and again are looked past, so that the paragraphs around them stand side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import regex

from reader.intake.endings import hard_end, is_announcing, is_last, is_spared
from reader.intake.features import Lie, edges, features, lie
from reader.intake.looks import PROSE, Look
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
ENDLESS = regex.compile(r"[\p{Thai}\p{Lao}]")
DOUBTFUL = 0.5  # the confidence of a cut of prose on a page where the most of it is cut
BELOW = range(1, 21)  # lines below its headline at which a text begins
NEARLY = 0.25  # of the best stretch, which the best one there has to be worth
DENSE = 0.6  # of lines that are prose: so many above a headline are no list of other articles
AGAIN, FEW = 3, 3  # times that an advertisement stands on a page, and its words, for it to be looked past


@dataclass(frozen=True, slots=True)
class Judged:
    """One line: whether it is of the text, how sure that is, and where it stands: before, amid or after."""

    look: Look  # what the line looks like, its raw line with it
    is_text: bool  # whether it is kept as text
    confidence: float  # of `is_text`, from 0 to 1
    place: str  # before, amid or after the stretch that is taken for the text


class Stretch(NamedTuple):
    """The lines that are taken for the text."""

    first: int  # a place among the lines that are not blank
    last: int  # the place of the last line, inclusive
    worth: float  # the sum of what its lines and edges say


def judge(lines: Sequence[Look], weights: Mapping[str, Row]) -> list[Judged]:
    """Return for each line whether it is of the text; paragraphs just beside it are spared."""
    lines = [_ended(one) for one in lines]
    passed = _interrupting(lines)
    rest = [one for one in lines if one.key not in passed]
    if not rest:
        return [Judged(one, is_text=False, confidence=confidence(SURE), place="before") for one in lines]
    return list(_with(passed, lines, _judged(rest, weights)))


def _ended(one: Look) -> Look:
    """The line, with an end of its sentence where its script has no sign for one: Thai and Lao have none."""
    if one.ending == "n" and one.size >= PROSE and ENDLESS.match(one.body[-1:]):
        return replace(one, ending=".", prose=float(one.size))
    return one


def _interrupting(lines: Sequence[Look]) -> set[str]:
    """The keys of the lines that are looked past."""
    times = Counter(
        one.key for one in lines if one.size <= FEW and "ad" in one.classes and is_announcing(one)
    )
    return {key for key, count in times.items() if count >= AGAIN}


def _with(passed: set[str], lines: Sequence[Look], judged: Sequence[Judged]) -> Iterator[Judged]:
    """All lines in their order, with those that were looked past."""
    rest = iter(judged)
    place = judged[0].place
    for one in lines:
        if one.key in passed:
            yield Judged(one, is_text=False, confidence=confidence(SURE), place=place)
        else:
            yield (known := next(rest))
            place = known.place


def _judged(lines: Sequence[Look], weights: Mapping[str, Row]) -> list[Judged]:
    page = lie(lines)
    scores = [score(one, weights) for one in features(lines, page)]
    above, below = ([score(one, weights) for one in edges(lines, side)] for side in (-1, 1))
    begins = [one[1] + other[1] for one, other in zip(scores, above, strict=True)]
    ends = [one[2] + other[2] for one, other in zip(scores, below, strict=True)]
    count = hard_end(lines) or len(lines)
    first, last, _worth = _best(page, lines[:count], [one[0] for one in scores], begins, ends)
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
    return _doubted(judged)


def _doubted(judged: list[Judged]) -> list[Judged]:
    """The same; where more of the prose is cut than kept, nobody is sure of what is cut."""
    kept = sum(one.look.prose for one in judged if one.is_text)
    if 2 * kept >= sum(one.look.prose for one in judged):
        return judged
    return [
        replace(one, confidence=min(one.confidence, DOUBTFUL)) if one.look.prose and not one.is_text else one
        for one in judged
    ]


def _best(
    page: Lie, lines: Sequence[Look], text: Sequence[float], begins: Sequence[float], ends: Sequence[float]
) -> Stretch:
    """The best stretch of all, or of those that begin just below the headline."""
    anywhere = stretch(lines, text, begins, ends)
    if page.headline < 0:
        return anywhere
    there = [one if at - page.headline in BELOW else NOWHERE for at, one in enumerate(begins)]
    below = stretch(lines, text, there, ends)
    lost = page.density(anywhere.first, page.headline) if anywhere.first < page.headline else 0.0
    good = below.worth > 0 and below.worth >= NEARLY * anywhere.worth
    return below if good and lost < DENSE else anywhere


def stretch(
    lines: Sequence[Look], text: Sequence[float], begins: Sequence[float], ends: Sequence[float]
) -> Stretch:
    """Return the stretch that is best taken for the text."""
    inside = (NOWHERE, 0)  # the best sum of a stretch that has the line before, and where it begins
    strange = (NOWHERE, 0)  # the same where the line before is a strange one
    best = Stretch(0, 0, NOWHERE)
    for at, one in enumerate(lines):
        own = WEIGHT * max(LEAST, min(MOST, text[at])) * (min(one.size, LONGEST) + 1) ** 0.5
        paused = max((strange[0] - STRANGE, strange[1]), (inside[0] - PAUSE - STRANGE, inside[1]))
        before = max((EDGE * begins[at], at), inside, strange)
        inside, strange = (before[0] + own, before[1]), paused
        ended = inside[0] + EDGE * ends[at]
        if ended > best.worth:
            best = Stretch(inside[1], at, ended)
    return best
