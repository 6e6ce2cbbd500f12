"""Pieces are taken from what is kept, or made anew, and kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
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
        shared = Shared((name, self.state), bench, partial(_load, pieces_of, self.load))
        files_at = {one: f"{where}{FILES}" for one, where in place.items()}
        with closing(_Keeping(self.kept)) as keeping:
            for one, is_kept, value in self._kept_or_made(files_at, good, _make, shared):
                files = value if is_kept else value[1]
                if not is_kept:
                    reads = value[0]
                    keeping.keep(place[one], (self._base(bench.pieces[one]), reads, self._prints.of(reads)))
                    keeping.keep(files_at[one], files)
                yield from files.items()
        self.kept.forget(f"{name}/", [*place.values(), *files_at.values()])

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
        work: Callable[[Common, str], Any],
        common: Common,
        prints: Mapping[str, str],
        holds: Callable[[Any], bool] = lambda _made: True,
    ) -> Iterator[tuple[str, Any]]:
        """Yield what `work` makes of each of some names, which come with the fingerprints of what they name.

        What was made of the same before, and `holds` still, is taken from what is kept. What is made are
        values that can be kept: text, numbers, tuples of them. No more of them is held than what is being
        made.
        """
        place = {one: f"{name}/{one}" for one in prints}
        names = {where: one for one, where in place.items()}
        good = {
            names[where]
            for where, (print_, value) in self.kept.taken(names)
            if print_ == prints[names[where]] and holds(value)
        }
        shared = Shared((name, self.state), common, partial(_itself, common))
        with closing(_Keeping(self.kept)) as keeping:
            for one, is_kept, value in self._kept_or_made(place, good, work, shared):
                if not is_kept:
                    keeping.keep(place[one], (prints[one], value))
                yield one, value[1] if is_kept else value
        self.kept.forget(f"{name}/", names)

    def _kept_or_made(
        self,
        place: Mapping[str, str],
        good: Collection[str],
        work: Callable[[Common, str], Any],
        shared: Shared[Common],
    ) -> Iterator[tuple[str, bool, Any]]:
        """Yield of each name whether its value is kept, and the value: that of its place, or what is made."""
        kept = self.kept.taken(where for one, where in place.items() if one in good)
        fresh = self.workers.map(work, shared, [one for one in place if one not in good])
        waiting = next(kept, None)
        for one, where in place.items():
            if one not in good:
                yield one, False, next(fresh)
            elif waiting and waiting[0] == where:
                value = waiting[1]
                waiting = next(kept, None)
                yield one, True, value
            else:  # it was damaged since
                yield one, False, work(shared.value, one)


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
