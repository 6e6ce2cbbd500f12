"""Published addresses: every one of them has a page and a place on it, for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from small_project import SmallProject, copy_of_sound

REGISTER, MOVED = "addresses.lock", "moved.toml"


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project, all of whose addresses are in the register."""
    return copy_of_sound(tmp_path / "project")


def test_check_asks_for_the_register(project: SmallProject) -> None:
    """A build takes a new term as it is; what CI runs asks that its address be recorded (R06)."""
    project.append("references.bib", "\n@misc{new-2022,\n  title = {New},\n  date = {2022},\n}\n")
    project.good("build")
    run = project.refused("check")
    assert run.places == [f"{REGISTER}:1: R06"]
    assert "/bibliography/#new-2022 " in run.problems[0]
    assert project.good("accept", "--yes").out == (
        f"new addresses: /bibliography/#new-2022\n{REGISTER} written\n"
    )
    project.good("build")
    project.good("check")
