"""A site of which nothing has changed is not made again; whatever has changed, it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.commands import publishing
from reader.project import files, stamp
from reader.site import engine
from small_project import SmallProject, copy_of_sound

UNCHANGED = "nothing has changed since the site was made"
MADE = "a site would be made"
PLAIN = "site_name: Reader\nsite_url: https://reader.example.org/\n"

CHANGES: dict[str, Callable[[SmallProject], object]] = {
    "a word of a definition": lambda project: project.edit("glossary.toml", "A group.", "A band."),
    "a page by hand": lambda project: project.append("docs/about.md", "More.\n"),
    "a new page": lambda project: project.write("docs/more.md", "# More\n"),
    "the settings": lambda project: project.append("mkdocs.yml", "copyright: Us\n"),
    "a page of the site": lambda project: project.append("site/index.html", " "),
    "a page of the site is gone": lambda project: (project.root / "site/terms/index.html").unlink(),
    "a file more in the site": lambda project: project.write("site/more.txt", ""),
    "the list of the site is gone": lambda project: (project.root / ".build/site.lock").unlink(),
    "what is remembered is damaged": lambda project: project.write(".cache/site.json", "{"),
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """A project with its site."""
    project = copy_of_sound(tmp_path_factory.mktemp("unchanged") / "project")
    project.write("mkdocs.yml", PLAIN)
    project.write("docs/about.md", "# About\n")
    project.write("docs/about/citing.md", "# How to cite\n")
    project.write("docs/index.md", "# Home\n")
    project.good("accept", "--yes")
    project.good("site")
    return project


@pytest.fixture
def project(
    published: SmallProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SmallProject]:
    """A copy of it, in which making a site again can be seen."""

    def made(*_all: object, **_more: object) -> int:
        raise OSError(MADE)

    monkeypatch.setattr(publishing, "build_site", made)
    yield published.copied(tmp_path / "copy")


def test_nothing_has_changed(project: SmallProject) -> None:
    """The same is told again, and nothing is touched; the generated pages were new when it was made."""
    before = project.files()
    told = project.good("site").out
    assert UNCHANGED in told
    assert "site: " in told
    assert project.files() == before


@pytest.mark.parametrize("name", CHANGES)
def test_something_has_changed(project: SmallProject, name: str) -> None:
    """Whatever differs from what the site was made of, or from what was made, it is made again."""
    CHANGES[name](project)
    assert MADE in project.run("site").err


def test_another_kind_of_site(project: SmallProject) -> None:
    """What is public is not what was made at the desk."""
    assert MADE in project.run("site", "--public").err


OTHERWISE = {
    "a folder of one’s own": "theme:\n  name: material\n  custom_dir: own\n",
    "the environment": "copyright: !ENV [WHO, us]\n",
    "other settings": "INHERIT: base.yml\n",
    "a plugin": "plugins:\n  - tags\n",
}


@pytest.mark.parametrize("name", OTHERWISE)
def test_what_may_rest_on_more_is_made_each_time(published: SmallProject, tmp_path: Path, name: str) -> None:
    """Where something may come from elsewhere, nothing is remembered."""
    project = published.copied(tmp_path / "copy")
    assert engine.rests_on_its_files(project.root)
    project.write("base.yml", "copyright: us\n")
    project.write("own/a.css", "")
    project.append("mkdocs.yml", OTHERWISE[name])
    assert not engine.rests_on_its_files(project.root)


def test_what_lies_behind_a_link_is_not_remembered(project: SmallProject) -> None:
    """A link says nothing of what it leads to."""
    found = {"docs/a.md": files.LINK}
    (project.root / stamp.LAST_SITE).unlink()
    stamp.keep_site(project.root, found, [], "public", ["told"])
    assert stamp.site_stands(project.root, found, "public") == []
