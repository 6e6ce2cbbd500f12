"""Work that is done side by side gives what one process gives, and a worker that dies costs nothing else."""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from distributed import Client, LocalCluster

from reader import exports, pipeline
from reader.commands import making, progress
from reader.commands.progress import MUCH, Told
from reader.making.make import Maker
from reader.model.problems import ProblemsFound
from reader.project.load import load
from reader.project.memory import FILE
from reader.project.workers import Alone, Others, Processes, Shared, Workers
from reader.render import docs
from small_project import SmallProject, copy_of_sound

ITEMS = range(100)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """A project that is only read."""
    return copy_of_sound(tmp_path_factory.mktemp("shared") / "project")


def times(shared: int, item: int) -> int:
    """Some work."""
    return shared * item


def dies_once(trace: Path, item: int) -> int:
    """Work at which a process is killed, the first time that somebody comes to it."""
    if item == 40 and not trace.exists():
        trace.write_text("killed", "ascii")
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def dies(_shared: int, item: int) -> int:
    """Work at which each process is killed."""
    if item == 40:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def shared(value: int) -> Shared[int]:
    """A number that all items have in common."""
    return Shared(("a number", str(value)), value, partial(int, value))


def by_threads() -> Workers:
    """Any executor will do: threads, which stand for the workers of a cluster."""
    return Others(ThreadPoolExecutor(3), 3)


@pytest.mark.parametrize("number", [1, 2, 3, 7])
def test_the_order_is_that_of_the_items(number: int) -> None:
    """Whoever works, what comes is in order; no work is no work."""
    wanted = [3 * item for item in ITEMS]
    every: list[Workers] = [Alone(), Processes(number), by_threads()]
    for workers in every:
        assert [*workers.map(times, shared(3), ITEMS)] == wanted
        assert [*workers.map(times, shared(4), ITEMS)] == [4 * item for item in ITEMS]
        assert [*workers.map(times, shared(4), [])] == []


def test_a_process_that_dies(tmp_path: Path) -> None:
    """What it had to do is done by another, once; when that dies at the same work, the work is named."""
    trace = tmp_path / "trace"
    common = Shared(("trace",), trace, partial(Path, trace))
    assert [*Processes(2).map(dies_once, common, ITEMS)] == [*ITEMS]
    assert trace.exists()
    with pytest.raises(ProblemsFound, match="X04 a process died twice at this work: "):
        [*Processes(2).map(dies, shared(1), ITEMS)]


def at_work(_common: object, _item: int) -> None:
    """Say so, and never end."""
    sys.stdout.write("at work\n")
    sys.stdout.flush()
    Event().wait()


def test_workers_end_with_their_program() -> None:
    """A program that is killed leaves no process behind: all let go of what they print to."""
    code = "import test_workers as t; [*t.Processes(2).map(t.at_work, t.shared(1), t.ITEMS)]"
    folders = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parents[2] / "scripts")])
    with subprocess.Popen(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": folders},
        stdout=subprocess.PIPE,
    ) as program:
        assert program.stdout
        assert program.stdout.readline() == b"at work\n"
        program.kill()
        program.communicate(timeout=60)


def test_side_by_side_all_is_as_alone(project: SmallProject) -> None:
    """Texts are read, pages and data are made by several processes as by one, byte for byte."""
    alone = _made(project, Alone())
    every: list[Workers] = [Processes(3), by_threads()]
    for workers in every:
        assert _made(project, workers) == alone


def _made(project: SmallProject, workers: Workers) -> dict[str, str]:
    shutil.rmtree(project.root / ".cache/texts", ignore_errors=True)
    library = pipeline.made_of(*load(project.root), workers=workers)
    maker = Maker(library, workers=workers, load=partial(pipeline.read, project.root), state="as it is")
    return dict([*maker.made("docs", docs.pieces), *maker.made("data", exports.pieces)])


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two worker processes with a scheduler of their own."""
    local: Any = LocalCluster  # which has no types
    with local(n_workers=2, threads_per_worker=1, dashboard_address=None) as found:
        yield found


def test_a_cluster_makes_the_same(project: SmallProject, cluster: LocalCluster, tmp_path: Path) -> None:
    """A build by the workers of a cluster, one of which is killed at its work, is that of one process."""
    alone = _made(project, Alone())
    connect: Any = Client
    with connect(cluster) as client:
        workers = Others(client.get_executor(), 2)
        trace = tmp_path / "trace"
        common = Shared(("trace", str(tmp_path)), trace, partial(Path, trace))
        assert [*workers.map(dies_once, common, ITEMS)] == [*ITEMS]
        assert trace.exists()
        assert _made(project, workers) == alone
    built = project.copied(tmp_path / "built")
    shutil.rmtree(built.root / ".cache", ignore_errors=True)
    built.write("docs/terms/index.md", "")
    built.good("build", "--discard", "docs", "--scheduler", cluster.scheduler_address)
    assert built.files("docs") == project.files("docs")


def test_a_cluster_that_is_not_there(project: SmallProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scheduler that does not answer, and an address that is none, are told in a line."""
    monkeypatch.setattr(making, "PATIENCE", "200ms")
    for address in ("tcp://127.0.0.1:9", "nothing"):
        assert project.run("build", "--scheduler", address).places == [".:1: X05"]
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "not installed" in project.run("build", "--scheduler", "tcp://127.0.0.1:8").err


def test_what_is_told_of_the_work(
    project: SmallProject, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stage with much to do is told in a line, each thing by its name if one asks, and nothing if not."""
    common = shared(2)
    [*Told(Alone()).map(times, common, range(MUCH - 1))]
    assert capsys.readouterr().err == ""
    many = Told(Alone())
    assert [*many.map(times, common, range(MUCH))] == [2 * item for item in range(MUCH)]
    many.summed_up(3)
    told = capsys.readouterr().err.splitlines()
    assert told[0] == f"a number: {MUCH}"
    assert re.fullmatch(rf"3 texts, 0 read anew; {MUCH} other things made anew; \d+\.\d s", told[1])
    quiet = Told(Alone(), quiet=True)
    [*quiet.map(times, common, range(MUCH))]
    quiet.summed_up(1)
    assert capsys.readouterr().err == ""
    (project.root / FILE).unlink(missing_ok=True)
    told = project.good("build", "--verbose").err.splitlines()
    assert "pages written: texts/alpha-2020" in told
    assert told[-1].startswith("2 texts, ")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "DELAY", 0)
    [*Told(Alone()).map(times, common, range(3))]
    assert "a number:   0%" in terminal.getvalue()
    assert "0/3" in terminal.getvalue()


class Terminal(io.StringIO):
    """A terminal that somebody looks at."""

    def isatty(self) -> bool:
        return True
