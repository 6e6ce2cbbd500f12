"""Which marks of a passage a page or a book draws as spans and which as signs, where links cannot nest.

a link of the source on more words than a citation   ->   a link on the words beside the citation
a link of the source on the words of a citation      ->   a sign after them, which is the link
a note on words within a link                        ->   its sign after the link
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from reader.model import Mark, MarkKind, Passage

Points = list[tuple[int, Mark]]
LINKS: frozenset[MarkKind] = frozenset({"citation", "term", "link"})
EMENDATIONS: frozenset[MarkKind] = frozenset({"correction", "sic"})
MAY_BE_LINKS: frozenset[MarkKind] = LINKS | EMENDATIONS


def drawn(passage: Passage, kinds: Collection[MarkKind]) -> tuple[list[Mark], Points]:
    """Return the marks of some kinds that are spans, and the signs with their places, for `nested`."""
    spans = [one for one in passage.marks if one.kind in kinds and one.linked and one.start < one.end]
    others = [one for one in spans if one.kind in LINKS and one.kind != "link"]
    kept: list[Mark] = [one for one in spans if one.kind != "link"]
    signs: Points = []
    for link in (one for one in spans if one.kind == "link"):
        beside = list(_beside(link, others))
        kept += beside
        signs += [] if beside else [(link.end, link)]
    signs += [(one.end, one) for one in passage.marked("footnote")]
    signs += [(one.end, one) for one in passage.marked("note")]
    links = [one for one in kept if one.kind in MAY_BE_LINKS]
    points = [(clear_of(place, links), mark) for place, mark in signs]
    return kept, [*points, *((one.start, one) for one in passage.marked("page"))]


def _beside(link: Mark, others: Sequence[Mark]) -> Iterator[Mark]:
    """The parts of a link that lie in no other."""
    at = link.start
    for other in sorted(others, key=lambda one: one.start):
        if other.end <= at or other.start >= link.end:
            continue
        if at < other.start:
            yield replace(link, start=at, end=other.start)
        at = max(at, other.end)
    if at < link.end:
        yield replace(link, start=at)


def clear_of(offset: int, spans: Iterable[Mark]) -> int:
    """Return the nearest offset, from `offset` on, that is within none of the spans."""
    for span in sorted(spans, key=lambda mark: mark.start):
        if span.start < offset < span.end:
            offset = span.end
    return offset
