"""Counts on hand-written pages, and what else a new text leaves as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from small_project import BETA_ABOUT, SmallProject, copy_of_sound

OWN = "docs/about/index.md"
NEW = "Nothing of what it says has a name that anybody explains.\n\nNothing else.\n"
ABOUT = BETA_ABOUT.split("[[hyphen]]", maxsplit=1)[0]


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A small project of two texts."""
    return copy_of_sound(tmp_path / "project")


def added(project: SmallProject) -> None:
    """Take in a third text, which uses no term and cites nothing."""
    project.text("gamma-2022", NEW, ABOUT, "Gamma: a third text")
    project.accepted()


def count(what: str, was: str = "") -> str:
    """A count as it is written, with what stands in it."""
    return f"<!-- count {what} -->{was}<!-- end count -->"


def test_counts_are_filled_in(project: SmallProject) -> None:
    """In figures or in words, with a capital where there was one; a new text counts at once."""
    one = f"{count('texts in words', 'Nine')} texts, {count('texts')} of {count('texts in words', 'nine')}"
    project.write(
        OWN, f"# About\n\n{one}; {count('terms')}, {count('references')}, {count('notes in words')}.\n"
    )
    project.accepted()
    row = project.rows(OWN)[2]
    assert row.startswith(f"{count('texts in words', 'Two')} texts, {count('texts', '2')} of ")
    assert row.endswith(
        f"{count('terms', '2')}, {count('references', '3')}, {count('notes in words', 'one')}."
    )
    added(project)
    assert f"{count('texts in words', 'Three')} texts, {count('texts', '3')}" in project.rows(OWN)[2]
    project.edit(OWN, "Three<", "Many<")
    assert project.refused("check").places[0] == f"{OWN}:1: D01"


def test_counts_that_cannot_be_filled_in(project: SmallProject) -> None:
    """What nothing counts, and what is not closed in its line."""
    project.write(
        OWN,
        "# About\n\n<!-- count text -->2<!-- end count -->\n\n<!-- count texts -->2\n<!-- end count -->\n",
    )
    run = project.refused()
    assert "perhaps “texts”" in run.problem(f"{OWN}:3: H05")
    assert "is not closed" in run.problem(f"{OWN}:5: H05")


def test_a_new_text_leaves_other_pages_as_they_were(project: SmallProject) -> None:
    """Those of terms that it does not use, and those of texts, with all that belongs to them."""
    before = project.files("docs")
    added(project)
    after = project.files("docs")
    changed = {path for path in before if before[path] != after[path]}
    of_texts = {f"texts/{name}" for name in ("index", "list", "beta-2021")}  # its neighbour leads to it
    of_all = {"terms/index", "terms/names", "apparatus/index", "apparatus/changes", "about/addresses"}
    lists = {"bibliography", "data", "compare", "timeline"}
    assert changed <= {f"docs/{name}.md" for name in of_texts | of_all | lists}
