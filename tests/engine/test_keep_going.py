"""One broken text among many: it is named, nothing is written; with `--keep-going` the rest is."""

from __future__ import annotations

from pathlib import Path

import pytest

from small_project import ABOUT, SmallProject, copy_of_sound
from tiny_site import tiny_site

BROKEN = 'begins = "Menu"'  # the guard of a cut of alpha-2020
TITLE = "sources/alpha-2020/source.toml"
OWN = "docs/themes/leagues.md"
QUOTING = """\
# Leagues

<!-- quote alpha-2020#p1 “The Alpha League … 1999” -->
<!-- end quote -->

See [alpha](../texts/alpha-2020.md#p3).
"""


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project of two texts, with a hand-written page that quotes one."""
    project = copy_of_sound(tmp_path / "project")
    project.write(OWN, QUOTING)
    project.append("glossary.toml", EXCEPTION)
    return project.accepted()


EXCEPTION = """
[[term]]
id = "brown"
name = "Brown"
forms = ["Brown"]
kind = "person"
definition = "Somebody whom one text names."

[[term]]
id = "met"
name = "Meeting"
forms = ["met"]
kind = "concept"
background = true
definition = "When people meet."

[[term.unlinked]]
text = "alpha-2020"
passage = "p1"
form = "met"
reason = "any meeting"
"""


def broken(project: SmallProject) -> None:
    project.edit(TITLE, BROKEN, 'begins = "Menus"')


def test_a_broken_text_stops_all_and_is_named(project: SmallProject) -> None:
    broken(project)
    project.edit("sources/beta-2021/source.toml", "line = 2\nkeep", "line = 3\nkeep")
    run = project.refused()
    assert {place.split("/")[1] for place in run.places} == {"alpha-2020", "beta-2021"}
    assert any(place.startswith(f"{TITLE}:") for place in run.places)


def test_the_rest_is_built_and_what_was_published_is_not_lost(project: SmallProject) -> None:
    sound = project.files("docs")
    broken(project)
    run = project.run("build", "--keep-going")
    assert run.code == 1
    assert [one.split(":")[0] for one in run.problems] == [TITLE]
    assert run.err.splitlines()[-2] == "1 problem; all but alpha-2020 was built"
    now = project.files("docs")
    page = now["docs/texts/alpha-2020.md"].decode()
    assert "It is left out for the time being" in page
    assert {f'id="p{number}"' for number in (1, 2, 3)} <= set(page.replace(">", " ").split())
    assert "alpha-2020" not in now["docs/texts/index.md"].decode()
    assert now[OWN] == sound[OWN]
    assert project.run("check").code == 1
    project.edit(TITLE, 'begins = "Menus"', BROKEN)
    project.good("build")
    assert project.files("docs") == sound


def test_a_text_that_was_never_published_leaves_nothing(project: SmallProject) -> None:
    sound = project.files("docs")
    project.text("gamma-2022", "A third.\n", ABOUT.replace("hard", "no"), "Gamma")
    project.append("sources/gamma-2022/source.toml", '\n[[cut]]\nlines = "7"\nkind = "furniture"\n')
    run = project.run("build", "--keep-going")
    assert (run.code, run.err.splitlines()[-2][-28:]) == (1, "all but gamma-2022 was built")
    assert project.files("docs").keys() == sound.keys()


def test_what_no_text_is_to_blame_for_stops_all(project: SmallProject) -> None:
    broken(project)
    project.edit("glossary.toml", 'see = ["group"]', 'see = ["groups"]')
    run = project.refused("build", "--keep-going")
    assert {place.split(":")[0] for place in run.places} == {TITLE, "glossary.toml"}


def test_where_every_text_is_broken_nothing_is_made(project: SmallProject) -> None:
    broken(project)
    project.edit("sources/beta-2021/source.toml", "line = 2\nkeep", "line = 3\nkeep")
    project.refused("build", "--keep-going")


def test_the_site_of_the_rest_has_no_dead_link(tmp_path: Path) -> None:
    """The check of links is a part of `site`; the page of the text says that it is missing."""
    project = tiny_site(tmp_path / "project")
    project.write(OWN, QUOTING)
    project.accepted()
    broken(project)
    run = project.run("site", "--keep-going")
    assert run.code == 1
    assert run.err.splitlines()[-2] == "1 problem; all but alpha-2020 was built"
    page = (project.root / "site/texts/alpha-2020/index.html").read_text("utf-8")
    assert "It is left out for the time being" in page
    assert "left out" in (project.root / "site/data/texts/alpha-2020.txt").read_text("utf-8")
    assert "texts/alpha-2020/#p3" in (project.root / "site/themes/leagues/index.html").read_text("utf-8")
