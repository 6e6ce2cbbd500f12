"""The language, the encoding and the place of the machine show in nothing that is written or printed."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.project import children
from small_project import SmallProject, copy_of_sound

BUILD = Path(__file__).parents[2] / "scripts/build.py"
LOCALES = {
    "C": {"LC_ALL": "C"},
    "POSIX": {"LC_ALL": "POSIX"},
    "tr_TR": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "fa_IR": {"LC_ALL": "fa_IR.UTF-8", "LANG": "fa_IR.UTF-8"},
    "de_DE": {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"},
    "Latin-1": {
        "LC_ALL": "C",
        "LANG": "de_DE.ISO-8859-1",
        "PYTHONIOENCODING": "latin-1:strict",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
    },
}


def run(project: SmallProject, settings: dict[str, str], *verb: str) -> tuple[int, bytes, bytes]:
    """Run a command as a program of its own under other settings of the machine."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    command = [sys.executable, str(BUILD), *verb]
    done = subprocess.run(command, cwd=project.root, env=clean | settings, check=False, capture_output=True)
    return done.returncode, done.stdout, done.stderr


def titled(folder: Path) -> SmallProject:
    """A project with a title whose capitals pandoc leaves alone on a machine that does not speak English."""
    project = copy_of_sound(folder)
    project.edit("references.bib", "{Alpha: a small text}", "{An Initial League: A Small Text In Itself}")
    return project


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], bytes]:
    """What the machine gives that speaks UTF-8 and no language."""
    project = titled(tmp_path_factory.mktemp("expected") / "project")
    return _outcome(project, {"LC_ALL": "C.UTF-8"})


def _outcome(project: SmallProject, settings: dict[str, str]) -> tuple[dict[str, bytes], bytes]:
    shutil.rmtree(project.root / ".cache")
    assert run(project, settings, "build")[0] == 0
    cited = b""
    for form in (["--style", "apa"], ["--format", "csl-json"], ["--format", "ris"]):
        code, printed, _err = run(project, settings, "cite", "alpha-2020#p1", *form)
        assert code == 0
        cited += printed
    project.write("glossary.toml", "«")
    code, _out, problems = run(project, settings, "check")
    assert code == 1
    assert "glossary.toml:1: T01" in problems.decode()
    return project.files("docs"), cited + problems


@pytest.mark.parametrize("name", LOCALES)
def test_locales(expected: tuple[dict[str, bytes], bytes], tmp_path: Path, name: str) -> None:
    """The same pages, the same citation and the same message, byte for byte."""
    assert _outcome(titled(tmp_path / "project"), LOCALES[name]) == expected


def test_a_terminal_that_cannot_show_a_sign(tmp_path: Path) -> None:
    """On a terminal without the dash a message has its escape, and is no error."""
    leader, terminal = pty.openpty()
    project = copy_of_sound(tmp_path / "project")
    project.write("glossary.toml", "«")
    environment = dict(os.environ) | LOCALES["Latin-1"]
    command = [sys.executable, str(BUILD), "check"]
    done = subprocess.run(command, cwd=project.root, env=environment, stderr=terminal, check=False)
    os.close(terminal)
    assert done.returncode == 1
    assert rb"\u2014" in os.read(leader, 10000)
    os.close(leader)


@pytest.mark.parametrize("folder", ["with spaces and 'quotes'", "Россия/и сближение", "a" * 200])
def test_places(tmp_path: Path, folder: str) -> None:
    """The pages do not know where they were made; the program finds its way in every folder."""
    project = titled(tmp_path / folder)
    shutil.rmtree(project.root / ".cache")
    other = titled(tmp_path / "b")
    for one in (project, other):
        assert run(one, {"LC_ALL": "C"}, "build")[0] == 0
    assert project.files("docs") == other.files("docs")


# Pandoc


def test_pandoc_sees_nothing_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the language nor a setting of pandoc's own reaches it."""
    for name, value in (
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("PANDOC_X", "1"),
        ("HOME", "/x"),
    ):
        monkeypatch.setenv(name, value)
    seen: dict[str, str] = {}

    def spy(
        *_arguments: object, env: dict[str, str], **_options: object
    ) -> subprocess.CompletedProcess[bytes]:
        seen.update(env)
        return subprocess.CompletedProcess([], 0, b"", b"")

    monkeypatch.setattr("reader.project.children.subprocess.run", spy)
    children.pandoc("references.bib", [], "", settings={"SOURCE_DATE_EPOCH": "0"})
    assert seen == {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "0"}


def test_pandoc_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that never ends is stopped, and one that fails is told of, with what it says."""
    project = titled(tmp_path / "project")
    shutil.rmtree(project.root / ".cache")
    for script, message in (
        ("exec sleep 60", "pandoc has not answered within 0.2 seconds"),
        ("echo out of memory >&2; exit 3", "pandoc has failed: out of memory"),
        ("kill -9 $$", "pandoc has failed: it ended with -9"),
    ):
        fake = project.write("fake", f"#!/bin/sh\n{script}\n")
        fake.chmod(0o755)
        monkeypatch.setattr(children, "PANDOC", fake)
        monkeypatch.setattr(children, "LIMIT", 0.2 if "sleep" in script else 60)
        [problem] = project.refused().problems
        assert problem.startswith(f"references.bib:1: X01 {message} — ")
