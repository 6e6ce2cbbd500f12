"""One writer at a time: whoever writes a project holds its lock, and whoever only reads sees a whole state.

The lock is one of the operating system, so that it ends with the process that holds it, however that ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from reader.model.problems import Problem, ProblemsFound
from reader.project import files, journal

LOCK = f"{journal.WORK}/lock"
HOLDER = f"{journal.WORK}/holder"
PATIENCE = 5.0  # seconds that a second command waits


class Busy(Exception):
    """Another command is at work on the project."""

    def __init__(self, holder: str, verb: str) -> None:
        hint = f"wait for it to end, and run {verb} again"
        super().__init__(f"{holder} is at work on this project — {hint}")


@contextmanager
def writing(root: Path, verb: str) -> Iterator[list[str]]:
    """Hold the project for a command that writes, or raise `Busy`.

    First what an interrupted run had begun is finished; gives the paths that this has written.
    """
    if not root.is_dir():  # there is nothing to write to, and what is missing will be told
        yield []
        return
    with _held(root, verb):
        yield journal.finish(root)


@contextmanager
def reading(root: Path, verb: str) -> Iterator[None]:
    """Hold the project while a command reads it; in a folder that cannot be written to, nobody writes."""
    with ExitStack() as stack:
        if root.is_dir():
            with suppress(OSError):
                stack.enter_context(_held(root, verb))
        if journal.pending(root):
            hint = "run annotated-reader build, which finishes it"
            raise ProblemsFound([Problem(journal.JOURNAL, 1, "D08", "a run was interrupted", hint)])
        yield


@contextmanager
def _held(root: Path, verb: str) -> Iterator[None]:
    journal.refuse_links(root, [LOCK])
    (root / LOCK).parent.mkdir(exist_ok=True)
    lock = FileLock(root / LOCK)
    try:
        lock.acquire(timeout=PATIENCE)
    except Timeout:
        raise Busy(_holder(root), verb) from None
    try:
        files.write(root / HOLDER, f"{verb} (process {os.getpid()})".encode())
        yield
    finally:
        (root / HOLDER).unlink(missing_ok=True)
        _remove(root / LOCK)
        lock.release()


def _holder(root: Path) -> str:
    try:
        return (root / HOLDER).read_text("utf-8") or "another command"
    except OSError:
        return "another command"


def _remove(lock: Path) -> None:
    """Remove the file of a lock that is held: who waits for it will see that it is gone, and make its own.

    One with something in it stands for the lock where the disk knows none, and is left to the library.
    """
    if sys.platform != "win32":
        with suppress(OSError):
            if lock.stat().st_size == 0:
                lock.unlink()
