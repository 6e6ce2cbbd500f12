"""Tiny projects with all that their commands print and write, byte for byte.

tests/engine/golden/<case>/
    sources/ glossary.toml references.bib …     the project
    command.txt                                 commands, one a line (default: build)
    expected/console.txt                        what each command printed, and its exit code
    expected/files/                             every file that the commands wrote or changed, but docs.lock
                                                and the page of problems, and the register of
                                                addresses with its page where nothing has moved
    expected/removed.txt                        the files that they removed, if any

A change of any page, message or ledger shows here as a diff that somebody reads. To accept it:

    python -m pytest tests/engine/test_golden.py --rewrite-golden
"""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from small_project import SmallProject

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir())


@pytest.mark.parametrize("case", CASES)
def test_golden(case: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The commands print and write what the golden files hold: no page or message changes unseen."""
    found = run(GOLDEN / case, tmp_path / "project")
    expected = GOLDEN / case / "expected"
    if request.config.getoption("--rewrite-golden"):
        shutil.rmtree(expected, ignore_errors=True)
        for path, data in found.items():
            SmallProject(expected).write(path, data)
        return
    golden = SmallProject(expected).files()
    assert sorted(found) == sorted(golden)
    for path, data in found.items():
        assert data.decode() == golden[path].decode(), path


def run(case: Path, folder: Path) -> dict[str, bytes]:
    """Run the commands of a case on a copy of it; return what is to be golden."""
    shutil.copytree(case, folder, ignore=shutil.ignore_patterns("expected", "command.txt"))
    project = SmallProject(folder)
    before = project.files()
    commands = (case / "command.txt").read_text("utf-8") if (case / "command.txt").exists() else "build\n"
    console = ""
    for command in commands.splitlines():
        done = project.run(*shlex.split(command))
        console += f"$ {command}\n{done.out}{done.err}exit {done.code}\n"
    after = project.files()
    after.pop("docs.lock", None)  # the fingerprints of the files that are compared here themselves
    after.pop("docs/about/problems.md", None)  # the same in every project: see test_codes.py
    if not (case / "moved.toml").exists():  # the rest of what is compared here says the same
        after.pop("addresses.lock", None)
        after.pop("docs/about/addresses.md", None)
    found = {f"files/{path}": data for path, data in after.items() if before.get(path) != data}
    if removed := sorted(before.keys() - after.keys()):
        found["removed.txt"] = "".join(f"{path}\n" for path in removed).encode()
    return found | {"console.txt": console.encode()}


def test_every_golden_file_belongs_to_a_case() -> None:
    """A case without expectations compares nothing with nothing."""
    assert CASES == [
        "accept",
        "doubt",
        "hard-wrapped",
        "hostile",
        "mixed-volume",
        "moved",
        "multilingual",
        "persian",
        "plain",
        "refused",
        "reworded",
        "unaccepted",
    ]
    for case in CASES:
        assert (GOLDEN / case / "expected/console.txt").stat().st_size > 0
