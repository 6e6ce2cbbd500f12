"""What a command tells while it works, and when it is done: on standard error, and never of its results.

On a terminal there is a bar for work of more than a second; elsewhere a line for each stage that has much to
do. `--quiet` leaves out both, `--verbose` names each thing that is made.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from tqdm import tqdm

from reader.project.workers import Shared, Workers

Given = TypeVar("Given")
Item = TypeVar("Item")
Made = TypeVar("Made")
MUCH = 500  # things, from which on a stage is told where nobody looks at a terminal
DELAY = 1.0  # seconds after which a bar is shown
SHORT = 40  # characters of what is being made
STAGES: Mapping[str, str] = {
    "texts": "texts read",
    "docs": "pages written",
    "data": "data files written",
    "citing": "citations written",
    "annotations": "annotations written",
    "html": "pages converted",
    "links": "pages checked",
    "book": "book written",
}


class Told:
    """Workers that are watched at their work."""

    def __init__(self, workers: Workers, *, quiet: bool = False, verbose: bool = False) -> None:
        """Take who works, and how much is to be told."""
        self._workers, self._quiet, self._verbose = workers, quiet, verbose
        self._began = time.monotonic()
        self._counts: Counter[str] = Counter()

    def map(
        self, work: Callable[[Given, Item], Made], shared: Shared[Given], items: Sequence[Item]
    ) -> Iterator[Made]:
        """Yield what the workers make of each item, in their order."""
        name = shared.name[0]
        stage, total = STAGES.get(name, name), len(items)
        self._counts[name] += total
        made = self._workers.map(work, shared, items)
        terminal = sys.stderr.isatty()
        if total >= MUCH and not (terminal or self._quiet):
            print(f"{stage}: {total}", file=sys.stderr, flush=True)
        with tqdm(
            desc=stage, total=total, delay=DELAY, leave=False, disable=self._quiet or not terminal
        ) as bar:
            for item, one in zip(items, made, strict=True):
                if self._verbose:
                    bar.write(f"{stage}: {_named(item)}", file=sys.stderr)
                bar.update()
                yield one

    def summed_up(self, texts: int) -> None:
        """Say how much was made anew, of how many texts, and how long it took."""
        made = sum(self._counts.values())
        if not self._quiet and (self._verbose or made >= MUCH or sys.stderr.isatty()):
            read = self._counts["texts"]
            seconds = time.monotonic() - self._began
            print(
                f"{texts} {'text' if texts == 1 else 'texts'}, {read} read anew; "
                f"{made - read} other things made anew; {seconds:.1f} s",
                file=sys.stderr,
            )


def _named(item: object) -> str:
    """What an item is called: by itself, or by the first thing in it."""
    while isinstance(item, tuple) and item:
        item = item[0]
    return " ".join(str(item).split())[:SHORT]
