"""What the disk refuses, as a problem, and a trace that is kept for whoever mends the program."""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path

from reader.model.problems import Problem
from reader.project import files
from reader.project.cache import CACHE

TRACE = "trace.txt"


def of_the_disk(error: OSError, root: Path) -> Problem:
    """Return what the disk refuses (no room, no right, a file in use), with its path if that is known."""
    file = Path(str(error.filename)) if error.filename else root
    folder, file = root.resolve(), file if file.is_absolute() else Path.cwd() / file
    path = file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.as_posix()
    hint = "see whether the disk is full and the folder may be written to, and run the command again"
    return Problem(path, 1, "X02", f"cannot be read or written: {error.strerror or error}", hint)


def keep_trace(error: Exception, root: Path) -> Path:
    """Write the trace into the cache, or where that cannot be, into the folder for passing files."""
    trace = "".join(traceback.format_exception(error)).encode("utf-8", "backslashreplace")
    try:
        if root.is_dir():
            files.write(root / CACHE / TRACE, trace)
            return root / CACHE / TRACE
    except OSError:
        pass
    with tempfile.NamedTemporaryFile(prefix="reader-", suffix=f"-{TRACE}", delete=False) as opened:
        opened.write(trace)
    return Path(opened.name)
