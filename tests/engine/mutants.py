"""Slips made in the rooms that everything rests on, and whether a test tells: `make mutants`.

A plugin of pytest: what is collected is run once, each test in a process of its own, to learn which functions
it calls; then each slip is put into the function of a forked process, which runs the tests that call it.
bench/MUTANTS.md records a run. `python -m mutants [--each N] [--seconds N] [--seed N] [MODULE …] [-- TEST …]`
"""

from __future__ import annotations

import argparse
import ast
import importlib
import json
import os
import random
import re
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import pytest

from slips_of_code import Slip, slips, with_slip

ROOMS = ("words", "anchors", "marks")
ALSO = ("reader.render.escape",)
SLOW = 3.0  # seconds of CPU: a test that takes longer is not asked
FILE = 40.0  # the same for all tests of a file
BUSY = 6  # how much longer by the clock, on a machine that others use too
MEMORY = 4 << 30  # bytes that a slip may take
FLAGS = "-q -s -p no:cacheprovider -p no:randomly".split()
THEIRS = re.compile(rf"from reader\.(?:{'|'.join(ROOMS)}|render\.escape)\b")  # in a file of tests of them
OF_A_SITE = re.compile("tiny_site|playwright")
WHOLE = "commands counts golden register repeating review shapes".split()  # more that call them
LISTED = "git ls-files -z --cached --others --exclude-standard".split()
Key = tuple[str, str]  # a file, and a function in it
Tell = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a slip: `end` is killed, survived, or unreached where no test calls its function."""

    slip: Slip
    end: str


class Mutants:
    """The plugin: takes the place of the loop that runs tests."""

    def __init__(self, modules: Sequence[str], each: int, seconds: float, seed: int) -> None:
        self.modules, self.each, self.seconds, self.seed = modules, each, seconds, seed
        self.failed = False
        self.calls: dict[int, set[Key]] = {}
        self.took: dict[int, float] = {}

    def pytest_sessionstart(self) -> None:
        """Let Hypothesis stop at the first example that fails."""
        from hypothesis import Phase, settings  # noqa: PLC0415  # once pytest has seen it

        phases = [Phase.explicit, Phase.generate]
        settings.register_profile("mutants", derandomize=True, deadline=None, phases=phases)
        settings.load_profile("mutants")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed = self.failed or report.failed

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            raise session.Interrupted("a file of tests cannot be read")
        began = time.monotonic()
        for name in self.modules:
            importlib.import_module(name)
        self._learn(session)
        print(f"{len(self.calls)} tests call these modules: {time.monotonic() - began:.0f} s", flush=True)
        total: list[str] = []
        for name in self.modules:
            told = [self._told(session, name, slip) for slip in self._chosen(name)]
            total += [one.end for one in told]
            print(row(name.removeprefix("reader."), [one.end for one in told]))
            left = [one for one in told if one.end != "killed"]
            print(
                *(f"    {one.slip.line} {one.slip.scope}: {one.slip.what} ({one.end})" for one in left),
                sep="\n",
                flush=True,
            )
        print(row("all", total), f"in {time.monotonic() - began:.0f} s", flush=True)
        return True

    def _chosen(self, name: str) -> list[Slip]:
        every = list(slips(ast.parse(_source(name))))
        picked = random.Random(f"{self.seed} {name}").sample(range(len(every)), min(self.each, len(every)))
        return [every[at] for at in sorted(picked)]

    def _learn(self, session: pytest.Session) -> None:
        """Run each test once and note what it calls; one that fails by itself is of no use here."""
        files: dict[Path, list[int]] = {}
        for at, item in enumerate(session.items):
            files.setdefault(item.path, []).append(at)
        for file, group in files.items():
            rest = group
            for _again in range(2):  # what comes after a test that takes too long is run once more
                known = apart(partial(self._seen, session, rest), FILE)
                for at, took, seen in known:
                    if seen and took < SLOW:
                        self.calls[at], self.took[at] = {(one, name) for one, name in seen}, took
                rest = rest[len(known) + 1 :]
            print(f"{file.name}: {sum(at in self.calls for at in group)} of {len(group)} tests", flush=True)

    def _seen(self, session: pytest.Session, group: Sequence[int], tell: Tell) -> None:
        wanted = {_file(name) for name in self.modules}
        seen: set[Key] = set()

        def call(frame: FrameType, _event: str, _given: Any) -> None:
            code = frame.f_code
            if code.co_filename in wanted:
                seen.add((code.co_filename, code.co_qualname.partition(".<")[0]))

        for at in group:
            forget([sys.modules[name] for name in self.modules])
            began = time.process_time()
            threading.settrace(call)
            sys.settrace(call)
            self._run(session, [at])
            sys.settrace(None)
            tell([at, time.process_time() - began, [] if self.failed else sorted(seen)])
            self.failed = False
            seen.clear()

    def _run(self, session: pytest.Session, chosen: Sequence[int]) -> None:
        items = [session.items[at] for at in chosen]
        for item, following in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.failed:
                return

    def _told(self, session: pytest.Session, name: str, slip: Slip) -> Told:
        module = sys.modules[name]
        tests = self._tests(module, slip)
        if not tests:
            return Told(slip, "unreached")

        def tried(tell: Tell) -> None:
            put(module, slip)
            self._run(session, tests)
            tell(self.failed)

        return Told(slip, "survived" if apart(tried, 2 * self.seconds + SLOW) == [False] else "killed")

    def _tests(self, module: ModuleType, slip: Slip) -> list[int]:
        """The tests that call what has the slip: first those that call little else, then as time allows."""
        file = str(module.__file__)
        if any(True for _ in functions(module, slip.scope)):
            found = [at for at, calls in self.calls.items() if (file, slip.scope) in calls]
        else:
            found = [at for at, calls in self.calls.items() if any(one == file for one, _ in calls)]
            found = found or list(self.calls)  # a module of constants alone
        found.sort(key=lambda at: self.took[at] * len(self.calls[at]))
        spent = accumulate(self.took[at] for at in found)
        return [at for at, until in zip(found, spent, strict=True) if until <= self.seconds or at == found[0]]


def _source(name: str) -> str:
    return Path(_file(name)).read_text("utf-8")


def _file(name: str) -> str:
    return str(sys.modules[name].__file__)


def apart(task: Callable[[Tell], None], seconds: float) -> list[Any]:
    """Return what a task tells in a process of its own, until it ends or has taken so many seconds of CPU."""
    reading, writing = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        child = os.fork()
        if child == 0:
            _alone(task, writing, folder, int(seconds) + 1)
        os.close(writing)
        said, until = b"", time.monotonic() + BUSY * seconds
        with os.fdopen(reading, "rb", buffering=0) as pipe:
            while select.select([pipe], [], [], max(until - time.monotonic(), 0))[0]:
                if not (more := pipe.read(1 << 16)):
                    break
                said += more
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return [json.loads(line) for line in said.split(b"\n")[:-1]]


def _alone(task: Callable[[Tell], None], writing: int, folder: str, seconds: int) -> None:
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        os.environ["PYTEST_DEBUG_TEMPROOT"] = tempfile.tempdir = folder
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        with os.fdopen(writing, "w", buffering=1) as pipe:
            task(lambda told: print(json.dumps(told), file=pipe, flush=True))
    finally:
        os._exit(0)


def put(module: ModuleType, slip: Slip) -> None:
    """Put a slip into a function of a module, or into its constants wherever they are known."""
    ours = [one for name, one in list(sys.modules.items()) if one is module or name.startswith("reader.")]
    made = compile(with_slip(_source(module.__name__), slip), str(module.__file__), "exec")
    if found := list(functions(module, slip.scope)):
        for function in found:
            function.__code__ = next(_codes(made, slip.scope))
    else:
        fresh = {"__name__": module.__name__, "__file__": module.__file__}
        exec(made, fresh)
        for name, old in list(vars(module).items()):
            if name in fresh and not isinstance(old, type | FunctionType | ModuleType) and fresh[name] != old:
                for one in [one for one in ours if vars(one).get(name) is old]:
                    setattr(one, name, fresh[name])
    forget(ours)
    forget([module], every=True)


def forget(modules: Sequence[ModuleType], *, every: bool = False) -> None:
    """Empty what functions remember; what is made once, and takes long, only where `every` is said."""
    for kept in [value for one in modules for value in vars(one).values() if hasattr(value, "cache_clear")]:
        if every or kept.cache_parameters()["maxsize"] != 1:
            kept.cache_clear()


def functions(module: ModuleType, scope: str) -> Iterator[FunctionType]:
    """Yield the function or the method of this name, without what is wrapped around it."""
    owner, _, name = scope.rpartition(".")
    found = vars(getattr(module, owner) if owner else module).get(name)
    for around in ("__func__", "fget", "func", "__wrapped__"):
        found = getattr(found, around, found)
    if isinstance(found, FunctionType) and found.__module__ == module.__name__:
        yield found


def _codes(code: CodeType, scope: str) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            if one.co_qualname == scope:
                yield one
            yield from _codes(one, scope)


def row(name: str, ends: Sequence[str]) -> str:
    """Return a row of the table."""
    killed, unreached = ends.count("killed"), ends.count("unreached")
    score = f"{killed / len(ends):.0%}" if ends else "–"
    return f"| {name} | {len(ends)} | {killed} | {len(ends) - killed - unreached} | {unreached} | {score} |"


def every(folder: Path) -> list[str]:
    """Return the modules of the rooms, by their names."""
    found = [
        f"reader.{room}.{file.stem}" for room in ROOMS for file in sorted((folder / room).glob("[!_]*.py"))
    ]
    return [*found, *ALSO]


def main(given: Sequence[str]) -> int:
    """Try the slips in a copy of the project, so that no cache learns anything false; print what came."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", metavar="MODULE")
    parser.add_argument("--each", type=int, default=20, help="how many slips of each module")
    parser.add_argument("--seconds", type=float, default=6, help="how long tests may take for one slip")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", nargs="*", help="files, instead of all but those that need a site")
    asked = parser.parse_args(given)
    root = Path(__file__).parents[2]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "project")
        made = subprocess.run(LISTED, cwd=root, check=True, capture_output=True, text=True).stdout
        for name in filter(None, made.split("\0")):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, copy / name)
        os.chdir(copy)
        modules = asked.modules or every(copy / "scripts" / "reader")
        plugin = Mutants(modules, asked.each, asked.seconds, asked.seed)
        return pytest.main([*FLAGS, *(asked.tests or _tests())], [plugin])


def _tests() -> list[str]:
    """Files with tests of the rooms, and some that call much of them; none that needs a whole site."""
    files = {file: file.read_text("utf-8") for file in Path("tests/engine").glob("test_*.py")}
    found = [file for file, text in files.items() if THEIRS.search(text) and not OF_A_SITE.search(text)]
    found += [Path(f"tests/engine/test_{name}.py") for name in WHOLE]
    return [str(file) for file in sorted({*found}, key=lambda file: file.name)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
