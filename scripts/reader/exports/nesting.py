"""Marks that nest or overlap, as a tree: what a format without stand-off marks needs.

    «a [b (c] d) e»   ->   «a [b (c)] (d) e»

Of two spans that overlap only in part, the one of lower rank is divided where the other begins or ends, so
that no words lose a mark. Points, such as the signs of notes, stand where they are: after the spans that
end there, and before those that begin there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.model import Mark, MarkKind

RANK: dict[MarkKind, int] = {"correction": 0, "sic": 1, "citation": 2, "term": 3, "note": 4}


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


def nested(text: str, spans: Iterable[Mark], points: Iterable[tuple[int, Mark]] = ()) -> tuple[Node, ...]:
    """Return `text` with its spans one inside the other, and with points at the offsets given.

    The strings of the tree, joined, are `text`.
    """
    pieces = sorted(_divided(spans), key=_order)
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


def _order(piece: _Piece) -> tuple[int, int, int]:
    return piece.start, -piece.end, RANK[piece.mark.kind]


def _divided(spans: Iterable[Mark]) -> list[_Piece]:
    """The spans in pieces that do not cross one another."""
    placed: list[_Piece] = []
    for mark in sorted(spans, key=lambda mark: (RANK[mark.kind], mark.start, -mark.end, mark.target)):
        placed += _pieces(mark, placed)
    return placed


def _pieces(mark: Mark, placed: Sequence[_Piece]) -> list[_Piece]:
    start, end = mark.start, max(mark.start, mark.end)
    cuts = {one.end for one in placed if one.start < start < one.end < end}
    cuts |= {one.start for one in placed if start < one.start < end < one.end}
    if not cuts:
        return [_Piece(start, end, mark)]
    edges = [start, *sorted(cuts), end]
    count = len(edges) - 1
    return [_Piece(edges[i], edges[i + 1], mark, i + 1, count) for i in range(count)]
