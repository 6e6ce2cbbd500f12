"""What is slow to make, kept under the hash of all that went into it, with a hash of its own inside.

A kept file that was damaged, or lies under another name than its own, is made anew and never served; where
nothing can be kept, all is made each time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from reader.project import files

CACHE = ".cache"


def kept(folder: Path, name: str, given: Iterable[str], make: Callable[[], bytes]) -> bytes:
    """Return what `make` makes of all that is `given`, from `folder` if it has been made before."""
    key = files.fingerprint("\0".join(given).encode())
    file = folder / f"{name}-{key[:32]}"
    with suppress(OSError):
        seal, _, body = file.read_bytes().partition(b"\n")
        if seal == _seal(key, body):
            return body
    made = make()
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        files.write(part, _seal(key, made) + b"\n" + made)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink()
    return made


def _seal(key: str, body: bytes) -> bytes:
    return files.fingerprint(key.encode() + b"\n" + body).encode()
