"""How a command makes what it writes: what it remembers, and who works at it."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from reader import pipeline
from reader.commands.going_on import gathered
from reader.making.make import Maker
from reader.making.workers import Processes, Workers, cores
from reader.model import Library
from reader.project.memory import Memory


def maker(options: argparse.Namespace, library: Library) -> Maker:
    """Return what makes the pieces of a library, as a command was asked to."""
    keep_going = getattr(options, "keep_going", False)
    load_it = partial(_library, options.root, desk=library.desk, keep_going=keep_going)
    return Maker(library, Memory(options.root), workers(options), load_it)


def workers(options: argparse.Namespace) -> Workers:
    """Return who works for a command."""
    return Processes(options.jobs or cores())


def _library(root: Path, *, desk: bool, keep_going: bool) -> Library:
    made = gathered(root, keep_going=keep_going)
    return pipeline.made_of(*made.loaded, desk=True) if desk else made.library
