"""What each block is: its kind and its shape, from the parts that hold its first line and those before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeGuard

from reader.model import (
    BlockKind,
    Figure,
    Heading,
    Holder,
    Part,
    PartKind,
    Picture,
    Place,
    Shape,
    Supply,
    Table,
    UnitName,
)
from reader.model.entries import PictureFile
from reader.model.shapes import PLAIN
from reader.reading import leads
from reader.reading.parts import Chain, Span
from reader.reading.plan import Plan

Shaped = tuple[BlockKind, Shape]


class Shaper:
    """Shapes the blocks of a text in their order; what is numbered depends on what stands before it."""

    def __init__(self, plan: Plan, pictures: Mapping[str, PictureFile]) -> None:
        """Take the plan of the text and the pictures that lie beside it."""
        self.plan, self.pictures = plan, pictures
        self.under: list[tuple[int, Place | None]] = []  # the headings above, with their levels
        self.items: list[str] = []  # what the items count that hold the next one
        self.lines: dict[int, int] = {}  # the number of the next line of each part in verse

    def supplied(self, entry: Supply, figure: Figure | None) -> Shaped:
        """The shape of a block that an editor has supplied."""
        self.items = []
        if figure:
            return "figure", Shape(picture=self._picture(figure))
        if entry.kind == "heading":
            self._enter(1, None)
        return entry.kind, PLAIN

    def heading(self, text: str, entry: Heading) -> Shaped:
        """The shape of a heading, and of what stands below it."""
        self.items = []
        lead, number = _numbered(text, entry.unit, entry.label)
        place = _place(entry.unit, number) if lead else None
        self._enter(entry.level, place)
        return "heading", Shape(level=entry.level, lead=lead, place=place)

    def block(self, text: str, chain: Chain) -> Shaped:
        """The shape of any other block."""
        if not any(span.kind == "item" for span in chain):
            self.items = []
        if not chain:
            return "paragraph", PLAIN
        own = chain[-1]
        within = tuple(Holder(one.kind, one.number) for one in chain if _holds(one.kind))
        kind, shape = self._own(text, own, chain)
        return kind, replace(shape, within=within)

    def _enter(self, level: int, place: Place | None) -> None:
        while self.under and self.under[-1][0] >= level:
            self.under.pop()
        self.under.append((level, place))

    def _own(self, text: str, own: Span, chain: Chain) -> Shaped:
        entry, kind = own.entry, own.kind
        if isinstance(entry, Table):
            return "table", Shape(head=max(0, entry.header))
        if isinstance(entry, Figure):
            return "figure", Shape(picture=self._picture(entry))
        if kind == "item":
            return "item", self._item(text, own, chain)
        if kind == "speech":
            lead, name = leads.speaker(text, entry.speakers)
            opens = lead > 0 or (bool(entry.speaker) and own.number not in self.lines)
            self.lines[own.number] = 0
            return "speech", Shape(lead=lead, speaker=name or entry.speaker, opens=opens)
        if kind == "letter":
            return "paragraph", PLAIN
        lead, number = _numbered(text, entry.unit, entry.label)
        shape = Shape(lead=lead, place=_place(entry.unit, number) if lead else None)
        return kind, self._counted(text, own, shape) if kind == "verse" else shape

    def _item(self, text: str, own: Span, chain: Chain) -> Shape:
        lead = leads.marker(text)
        opens = lead > 0 or own.number in self.plan.unmarked
        depth = sum(span.kind == "item" for span in chain)
        if not opens:
            self.items = self.items[:depth]
            place = self._place_of_item(chain) if len(self.items) == depth else None
            return Shape(lead=0, opens=False, place=place)
        self.items = [
            *self.items[: depth - 1],
            *[""] * (depth - 1 - len(self.items)),
            leads.counted(text[:lead]),
        ]
        return Shape(lead=lead, place=self._place_of_item(chain))

    def _place_of_item(self, chain: Chain) -> Place | None:
        """What the source calls an item: the number of the heading above, and those of the items round it."""
        outer = next(span.entry for span in chain if span.kind == "item")
        unit: UnitName = outer.unit if isinstance(outer, Part) else "none"
        base = "" if unit != "none" else None
        if base is None:
            above = next((place for _level, place in reversed(self.under) if place), None)
            if above is None:
                return None
            unit, base = above.unit, above.first
        if not all(self.items):
            return None
        numbers = list(self.items)
        dotted = max((at for at, one in enumerate(numbers) if "." in one), default=-1)
        if dotted >= 0:  # “1.2.3” says by itself what it is a part of
            base, numbers = numbers[dotted], numbers[dotted + 1 :]
        elif not base:
            base, numbers = numbers[0], numbers[1:]
        return _place(unit, base + "".join(f"({one})" for one in numbers))

    def _counted(self, text: str, own: Span, shape: Shape) -> Shape:
        """The shape of a stanza whose lines the source counts."""
        entry = own.entry
        if not isinstance(entry, Part) or entry.first_line < 1:
            return shape
        first = self.lines.get(own.number, entry.first_line)
        last = first + text.count("\n")
        self.lines[own.number] = last + 1
        place = shape.place or Place("line", str(first), str(last))
        return replace(shape, first_line=first, place=place)

    def _picture(self, figure: Figure) -> Picture:
        file = self.pictures.get(figure.file)
        width, height = (file.width, file.height) if file else (0, 0)
        return Picture(figure.file, figure.alt, figure.rights, width, height)


def _holds(kind: BlockKind | PartKind) -> TypeGuard[PartKind]:
    """Whether passages stand within a part, or are plain paragraphs, tables and figures by themselves."""
    return kind not in ("paragraph", "table", "figure", "heading")


def _numbered(text: str, unit: UnitName, label: str) -> tuple[int, str]:
    """How many characters at the beginning are the number that the source gives, and the number."""
    words = " ".join(label.split())
    if words:
        return (len(words), leads.number_of(words)) if text.startswith(words) else (0, "")
    return leads.label(text) if unit != "none" else (0, "")


def _place(unit: UnitName, number: str) -> Place | None:
    return Place(unit, number, number) if unit != "none" and number else None
