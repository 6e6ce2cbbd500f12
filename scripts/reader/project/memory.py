"""What was made of a project, piece by piece, in one file of SQLite; a damaged row is not served.

A file that is damaged is begun anew. Where it cannot be written, or another process is at it, things are made
each time: nothing depends on what is kept here.
"""

from __future__ import annotations

import io
import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from reader.project import files
from reader.project.cache import CACHE
from reader.project.recalled import Values, engine

FILE = f"{CACHE}/made.sqlite"
TABLE = "CREATE TABLE IF NOT EXISTS made (name TEXT PRIMARY KEY, seal BLOB, body BLOB) WITHOUT ROWID"
PATIENCE = 5.0  # seconds for which another process may be writing


class Memory:
    """What is kept of one project: values of our own classes, by their names."""

    def __init__(self, root: Path | None) -> None:
        """Take the folder of a project; without one, nothing is kept."""
        self._file = root / FILE if root else None

    def taken(self, names: Iterable[str]) -> Iterator[tuple[str, Any]]:
        """Yield what is kept under some names, each with its name; what is damaged is not there."""
        with self._open() as opened:
            for name in names if opened else ():
                assert opened
                row = opened.execute("SELECT seal, body FROM made WHERE name = ?", (name,)).fetchone()
                if row and row[0] == _seal(name, row[1]):
                    with suppress(Exception):  # whatever a pickle of strange hands does
                        yield name, Values(io.BytesIO(row[1])).load()

    def keep(self, made: Mapping[str, Any]) -> None:
        """Keep things under their names, in the place of what was kept there."""
        with self._open() as opened:
            if opened:
                rows = ((name, pickle.dumps(value, protocol=5)) for name, value in made.items())
                opened.executemany(
                    "INSERT OR REPLACE INTO made VALUES (?, ?, ?)",
                    ((name, _seal(name, body), body) for name, body in rows),
                )
                opened.commit()

    def forget(self, beginning: str, names: Iterable[str]) -> None:
        """Let go of what has a name with a beginning, but of these names."""
        with self._open() as opened:
            if opened:
                known = set(names)
                every = opened.execute("SELECT name FROM made WHERE name GLOB ?", (f"{beginning}*",))
                gone = [row for row in every if row[0] not in known]
                opened.executemany("DELETE FROM made WHERE name = ?", gone)
                opened.commit()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection | None]:
        """Yield the file, opened, or nothing; a damaged one is begun anew the next time."""
        opened = None
        if self._file:
            with suppress(OSError, sqlite3.Error):
                self._file.parent.mkdir(parents=True, exist_ok=True)
                opened = sqlite3.connect(self._file, timeout=PATIENCE)
                opened.execute("PRAGMA synchronous = OFF")  # a power cut may damage it, which is noticed
                opened.execute(TABLE)
        try:
            yield opened
        except sqlite3.OperationalError:  # a full disk, or somebody else at work
            pass
        except sqlite3.DatabaseError:
            if self._file:
                with suppress(OSError):
                    self._file.unlink()
        finally:
            if opened:
                opened.close()


def _seal(name: str, body: bytes) -> bytes:
    return files.fingerprint(b"\0".join([engine().encode(), name.encode(), body])).encode()
