"""Addresses that were published: what stands there now, and what became of those that have left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.model import addresses
from reader.model.addresses import Address
from reader.model.anchor import Anchor
from reader.model.lines import At


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An address that goes on at another one."""

    source: str = field(metadata={"key": "from"})  # the address that was published
    to: str  # the address that it goes on at
    reason: str  # for readers
    at: At  # where the editor has written it


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An address at which nothing stands any more, with what was there and why it is gone."""

    address: str  # what was published
    was: str  # what stood there
    reason: str  # for readers
    at: At  # where the editor has written it


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedFile:
    """What stands in `moved.toml`."""

    moved: tuple[Moved, ...] = ()  # in their order
    gone: tuple[Gone, ...] = ()  # in their order
    at: At  # the file


@dataclass(frozen=True, slots=True)
class Left:
    """An address that has left: a page, or an entry of the bibliography.

    `leads` is the address, standing or gone, to which its links lead now; nothing where it is gone itself,
    and then `was` says what was there. `edition` is that in which it was first published, `anchors` are the
    places within a text. One that `follows` left with the text that it belongs to.
    """

    address: Address  # what was published
    leads: Address | None
    was: str
    reason: str  # for readers
    edition: str
    anchors: tuple[Anchor, ...] = ()
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """The register of addresses: `editions` says of each in which edition it was first published.

    `entry_pages` says whether works have pages of their own, the bibliography being too long for one;
    `unrecorded` are those that stand and are not in the register yet; `pages` are the places of pages of the
    print that were ever published, by the text.
    """

    editions: Mapping[str, str] = field(default_factory=dict)
    left: tuple[Left, ...] = ()  # what stands there no longer
    unrecorded: Sequence[str] = ()
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    entry_pages: bool = False

    def is_work(self, written: str) -> bool:
        """Whether an address is that of a work: its place, or the page of one that never had a place."""
        address = addresses.parse(written)
        if address is None or not address.path.startswith("bibliography/"):
            return False
        place = addresses.entry_place(address)
        return bool(address.fragment) or (place is not None and place.written not in self.editions)
