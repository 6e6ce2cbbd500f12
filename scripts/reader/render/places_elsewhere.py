"""What the first page of a divided text says of the places that stand on further pages.

    p33 p34 … p66, on page 2   ->  <a href="2/#p33" id="p33">33</a> …          where they are few
                               ->  <a href="2/" data-holds="p33..66">33–66</a>  where they are very many

An address that was published when all stood on one page leads on from there: a link to a place lands on the
link with its id, and `further.js` goes on by itself. Where the places are very many, the links are those of
pages, and only the script knows what stands on which.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.model.addresses import Address
from reader.model.limits import Limits
from reader.model.markup import HTML
from reader.render.list_phrases import FURTHER_PLACES

SCRIPT = "further.js"
NUMBERED = re.compile(r"(.*?)([1-9]\d*)")
OF_ONE, OF_SEVERAL = 45, 85  # characters of a link to a place, and to a page
LAST = r"\2"  # its number
NAV = HTML('<nav class="jumps further" aria-label="{name}">{links}</nav>')
ONE = HTML('<a href="{to}" id="{id}">{words}</a>')
SEVERAL = HTML('<a href="{to}" data-holds="{ids}">{words}</a>')


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a text that can be linked to."""

    id: str  # its id on the page
    words: str  # what its link says, which is short
    linked: bool = (
        False  # whether pages of the site link to it, so that the first page has its id in any case
    )


def elsewhere(here: Address, pages: Sequence[Sequence[Place]], most: int) -> list[HTML]:
    """Return the links of the first page `here` to what stands on all `pages` but this; none of one page.

    More than `most` are not linked one by one.
    """
    further = list(enumerate(pages[1:], 2))
    single = sum(len(places) for _number, places in further) <= most
    links = [
        ONE.format(to=here.sheet(number).at(place.id).seen_from(here), id=place.id, words=place.words)
        for number, places in further
        for place in places
        if single or place.linked
    ]
    if not single:
        known = {place.id for places in pages for place in places}
        links += (_several(here, number, places, known) for number, places in further if places)
    return [NAV.format(name=FURTHER_PLACES, links=HTML(" ").join(links))] if links else []


def taken(places: int, size: int, limits: Limits) -> int:
    """Return how many characters these links take, about, where all places take so many themselves."""
    if size <= limits.part:
        return 0
    links = OF_ONE * places if places <= limits.places else OF_SEVERAL * size // limits.part
    return min(links, limits.part // 2)


def _several(here: Address, number: int, places: Sequence[Place], known: Collection[str]) -> HTML:
    words = "–".join(dict.fromkeys((places[0].words, places[-1].words)))
    ids = " ".join(runs([place.id for place in places], known))
    return SEVERAL.format(to=here.sheet(number).seen_from(here), ids=ids, words=words)


def runs(ids: Iterable[str], known: Collection[str]) -> Iterator[str]:
    """Yield ids in their order, and those that count on as one: `p33..66`.

    What is between two of them and is no id that is `known`, as the number of a blank line, is no gap.
    """
    begins = ends = ""
    for id_ in ids:
        if not begins:
            begins = id_
        elif not _counts_on(ends, id_, known):
            yield _run(begins, ends)
            begins = id_
        ends = id_
    if begins:
        yield _run(begins, ends)


def _run(begins: str, ends: str) -> str:
    return begins if begins == ends else f"{begins}..{NUMBERED.sub(LAST, ends)}"


def _counts_on(one: str, other: str, known: Collection[str]) -> bool:
    """Whether an id counts on from another, with no known one between them."""
    here, there = NUMBERED.fullmatch(one), NUMBERED.fullmatch(other)
    if not here or not there or here[1] != there[1]:
        return False
    between = range(int(here[2]) + 1, int(there[2]))
    return int(there[2]) > int(here[2]) and not any(f"{here[1]}{number}" in known for number in between)
