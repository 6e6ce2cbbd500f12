"""Lists that are divided among pages: what stands on which page, and the links between them.

An item stands on one page only, with the heading of its group above it; a group that goes on over the end of
a page has its heading on both. The first page is the address of the list, the others have numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.render import list_phrases
from reader.render.markup import Block, Markdown, document
from reader.words.speech import Phrase, Said, written

Kind = TypeVar("Kind")
AROUND = 2  # pages before and after this one that are linked by their numbers
NAV = HTML('<nav class="sheets" aria-label="{name}">{links}</nav>')
LINK = HTML('<a href="{to}">{words}</a>')
STEP = HTML('<a href="{to}" rel="{rel}">{words}</a>')
HERE = HTML('<span aria-current="page">{}</span>')
GAP = HTML("<span>…</span>")
JUMP = HTML('<a href="{to}">{words}</a>')
PLACED = HTML('<a href="{to}" id="{id}">{words}</a>')
JUMPS = HTML('<nav class="jumps" aria-label="{name}">{links}</nav>')


@dataclass(frozen=True, slots=True)
class Item(Generic[Kind]):
    """One entry of a list, which is written when it is known on which page it stands."""

    group: str  # the id of the heading that it stands under
    what: Kind  # what is written
    size: int  # how many characters it takes, about
    count: int = 1  # of what a page has only so many


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Kind]):
    """One page of a list."""

    number: int  # from 1
    of: int  # how many pages there are
    items: tuple[Item[Kind], ...]  # what stands on it
    before: int = 0  # what the items of all pages before it count
    begins: tuple[str, ...] = ()  # the groups of which no page before it has anything

    @property
    def groups(self) -> Iterator[tuple[str, list[Kind]]]:
        """The groups of this page with what stands in each."""
        for group, items in groupby(self.items, key=lambda item: item.group):
            yield group, [item.what for item in items]

    @property
    def count(self) -> int:
        """What the items of this page count."""
        return sum(item.count for item in self.items)


def sheets(
    items: Iterable[Item[Kind]], size: int, most: int | None = None, heading: int = 0, taken: int = 0
) -> list[Sheet[Kind]]:
    """Divide items among pages of so many characters, which count no more than `most`; there is one.

    A `heading` of a group takes so many characters more; so many are `taken` on the first page.
    """
    parts: list[list[Item[Kind]]] = [[]]
    room, left = size - taken, most
    for item in items:
        opens = not parts[-1] or parts[-1][-1].group != item.group
        full = item.size + heading * opens > room or (left is not None and item.count > left)
        if full and parts[-1]:
            parts.append([])
            room, left, opens = size, most, True
        parts[-1].append(item)
        room -= item.size + heading * opens
        left = None if left is None else left - item.count
    made: list[Sheet[Kind]] = []
    before = 0
    known: set[str] = set()
    for number, part in enumerate(parts, 1):
        begins = tuple(dict.fromkeys(item.group for item in part if item.group not in known))
        made.append(Sheet(number, len(parts), tuple(part), before, begins))
        before += made[-1].count
        known.update(begins)
    return made


def steps(list_: Address, sheet: Sheet[Kind], name: Phrase = list_phrases.PAGES_OF_LIST) -> list[HTML]:
    """Return the links to the other pages of a list; none where it has one page."""
    if sheet.of == 1:
        return []
    here = list_.sheet(sheet.number)
    near = range(sheet.number - AROUND, sheet.number + AROUND + 1)
    shown = sorted({1, sheet.of} | {number for number in near if 1 <= number <= sheet.of})
    links: list[HTML] = []
    if sheet.number > 1:
        to = list_.sheet(sheet.number - 1).seen_from(here)
        links.append(STEP.format(to=to, rel="prev", words=list_phrases.PREVIOUS_PAGE))
    for last, number in zip([0, *shown], shown, strict=False):
        if number > last + 1:
            links.append(GAP)
        to = list_.sheet(number).seen_from(here)
        links.append(
            HERE.format(written(number))
            if number == sheet.number
            else LINK.format(to=to, words=written(number))
        )
    if sheet.number < sheet.of:
        to = list_.sheet(sheet.number + 1).seen_from(here)
        links.append(STEP.format(to=to, rel="next", words=list_phrases.NEXT_PAGE))
    return [NAV.format(name=name, links=HTML(" ").join(links))]


def documents(
    list_: Address, every: Iterable[Sheet[Kind]], write: Callable[[Sheet[Kind], Address], Iterable[Block]]
) -> Iterator[tuple[Address, Markdown]]:
    """Yield the pages of a list with their addresses; `write` gives the blocks of one, without the steps."""
    for sheet in every:
        here = list_.sheet(sheet.number)
        yield here, document([*write(sheet, here), *steps(list_, sheet)])


def jumps(
    name: Said, list_: Address, here: Address, every: Sequence[Sheet[Kind]], words: Callable[[str], str]
) -> list[HTML]:
    """Return links from `here` to the groups of a list, wherever they begin; none where there is one group.

    A group without `words` has no link.

    On the first page the link to a group that stands elsewhere has its id, so that a link to the group that
    was made when all stood on one page still leads there.
    """
    begins = {group: sheet.number for sheet in every for group in sheet.begins}
    if len(begins) < 2:
        return []
    links: list[HTML] = []
    for group, number in begins.items():
        if not (said := words(group)):
            continue
        to = list_.sheet(number).at(group).seen_from(here)
        away = here == list_ and number > 1
        links.append((PLACED if away else JUMP).format(to=to, id=group, words=said))
    return [JUMPS.format(name=name, links=HTML(" ").join(links))]


def titled(title: Said, number: int) -> str:
    """Return what the page of a list is called: all but the first say which they are."""
    return str(title) if number == 1 else list_phrases.TITLE_OF_PAGE.format(title=title, number=number)
