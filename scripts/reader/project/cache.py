"""What is slow to make, kept under the hash of all that went into it, with a hash of its own inside.

A kept file that was damaged, or lies under another name than its own, is made anew and never served; where
nothing can be kept, all is made each time.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import filelock

from reader.project import files

CACHE = ".cache"
ENGINE = Path(__file__).parents[1]
ROOMS = (
    "reader.words.",
    "reader.model.",
    "reader.reading.",
    "reader.anchors.",
    "reader.marks.",
    "reader.pipeline",
)
T = TypeVar("T")


def kept(folder: Path, name: str, given: Iterable[str], make: Callable[[], bytes]) -> bytes:
    """Return what `make` makes of all that is `given`, from `folder` if it has been made before."""
    key = _key(given)
    file = folder / f"{name}-{key[:32]}"
    if (body := _read(file, key)) is not None:
        return body
    made = make()
    _write(file, key, made)
    return made


def recalled(file: Path, given: Iterable[str], make: Callable[[], T], *, worth: Callable[[T], bool]) -> T:
    """Return the objects that `make` makes of all that is `given`, from a file that holds the last of them.

    They are of the engine that has made them, and are made anew by any other. What is not `worth` it is not
    kept. A file that somebody else has put there can make nothing but values of our own classes.
    """
    key = _key([engine(), *given])
    if (body := _read(file, key)) is not None:
        with suppress(Exception):  # whatever a pickle of strange hands does
            made: T = _Values(io.BytesIO(body)).load()
            return made
    made = make()
    if worth(made):
        with suppress(RecursionError):  # what nests so deeply is made each time
            _write(file, key, pickle.dumps(made, protocol=5))
    return made


@cache
def engine() -> str:
    """Return the fingerprint of the engine’s own code, of the Python that runs it, and of its packages."""
    packages = sorted(one.name for one in Path(filelock.__file__).parents[1].glob("*.dist-info"))
    code = [file.read_bytes() for file in sorted(ENGINE.rglob("*")) if file.suffix in {".py", ".yml", ".tsv"}]
    return files.fingerprint(b"\0".join([sys.version.encode(), repr(packages).encode(), *code]))


class _Values(pickle.Unpickler):
    """Reads values of our own classes alone: a pickle may name anything that can be called."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of a room that only holds values."""
        found = super().find_class(module, name) if module.startswith(ROOMS) else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found


def _key(given: Iterable[str]) -> str:
    return files.fingerprint("\0".join(given).encode())


def _read(file: Path, key: str) -> bytes | None:
    with suppress(OSError):
        seal, _, body = file.read_bytes().partition(b"\n")
        if seal == _seal(key, body):
            return body
    return None


def _write(file: Path, key: str, body: bytes) -> None:
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        files.write(part, _seal(key, body) + b"\n" + body)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _seal(key: str, body: bytes) -> bytes:
    return files.fingerprint(key.encode() + b"\n" + body).encode()
