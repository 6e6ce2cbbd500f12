"""Pieces are taken from what is kept, or made anew, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol, TypeVar

from reader.making.noted import NotedLibrary, Read
from reader.making.prints import Prints
from reader.making.workers import Alone, Shared, Workers
from reader.model import Library
from reader.model.pieces import Made, Piece

Common = TypeVar("Common")
Item = TypeVar("Item")
PiecesOf = Callable[[Library], Iterable[Piece]]
ENOUGH = 200  # pieces that are kept at once


class Kept(Protocol):
    """What remembers values by names; see `project.memory`."""

    def taken(self, names: Iterable[str], /) -> Iterator[tuple[str, Any]]:
        """Yield what is kept under some names, each with its name."""

    def keep(self, made: Mapping[str, Any], /) -> None:
        """Keep values under their names."""


class Nothing:
    """Remembers nothing."""

    def taken(self, _names: Iterable[str]) -> Iterator[tuple[str, Any]]:
        """Yield nothing."""
        return iter(())

    def keep(self, _made: Mapping[str, Any]) -> None:
        """Let it go."""


def no_other() -> Library:
    """Say that there is no other process that could make a library."""
    raise NotImplementedError


@dataclass(frozen=True)
class Maker:
    """Makes pieces of one library."""

    library: Library
    kept: Kept = field(default_factory=Nothing)
    workers: Workers = field(default_factory=Alone)
    load: Callable[[], Library] = no_other  # makes the same library in another process
    state: str = (
        ""  # the fingerprint of all that the library was made of, where that process may have an older one
    )

    def made(self, name: str, pieces_of: PiecesOf) -> dict[str, str]:
        """Return the files of all pieces, in their order; `name` is what these pieces are kept under.

        The bytes are those of pieces that were all made anew, whatever was kept and whoever makes them.
        """
        name = f"{name} at the desk" if self.library.desk else name
        bench = _Bench.of(pieces_of, self.library)
        prints = Prints(self.library)
        base = prints.base()
        made: dict[str, Made] = {}
        for place, value in self.kept.taken(f"{name}/{one}" for one in bench.pieces):
            piece = bench.pieces[place.removeprefix(f"{name}/")]
            given, reads, was, files = value
            if given == (base, piece.given) and prints.of(reads) == was:
                made[piece.name] = files
        missing = [one for one in bench.pieces if one not in made]
        shared = Shared((name, self.state), bench, partial(_load, pieces_of, self.load))
        fresh: dict[str, Any] = {}
        for one, (reads, files) in zip(missing, self.workers.map(_make, shared, missing), strict=True):
            made[one] = files
            fresh[f"{name}/{one}"] = ((base, bench.pieces[one].given), reads, prints.of(reads), files)
            if len(fresh) == ENOUGH:
                self.kept.keep(fresh)
                fresh = {}
        self.kept.keep(fresh)
        return {path: text for one in bench.pieces for path, text in made[one].items()}

    def each(
        self,
        name: str,
        work: Callable[[Common, Item], Any],
        common: Common,
        items: Mapping[str, tuple[str, Item]],
        holds: Callable[[Any], bool] = lambda _made: True,
    ) -> dict[str, Any]:
        """Return what `work` makes of each item, by their names; each comes with its fingerprint.

        What was made of the same before, and `holds` still, is taken from what is kept. What is made are
        values that can be kept: text, numbers, tuples of them.
        """
        found: dict[str, Any] = {}
        for place, (print_, value) in self.kept.taken(f"{name}/{one}" for one in items):
            one = place.removeprefix(f"{name}/")
            if print_ == items[one][0] and holds(value):
                found[one] = value
        missing = [one for one in items if one not in found]
        shared = Shared((name, self.state), common, partial(_itself, common))
        made = self.workers.map(work, shared, [items[one][1] for one in missing])
        fresh = dict(zip(missing, made, strict=True))
        self.kept.keep({f"{name}/{one}": (items[one][0], value) for one, value in fresh.items()})
        return {one: found[one] if one in found else fresh[one] for one in items}


def _itself(common: Common) -> Common:
    return common


@dataclass(frozen=True)
class _Bench:
    """What a process needs to make pieces."""

    library: NotedLibrary
    pieces: Mapping[str, Piece]  # by their names, in their order

    @classmethod
    def of(cls, pieces_of: PiecesOf, library: Library) -> _Bench:
        with library.speech.spoken():
            return cls(NotedLibrary.of(library), {piece.name: piece for piece in pieces_of(library)})


def _load(pieces_of: PiecesOf, load: Callable[[], Library]) -> _Bench:
    return _Bench.of(pieces_of, load())


def _make(bench: _Bench, name: str) -> tuple[tuple[Read, ...], Made]:
    """Make one piece, and tell what was read for it."""
    bench.library.reads.clear()
    with bench.library.speech.spoken():
        files = {path: str(text) for path, text in bench.pieces[name].make(bench.library).items()}
    return tuple(bench.library.reads), files
