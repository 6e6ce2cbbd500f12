"""Give the blocks of list items what a browser puts before them: a number, a letter or a bullet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from reader.intake.received.html.boxes import Block
from reader.intake.received.html.tree import name

ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
LISTS = frozenset({"ul", "ol", "menu", "dir"})


def counted(found: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, those of list items with their depth, and the first of an item with its marker."""
    known: dict[HtmlElement, str] = {}
    for block in found:
        chain = (block.element, *block.element.iterancestors())
        item = next((one for one in chain if name(one) == "li"), None)
        if item is not None:
            block.depth = sum(name(one) in LISTS for one in item.iterancestors())
            if item not in known:
                known |= _markers(item)
                block.marker, known[item] = known.get(item, ""), ""
            else:
                block.marker, known[item] = known[item], ""
        yield block


def _markers(item: HtmlElement) -> dict[HtmlElement, str]:
    """The markers of all items of the list that an item stands in."""
    box = item.getparent()
    items = [one for one in box if name(one) == "li"] if box is not None else [item]
    if box is None or name(box) != "ol":
        return dict.fromkeys(items, "•")
    number, kind = _whole(box.get("start"), 1), box.get("type") or "1"
    made = {}
    for one in items:
        number = _whole(one.get("value"), number)
        made[one] = _marker(number, kind)
        number += 1
    return made


def _marker(number: int, kind: str) -> str:
    if kind in {"a", "A"} and 0 < number <= 26:
        return f"{chr(ord(kind) + number - 1)}."
    if kind in {"i", "I"} and 0 < number < 400:
        return f"{_roman(number).lower() if kind == 'i' else _roman(number)}."
    return f"{number}."


def _whole(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 7 else otherwise


def _roman(number: int) -> str:
    made = ""
    for value, sign in ROMAN:
        made += sign * (number // value)
        number %= value
    return made
