"""What is asked of each line of a page before its weight is looked up: the features of the models.

A feature is a name such as “endsSL” that a line has or has not; `weights.tsv` gives each name its weights.
Lines are judged by themselves, by their neighbours, by where the prose of the page lies, by its headline and
by what has been passed since (comments, related items). Numbers are cut into few steps, so that a table
learned from some pages says something of others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reader.intake.languages import FUNCTION
from reader.intake.looks import LENGTHS, Look, step

NOT_PROSE = -6.0  # what a line without prose takes from a stretch of prose
NEAR = ("related", "comments", "subscribe", "author", "tags", "ad")
PASSED = ("comments", "related", "author", "legal")
SHORT = 6  # words of a line that can announce what follows
EDGE = 5  # lines beyond an edge of the text that tell of it


@dataclass(frozen=True)
class Lie:
    """How a page lies: its stretch of prose, its headline (or -1), its words, the indent of its prose."""

    first: int  # where the prose begins: a place among the lines that are not blank, from 0
    last: int  # where it ends, inclusive
    headline: int  # the place of the line that says the title again; -1 if none does
    indent: int  # in code points: that of most words of the prose
    is_flat: bool  # nearly all lines have the same indent
    is_even: bool  # all lines stand equally far apart
    words: Counter[str]  # in how many lines of prose each word of more than 3 letters stands
    times: Counter[str]  # how often lines of the page have the same words, by `Look.key`
    title: frozenset[str]  # the words of more than 2 letters in the first line of the page
    prose: list[int]  # how many lines of prose stand above each line

    def density(self, first: int, last: int) -> float:
        """The share of prose among some lines of the page."""
        first, last = max(0, first), min(len(self.prose) - 1, last)
        return (self.prose[last] - self.prose[first]) / max(1, last - first)


def lie(lines: Sequence[Look]) -> Lie:
    """Return how a page lies."""
    first, last = _stretch(lines)
    inside = [one for one in lines[first : last + 1] if one.prose]
    indents: Counter[int] = Counter()
    words: Counter[str] = Counter()
    for one in inside:
        indents[one.indent] += one.size
        words.update({word for word in one.words if len(word) > 3 and word not in FUNCTION})
    return Lie(
        first,
        last,
        _headline(lines),
        indents.most_common(1)[0][0] if indents else 0,
        len({one.indent for one in lines}) <= 2,
        all(one.gap <= 1 for one in lines[1:]),
        words,
        Counter(one.key for one in lines if one.size),
        frozenset(word for word in lines[0].words if len(word) > 2),
        list(accumulate((bool(one.prose) for one in lines), initial=0)),
    )


def _stretch(lines: Sequence[Look]) -> tuple[int, int]:
    """The stretch with the most prose for the least else."""
    best, found = 0.0, (0, 0)
    sum_, start = 0.0, 0
    for at, one in enumerate(lines):
        if sum_ <= 0:
            sum_, start = 0.0, at
        sum_ += one.prose or NOT_PROSE
        if sum_ > best:
            best, found = sum_, (start, at)
    return found


def _headline(lines: Sequence[Look]) -> int:
    """The line that says the title of the page again, where prose follows; -1 if none does."""
    title = {word for word in lines[0].words if len(word) > 2}
    found: list[tuple[int, float]] = []
    for at, one in enumerate(lines[1:], 1) if title else ():
        if 3 <= one.size <= 40:
            words = {word for word in one.words if len(word) > 2}
            shared = len(words & title)
            if words and shared >= 0.8 * len(words) and shared >= 0.45 * len(title):
                found.append((at, sum(other.prose for other in lines[at + 1 : at + 15])))
    most = max((prose for _at, prose in found), default=0.0)
    return next((at for at, prose in found if prose >= most / 2), -1)


def features(lines: Sequence[Look], page: Lie) -> list[list[str]]:
    """Return the features of each line."""
    passed = _passed(lines, page)
    return [
        [
            *_alone(one),
            *_in_place(at, one, page),
            *_beside(at, lines, page),
            *_in_words(at, one, page),
            *passed[at],
        ]
        for at, one in enumerate(lines)
    ]


def _alone(one: Look) -> Iterator[str]:
    size = one.length
    steps = step(one.size, LENGTHS)
    yield "any"
    yield f"long{steps}"
    yield f"ends{one.ending}"
    yield f"ends{one.ending}{min(steps, 7) // 2}"
    yield f"opens{one.opening}"
    yield f"function{step(one.function, (0.01, 0.1, 0.2, 0.3, 0.4))}{size}"
    if one.bullet:
        yield "bullet"
        yield f"bullet{size}"
    if one.cased and one.size >= 3:
        yield f"capitals{step(one.capitals, (0.2, 0.35, 0.5, 0.7, 0.9))}{size}"
    if one.digits > 0.05:
        yield f"digits{step(one.digits, (0.15, 0.4))}{size}"
    if one.dated:
        yield f"dated{min(one.dated, 2)}{size}"
    for name, count in one.classes.items():
        share = "" if size == "L" else step(count / max(1, one.size), (0.15, 0.4, 0.8))
        yield f"{name}{size}{share}"
        if size == "L" and count > 2:
            yield f"{name}LL"
    for mark in one.marks:
        yield f"{mark}{size}"
    if one.commas:
        yield f"comma{min(one.commas, 2)}{size}"
    if one.stops:
        yield f"stops{min(one.stops, 2)}"


def _in_place(at: int, one: Look, page: Lie) -> Iterator[str]:
    size = one.length
    if at < page.first:
        yield f"before{step(page.first - at, (2, 4, 8, 16))}"
        yield f"before{size}"
    elif at > page.last:
        yield f"after{step(at - page.last, (2, 4, 8, 16, 40))}"
        yield f"after{size}"
    else:
        yield "amid"
        yield f"amid{size}"
    if at == 0:
        yield "first"
    if page.headline < 0:
        yield "unheaded"
    elif at < page.headline:
        yield "overhead"
        yield f"overhead{size}"
    elif at > page.headline:
        yield f"headed{step(at - page.headline, (3, 8, 20, 50, 100))}"
        yield f"headed{size}"
    else:
        yield "headline"


def _beside(at: int, lines: Sequence[Look], page: Lie) -> Iterator[str]:
    one, count = lines[at], len(lines)
    size = one.length
    above = step(page.density(at - 3, at), (0.3, 0.6, 0.9))
    below = step(page.density(at + 1, at + 4), (0.3, 0.6, 0.9))
    yield f"above{above}"
    yield f"below{below}"
    yield f"around{above}{below}{size}"
    yield f"about{step(page.density(at - 10, at + 11), (0.1, 0.25, 0.5, 0.75))}{size}"
    for away in (-2, -1, 1, 2):
        if 0 <= at + away < count:
            other = lines[at + away]
            yield f"by{away}long{step(other.size, (2, 5, 9, 16, 31))}{size}"
            if away in (-1, 1):
                yield f"by{away}ends{other.ending}{size}"
                if other.size < 9:
                    yield from (f"by{away}{name}{size}" for name in other.classes)
        else:
            yield f"by{away}none"
    announced = {
        name
        for other in lines[max(0, at - SHORT) : max(0, at - 1)]
        if other.size <= SHORT
        for name in NEAR
        if name in other.classes
    }
    yield from (f"near{name}{size}" for name in sorted(announced))
    yield from _indented(at, lines, page)


def _indented(at: int, lines: Sequence[Look], page: Lie) -> Iterator[str]:
    one, size = lines[at], lines[at].length
    if not page.is_flat:
        more = one.indent - page.indent
        where = ("eq" if not more else "less" if more < 0 else "more") + ("far" if abs(more) > 8 else "")
        yield f"indent{where}"
        yield f"indent{where}{size}"
        for away in (-1, 1):
            if 0 <= at + away < len(lines):
                other = lines[at + away].indent
                than = "=" if other == one.indent else "<" if other < one.indent else ">"
                yield f"by{away}indent{than}{size}"
    if not page.is_even:
        yield f"gap{min(one.gap, 2)}{size}"
        if at + 1 < len(lines):
            yield f"gapbelow{min(lines[at + 1].gap, 2)}{size}"


def _in_words(at: int, one: Look, page: Lie) -> Iterator[str]:
    size = one.length
    if one.size and page.times[one.key] > 1:
        yield f"again{min(page.times[one.key], 3)}{size}"
    own = {word for word in one.words if len(word) > 3 and word not in FUNCTION}
    if own:
        once = 1 if one.prose and page.first <= at <= page.last else 0
        known = sum(page.words[word] > once for word in own) / len(own)
        yield f"known{step(known, (0.01, 0.15, 0.3, 0.5, 0.75))}{size}"
    if page.title and one.size >= 3 and at:
        shared = len(page.title.intersection(one.words)) / len(page.title)
        if shared >= 0.5:
            yield f"title{step(shared, (0.7, 0.9))}"


def _passed(lines: Sequence[Look], page: Lie) -> list[list[str]]:
    """What has been passed since the text could begin: comments, related items, dates of others."""
    start = page.headline if page.headline >= 0 else page.first
    counts = dict.fromkeys(PASSED, 0)
    dates = 0
    found: list[list[str]] = []
    for at, one in enumerate(lines):
        size = one.length
        if at <= start:
            found.append([])
            continue
        found.append(
            [
                *(f"passed{name}{min(counts[name], 3)}{size}" for name in PASSED),
                f"passeddates{step(dates, (2, 4))}{size}",
            ]
        )
        if one.size <= SHORT:
            for name in PASSED:
                counts[name] += name in one.classes
        dates += bool(one.dated) and one.size <= 9
    return found


def edges(lines: Sequence[Look], side: int) -> list[list[str]]:
    """Return what tells, beside a line's own features, that the text begins (`side` -1) or ends (1) there."""
    return [list(_beyond(at, lines, side)) for at in range(len(lines))]


def _beyond(at: int, lines: Sequence[Look], side: int) -> Iterator[str]:
    seen: set[str] = set()
    for away in range(EDGE):
        where = at + side * (away + 1)
        if not 0 <= where < len(lines):
            yield f"edge{away}"
            break
        other = lines[where]
        size, near = other.length, min(away, 2)
        for name in other.classes:
            yield f"beyond{near}{name}{size}"
            seen.add(f"{name}{size}")
        if other.dated:
            seen.add(f"dated{size}")
        if away < 3:
            yield f"beyond{away}long{step(other.size, (2, 5, 9, 16, 31))}"
        yield f"beyond{near}ends{other.ending}{size}"
    yield from (f"beyond{one}" for one in sorted(seen))
