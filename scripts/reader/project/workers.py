"""Who does what can be done side by side: this process, others of this machine, or those of a cluster.

    workers.map(work, shared, items)   ->   work(shared.value, item) for each item, in their order

What all items have in common is not sent along with each: a process that was split off from this one has it
already, and any other makes it once, by `shared.load`. Whoever does it, the same comes out.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from threading import Thread
from typing import Any, Generic, Protocol, TypeVar

from reader.model.problems import Problem, ProblemsFound

Given = TypeVar("Given")
Item = TypeVar("Item")
Made = TypeVar("Made")
FEW = 8  # items for which no other process is worth its start
SHARE = 4  # parts that each worker is given, one after the other, so that all end at about the same time
MOST = 64  # items of a part


@dataclass(frozen=True)
class Shared(Generic[Given]):
    """What all items of some work have in common."""

    name: tuple[str, ...]  # of what it is, and its state: another state has another name
    value: Given  # as this process has it
    load: Callable[[], Given]  # makes the same in a process that does not have it


class Workers(Protocol):
    """Whoever does some work."""

    def map(
        self, work: Callable[[Given, Item], Made], shared: Shared[Given], items: Sequence[Item]
    ) -> Iterator[Made]:
        """Yield what comes of each item, in their order."""


class Alone:
    """This process, which does one thing after the other."""

    def map(
        self, work: Callable[[Given, Item], Made], shared: Shared[Given], items: Sequence[Item]
    ) -> Iterator[Made]:
        """Yield what comes of each item, in their order."""
        return (work(shared.value, item) for item in items)


class Processes:
    """Processes of this machine, which are split off for each piece of work, and end with it."""

    def __init__(self, number: int) -> None:
        """Take how many."""
        self._number = number

    def map(
        self, work: Callable[[Given, Item], Made], shared: Shared[Given], items: Sequence[Item]
    ) -> Iterator[Made]:
        """Yield what comes of each item, in their order; what a process that died has left is done again."""
        if self._number < 2 or len(items) < FEW:
            yield from Alone().map(work, shared, items)
            return
        parts = _parts(items, self._number)
        done = 0
        for last in (False, True):
            try:
                with self._pool(shared) as pool:
                    for made in _mapped(pool, work, shared, parts[done:]):
                        yield from made
                        done += 1
                return
            except BrokenProcessPool:
                if last:
                    raise _died(parts[done]) from None

    def _pool(self, shared: Shared[Any]) -> Executor:
        forks = sys.platform == "linux"  # elsewhere, libraries of the system do not bear it
        if forks:
            _HELD[:] = [(shared.name, shared.value)]
        context = multiprocessing.get_context("fork" if forks else "spawn")
        return ProcessPoolExecutor(self._number, mp_context=context, initializer=_end_with_parent)


class Others:
    """Any executor, such as that of a cluster: its workers see the same folders as this machine."""

    def __init__(self, executor: Executor, number: int) -> None:
        """Take an executor, and how many workers it has."""
        self._executor, self._number = executor, number

    def map(
        self, work: Callable[[Given, Item], Made], shared: Shared[Given], items: Sequence[Item]
    ) -> Iterator[Made]:
        """Yield what comes of each item, in their order."""
        for made in _mapped(self._executor, work, shared, _parts(items, self._number)):
            yield from made


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _end_with_parent() -> None:
    """See that a worker ends when the process is killed that it works for, and does not wait forever."""
    Thread(target=_wait_for_end, daemon=True).start()


def _wait_for_end() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _parts(items: Sequence[Item], workers: int) -> list[Sequence[Item]]:
    size = max(1, min(MOST, -(-len(items) // (workers * SHARE))))
    return [items[at : at + size] for at in range(0, len(items), size)]


def _mapped(
    executor: Executor,
    work: Callable[[Given, Item], Made],
    shared: Shared[Given],
    parts: Sequence[Sequence[Item]],
) -> Iterator[list[Made]]:
    return executor.map(_Part(work, shared.name, shared.load), parts)


_HELD: list[tuple[tuple[str, ...], Any]] = []  # what this process has in common with others, the last alone


@dataclass(frozen=True)
class _Part(Generic[Given, Item, Made]):
    """What a worker is sent."""

    work: Callable[[Given, Item], Made]
    name: tuple[str, ...]
    load: Callable[[], Given]

    def __call__(self, items: Sequence[Item]) -> list[Made]:
        if not _HELD or _HELD[0][0] != self.name:
            _HELD[:] = [(self.name, self.load())]
        return [self.work(_HELD[0][1], item) for item in items]


def _died(items: Sequence[object]) -> ProblemsFound:
    names = ", ".join(str(item) for item in items[:3])
    message = f"a process died twice at this work: {names}"
    hint = "see whether memory is left, and try again with --jobs 1"
    return ProblemsFound([Problem(".", 1, "X04", message, hint)])
