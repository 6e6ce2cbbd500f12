"""Marks that nest or overlap, as a tree: what a format without stand-off marks needs.

    «a [b (c] d) e»   ->   «a [b (c)] (d) e»

Of two spans that overlap only in part, the one of lower rank is divided where the other begins or ends, so
that no words lose a mark. Points, such as the signs of notes, stand where they are: after the spans that
end there, and before those that begin there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reader.model import Mark, MarkKind

LINKS = frozenset({"citation", "link", "term"})
# Where two marks cross, the later one here is divided; of two on the same words it stands within
ORDER: tuple[MarkKind, ...] = (
    "lead",
    "correction",
    "sic",
    "citation",
    "link",
    "term",
    "foreign",
    "small-capitals",
    "strong",
    "emphasis",
    "superscript",
    "subscript",
    "note",
    "footnote",
    "page",
)
# The same for pages, where a link that is divided would be two
LINKS_WHOLE: tuple[MarkKind, ...] = ("citation", "link", "term", *(one for one in ORDER if one not in LINKS))


@dataclass(frozen=True, slots=True)
class Point:
    """A mark that stands at one place."""

    mark: Mark  # without an extent


@dataclass(frozen=True, slots=True)
class Span:
    """A mark, or a part of a divided one, around `inner`; parts count from 1, and `part` 0 is a whole."""

    mark: Mark  # the whole of it
    inner: tuple[Node, ...]
    part: int = 0
    parts: int = 0  # how many there are of it


Node = str | Point | Span


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    mark: Mark
    part: int = 0
    parts: int = 0


@dataclass(slots=True)
class _Open:
    """A span that is being filled."""

    piece: _Piece
    inner: list[Node] = field(default_factory=list)


def nested(
    text: str,
    spans: Iterable[Mark],
    points: Iterable[tuple[int, Mark]] = (),
    breaks: Container[str] = (),
    order: Sequence[MarkKind] = ORDER,
) -> tuple[Node, ...]:
    """Return `text` with its spans one inside the other, and with points at the offsets given.

    The strings of the tree, joined, are `text`. No span holds one of the characters of `breaks`: it is
    divided there; `order` says which marks are divided where they cross.
    """
    rank = {kind: at for at, kind in enumerate(order)}
    held = [offset for offset, sign in enumerate(text) if sign in breaks] if breaks else []
    pieces = sorted(
        _divided(spans, rank, held), key=lambda piece: (piece.start, -piece.end, rank[piece.mark.kind])
    )
    waiting = sorted(points, key=lambda point: point[0])
    stack = [_Open(_Piece(0, len(text), Mark(0, 0, "note", "")))]
    at = 0

    def advance(to: int, *, through: bool) -> None:
        """Add the text up to `to`, with the points before it, or those at `to` as well."""
        nonlocal at
        while waiting and (waiting[0][0] < to or (through and waiting[0][0] == to)):
            offset, mark = waiting.pop(0)
            stack[-1].inner += [text[at:offset]] if offset > at else []
            stack[-1].inner.append(Point(mark))
            at = max(at, offset)
        stack[-1].inner += [text[at:to]] if to > at else []
        at = max(at, to)

    def close() -> None:
        advance(stack[-1].piece.end, through=False)
        done = stack.pop()
        span = Span(done.piece.mark, tuple(done.inner), done.piece.part, done.piece.parts)
        stack[-1].inner.append(span)

    for piece in pieces:
        while len(stack) > 1 and stack[-1].piece.end <= piece.start:
            close()
        advance(piece.start, through=True)
        stack.append(_Open(piece))
    while len(stack) > 1:
        close()
    advance(len(text), through=True)
    return tuple(stack[0].inner)


def split(nodes: Iterable[Node], sign: str) -> list[list[Node]]:
    """Return nodes in groups, divided where a character stands that no span holds."""
    groups: list[list[Node]] = [[]]
    for node in nodes:
        if not isinstance(node, str):
            groups[-1].append(node)
            continue
        first, *more = node.split(sign)
        groups[-1] += [first] if first else []
        groups += [[one] if one else [] for one in more]
    return groups


def _divided(spans: Iterable[Mark], rank: Mapping[MarkKind, int], breaks: Sequence[int] = ()) -> list[_Piece]:
    """The spans in pieces that do not cross one another."""
    found: list[_Piece] = []
    for together in _overlapping(spans):
        placed: list[_Piece] = []
        for mark in sorted(together, key=lambda mark: (rank[mark.kind], mark.start, -mark.end, mark.target)):
            placed += _pieces(mark, placed, breaks)
        found += placed
    return found


def _overlapping(spans: Iterable[Mark]) -> Iterator[list[Mark]]:
    """The spans in groups that have no place in common, so that a long text costs no more than its length."""
    group: list[Mark] = []
    reach = 0
    for mark in sorted(spans, key=lambda mark: mark.start):
        if group and mark.start >= reach:
            yield group
            group = []
        group.append(mark)
        reach = max(reach, mark.end)
    if group:
        yield group


def _pieces(mark: Mark, placed: Sequence[_Piece], breaks: Sequence[int]) -> list[_Piece]:
    start, end = mark.start, max(mark.start, mark.end)
    held = breaks[bisect_left(breaks, start) : bisect_left(breaks, end)]
    cuts = {one.end for one in placed if one.start < start < one.end < end}
    cuts |= {one.start for one in placed if start < one.start < end < one.end}
    if not cuts and not held:
        return [_Piece(start, end, mark)]
    edges = sorted({start, end, *cuts, *held, *(offset + 1 for offset in held)} - {end + 1})
    parts = [(first, last) for first, last in pairwise(edges) if first not in held]
    if len(parts) == 1:
        return [_Piece(*parts[0], mark)]
    return [_Piece(*part, mark, number, len(parts)) for number, part in enumerate(parts, 1)]
