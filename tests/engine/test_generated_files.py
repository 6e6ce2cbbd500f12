"""What lies in the generated folders: the build replaces and removes its own files, and nobody else's."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from small_project import SmallProject, copy_of_sound

PAGE, OWN, LIST = "docs/texts/alpha-2020.md", "docs/texts/mine.md", "docs.lock"
DISCARD = "python3 scripts/build.py build --discard"


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project."""
    return copy_of_sound(tmp_path / "project")


def reword(project: SmallProject, definition: str = "Another group.") -> None:
    """Change a source so that a build has something to write."""
    project.edit("glossary.toml", 'definition = "A group."', f'definition = "{definition}"')


# Files that are not the build's


def test_a_page_of_ones_own(project: SmallProject) -> None:
    """A page that no build has made stops the build with its name, and goes on being there."""
    project.write(OWN, "# Mine\n")
    reword(project)
    run = project.refused("build")
    assert run.places == [f"{OWN}:1: D04"]
    assert f"move it out of the generated folders, or give it up: {DISCARD} {OWN}" in run.problems[0]
    assert project.refused("check").problem(f"{OWN}:1: D04")
    assert (project.root / OWN).read_text() == "# Mine\n"


def test_a_page_of_ones_own_is_given_up_by_its_name(project: SmallProject) -> None:
    """Naming the folder is not enough: one may not know what lies there."""
    project.write(OWN, "# Mine\n")
    assert project.refused("build", "--discard", "docs/texts").places == [f"{OWN}:1: D04"]
    project.good("build", "--discard", OWN)
    assert not (project.root / OWN).exists()


def test_a_page_that_stands_where_one_is_made(project: SmallProject) -> None:
    """A new term must not take the place of a page that was there before."""
    project.write("docs/terms/band.md", "# A band I know\n")
    reword(project)
    project.renamed_term("group", "band")
    assert project.refused().places == ["docs/terms/band.md:1: D04"]
    project.good("build", "--discard", "docs/terms/band.md")
    assert "Another group." in (project.root / "docs/terms/band.md").read_text()


def test_a_page_changed_by_hand(project: SmallProject) -> None:
    """A change by hand is in no source: it is named, kept, and given up only when that is said."""
    for path in (PAGE, "docs/bibliography.md"):
        project.append(path, "By hand.\n")
    reword(project)
    run = project.refused()
    assert run.places == ["docs/bibliography.md:1: D03", f"{PAGE}:1: D03"]
    assert f"move the change into the sources, or give it up: {DISCARD} {PAGE}" in run.problems[1]
    assert project.refused("build", "--discard", PAGE).places == ["docs/bibliography.md:1: D03"]
    project.good("build", "--discard", "docs/bibliography.md", "--discard", f"./{PAGE}")
    project.good("check")


def test_a_changed_page_of_a_text_that_is_gone(project: SmallProject) -> None:
    """What was changed by hand is not removed with its source either."""
    project.append("docs/terms/group.md", "By hand.\n")
    project.renamed_term("group", "band")
    assert project.refused().places == ["docs/terms/group.md:1: D03"]
    project.good("build", "--discard", "docs/terms")
    assert "By hand." not in (project.root / "docs/terms/group.md").read_text("utf-8")


def test_a_page_that_was_removed_by_hand(project: SmallProject) -> None:
    """Nothing is lost by making it again."""
    (project.root / PAGE).unlink()
    assert project.good("build").out == f"{PAGE}\ndocs: 1 files written\n"


def test_a_folder_in_the_place_of_a_page(project: SmallProject) -> None:
    """What lies in it has to be given up by its name, and then the folder goes with it."""
    (project.root / PAGE).unlink()
    project.write(f"{PAGE}/inner.md", "# Mine\n")
    assert f"{PAGE}/inner.md:1: D04" in project.refused().places
    assert (project.root / f"{PAGE}/inner.md").exists()
    project.good("build", "--discard", f"{PAGE}/inner.md")
    project.good("check")


def test_hidden_files_are_left_alone(project: SmallProject) -> None:
    """File managers leave them everywhere, and MkDocs does not publish them."""
    project.write("docs/texts/.DS_Store", b"\0")
    reword(project)
    project.good("build")
    assert (project.root / "docs/texts/.DS_Store").exists()


def test_nothing_to_discard(project: SmallProject) -> None:
    """A path that is mistyped, or is no generated file, is wrong usage."""
    project.write("docs/index.md", "# Mine\n")
    for path in ("docs/texts/alpha.md", "docs/index.md", "glossary.toml", "../docs"):
        run = project.run("build", "--discard", path)
        assert (run.code, run.out) == (2, "")
        assert run.err.startswith(f"build.py: there is nothing generated at “{path}”")
    assert project.good("build", "--discard", "docs/").out == "docs: nothing has changed\n"


# The list


def test_the_list(project: SmallProject) -> None:
    """Any program can check it, and it names each generated file and nothing else."""
    names = [row.split("  ", 1)[1] for row in project.rows(LIST)[:-1]]
    made = set(project.files("docs"))
    assert names == sorted(made)
    done = subprocess.run(["sha256sum", "--check", "--quiet", LIST], cwd=project.root, check=False)
    assert done.returncode == 0


def test_a_project_without_a_list(project: SmallProject) -> None:
    """The first build takes over what equals its own pages, and stops at what does not."""
    (project.root / LIST).unlink()
    assert project.refused("check").places == [f"{LIST}:1: D01"]
    assert project.good("build").out == f"{LIST}\ndocs: 1 files written\n"
    (project.root / LIST).unlink()
    project.append(PAGE, "By hand.\n")
    assert project.refused().places == [f"{PAGE}:1: D04"]


@pytest.mark.parametrize("union", [True, False])
def test_after_a_merge(project: SmallProject, union: bool) -> None:
    """Pages and list merged by git, in two branches that both changed them, are settled by one command."""

    def git(*arguments: str) -> int:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
        return subprocess.run(command, cwd=project.root, check=False, capture_output=True).returncode

    project.write(".gitattributes", f"{LIST} merge=union\n" if union else "")
    project.write(".gitignore", ".cache/\n.build/\nsite/\n")
    git("init", "-b", "main")
    git("add", "-A")
    assert git("commit", "-m", "first") == 0
    git("switch", "-c", "other")
    project.edit("glossary.toml", 'definition = "A league."', 'definition = "The league."')
    project.good("build")
    git("commit", "-am", "league")
    git("switch", "main")
    reword(project)
    project.good("build")
    git("commit", "-am", "group")
    git("merge", "other", "-m", "both")
    merged = {row for row in project.rows(LIST) if row}
    assert len(merged) > len({row.split("  ")[-1] for row in merged})
    if not union:
        run = project.run("build")
        assert next(place for place in run.places if place.startswith(LIST)).endswith(": D07")
        assert f"{DISCARD} docs" in run.err
    assert project.good("build", "--discard", "docs").code == 0
    project.good("check")
    for term, words in (("group", "Another group."), ("league", "The league.")):
        assert words in (project.root / f"docs/terms/{term}.md").read_text()


# Links


def test_a_generated_folder_that_is_a_link(project: SmallProject, tmp_path: Path) -> None:
    """Neither is what it leads to removed, nor is anything written there."""
    outside = SmallProject(tmp_path / "outside")
    outside.write("diary.md", "# Mine\n")
    outside.write("alpha-2020.md", "# Mine too\n")
    shutil.rmtree(project.root / "docs/texts")
    (project.root / "docs/texts").symlink_to(outside.root)
    before = outside.files()
    reword(project)
    for verb in (["build"], ["check"], ["site"], ["build", "--discard", "docs"]):
        run = project.run(*verb)
        assert (run.code, run.places) == (1, ["docs/texts:1: D05"])
        assert "is a symbolic link — remove the link" in run.err
    assert outside.files() == before


@pytest.mark.parametrize("link", ["docs", ".build", PAGE, LIST, "docs/bibliography.md"])
def test_other_links(project: SmallProject, tmp_path: Path, link: str) -> None:
    """No part of the way to a file that is written may lead elsewhere."""
    outside = SmallProject(tmp_path / "outside")
    outside.root.mkdir()
    place = project.root / link
    shutil.rmtree(project.root / ".build")
    if place.exists():
        shutil.move(place, outside.root / "there")
    else:
        outside.write("there/file.md", "# Mine\n")
    place.symlink_to(outside.root / "there")
    before = outside.files()
    reword(project)
    run = project.run("build")
    assert (run.code, run.places) == (1, [f"{link}:1: D05"])
    assert project.run("build", "--discard", "docs").code == 1 if link != ".build" else True
    assert outside.files() == before


def test_a_text_that_lies_elsewhere(project: SmallProject, tmp_path: Path) -> None:
    """A folder of sources may be a link, but no ledger is written through it."""
    text = project.root / "sources/beta-2021"
    shutil.move(text, tmp_path / "elsewhere")
    text.symlink_to(tmp_path / "elsewhere")
    project.good("build")
    project.append("sources/beta-2021/notes.md", "\n## p2 “gone”\nkind: context\n\nA new note.\n")
    ledger = (tmp_path / "elsewhere/anchors.lock").read_bytes()
    run = project.run("accept", "--yes")
    assert (run.code, run.places) == (1, ["sources/beta-2021:1: D05"])
    assert (tmp_path / "elsewhere/anchors.lock").read_bytes() == ledger


def test_what_a_stranger_sends_along(project: SmallProject, tmp_path: Path) -> None:
    """A project from elsewhere may have links where the build keeps its own things."""
    outside = tmp_path / "mine.txt"
    outside.write_text("mine")
    reword(project)
    for name in (".build/holder", ".build/journal.json.part", ".build/new/docs/terms/group.md"):
        (project.root / name).parent.mkdir(parents=True, exist_ok=True)
        (project.root / name).symlink_to(outside)
    project.good("build")
    assert outside.read_text() == "mine"
