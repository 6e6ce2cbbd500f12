"""`site/`: whole at every instant, made by nobody else, and the same from wherever it is called."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from disk_steps import Commands
from reader.site.engine import THEME
from small_project import SmallProject
from tiny_site import tiny_site


@pytest.fixture(scope="module")
def commands() -> Iterator[Commands]:
    """A process that runs commands in forks."""
    with Commands() as process:
        yield process


@pytest.fixture(scope="module")
def online(commands: Commands, tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """A project with its site, never to be changed."""
    project = tiny_site(tmp_path_factory.mktemp("online") / "project")
    done = commands.run(project.root, "site")
    assert done.code == 0, done.err
    return project


@pytest.fixture
def project(online: SmallProject, tmp_path: Path) -> SmallProject:
    """A copy of that project."""
    return online.copied(tmp_path / "project")


def change(project: SmallProject) -> None:
    """Change what the site is made of, so that pages are added, rewritten and removed."""
    project.renamed_term("group", "band")


def at_steps(commands: Commands, online: SmallProject, tmp_path: Path) -> Iterator[tuple[SmallProject, int]]:
    """Yield projects whose `site` was killed at steps from beginning to end, most of them near the end."""
    whole = online.copied(tmp_path / "whole")
    change(whole)
    steps = commands.run(whole.root, "site").steps
    moves = len(
        [path for path in whole.files("site") if online.files("site").get(path) != whole.files()[path]]
    )
    assert moves > 10
    for step in (2, steps // 2, *(steps - moves * part // 4 - 1 for part in range(4, -1, -1))):
        project = online.copied(tmp_path / str(step))
        change(project)
        assert commands.run(project.root, "site", kill=step).code == -9
        yield project, step


def test_a_killed_site(commands: Commands, online: SmallProject, tmp_path: Path) -> None:
    """No page is missing at any instant, and the next command finishes the site or leaves it as it was."""
    old = online.files("site")
    finished = []
    for project, step in at_steps(commands, online, tmp_path):
        new = SmallProject(tmp_path / "whole").files("site")
        now = project.files("site")
        for path in old.keys() | new.keys():
            assert now.get(path) in (old.get(path), new.get(path)), (step, path)
        cleaned = project.copied(tmp_path / f"{step} and clean")
        commands.run(project.root, "build")
        now = project.files("site")
        assert now in (old, new), step
        finished.append(now == new)

        for name in ("site", ".cache/epub"):  # what is left of a site must never become one again
            shutil.rmtree(cleaned.root / name, ignore_errors=True)
        commands.run(cleaned.root, "build")
        assert not (cleaned.root / "site").exists(), step
    assert set(finished) == {False, True}
    assert commands.run(project.root, "site").code == 0
    assert project.files("site") == new


def test_a_page_changed_in_a_site(commands: Commands, project: SmallProject) -> None:
    """A page that somebody has changed, after a kill or at any time, is named and kept."""
    change(project)
    steps = project.root.parent / "steps"
    shutil.copytree(project.root, steps)
    commands.run(project.root, "site", kill=commands.run(steps, "site").steps - 20)
    project.write("site/index.html", b"by hand")
    assert commands.run(project.root, "build").code == 0
    for _time in range(2):
        assert "site/index.html:1: D03 has been changed by hand" in commands.run(project.root, "site").err
        assert (project.root / "site/index.html").read_bytes() == b"by hand"


def test_files_of_ones_own_in_a_site(commands: Commands, project: SmallProject) -> None:
    """They are named and kept; hidden ones, which hosts ask for, are left alone."""
    project.write("site/CNAME", "reader.example\n")
    project.write("site/.nojekyll", "")
    change(project)
    before = project.files("site")
    done = commands.run(project.root, "site")
    assert done.code == 1
    assert "site/CNAME:1: D04 is no file that the build has made — what is your own" in done.err
    assert "\n1 problem; site/ is as it was\n" in done.err
    assert project.files("site") == before
    (project.root / "site/CNAME").unlink()
    assert commands.run(project.root, "site").code == 0
    assert (project.root / "site/.nojekyll").exists()


def test_a_site_that_is_a_link(commands: Commands, project: SmallProject, tmp_path: Path) -> None:
    """What it leads to is left alone."""
    outside = SmallProject(tmp_path / "outside")
    outside.write("index.html", "mine")
    shutil.rmtree(project.root / "site")
    (project.root / "site").symlink_to(outside.root)
    done = commands.run(project.root, "site")
    assert (done.code, "site:1: D05 is a symbolic link" in done.err) == (1, True)
    assert outside.files() == {"index.html": b"mine"}


def test_a_site_without_any_cache(commands: Commands, online: SmallProject, project: SmallProject) -> None:
    """Every file of it is the same when nothing was kept, and when what was kept is damaged."""
    for path in (project.root / ".cache").rglob("*"):
        if path.is_file():
            path.write_bytes(b"")
    shutil.rmtree(project.root / "site")
    assert commands.run(project.root, "site").code == 0
    assert project.files("site") == online.files("site")
    shutil.rmtree(project.root / ".cache")
    shutil.rmtree(project.root / "site")
    assert commands.run(project.root, "site").code == 0
    assert project.files("site") == online.files("site")


def test_a_site_from_elsewhere(
    online: SmallProject, project: SmallProject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What is relative in mkdocs.yml is relative to the project, not to where the command is called."""
    project.write("docs/about/part.md.txt", "A part.\n")
    project.append("docs/index.md", '\n--8<-- "about/part.md.txt"\n')
    monkeypatch.chdir(tmp_path)
    project.good("site")
    assert "A part." in (project.root / "site/index.html").read_text()
    monkeypatch.chdir(project.root)
    assert SmallProject(Path()).good("site").out.startswith("docs: nothing has changed\n")
    assert online.files("site").keys() < project.files("site").keys()


# What stops MkDocs


@pytest.mark.parametrize(
    "slip",
    [
        (
            "docs/index.md",
            '--8<-- "nowhere.md"\n',
            "docs/index.md:1: L03",
            "SnippetMissingError: Snippet at path",
        ),
        ("docs/index.md", "[a](//[x)\n", "docs/index.md:1: L03", "Invalid IPv6 URL"),
        ("overrides/text.html", "{% if %}", "overrides/text.html:1: L03", "TemplateSyntaxError: "),
        (
            "overrides/text.html",
            '{% extends "nowhere.html" %}',
            "overrides/text.html:1: L03",
            "TemplateNotFound: ",
        ),
        ("overrides/text.html", "\n{{ 1 / 0 }}", "overrides/text.html:2: L03", "ZeroDivisionError: "),
        ("mkdocs.yml", "site_name: x\ntheme: {name: nothing}\n", "mkdocs.yml:1: L02", "Unrecognised theme"),
        ("mkdocs.yml", "site_name: x\nplugins: [nothing]\n", "mkdocs.yml:1: L02", "plugin is not installed"),
        ("mkdocs.yml", "site_name: x\nhooks: [glossary.toml]\n", "mkdocs.yml:1: L0", ""),
    ],
)
def test_what_stops_mkdocs(
    commands: Commands, project: SmallProject, slip: tuple[str, str, str, str]
) -> None:
    """A page, template or setting that MkDocs cannot use is named, and the site is as it was."""
    path, text, place, message = slip
    project.write(path, text)
    before = project.files("site")
    done = commands.run(project.root, "site")
    assert done.code == 1
    assert "Traceback" not in done.err
    assert any(line.startswith(place) and message in line for line in done.err.splitlines()), done.err
    assert project.files("site") == before


# What the engine brings


def test_an_edition_overrides_what_the_engine_brings(project: SmallProject) -> None:
    """A file of the same name in `docs/` or among the templates takes the place of one of the engine."""
    project.write("docs/assets/look.css", "/* ours */\n")
    project.write("overrides/404.html", '{% extends "main.html" %}{% block content %}Not ours{% endblock %}')
    project.write("overrides/assets/print.css", ".ours { top: 0; }\n")
    project.good("site")
    assert (project.root / "site/assets/look.css").read_text() == "/* ours */\n"
    assert ".ours{top: 0;}\n" in (project.root / "site/assets/site.css").read_text()
    assert "Not ours" in (project.root / "site/404.html").read_text()
    standing = (THEME / "assets/search.css").read_bytes()
    assert (project.root / "site/assets/search.css").read_bytes() == standing
