"""Whoever writes: one at a time, whole at every instant, and stopped at any step without a loss."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from disk_steps import Commands
from races import ALPHA, AT_WORK, BETA, OWN, VERBS, Race, contested, races, run
from small_project import SmallProject, copy_of_sound

STEPS = range(1, 200)


@pytest.fixture(scope="module")
def commands() -> Iterator[Commands]:
    """A process that runs commands in forks."""
    with Commands() as process:
        yield process


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project."""
    return copy_of_sound(tmp_path / "project")


# One at a time


@pytest.mark.parametrize("number", range(30))
def test_commands_at_once(commands: Commands, tmp_path: Path, number: int) -> None:
    """Whatever two or three commands do at once, nothing is lost and the end is that of some order."""
    [race] = list(races(number + 1, seed=8))[number:]
    assert run(commands, race, tmp_path / "project") == []


def test_who_is_at_work(commands: Commands, project: SmallProject) -> None:
    """A second command says which the first is, and its process; it writes nothing."""
    project.edit("glossary.toml", 'definition = "A group."', 'definition = "A band."')
    first = commands.run(project.root, "build", stop=12)
    before = project.files()
    for verb in (["build"], ["accept", "--yes"], ["check"], ["cite", "alpha-2020#p1"], ["site"]):
        second = commands.run(project.root, *verb)
        assert (second.code, second.out) == (1, "")
        assert second.err.startswith("build.py: build (process ")
        assert second.err.endswith(f") {AT_WORK} — wait for it to end, and run {verb[0]} again\n")
    assert project.files() == before
    assert commands.go_on(first).code == 0
    assert commands.run(project.root, "check").code == 0


def test_the_lock_of_a_killed_command(commands: Commands, project: SmallProject) -> None:
    """A lock ends with the process that holds it, however that ends."""
    project.edit("glossary.toml", 'definition = "A group."', 'definition = "A band."')
    assert commands.run(project.root, "build", kill=12).code == -9
    assert commands.run(project.root, "build").code == 0
    assert [path for path in project.files() if path.startswith(".build/")] == []


# Killed


def finished(commands: Commands, tmp_path: Path, *verb: str) -> dict[str, bytes]:
    """What the command leaves when nothing stops it."""
    done = begin(commands, tmp_path, *verb).copied(tmp_path / "finished")
    assert commands.run(done.root, *verb).code == 0
    return done.files("docs", "sources", "docs.lock")


def begin(commands: Commands, tmp_path: Path, verb: str, *_options: str) -> SmallProject:
    """A project to begin from: a build needs ledgers that have been accepted."""
    if (tmp_path / verb).exists():
        return SmallProject(tmp_path / verb)
    project = contested(tmp_path / verb)
    if verb == "build":
        assert commands.run(project.root, "accept", "--yes").code == 0
    return project


@pytest.mark.parametrize("verb", [("build",), ("accept", "--yes")])
def test_killed_at_each_step(commands: Commands, tmp_path: Path, verb: tuple[str, ...]) -> None:
    """Each file is the old or the new one at every instant; the next command makes all of them the new."""
    after = finished(commands, tmp_path, *verb)
    begun = begin(commands, tmp_path, *verb)
    for step in STEPS:
        project = begun.copied(tmp_path / str(step))
        before = project.files("docs", "sources", "docs.lock")
        killed = commands.run(project.root, *verb, kill=step)
        if killed.code == 0:
            break
        assert killed.code == -9
        now = project.files("docs", "sources", "docs.lock")
        for path in before.keys() | after.keys():
            assert now.get(path) in (before.get(path), after.get(path)), (step, path)
        assert now.keys() <= before.keys() | after.keys()
        left = project.files()
        told = commands.run(project.root, "check")
        assert now in (before, after) or ".build/journal.json:1: D08 a run was interrupted" in told.err
        assert project.files().keys() - left.keys() <= {".build/lock", ".build/holder"}
        commands.run(project.root, "build")
        if now not in (before, after):
            done = project.files("sources") if verb[0] == "accept" else project.files("docs", "docs.lock")
            assert done.items() <= after.items(), step
    else:
        raise AssertionError("it never ends")
    assert step > 15


@pytest.mark.parametrize("edited", [(OWN,), ("docs/terms/band.md", "docs/texts/alpha-2020.md")])
def test_an_edit_after_a_kill(commands: Commands, tmp_path: Path, edited: tuple[str, ...]) -> None:
    """What somebody has written since the kill is there afterwards, or the build stops and names the file."""
    words = b"\nWritten by hand, after the kill.\n"
    number, begun = 0, begin(commands, tmp_path, "build")
    for step in STEPS:
        project = begun.copied(tmp_path / str(step))
        if commands.run(project.root, "build", kill=step).code == 0:
            break
        files = [project.root / path for path in edited if (project.root / path).exists()]
        number += len(files) == len(edited)
        for file in files:
            file.write_bytes(file.read_bytes() + words)
        built = commands.run(project.root, "build")
        assert all(words in file.read_bytes() for file in files), step
        named = [f"{file.relative_to(project.root)}:1: D0" in built.err for file in files]
        assert (built.code, edited == (OWN,)) == (0, True) or (all(named) and files), (step, built)
    assert number > 10


def test_ledgers_edited_after_a_kill(commands: Commands, tmp_path: Path) -> None:
    """A ledger is not rolled back or forward over what somebody has done to it."""
    for step in STEPS:
        project = contested(tmp_path / str(step))
        if commands.run(project.root, "accept", "--yes", kill=step).code == 0:
            break
        for folder in (ALPHA, BETA):
            project.append(f"{folder}/anchors.lock", "# by hand\n")
        commands.run(project.root, "build")
        for folder in (ALPHA, BETA):
            assert project.rows(f"{folder}/anchors.lock")[-2] == "# by hand", step
    assert step > 15


def test_a_damaged_journal(project: SmallProject) -> None:
    """A journal that cannot be read, or leads out of the project, moves nothing."""
    outside = project.root.parent / "outside.md"
    outside.write_text("mine")
    staged = project.write(".build/new/outside.md", "theirs")
    rows = [["../outside.md", None, None], [str(outside), None, None], ["a"], "b", None]
    for text in (
        "",
        "{",
        "[]",
        '{"whole": false}',
        *(json.dumps({"whole": 0, "changes": [row]}) for row in rows),
    ):
        project.write(".build/journal.json", text)
        project.good("build")
        assert outside.read_text() == "mine"
    assert not staged.exists()


def test_a_ledger_outlasts_a_power_cut(project: SmallProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command has written is on the disk when it ends: the files, and their names in the folders."""
    on_disk: set[int] = set()
    monkeypatch.setattr("os.fsync", lambda file: on_disk.add(os.fstat(file).st_ino))
    project.edit(f"{ALPHA}/notes.md", "Nothing has happened", "Nothing at all has happened")
    before = project.files()
    project.good("accept", "--yes")
    [path] = [path for path, data in project.files("sources").items() if before[path] != data]
    assert path == f"{ALPHA}/anchors.lock"
    assert {(project.root / one).stat().st_ino for one in (path, ALPHA)} <= on_disk


# Changed while a command is at work


def test_an_edit_between_reading_and_writing(commands: Commands, tmp_path: Path) -> None:
    """A page that somebody saves while a build is at work is not overwritten, up to the move itself."""
    begun = begin(commands, tmp_path, "build")
    for step in range(5, 200, 3):
        project = begun.copied(tmp_path / str(step))
        stopped = commands.run(project.root, "build", stop=step)
        if stopped.code is not None:
            break
        if stopped.at == f"os.rename {OWN}":
            continue
        project.append(OWN, "Saved just now.\n")
        ended = commands.go_on(stopped)
        assert project.rows(OWN)[-2] == "Saved just now."
        assert (ended.code == 0) != (f"{OWN}:1: D06 was changed" in ended.err), step
        project.good("build")
        assert project.rows(OWN)[-2] == "Saved just now."
        assert any("> The end came" in row for row in project.rows(OWN))
    assert step > 30


def test_the_verbs_of_a_race() -> None:
    """A race that names no verb would run nothing."""
    assert all(set(race.commands) <= VERBS.keys() for race in races(300, 8))
    assert len(set(races(300, 8))) > 250
    assert Race(("build", "build"), (3,)).stops == (3,)
