"""What a text was read as, kept as it is until something changes that went into it, or the engine does.

A file that somebody else has put there can make nothing but values of our own classes.
"""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import filelock

from reader.project import files
from reader.project.cache import key_of, put, taken

ENGINE = Path(__file__).parents[1]
OF_CODE = frozenset({".py", ".yml", ".tsv", ".po"})
ROOMS = tuple(f"reader.{room}." for room in ("words", "model", "reading", "anchors", "marks"))
PIPELINE = "reader.pipeline"
T = TypeVar("T")


def recalled(
    file: Path, given: Iterable[str], make: Callable[[], T], *, worth: Callable[[T], bool]
) -> tuple[T, str]:
    """Return the objects that `make` makes of all that is `given`, from a file that holds the last of them.

    They are of the engine that has made them, and are made anew by any other. What is not `worth` it is not
    kept. Beside them comes their fingerprint, which is nothing where they are not kept.
    """
    key = key_of(engine(), *given)
    if (body := taken(file, key)) is not None:
        with suppress(Exception):  # whatever a pickle of strange hands does
            made: T = Values(io.BytesIO(body)).load()
            return made, files.fingerprint(body)
    made = make()
    if worth(made):
        with suppress(RecursionError):  # what nests so deeply is made each time
            body = pickle.dumps(made, protocol=5)
            put(file, key, body)
            return made, files.fingerprint(body)
    return made, ""


@cache
def engine() -> str:
    """Return the fingerprint of the engine’s own code, of the Python that runs it, and of its packages."""
    packages = sorted(one.name for one in Path(filelock.__file__).parents[1].glob("*.dist-info"))
    code = [
        file.read_bytes()
        for file in sorted(ENGINE.rglob("*"))
        if file.suffix in {".py", ".yml", ".tsv", ".po"}
    ]
    return files.fingerprint(b"\0".join([sys.version.encode(), repr(packages).encode(), *code]))


class Values(pickle.Unpickler):
    """Reads values of our own classes alone: a pickle may name anything that can be called."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of a room that only holds values."""
        found = super().find_class(module, name) if module.startswith((*ROOMS, PIPELINE)) else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
