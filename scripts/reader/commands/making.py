"""How a command makes what it writes: what it remembers, and who works at it."""

from __future__ import annotations

import argparse
from functools import cache, partial
from pathlib import Path
from typing import Any

from reader import pipeline
from reader.commands.going_on import gathered
from reader.commands.progress import Told
from reader.making.make import Maker
from reader.model import Library
from reader.model.problems import Problem, ProblemsFound
from reader.project import stamp
from reader.project.memory import Memory
from reader.project.workers import Others, Processes, Workers, cores

PATIENCE = "10s"  # for which a scheduler may keep silent


def maker(options: argparse.Namespace, library: Library, at_work: Workers) -> Maker:
    """Return what makes the pieces of a library, as a command was asked to."""
    keep_going = getattr(options, "keep_going", False)
    load_it = partial(_library, options.root.absolute(), desk=library.desk, keep_going=keep_going)
    state = ""
    if options.scheduler:  # the workers of a cluster outlive a command
        state = f"{stamp.of(options.root)} {keep_going}"
    return Maker(library, Memory(options.root), at_work, load_it, state)


def workers(options: argparse.Namespace) -> Told:
    """Return who works for a command, and is watched; raise `ProblemsFound` (X05) if it cannot be asked."""
    found = _cluster(options.scheduler) if options.scheduler else Processes(options.jobs or cores())
    return Told(found, quiet=options.quiet, verbose=options.verbose)


@cache
def _cluster(address: str) -> Workers:
    try:
        from distributed import Client  # noqa: PLC0415
    except ImportError:
        raise _unreachable(address, "the package distributed is not installed") from None
    try:
        client: Any = Client(address, timeout=PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise _unreachable(address, " ".join(str(error).split())) from None
    return Others(client.get_executor(), sum(client.nthreads().values()))


def _unreachable(address: str, why: str) -> ProblemsFound:
    hint = "see whether it runs, or leave --scheduler out"
    return ProblemsFound([Problem(".", 1, "X05", f"the scheduler {address} cannot be reached: {why}", hint)])


def _library(root: Path, *, desk: bool, keep_going: bool) -> Library:
    made = gathered(root, keep_going=keep_going)
    return pipeline.made_of(*made.loaded, desk=True) if desk else made.library
