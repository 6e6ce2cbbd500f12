"""Paragraphs of an article that have no number of their own: counted under it, as lawyers count them.

Article 2                      art. 2
In this Act, “tide” means …    art. 2              where it is alone

Article 3                      art. 3
The master keeps the book.     art. 3, para. 1
He shows it to nobody.         art. 3, para. 2
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reader.model import Block, Place
from reader.model.units import HAVING_PARAGRAPHS, OF_LAW


def count_paragraphs(blocks: Sequence[Block], *, sections: bool) -> list[Block]:
    """Return the blocks, those without a number with that of their article and their place in it.

    `sections` says whether paragraphs of sections are counted too.
    """
    units = HAVING_PARAGRAPHS if sections else OF_LAW
    under: list[tuple[int, Place | None, int]] = []  # the headings above: level, number, and which block
    found: defaultdict[int, list[int]] = defaultdict(list)
    places: dict[int, Place] = {}
    for at, block in enumerate(blocks):
        if block.kind == "heading":
            while under and under[-1][0] >= block.shape.level:
                under.pop()
            under.append((block.shape.level, block.shape.place, at))
        elif _lacks_number(block):
            above = next(((place, heading) for _level, place, heading in reversed(under) if place), None)
            if above and above[0].unit in units:
                places[above[1]] = above[0]
                found[above[1]].append(at)
    counted = list(blocks)
    for heading, inner in found.items():
        for number, at in enumerate(inner, 1):
            place = replace(places[heading], paragraph=number if len(inner) > 1 else 0)
            counted[at] = replace(blocks[at], shape=replace(blocks[at].shape, place=place))
    return counted


def _lacks_number(block: Block) -> bool:
    """Whether nothing but the heading above numbers a block: what goes on in an item belongs to the item."""
    in_item = any(holder.kind == "item" for holder in block.shape.within)
    return block.kind != "footnote" and block.shape.place is None and not in_item
