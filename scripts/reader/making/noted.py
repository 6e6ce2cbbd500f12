"""A library that notes what is read of it.

    with noting(library) as (noted, reads):     `noted` is read like `library` itself
        piece.make(noted)
    reads   ->   {("references", "waltz-1979"), ("uses", "csto"), ("slugs",)}

A read is the name of what was read, and its key; without a key all of it was read. Whether something is there
is a read of its own kind, `?`. What an edition says of itself as a whole is not noted: see `prints.base`.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from dataclasses import fields, replace
from functools import cached_property
from typing import Any, TypeVar, overload

from reader.model import Anchor, Library, Page, Passage, Term
from reader.model.connections import Connections

Read = tuple[Any, ...]  # the name of what was read, and its key
Reads = dict[Read, None]  # in the order in which they were first read
K = TypeVar("K")
V = TypeVar("V")

THERE = "?"
MAPPINGS = ("references", "formatted", "items", "uses", "cited", "quoted", "edited")
CONNECTIONS = ("near", "mentions", "company")


class NotedMapping(Mapping[K, V]):
    """A mapping that notes each key that is asked for."""

    def __init__(self, held: Mapping[K, V], reads: Reads, *name: str) -> None:
        """Take what is read, where reads are noted, and under which name."""
        self._held, self._reads, self._name = held, reads, name

    def __getitem__(self, key: K, /) -> V:
        """Note the key, and return what stands under it."""
        self._reads[*self._name, key] = None
        return self._held[key]

    def get(self, key: K, default: Any = None, /) -> Any:
        """Do the same where there may be nothing."""
        self._reads[*self._name, key] = None
        return self._held.get(key, default)

    def __contains__(self, key: object) -> bool:
        """Note that it was asked whether there is something."""
        self._reads[*self._name, THERE, key] = None
        return key in self._held

    def __iter__(self) -> Iterator[K]:
        """Note that all was read."""
        self._reads[self._name] = None
        return iter(self._held)

    def __len__(self) -> int:
        """Note that all was read."""
        self._reads[self._name] = None
        return len(self._held)

    def items(self) -> ItemsView[K, V]:
        """Note that all was read."""
        self._reads[self._name] = None
        return self._held.items()

    def values(self) -> ValuesView[V]:
        """Note that all was read."""
        self._reads[self._name] = None
        return self._held.values()


class NotedStyles(NotedMapping[str, Mapping[str, V]]):
    """A mapping of mappings: which there are is one read, and each key of one of them another."""

    def __getitem__(self, key: str, /) -> Mapping[str, V]:
        """Return what stands under a key, which notes by itself what is read of it."""
        self._reads[*self._name, THERE, key] = None
        return NotedMapping(self._held[key], self._reads, *self._name, key)

    def items(self) -> ItemsView[str, Mapping[str, V]]:
        """Return all with their names; each notes by itself what is read of it."""
        return {name: self[name] for name in self}.items()

    def values(self) -> ValuesView[Mapping[str, V]]:
        """Return all; each notes by itself what is read of it."""
        return {name: self[name] for name in self}.values()


class NotedRow(Sequence[V]):
    """A row of things that is read as a whole."""

    def __init__(self, held: Sequence[V], reads: Reads, name: str) -> None:
        """Take what is read, where reads are noted, and under which name."""
        self._held, self._reads, self._name = held, reads, name

    @overload
    def __getitem__(self, at: int, /) -> V: ...
    @overload
    def __getitem__(self, at: slice, /) -> Sequence[V]: ...
    def __getitem__(self, at: int | slice, /) -> V | Sequence[V]:
        """Note that it was read."""
        self._reads[(self._name,)] = None
        return self._held[at]

    def __len__(self) -> int:
        """Note that it was read."""
        self._reads[(self._name,)] = None
        return len(self._held)


class NotedLibrary(Library):
    """A library of which each part notes what is read of it."""

    reads: Reads

    @classmethod
    def of(cls, library: Library) -> NotedLibrary:
        """Return the same library, with no read noted yet."""
        reads: Reads = {}
        held = {one.name: getattr(library, one.name) for one in fields(Library)}
        held |= {name: NotedMapping(held[name], reads, name) for name in MAPPINGS}
        held |= {name: NotedRow(held[name], reads, name) for name in ("pages", "terms")}
        held["styled"] = NotedStyles(library.styled, reads, "styled")
        held["published"] = replace(
            library.published,
            editions=NotedMapping(library.published.editions, reads, "editions"),
            pages=NotedMapping(library.published.pages, reads, "print"),
            unrecorded=NotedRow(library.published.unrecorded, reads, "unrecorded"),
        )
        found = library.connections
        near, mentions, company = (
            NotedMapping[Any, Any](getattr(found, name), reads, name) for name in CONNECTIONS
        )
        held["connections"] = Connections(
            near, mentions, company, NotedRow(found.timeline, reads, "timeline")
        )
        noted = cls(**held)
        object.__setattr__(noted, "reads", reads)
        object.__setattr__(noted, "_held", library)
        return noted

    @property
    def slugs(self) -> tuple[str, ...]:
        """Note that it was read which texts there are, and in which order."""
        self.reads[("slugs",)] = None
        return self._library.slugs

    @cached_property
    def page(self) -> Mapping[str, Page]:
        """Note each text that is read."""
        return NotedMapping(self._library.page, self.reads, "page")

    @cached_property
    def passages(self) -> Mapping[tuple[str, Anchor], Passage]:
        """Note each passage that is read: the rest of its text is another matter."""
        return NotedMapping(self._library.passages, self.reads, "passages")

    @cached_property
    def extents(self) -> Mapping[str, tuple[Mapping[Anchor, int], int]]:
        """Note each text of which it is read where its passages stand."""
        return NotedMapping(self._library.extents, self.reads, "extents")

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """Note each text whose language is asked for: its words are another matter."""
        return NotedMapping(self._library.languages, self.reads, "languages")

    @cached_property
    def term(self) -> Mapping[str, Term]:
        """Note each term that is read."""
        return NotedMapping(self._library.term, self.reads, "term")

    @cached_property
    def key_at(self) -> Mapping[str, str]:
        """Note each address of a work that is looked for."""
        return NotedMapping(self._library.key_at, self.reads, "key_at")

    @property
    def pictures(self) -> Mapping[str, bytes]:
        """Note that all texts were read."""
        self.reads[("pages",)] = None
        return self._library.pictures

    @property
    def withholding(self) -> tuple[str, ...]:
        """Note that all texts were read."""
        self.reads[("pages",)] = None
        return self._library.withholding

    @property
    def _library(self) -> Library:
        held: Library = self.__dict__["_held"]
        return held
