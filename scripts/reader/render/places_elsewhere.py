"""What the first page of a divided text says of the places that stand on further pages.

    p33 p34 … p66, on page 2   ->  <a href="2/#p33" id="p33">33</a> …          where they are few
                               ->  <a href="2/" data-holds="p33..66">33–66</a>  where they are very many

An address that was published when all stood on one page leads on from there: a link to a place lands on the
link with its id, and `further.js` goes on by itself. Where the places are very many, the links are those of
pages, and only the script knows what stands on which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.render.list_phrases import FURTHER_PLACES

SCRIPT = "further.js"
NUMBERED = re.compile(r"(.*?)([1-9]\d*)")
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
        links += (_several(here, number, places) for number, places in further if places)
    return [NAV.format(name=FURTHER_PLACES, links=HTML(" ").join(links))] if links else []


def _several(here: Address, number: int, places: Sequence[Place]) -> HTML:
    words = "–".join(dict.fromkeys((places[0].words, places[-1].words)))
    ids = " ".join(runs(place.id for place in places))
    return SEVERAL.format(to=here.sheet(number).seen_from(here), ids=ids, words=words)


def runs(ids: Iterable[str]) -> Iterator[str]:
    """Yield ids in their order, and those that count on as one: `p33..66`."""
    begins = ends = ""
    for id_ in ids:
        if not begins:
            begins = id_
        elif id_ != _next(ends):
            yield _run(begins, ends)
            begins = id_
        ends = id_
    if begins:
        yield _run(begins, ends)


def _run(begins: str, ends: str) -> str:
    return begins if begins == ends else f"{begins}..{NUMBERED.sub(LAST, ends)}"


def _next(id_: str) -> str:
    """What counts on from an id; nothing where it has no number."""
    match = NUMBERED.fullmatch(id_)
    return f"{match[1]}{int(match[2]) + 1}" if match else ""
