"""Say where paragraphs begin, and what is a heading: from room, indent and size, where a PDF says nothing.

The surest sign is that the next word would have fitted on the line before: no compositor ends a line early
within a paragraph. Room above a line and an indent come next; at the top of a column, where no room above
is seen, the way in which the rest of the text sets paragraphs apart decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.intake.received.pdf.lines import Line

ROOM = 0.28  # of the usual distance of lines: more above a line begins a paragraph
SOME_ROOM = 0.12
INDENT, DEEPEST = 0.6, 9.0  # in sizes of the type
SAME_EDGE = 0.25
SPACE = 0.25  # of the size: a space between words, at the least
OTHER_SIZE = 0.07
HEADING = 1.09  # of the size of the text
RAGGED = 0.9  # of the column: a heading in bold type leaves at least the rest of its line free
ENDED = re.compile(r"[.!?:;…。！？؟۔।][\"'”’»)\]\d*†‡]*\Z")
SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s+[\"'“‘«(\[]*[A-ZÀ-ÞА-ЯΑ-Ω]")
OPENS = re.compile(r"[\"'“‘«„(\[¿¡]*[^\Wa-zß-ÿа-яα-ω]")
ITEM = re.compile(r"(?:[•‣▪●○■–—*·]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s", re.IGNORECASE)
DIVIDED = re.compile(r"\w[-‐]\Z")


@dataclass(frozen=True, slots=True)
class Set:
    """A line where it is set: in which page and column, with the edges of the column."""

    line: Line  # with its place on the page, in points
    page: int  # from 0
    column: int  # from 1 in the order of reading; 0 runs over all, or is furniture
    left: float  # where reading begins, in points as `Line.starts`
    right: float  # where it ends, in points as `Line.ends`

    @property
    def indent(self) -> float:
        """The room before it, in sizes of its type."""
        return (self.line.starts - self.left) / self.line.size

    @property
    def room(self) -> float:
        """The room after it, in points."""
        return self.right - self.line.ends

    @property
    def width(self) -> float:
        """How much of its column a line reaches over."""
        return (self.line.ends - self.left) / max(self.right - self.left, 1.0)

    @property
    def centred(self) -> bool:
        """Whether as much room is left before a line as after it, and much of it."""
        before, after = self.line.starts - self.left, self.room
        return min(before, after) > 1.5 * self.line.size and abs(before - after) < 1.2 * self.line.size


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text is set: the size of its type, the distance of its lines, and how paragraphs are told.

    `terse` says that more paragraphs end than sentences within them: a full line that ends with a sentence
    then more likely ends a paragraph too, since both are as likely to fill their line.
    """

    size: float  # in points
    leading: float  # from baseline to baseline, in points
    indented: bool  # first lines are indented
    spaced: bool  # room is left above paragraphs
    terse: bool


def leading(found: Sequence[Set], size: float) -> float:
    """Return the usual distance of lines of the text."""
    distances: Counter[float] = Counter()
    for last, one in _pairs(found):
        usual = (
            abs(one.line.size - size) < OTHER_SIZE * size and abs(last.line.size - size) < OTHER_SIZE * size
        )
        if usual and 0.8 * size < one.line.y - last.line.y < 3 * size:
            distances[round((one.line.y - last.line.y) * 4) / 4] += 1
    if not distances:
        return 1.2 * size
    most = distances.most_common(1)[0][1]
    return min(distance for distance, times in distances.items() if times * 2 > most)


def manner(found: Sequence[Set], size: float) -> Manner:
    """Return how the paragraphs of a text are set apart."""
    distance = leading(found, size)
    bare = Manner(size, distance, indented=False, spaced=False, terse=False)
    of_text = [(last, one) for last, one in _pairs(found) if abs(one.line.size - size) < OTHER_SIZE * size]
    indents = [one for last, one in of_text if _is_indented(last, one)]
    roomy = [one for last, one in of_text if _room(last, one, bare) > ROOM]
    closed = [one for last, one in of_text if fits(last, one)]
    least = max(2, 0.3 * len(closed))
    inner = sum(len(SENTENCE.findall(one.line.text)) for one in found)
    return Manner(
        size,
        distance,
        indented=len(indents) >= least,
        spaced=len(roomy) >= least,
        terse=sum(bool(ENDED.search(last.line.text)) and fits(last, one) for last, one in of_text) > inner,
    )


def _pairs(found: Sequence[Set]) -> Iterator[tuple[Set, Set]]:
    for last, one in pairwise(found):
        if (last.page, last.column) == (one.page, one.column):
            yield last, one


def fits(last: Set, one: Set) -> bool:
    """Whether the first word of a line would have fitted on the line before it."""
    if DIVIDED.search(last.line.text):
        return False
    return last.room > one.line.first + SPACE * last.line.size + 0.15 * last.line.size


def _is_indented(last: Set, one: Set) -> bool:
    return INDENT < one.indent < DEEPEST and one.line.starts - last.line.starts > INDENT * one.line.size


def _room(last: Set, one: Set, how: Manner) -> float:
    """The room above a line, in lines; 0 where it follows at once."""
    usual = how.leading * max(one.line.size, last.line.size) / how.size
    return (one.line.y - last.line.y) / max(usual, 1.0) - 1


def begins(found: Sequence[Set], how: Manner) -> list[bool]:
    """Return for each line whether a paragraph begins with it."""
    made = [True] if found else []
    for at in range(1, len(found)):
        before = found[at - 2] if at > 1 else None
        after = found[at + 1] if at + 1 < len(found) else None
        made.append(_begins((before, found[at - 1], found[at], after), how))
    return made


def _begins(four: tuple[Set | None, Set, Set, Set | None], how: Manner) -> bool:
    """Whether a paragraph begins with the third of four lines that follow one another."""
    _before, last, one, _after = four
    if abs(one.line.size - last.line.size) > OTHER_SIZE * how.size:
        return True
    if (last.page, last.column) != (one.page, one.column):
        return _begins_column(last, one, how)
    room, closed = _room(last, one, how), fits(last, one)
    if room > ROOM or room < -1 or (room > SOME_ROOM and closed):
        return True
    if one.centred and last.centred:
        return bool(ITEM.match(one.line.text))
    return _looks_new(four, how, closed=closed) or (closed and _is_closed(last, one, how))


def _looks_new(four: tuple[Set | None, Set, Set, Set | None], how: Manner, *, closed: bool) -> bool:
    """Whether a line that follows at once stands or looks as the first of a paragraph does."""
    before, last, one, after = four
    other_look = one.centred != last.centred or one.line.bold != last.line.bold
    if DIVIDED.search(last.line.text):
        return False
    if _is_indented(last, one) or (how.indented and _opens_again(last, one, after)):
        return True
    if ITEM.match(one.line.text) and (closed or ENDED.search(last.line.text)):
        return True
    if (closed or not how.indented) and _hangs(before, last, one):
        return True
    return (closed and other_look) or (not (how.indented or how.spaced) and _is_terse(last, one, how))


def _is_closed(last: Set, one: Set, how: Manner) -> bool:
    """Whether a line that ends early ends a paragraph, where nothing else says so."""
    if one.line.cells or ENDED.search(last.line.text):
        return True
    return not (how.indented or how.spaced) or not one.line.text[:1].islower()


def _is_terse(last: Set, one: Set, how: Manner) -> bool:
    """Whether a full line that ends with a sentence is taken for the end of a paragraph."""
    return how.terse and bool(ENDED.search(last.line.text)) and bool(OPENS.match(one.line.text))


def _begins_column(last: Set, one: Set, how: Manner) -> bool:
    """Whether a paragraph begins at the top of a column or a page."""
    if DIVIDED.search(last.line.text):
        return False
    if how.indented and INDENT < one.indent < DEEPEST and not one.centred:
        return True
    if ITEM.match(one.line.text) and ENDED.search(last.line.text):
        return True
    if one.line.bold != last.line.bold and fits(last, one):
        return True
    if how.indented:
        return fits(last, one) and bool(ENDED.search(last.line.text)) and last.width < 1 - 0.1
    return fits(last, one) or _is_terse(last, one, how)


def _opens_again(last: Set, one: Set, after: Set | None) -> bool:
    """Whether a paragraph of one line, indented, is followed by the first line of a longer one."""
    if after is None or (after.page, after.column) != (one.page, one.column):
        return False
    even = abs(last.line.starts - one.line.starts) < SAME_EDGE * one.line.size
    return even and one.indent > INDENT and abs(after.indent) < SAME_EDGE and not last.centred


def _hangs(before: Set | None, last: Set, one: Set) -> bool:
    """Whether a line stands further out than two lines above it, as the next entry of a list does."""
    if before is None or (before.page, before.column) != (one.page, one.column):
        return False
    out = last.line.starts - one.line.starts > INDENT * one.line.size
    even = abs(before.line.starts - last.line.starts) < SAME_EDGE * one.line.size
    return out and even and abs(one.indent) < SAME_EDGE


def levels(found: Sequence[Set], how: Manner) -> Mapping[float, int]:
    """Return the levels of headings by the sizes of their type, the largest first."""
    sizes = sorted(
        {round(one.line.size, 1) for one in found if one.line.size > HEADING * how.size}, reverse=True
    )
    return {size: min(level, 6) for level, size in enumerate(sizes, 1)}


def is_bold_heading(last: Set) -> bool:
    """Whether the last line of a block in bold type ends as a heading does."""
    short = last.width < RAGGED or last.centred
    return short and last.line.text[-1:] not in ".,;"
