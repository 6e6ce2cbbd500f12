"""The passages of a text as they lie in quotations, lists, turns and letters: a tree for every output.

    (1) It does not apply to:        list ─ item ─┬─ passage “(1) …”
        (a) lakes                                 └─ list ─┬─ item ─ passage “(a) lakes”
        (b) rivers                                         └─ item ─ passage “(b) rivers”

Items of parts that follow one another are one list. An item and a turn hold what goes on with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from reader.model.pages import Passage
from reader.model.shapes import Holder

GroupKind = Literal["quotation", "letter", "abstract", "standfirst", "list", "item", "turn"]
BY_ITSELF = frozenset({"quotation", "letter"})  # a box round its own paragraphs too
ROUND_OTHERS = frozenset({"abstract", "standfirst"})  # a box only where it holds other kinds


@dataclass(slots=True)
class Group:
    """Passages and groups that one thing holds; `number` is that of the part, where it has one."""

    kind: GroupKind  # what holds them
    number: int = 0
    inner: list[Passage | Group] = field(default_factory=list)  # in the order of the text

    def passages(self) -> Iterator[Passage]:
        """All passages in it, in the order of the text."""
        for one in self.inner:
            if isinstance(one, Group):
                yield from one.passages()
            else:
                yield one

    @property
    def first(self) -> Passage:
        """The passage that it begins with."""
        return next(self.passages())


Node = Passage | Group
_Step = tuple[GroupKind, int, bool]  # a group to be in, the number of its part, and whether a new one begins


def outline(passages: Iterable[Passage]) -> list[Node]:
    """Return the passages in their groups, in the order of the text."""
    roots: list[Node] = []
    stack: list[Group] = []
    for passage in passages:
        steps = list(_steps(passage))
        kept = 0
        while kept < min(len(steps), len(stack)) and _goes_on(stack[kept], steps[kept]):
            kept += 1
        del stack[kept:]
        for kind, number, _begins in steps[kept:]:
            group = Group(kind, number)
            (stack[-1].inner if stack else roots).append(group)
            stack.append(group)
        (stack[-1].inner if stack else roots).append(passage)
    return roots


def _goes_on(group: Group, step: _Step) -> bool:
    kind, number, begins = step
    return group.kind == kind and not begins and (kind == "list" or number in (0, group.number))


def _steps(passage: Passage) -> Iterator[_Step]:
    """The groups that a passage stands in, the outermost first."""
    within = passage.shape.within
    for at, holder in enumerate(within):
        own = at == len(within) - 1
        if holder.kind == "item":
            yield "list", 0, False
            yield "item", 0, own and passage.kind == "item" and passage.shape.opens
        elif holder.kind == "speech":
            yield "turn", holder.number, own and passage.shape.opens
        elif holder.kind in BY_ITSELF or (holder.kind in ROUND_OTHERS and not own):
            yield _named(holder), holder.number, False


def _named(holder: Holder) -> GroupKind:
    if holder.kind == "quotation":
        return "quotation"
    if holder.kind == "letter":
        return "letter"
    return "abstract" if holder.kind == "abstract" else "standfirst"
