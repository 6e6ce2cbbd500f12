"""Nothing that a person can do gives a trace: each of these did once, and is now told with path and line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from disk_steps import Commands
from fuzz import editors_files, fuzz
from reader.model.problems import Problem
from reader.project.mkdocs_yml import settings
from small_project import SmallProject, copy_of_sound, table

A = "sources/alpha-2020"
RUNS = 400
BUILD = Path(__file__).parents[2] / "scripts/build.py"


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project."""
    return copy_of_sound(tmp_path / "project")


@pytest.fixture(scope="module")
def commands() -> Iterator[Commands]:
    """A process that runs commands in forks."""
    with Commands() as process:
        yield process


# What stands in the files


@pytest.mark.parametrize(
    ("path", "old", "new", "problem"),
    [
        (
            "references.bib",
            "{Brown, Bo}",
            "{Brown,\x01 Bo}",
            "S12 there is a control character, U+0001 — take",
        ),
        (
            "references.bib",
            "{Press}",
            "{Pr\x0bess}",
            "S12 there is a control character, U+000B — take it out",
        ),
        (
            f"{A}/notes.md",
            "Nothing has",
            "Nothing\x08 has",
            "S12 there is a control character, U+0008 — take",
        ),
        ("glossary.toml", "A league.", "A\x9b league.", "S12 there is a control character, U+009B — take"),
        (
            "references.bib",
            "{Press},",
            "{Press},\n  url = {https://[::1},",
            "S13 “https://[::1” is no address",
        ),
        ("references.bib", "{Press},", "{Press},\n  url = {http://[x},", "S13 “http://[x” is no address"),
        (f"{A}/notes.md", "Nothing has", "[Nothing](http://[x) has", "S13 “http://[x” is no address — Inv"),
        ("glossary.toml", "A league.", "See https://ex\u2100mple.org/", "S13 “https://ex\u2100mple.org/” is"),
        (
            f"{A}/source.toml",
            "line = 10",
            f"line = {'9' * 5000}",
            "T01 a number is too long — the line reads",
        ),
        (f"{A}/source.toml", '"7-8"', f'"{"7" * 5000}"', "T04 “lines” is '7777"),
        ("glossary.toml", "see = [", "see = [" + "[" * 5000, "T01 "),
        (f"{A}/notes.md", "## p3", f"## p{'3' * 5000}", "N01 "),
    ],
)
def test_what_stands_in_a_file(project: SmallProject, path: str, old: str, new: str, problem: str) -> None:
    """The line is named, and how to mend it."""
    text = (project.root / path).read_text("utf-8")
    line = text.count("\n", 0, text.index(old)) + 1 + new.count("\n")
    project.write(path, text.replace(old, new, 1))
    assert any(row.startswith(f"{path}:{line}: {problem}") for row in project.refused().problems)


def test_addresses_that_are_one(project: SmallProject) -> None:
    """Brackets after an address, and those of an address of six bytes, are no mistake."""
    project.append(
        f"{A}/notes.md", "\nSee https://example.org[^1], [https://x.org](https://x.org/[1]), http://[::1]/.\n"
    )
    assert not any("S13" in row for row in project.run("build").problems)


MKDOCS = "site_name: Small\nsite_url: https://small.example/\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (b'site_name: "Small\n', ["2: M01"]),
        (b"site_name: [\n", ["2: M01"]),
        (b"site_name: *small\n", ["1: M01"]),
        (b"site_name: \x01\n", ["1: S12", "1: M01"]),
        (b"a: 1\nsite_name: T\xfcrkiye\n", ["2: S02"]),
        (b"- a\n- b\n", ["1: M01"]),
        (b"a: " + b"[" * 5000, ["1: M01"]),
        (b"a: " + b"9" * 5000, ["1: M01"]),
        (b"a: 2020-13-45\n", ["1: M01"]),
        (b"? [a]\n: b\n", ["1: M01"]),
        (b"a: 1\nsite_name: Off\n", ["2: M02"]),
        (b"site_url: 3\n", ["1: M02"]),
        (b"site_url: reader.example\n", ["1: M02"]),
        (b"site_url: https://reader.example/?at=\n", ["1: M02"]),
        (b"site_url: https://reader.example/#at\n", ["1: M02"]),
        (b"site_url: https://[x\n", ["1: S13", "1: M02"]),
        (b"a: &a [*a]\n", []),
    ],
)
def test_settings_that_cannot_be_read(project: SmallProject, text: bytes, places: list[str]) -> None:
    """Whatever stands in mkdocs.yml, what is wrong is told with its line."""
    project.write("mkdocs.yml", text)
    run = project.run("build")
    assert sorted(run.places) == sorted(f"mkdocs.yml:{place}" for place in places)


def test_tags_of_mkdocs() -> None:
    """Tags that MkDocs knows are no mistake, and nothing of them is run."""
    text = """\
site_name: !ENV [NAME, "Small"]
site_url: !ENV URL
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      other: !!python/object/apply:os.abort []
"""
    assert settings(text) == ({"site_name": "Small", "site_url": "/", "language": "en"}, [])
    assert settings(MKDOCS)[0]["site_url"] == "https://small.example/"
    assert settings("site_url: https://small.example/a\n")[0]["site_url"] == "https://small.example/a/"
    assert settings("") == ({"site_name": "Reader", "site_url": "/", "language": "en"}, [])


@pytest.mark.parametrize("name", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_names_that_windows_keeps_for_itself(project: SmallProject, name: str) -> None:
    """A text or term of such a name could not be checked out there."""
    project.write(f"sources/{name}/raw.txt", "One line.\n")
    project.append(
        "glossary.toml",
        table("term", "x", id=name, name="N", forms=["1999"], kind="concept", definition="D."),
    )
    run = project.refused()
    assert f"call it “{name}-text”" in run.problem(f"sources/{name}:1: S11")
    assert f"call it “{name}-term”" in run.problem(
        f"glossary.toml:{project.line('glossary.toml', '# x')}: G06"
    )


def test_a_message_is_one_line() -> None:
    """A value that holds a line end, or turns the direction, does not break or bend the message."""
    problem = Problem("a\nb", 1, "T01", "“x\r\ny\u2028z\x85”", "\x1b[31m\u202e")
    assert str(problem) == "a␊b:1: T01 “x␍␊y␤z␦” — ␛[31m⇾".replace("⇾", "⇽")
    assert len(str(problem).splitlines()) == 1


# The disk


@pytest.mark.parametrize("verb", [("build",), ("accept", "--yes"), ("check",), ("site",)])
def test_a_full_disk(commands: Commands, project: SmallProject, verb: tuple[str, ...]) -> None:
    """Where nothing fits any more, the command says so, and all is as it was."""
    if verb[0] == "accept":
        project.append(f"{A}/notes.md", "\n## p2 “has no”\nkind: context\n\nA new note.\n")
    project.edit("glossary.toml", 'definition = "A league."', f'definition = "{"A league. " * 300}"')
    before = project.files("docs", "sources", "site", "docs.lock")
    done = commands.run(project.root, *verb, limit=100)
    assert "Traceback" not in done.err
    assert "nobody foresaw" not in done.err
    if verb[0] != "check":
        assert (done.code, ": X02 cannot be read or written: File too large — " in done.err) == (1, True)
    assert project.files("docs", "sources", "site", "docs.lock") == before


def test_a_folder_that_cannot_be_written_to(project: SmallProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name is told; what reads works there all the same."""
    write = Path.open

    def refuse(self: Path, mode: str = "r", *arguments: object, **named: object) -> object:
        if "w" in mode:
            raise PermissionError(13, "Permission denied", str(self))
        return write(self, mode, *arguments, **named)  # type: ignore[call-overload]

    project.edit("glossary.toml", 'definition = "A league."', 'definition = "The league."')
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        run = project.run("build")
        assert run.places == [".build/holder:1: X02"]
        assert "cannot be read or written: Permission denied — see whether the disk is full" in run.err
        assert project.run("cite", "alpha-2020#p1").code == 0
    project.good("build")


def test_a_folder_in_the_place_of_a_file(project: SmallProject) -> None:
    """Whatever lies where a file should, no trace is left."""
    for path in ("mkdocs.yml", "pyproject.toml", f"{A}/notes.md", ".cache/x"):
        (project.root / path).unlink(missing_ok=True)
        (project.root / path / "inner").mkdir(parents=True)
        assert "nobody foresaw" not in project.run("build").err


# What nobody foresaw


def test_what_nobody_foresaw(project: SmallProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, with where to report it; the trace is in a file, and shown when it is asked for."""

    def fail(_options: object) -> int:
        raise ZeroDivisionError("by\nnothing")

    monkeypatch.setattr("reader.commands.docs.build", fail)
    run = project.run("build")
    trace = project.root / ".cache/trace.txt"
    assert run.code == 1
    assert run.err == (
        f"build.py: nobody foresaw this: ZeroDivisionError: by; the trace is in {trace}; "
        "CONTRIBUTING.md says where to report it\n"
    )
    assert trace.read_text().startswith("Traceback (most recent call last):\n")
    assert "Traceback" in project.run("build", "--debug").err
    project.write("glossary.toml", "«")
    monkeypatch.undo()
    assert "ProblemsFound" in project.run("build", "--debug").err


def test_output_that_nobody_reads_on(project: SmallProject) -> None:
    """As in `cite … | head -0`."""
    command = f"{sys.executable} {BUILD} cite alpha-2020#p1 | true"
    done = subprocess.run(command, shell=True, cwd=project.root, capture_output=True, check=False)
    assert done.stderr == b""


# At random


@pytest.mark.parametrize("path", editors_files())
def test_fuzz(tmp_path: Path, path: str) -> None:
    """Whatever an editor’s file holds, the build ends well or with problems that name a file."""
    assert fuzz(copy_of_sound(tmp_path / "project"), path, RUNS // len(editors_files()), seed=8) == []
