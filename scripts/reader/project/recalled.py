"""What a text was read as, kept as it is until something changes that went into it, or the engine does.

A file that somebody else has put there can make nothing but values of our own classes.
"""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import filelock

from reader.project import files
from reader.project.cache import key_of, put, taken
from reader.project.prints import print_of

ENGINE = Path(__file__).parents[1]
OF_CODE = frozenset({".py", ".yml", ".tsv", ".po"})
ROOMS = tuple(f"reader.{room}." for room in ("words", "model", "reading", "anchors", "marks"))
TEXTS = "reader.texts"


def recalled(file: Path, given: Iterable[str]) -> tuple[Any, str] | None:
    """Return what a file holds that was made of all that is `given`, and its fingerprint.

    It was made by the same engine; what another has made is not there.
    """
    body = taken(file, key_of(engine(), *given))
    if body is not None:
        with suppress(Exception):  # whatever a pickle of strange hands does
            made, print_ = Values(io.BytesIO(body)).load()
            return made, print_
    return None


def remembered(file: Path, given: Iterable[str], made: object) -> str:
    """Let a file hold what was made of all that is `given`; return its fingerprint, nothing if it cannot."""
    with suppress(RecursionError):  # what nests so deeply is made each time
        print_ = print_of(made).hex()
        put(file, key_of(engine(), *given), pickle.dumps((made, print_), protocol=5))
        return print_
    return ""


@cache
def engine() -> str:
    """Return the fingerprint of the engine’s own code, of the Python that runs it, and of its packages."""
    packages = sorted(one.name for one in Path(filelock.__file__).parents[1].glob("*.dist-info"))
    code = [file.read_bytes() for file in sorted(ENGINE.rglob("*")) if file.suffix in OF_CODE]
    return files.fingerprint(b"\0".join([sys.version.encode(), repr(packages).encode(), *code]))


class Values(pickle.Unpickler):
    """Reads values of our own classes alone: a pickle may name anything that can be called."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of a room that only holds values."""
        found = super().find_class(module, name) if module.startswith((*ROOMS, TEXTS)) else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
