"""Pieces are taken from what is kept, or made anew, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Protocol, TypeVar

from reader.making.noted import NotedLibrary, Read
from reader.making.prints import Prints
from reader.model import Library
from reader.model.pieces import Made, Piece
from reader.project.workers import Alone, Shared, Workers

Common = TypeVar("Common")
Item = TypeVar("Item")
PiecesOf = Callable[[Library], Iterable[Piece]]
ENOUGH = 200  # things that are kept at once
FILES = " as made"  # ends the name under which the files of a piece are kept, beside what was read for it


class Kept(Protocol):
    """What remembers values by names; see `project.memory`."""

    def taken(self, names: Iterable[str], /) -> Iterator[tuple[str, Any]]:
        """Yield what is kept under some names, each with its name."""

    def keep(self, made: Mapping[str, Any], /) -> None:
        """Keep values under their names."""

    def forget(self, beginning: str, names: Iterable[str], /) -> None:
        """Let go of what has a name with a beginning, but of these names."""


class Nothing:
    """Remembers nothing."""

    def taken(self, _names: Iterable[str]) -> Iterator[tuple[str, Any]]:
        """Yield nothing."""
        return iter(())

    def keep(self, _made: Mapping[str, Any]) -> None:
        """Let it go."""

    def forget(self, _beginning: str, _names: Iterable[str]) -> None:
        """Do nothing."""


def no_other() -> Library:
    """Say that there is no other process that could make a library."""
    raise NotImplementedError


@dataclass(frozen=True)
class Maker:
    """Makes pieces of one library."""

    library: Library  # that of which the pieces are
    kept: Kept = field(default_factory=Nothing)  # what remembers what was made before
    workers: Workers = field(default_factory=Alone)  # who makes what is missing
    load: Callable[[], Library] = no_other  # makes the same library in another process
    state: str = ""  # the fingerprint of the whole project, where that process may have an older one

    @cached_property
    def _prints(self) -> Prints:
        return Prints(self.library)

    def made(self, name: str, pieces_of: PiecesOf) -> Iterator[tuple[str, str]]:
        """Yield the files of all pieces, in their order; `name` is what these pieces are kept under.

        The bytes are those of pieces that were all made anew, whatever was kept and whoever makes them. No
        more of them is held than what is being made.
        """
        name = f"{name} at the desk" if self.library.desk else name
        bench = _Bench.of(pieces_of, self.library)
        place = {one: f"{name}/{one}" for one in bench.pieces}
        good = set(self._still_good(bench, place))
        missing = [one for one in bench.pieces if one not in good]
        shared = Shared((name, self.state), bench, partial(_load, pieces_of, self.load))
        with closing(_Keeping(self.kept)) as keeping:
            kept = self.kept.taken(f"{place[one]}{FILES}" for one in bench.pieces if one in good)
            fresh = zip(missing, self.workers.map(_make, shared, missing), strict=True)
            waiting = next(kept, None)
            for one, piece in bench.pieces.items():
                if one not in good:
                    _one, (reads, files) = next(fresh)
                elif waiting and waiting[0] == f"{place[one]}{FILES}":
                    files = waiting[1]
                    waiting = next(kept, None)
                    yield from files.items()
                    continue
                else:  # it was damaged since
                    reads, files = _make(bench, one)
                keeping.keep(place[one], (self._base(piece), reads, self._prints.of(reads)))
                keeping.keep(f"{place[one]}{FILES}", files)
                yield from files.items()
        self.kept.forget(f"{name}/", [*place.values(), *(f"{one}{FILES}" for one in place.values())])

    def _still_good(self, bench: _Bench, place: Mapping[str, str]) -> Iterator[str]:
        """The names of the pieces of which nothing has changed that was read for them."""
        names = {where: one for one, where in place.items()}
        for where, (base, reads, was) in self.kept.taken(names):
            piece = bench.pieces[names[where]]
            if base == self._base(piece) and self._prints.of(reads) == was:
                yield piece.name

    def _base(self, piece: Piece) -> tuple[bytes, str]:
        return self._prints.base, piece.given

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
        fresh: dict[str, Any] = {}
        with closing(_Keeping(self.kept)) as keeping:
            for one, value in zip(missing, made, strict=True):
                fresh[one] = value
                keeping.keep(f"{name}/{one}", (items[one][0], value))
        self.kept.forget(f"{name}/", [f"{name}/{one}" for one in items])
        return {one: found[one] if one in found else fresh[one] for one in items}


class _Keeping:
    """Keeps a few things at once."""

    def __init__(self, kept: Kept) -> None:
        self._kept, self._waiting = kept, dict[str, Any]()

    def keep(self, name: str, value: object) -> None:
        self._waiting[name] = value
        if len(self._waiting) >= ENOUGH:
            self.close()

    def close(self) -> None:
        if self._waiting:
            self._kept.keep(self._waiting)
        self._waiting = {}


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
