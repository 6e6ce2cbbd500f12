"""The project held by a verb that writes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from reader.project.lock import writing


@contextmanager
def held(options: argparse.Namespace, verb: str) -> Iterator[None]:
    """Hold the project for a verb that writes, and say what an interrupted run has left to be done."""
    with writing(options.root, verb) as finished:
        if finished:
            print(f"{len(finished)} files written or removed that an interrupted run had left as they were")
        yield
