"""What is slow to make, kept under the hash of all that went into it, with a hash of its own inside.

A kept file that was damaged, or lies under another name than its own, is made anew and never served; where
nothing can be kept, all is made each time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from reader.project import files

CACHE = ".cache"


def kept(folder: Path, name: str, given: Iterable[str], make: Callable[[], bytes]) -> bytes:
    """Return what `make` makes of all that is `given`, from `folder` if it has been made before."""
    key = key_of(*given)
    file = folder / f"{name}-{key[:32]}"
    if (body := taken(file, key)) is not None:
        return body
    made = make()
    put(file, key, made)
    return made


def taken(file: Path, key: str) -> bytes | None:
    """Return what a file holds under a key, or nothing where it is damaged or holds something else."""
    with suppress(OSError):
        seal, _, body = file.read_bytes().partition(b"\n")
        if seal == _seal(key, body):
            return body
    return None


def put(file: Path, key: str, body: bytes) -> None:
    """Let a file hold this under a key, in the place of what it held."""
    _replace(file, _seal(key, body) + b"\n" + body)


class Shelf:
    """Many small things of one kind, by the hashes of all that went into them: a few files hold them all.

    What two processes put away at once may be lost, and is made again.
    """

    DIGITS = 2  # of a hash, that name the file

    def __init__(self, folder: Path) -> None:
        """Take the folder of the files, which need not be there."""
        self._folder = folder
        self._known: dict[str, dict[str, Any]] = {}

    def get(self, key: str) -> Any:
        """Return what is kept under a key, or nothing."""
        return self._file(key[: self.DIGITS]).get(key)

    def put(self, made: Mapping[str, Any]) -> None:
        """Keep what was made, by its keys."""
        changed: dict[str, dict[str, Any]] = {}
        for key, value in made.items():
            changed.setdefault(key[: self.DIGITS], {})[key] = value
        for name, new in changed.items():
            self._known.pop(name, None)  # another process may have written since
            every = self._file(name)
            every |= new
            body = json.dumps(every, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
            _replace(self._folder / name, self._sealed(name, body) + b"\n" + body)

    def put_all(self, parts: Iterable[Mapping[str, Any]]) -> None:
        """Keep what is made part by part, so that no more than half is lost where that is stopped.

        Each time as much is put away as all the times before, since it touches every file.
        """
        before, waiting = 0, dict[str, Any]()
        for part in parts:
            waiting.update(part)
            if len(waiting) >= before:
                self.put(waiting)
                before, waiting = before + len(waiting), {}
        self.put(waiting)

    def _sealed(self, name: str, body: bytes) -> bytes:
        return _seal(f"{self._folder.name}/{name}", body)

    def _file(self, name: str) -> dict[str, Any]:
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> dict[str, Any]:
        with suppress(OSError):
            seal, _, body = (self._folder / name).read_bytes().partition(b"\n")
            if seal == self._sealed(name, body):
                found: dict[str, Any] = json.loads(body)
                return found
        return {}


def key_of(*given: str) -> str:
    """Return the hash of all that goes into a thing."""
    return files.fingerprint("\0".join(given).encode())


def _replace(file: Path, content: bytes) -> None:
    """Put a file in the place of another, whole, or leave all as it was."""
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        files.write(part, content)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _seal(key: str, body: bytes) -> bytes:
    return files.fingerprint(key.encode() + b"\n" + body).encode()
