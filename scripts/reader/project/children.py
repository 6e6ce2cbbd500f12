"""Programs that are called. Pandoc sees nothing of the machine but what it is given.

Its environment is fixed, since the language of the machine would change titles; what goes in and comes out
is UTF-8; it works in a folder of its own, and has a time in which it must answer.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from reader.model.problems import Problem, ProblemsFound

Given = TypeVar("Given")
Made = TypeVar("Made")
LIMIT = 600  # seconds
PYTHON_FAILED = "Traceback (most recent call last)"  # what is wrong stands in the last line then
_SPEC = find_spec("pypandoc")  # found and not loaded, since that takes a while
assert _SPEC
assert _SPEC.origin
PANDOC = Path(_SPEC.origin).parent / "files" / ("pandoc.exe" if os.name == "nt" else "pandoc")
VERSION = version("pypandoc_binary")  # part of the key of whatever is kept of its answers
CLEAN = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
NEEDED = ("SYSTEMROOT",)  # without which no program of Windows starts


def pandoc(  # noqa: PLR0913
    subject: str,
    arguments: Sequence[str],
    given: str | bytes,
    *,
    beside: Mapping[str, str | bytes] | None = None,
    made: str = "",
    settings: Mapping[str, str] | None = None,
) -> bytes:
    """Return what pandoc prints, or the file `made` that it makes; raise `ProblemsFound` if it fails.

    `subject` is the file that a problem is told of, `beside` are files that it finds by their names, and
    `settings` stand in its environment.
    """
    environment = CLEAN | {name: os.environ[name] for name in NEEDED if name in os.environ}
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (beside or {}).items():
            Path(folder, name).write_bytes(content.encode() if isinstance(content, str) else content)
        command = [str(PANDOC), *arguments, *(["--output", made] if made else [])]
        try:
            done = subprocess.run(
                command,
                input=given.encode() if isinstance(given, str) else given,
                env=environment | dict(settings or {}),
                cwd=folder,
                capture_output=True,
                check=True,
                timeout=LIMIT,
            )
            return Path(folder, made).read_bytes() if made else done.stdout
        except subprocess.TimeoutExpired:
            raise _failed(subject, f"pandoc has not answered within {LIMIT} seconds") from None
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode("utf-8", "replace").strip() or f"it ended with {error.returncode}"
            raise _failed(subject, f"pandoc has failed: {said}") from None


def _failed(subject: str, message: str) -> ProblemsFound:
    hint = "see whether the disk is full and whether memory is left, and run the command again"
    return ProblemsFound([Problem(subject, 1, "X01", message, hint)])


def ended_well(command: Sequence[str], limit: int) -> str:
    """Run another program and return nothing if it ended well in so many seconds, else what went wrong."""
    try:
        subprocess.run(command, capture_output=True, check=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return f"no answer within {limit} seconds"
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode("utf-8", "replace").strip().split("\n")
        said = lines[-1 if PYTHON_FAILED in "\n".join(lines) else 0].strip()
        return f"it ended with {error.returncode} {said}".strip()
    except OSError as error:
        return str(error)
    return ""


def side_by_side(does: Callable[[Given], Made], each: Iterable[Given]) -> Iterator[Made]:
    """Yield what is made of each, in order; as many at once as there are cores wait for programs."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        yield from pool.map(does, each)
