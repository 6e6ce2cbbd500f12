"""A section of the apparatus of a text: what stands above its entries, and these, on whatever page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.render.markup import Block
from reader.render.places_elsewhere import Place
from reader.words.speech import Said


@dataclass(frozen=True, slots=True)
class Around:
    """What an entry must know of the page that it is written on."""

    here: Address  # the page
    where: Callable[[str], Address]  # where an entry stands, by its id


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is told, with the places that it has."""

    places: tuple[Place, ...]  # those that links may lead to
    write: Callable[[Around], HTML]  # what it is on its page


@dataclass(frozen=True, slots=True)
class Part:
    """A section; of its head the first block is the heading, which stands wherever the section goes on."""

    id: str  # that of the heading
    name: Said  # what a link to it says
    head: Sequence[Block]  # its heading, and what is said of all entries
    entries: Sequence[Entry] = ()  # in their order
    table: Callable[[Iterable[HTML]], HTML] | None = None  # what rows stand in, where the entries are rows
