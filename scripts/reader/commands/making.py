"""How a command makes what it writes: what it remembers, and who works at it."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from reader import pipeline
from reader.making.make import Maker
from reader.making.workers import Processes, Workers, cores
from reader.model import Library
from reader.project.load import load
from reader.project.memory import Memory


def maker(options: argparse.Namespace, library: Library) -> Maker:
    """Return what makes the pieces of a library, as a command was asked to."""
    load_it = partial(_library, options.root, desk=library.desk)
    return Maker(library, Memory(options.root), workers(options), load_it)


def workers(options: argparse.Namespace) -> Workers:
    """Return who works for a command."""
    return Processes(options.jobs or cores())


def _library(root: Path, *, desk: bool) -> Library:
    return pipeline.made_of(*load(root), desk=desk)
