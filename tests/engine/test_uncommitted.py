"""`[tool.reader.output] commit = false`: generated pages are not committed, and `check` does without them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reader.model import generated
from reader.project.starter import STARTER
from small_project import SmallProject, copy_of_sound

SETTINGS = "[tool.reader.output]\ncommit = false\n"
OWN = "# Leagues\n\n<!-- quote alpha-2020#p2 -->\n<!-- end quote -->\n"


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A project as a clone of it is: with a page that quotes, and none that was generated."""
    project = copy_of_sound(tmp_path / "project")
    project.write("pyproject.toml", SETTINGS)
    project.write("docs/themes/leagues.md", OWN)
    project.accepted()
    for folder in generated.FOLDERS:
        shutil.rmtree(project.root / "docs" / folder, ignore_errors=True)
    for name in generated.FILES:
        (project.root / "docs" / name).unlink(missing_ok=True)
    (project.root / "docs.lock").unlink()
    return project


def test_check_needs_no_generated_page(project: SmallProject) -> None:
    before = project.files()
    project.good("check")
    assert project.files() == before
    project.good("build")
    assert (project.root / "docs/texts/alpha-2020.md").is_file()
    project.good("check")


def test_check_looks_at_all_else(project: SmallProject) -> None:
    """Ledgers, the register and quotations in pages that an editor wrote are committed all the same."""
    project.edit("sources/alpha-2020/corrections.toml", "nobody knows how", "nobody knows when")
    assert [place.split(" ")[1] for place in project.run("check").places] == ["A01"]
    project.edit("sources/alpha-2020/corrections.toml", "nobody knows when", "nobody knows how")
    project.append("glossary.toml", TERM)
    assert [place.split(" ")[1] for place in project.run("check").places] == ["R06"]


TERM = """
[[term]]
id = "year"
name = "Year"
forms = ["every year"]
kind = "concept"
definition = "Twelve months."
"""


def test_a_quotation_that_is_out_of_date_is_told(project: SmallProject) -> None:
    text = (project.root / "docs/themes/leagues.md").read_text("utf-8")
    project.write("docs/themes/leagues.md", text.replace("Nothing was known", "Much was known"))
    assert project.run("check").places == ["docs/themes/leagues.md:1: D01"]


def test_where_pages_are_committed_check_asks_for_them(project: SmallProject) -> None:
    project.write("pyproject.toml", "[tool.reader.output]\ncommit = true\n")
    assert {place.split(" ")[1] for place in project.run("check").places} == {"D01"}


def test_a_new_edition_says_what_git_leaves_out() -> None:
    """The lines are in comment signs until the pages are not committed; they name all that a build makes."""
    rows = (STARTER / "gitignore").read_text("utf-8").splitlines()
    made = [f"#/docs/{one}" for one in (*(f"{name}/" for name in generated.FOLDERS), *generated.FILES)]
    assert [row for row in rows if row.startswith("#/")] == [*made, "#/docs.lock"]
