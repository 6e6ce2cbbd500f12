"""One entry point: any Python starts it, and what a message says can be typed as it stands."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from build import NOT_YET
from reader import command_line
from small_project import SmallProject, copy_of_sound

CHECKOUT = Path(__file__).parents[2]
BARE = Path(sys.base_prefix) / "bin" / Path(sys.executable).name  # a Python without our packages


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A project with one thing that is wrong."""
    project = copy_of_sound(tmp_path / "project")
    project.edit("glossary.toml", 'see = ["group"]', 'see = ["grop"]')
    return project


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, without the settings of this environment."""
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env={"PATH": ""})


def test_any_python_finds_the_environment(project: SmallProject) -> None:
    """What a message tells to type is typed, and answers."""
    done = run([str(BARE), str(CHECKOUT / "scripts/build.py"), "check"], project.root)
    assert "glossary.toml:6: G05" in done.stderr or ": G05 " in done.stderr, done.stderr
    told = done.stderr.splitlines()[-1].partition("with examples: ")[2]
    python, *rest = shlex.split(told)
    assert (python, rest[1:]) == ("python3", ["explain", "G05"])
    done = run([str(BARE), *rest], project.root)
    assert done.stdout.startswith("G05: "), done.stderr


def test_without_an_environment(tmp_path: Path) -> None:
    """It is said how to make one."""
    copy = tmp_path / "scripts/build.py"
    copy.parent.mkdir()
    copy.write_bytes((CHECKOUT / "scripts/build.py").read_bytes())
    done = run([str(BARE), "scripts/build.py", "check"], tmp_path)
    assert (done.returncode, done.stderr) == (2, NOT_YET.format(checkout="."))


def test_an_installed_command_speaks_of_itself(
    project: SmallProject, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is called as a program of its own tells to call it so."""
    assert command_line.main(["check", "--root", str(project.root)]) == 1
    assert capsys.readouterr().err.splitlines()[-1].endswith(" annotated-reader explain G05")
    assert command_line.main(["explain", "G555"]) == 2
    assert capsys.readouterr().err.startswith("annotated-reader: there is no problem code")
