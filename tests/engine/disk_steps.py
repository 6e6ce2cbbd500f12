"""Commands that stop or are killed at a step of theirs that touches the disk: the same step each time.

`Commands` starts this file as a process that loads the program once and forks for each command. In the fork
an audit hook of Python counts what is written, moved or removed in the project; at the step that was asked
for, the fork kills itself, or stops until it is told to go on. Nothing of this stands in the program.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any

HERE = Path(__file__).parent
MOVES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.symlink"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True, slots=True)
class Done:
    """A command that has stopped (`code` is None) or ended: its steps, its exit code and what it printed."""

    number: int
    code: int | None
    steps: int = 0
    out: str = ""
    err: str = ""
    at: str = ""  # where it has stopped: what it is about to do, and to which file of the project


class Commands:
    """Runs commands in forks, one request after the other."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Commands:
        """Give itself."""
        return self

    def __exit__(self, *_error: type[BaseException] | BaseException | TracebackType | None) -> None:
        """End the process; forks that still wait end with it."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.wait(60)
        self.process.stdout.close()

    def run(self, root: Path, *arguments: str, kill: int = 0, stop: int = 0, limit: int = 0) -> Done:
        """Run a command until it ends, or stops at step `stop`; `limit` is the size that no file may pass."""
        return self._ask(root=str(root), arguments=arguments, kill=kill, stop=stop, limit=limit)

    def go_on(self, stopped: Done) -> Done:
        """Let a command go on that has stopped, to its end."""
        return self._ask(go_on=stopped.number)

    def _ask(self, **request: object) -> Done:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return Done(**json.loads(self.process.stdout.readline()))


class _Fork:
    """One command in a process of its own, with a pipe each way."""

    def __init__(self, request: dict[str, Any], others: list[_Fork]) -> None:
        printed = os.pipe(), os.pipe()  # no files, which would have the limit of the others
        told, tell = os.pipe()
        wait, wake = os.pipe()
        self.told, self.wake = os.fdopen(told, "rb"), wake
        self.pid = os.fork()
        if self.pid == 0:
            os.close(told)
            for other in (wake, *(one.wake for one in others)):
                with suppress(OSError):  # of one that has ended
                    os.close(other)
            _child(request, [end for _, end in printed], tell, wait)
        os.close(tell)
        os.close(wait)
        for _, end in printed:
            os.close(end)
        self.printed = [os.fdopen(end, "rb") for end, _ in printed]
        self.steps = 0

    def state(self, number: int) -> Done:
        """Wait until it stops or ends."""
        for line in self.told:
            steps, at = line.decode().rstrip("\n").split(" ", 1)
            self.steps = int(steps)
            if at:
                return Done(number, None, self.steps, at=at)
        _pid, status = os.waitpid(self.pid, 0)
        os.close(self.wake)
        self.wake = -1
        self.told.close()
        out, err = (_text(file) for file in self.printed)
        return Done(number, os.waitstatus_to_exitcode(status), self.steps, out, err)


def _text(file: IO[bytes]) -> str:
    with file:
        return file.read().decode()


def _child(request: dict[str, Any], printed: Sequence[int], tell: int, wait: int) -> None:
    code = 70
    try:
        for number, end in enumerate(printed, 1):
            os.dup2(end, number)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
        steps = _count(Path(request["root"]), _acts(request, tell, wait))
        code = _main(request)
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(tell, f"{steps()} \n".encode())
    finally:
        os._exit(code)


def _main(request: dict[str, Any]) -> int:
    from build import main  # noqa: PLC0415  # loaded already, before the fork

    if request["limit"]:
        import resource  # noqa: PLC0415  # only where there are such limits

        resource.setrlimit(resource.RLIMIT_FSIZE, (request["limit"], request["limit"]))
    with suppress(ImportError, AttributeError):
        from reader.project import lock  # noqa: PLC0415

        lock.PATIENCE = 0.02  # who waits for a command that has stopped waits for nothing
    try:
        return main([*request["arguments"], "--root", request["root"]])
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1


def _acts(request: dict[str, Any], tell: int, wait: int) -> Callable[[int, str], None]:
    def act(step: int, at: str) -> None:
        if step == request["kill"]:
            os.kill(os.getpid(), signal.SIGKILL)
        if step == request["stop"]:
            os.write(tell, f"{step} {at}\n".encode())
            if not os.read(wait, 1):  # nobody is left to wake it
                os._exit(71)

    return act


def _count(root: Path, act: Callable[[int, str], None]) -> Callable[[], int]:
    """Call `act` before each step that touches the project, with its number; give a function that counts."""
    inside, cache, done = os.fspath(root) + os.sep, os.fspath(root / ".cache"), 0

    def hook(event: str, given: tuple[Any, ...]) -> None:
        nonlocal done
        writes = event in MOVES or (event == "open" and isinstance(given[2], int) and given[2] & WRITING)
        if not writes or not isinstance(given[0], str | Path):
            return
        path = os.path.abspath(os.fspath(given[0]))  # noqa: PTH100  # no step of its own
        if path.startswith(inside) and not path.startswith(cache):
            done += 1
            to = os.fspath(given[1] if event == "os.rename" else given[0])
            act(done, f"{event} {Path(to).relative_to(root).as_posix()}")

    sys.addaudithook(hook)
    return lambda: done


def _serve() -> None:
    sys.path[:0] = [str(HERE.parents[1] / "scripts"), str(HERE), str(HERE.parent)]
    import build  # noqa: F401, PLC0415
    from conftest import written  # noqa: PLC0415
    from reader.commands import publishing  # noqa: F401, PLC0415
    from small_project import copy_of_sound  # noqa: PLC0415

    os.fsync = written
    with (
        tempfile.TemporaryDirectory() as folder
    ):  # what is read once, like tables and styles, is read before the forks
        copy_of_sound(Path(folder, "project")).good("check")
    gc.freeze()  # what stands now is shared by all forks; a collection would copy it into each
    gc.disable()
    answers = os.fdopen(os.dup(1), "w")
    forks: list[_Fork] = []
    for line in sys.stdin:
        request = json.loads(line)
        number = request.get("go_on", len(forks))
        if "go_on" in request:
            os.write(forks[number].wake, b"!")
        else:
            forks.append(_Fork(request, forks))
        done = forks[number].state(number)
        fields = ("number", "code", "steps", "out", "err", "at")
        answers.write(json.dumps({name: getattr(done, name) for name in fields}) + "\n")
        answers.flush()


if __name__ == "__main__":
    _serve()
