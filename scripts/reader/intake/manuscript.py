"""A text that is no page of the web: what stands at its edges, and hardly anything else, can be furniture.

A manuscript, a letter, a poem: no line of it looks like the prose that the models have learned from, and a
line that is lost is worse than one too many. So only lines above the first and below the last paragraph are
judged, and only those go that say what they are: a title, a byline, a notice, a caption, a link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.intake.body import Judged
from reader.intake.features import Lie, features, lie
from reader.intake.looks import Look
from reader.intake.metadata import BYLINE, DOI, JOURNAL
from reader.intake.weighing import Row, confidence, score

TELLING = frozenset("share subscribe account comments legal related ad caption byline author".split())
SURE = -1.2  # the score of a line that is surely no text
LONGEST = 60  # words of a line that can be furniture
EDGE = 12  # lines above the first and below the last paragraph that are judged
PARAGRAPH = 25  # words


def judge(lines: Sequence[Look], weights: Mapping[str, Row]) -> list[Judged]:
    """Return for each line whether it is of the text."""
    if not lines:
        return []
    page = lie(lines)
    scores = [score(one, weights)[0] for one in features(lines, page)]
    long = [at for at, one in enumerate(lines) if one.size >= PARAGRAPH and not _is_notice(one, scores[at])]
    first, last = (long[0], long[-1]) if long else (0, len(lines) - 1)
    judged: list[Judged] = []
    for at, one in enumerate(lines):
        place = "before" if at < first else "after" if at > last else "amid"
        sure = _furniture(at, lines, page, scores[at], place) if first - EDGE <= at <= last + EDGE else 0.0
        judged.append(Judged(one, sure < 0.5, max(sure, 1 - sure), place))
    return judged


def _furniture(at: int, lines: Sequence[Look], page: Lie, value: float, place: str) -> float:
    """How sure it is that a line is no text, by what it says of itself."""
    one = lines[at]
    if place == "amid":
        told = {"share", "ad", "subscribe"} & one.classes.keys()
        return 0.75 if one.size <= 8 and told and value < SURE else 0.05
    short = one.size <= 25
    signs = (
        (one.size <= 12 and BYLINE.fullmatch(one.body) is not None, 0.9),
        (short and DOI.search(one.text) is not None, 0.85),
        (short and one.digits > 0.08 and JOURNAL.search(one.text) is not None, 0.85),
        (at == 0 and place == "before" and one.ending != "." and 2 <= one.size <= 25, 0.8),  # the title
        (at > 0 and place == "before" and one.size >= 3 and page.times[one.key] > 1, 0.85),
        (at > 0 and _has_title(one, page), 0.85),
        (_is_notice(one, value), 0.8),
        (value < SURE and bool(TELLING & one.classes.keys()), confidence(-value)),
        (value < SURE and one.size <= 8 and one.dated > 0, confidence(-value)),
    )
    return max((sure for holds, sure in signs if holds), default=0.2) if one.size <= LONGEST else 0.1


def _has_title(one: Look, page: Lie) -> bool:
    """Whether most words of a line are those of the first one."""
    return len(page.title.intersection(one.words)) >= 0.8 * max(3, len(set(one.words)))


def _is_notice(one: Look, value: float) -> bool:
    """Whether a line of prose is about the page, or about whoever wrote the text."""
    return one.size <= LONGEST and value < 0 and bool({"legal", "subscribe", "author"} & one.classes.keys())
