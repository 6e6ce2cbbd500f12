"""The verbs `new` and `clean`: what they write, what they print, and what they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import pipeline
from small_project import SmallProject, copy_of_sound

PAGE = """\
Of lamps and harbours - The Northport Review

Home

News

Contact us

Subscribe

Of lamps and harbours

By Ada Reed

12 March 2021

The old lamp at the end of the pier was lit for the last time in 1931, and nobody came to see it.

It had burned for a hundred years, as the keepers liked to say, although the books of the harbour say eighty.

Nobody has ever found the first book, and the second one begins in the middle of a sentence, with a storm.

Share this article

There were four keepers in all. Each of them wrote down the weather, the oil, and the ships that he had seen.

What became of the keepers is not known. Two of them went to sea again, and one, it is said, kept bees.

The lamp itself was sold, with its oil and its wicks, to a dealer in old iron, who gave nine pounds for it.

Related articles

The pier that was never built

Ten things to see in Northport

Leave a comment

Privacy policy

© 2021 The Northport Review. All rights reserved.
"""
PRINT = """\
Northport Studies, Vol. 3 1
The old lamp at the end of the pier was lit for the last
time in the spring of 1931, and nobody came to see it. It had
burned for a hundred years, as the keepers liked to say, al-
though the books of the harbour say eighty.
What became of the keepers is not known. Two of them went
to sea again, and one, it is said, kept bees in a garden by
\fNorthport Studies, Vol. 3 2
the road. The lamp itself was sold, with its oil and its
wicks, to a dealer in old iron.
"""


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project, in a folder that also has a page and a print beside it."""
    sound = copy_of_sound(tmp_path / "project")
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    (tmp_path / "print.txt").write_text(PRINT, "utf-8")
    return sound


def at(project: SmallProject, name: str) -> str:
    """Return the path of a file beside the project."""
    return str(project.root.parent / name)


def test_new_writes_a_text_that_builds(project: SmallProject) -> None:
    """The folder is complete: after `accept` the text is published, and `check` has nothing to say."""
    run = project.good("new", "lamps-2021", at(project, "page.txt"))
    assert (project.root / "sources/lamps-2021/raw.txt").read_text("utf-8") == PAGE
    assert "accept lamps-2021" in run.out
    project.accepted()
    project.good("check")
    page = (project.root / "docs/texts/lamps-2021.md").read_text("utf-8")
    assert "kept bees" in page
    assert "Ten things to see" not in page
    record = (project.root / "references.bib").read_text("utf-8")
    assert "author = {Reed, Ada}" in record
    assert "title = {{Of lamps and harbours}}" in record
    assert "date = {2021-03-12}" in record


def test_clean_prints_what_new_and_build_give(project: SmallProject) -> None:
    """Both go the same way."""
    for name in ("page", "print"):
        project.good("new", f"{name}-2021", at(project, f"{name}.txt"))
    project.accepted()
    built = {page.slug: page for page in pipeline.read(project.root).pages}
    for name in ("page", "print"):
        printed = project.good("clean", at(project, f"{name}.txt")).out
        assert printed == "\n\n".join(one.text for one in built[f"{name}-2021"].passages) + "\n"


def test_clean_of_print(project: SmallProject) -> None:
    """Heads go, a paragraph runs on over the turn of a page, and a divided word is one again."""
    printed = project.good("clean", at(project, "print.txt")).out.split("\n\n")
    assert len(printed) == 2
    assert "although the books" in printed[0]
    assert "in a garden by the road." in printed[1]
    assert "Vol. 3" not in "".join(printed)


def test_clean_batch_is_an_object_a_line(project: SmallProject) -> None:
    """A file that cannot be read is told, and the others are printed all the same."""
    paths = [at(project, "page.txt"), at(project, "none.txt"), at(project, "print.txt")]
    run = project.run("clean", "--batch", *paths)
    rows = [json.loads(line) for line in run.out.splitlines()]
    assert [row["path"] for row in rows] == paths
    assert [bool(row["text"]) for row in rows] == [True, False, True]
    assert run.code == 1
    assert "none.txt is not there" in run.err


def test_explain_tells_of_every_line(project: SmallProject) -> None:
    """Each line that is not blank has its fate, and why."""
    run = project.good("clean", "--explain", at(project, "page.txt"))
    told = run.out.splitlines()[1:]
    assert len(told) == sum(bool(line.strip()) for line in PAGE.splitlines())
    assert any("cut (" in line and "Share this article" in line for line in told)


def test_a_dry_run_writes_nothing(project: SmallProject) -> None:
    """It says all the same what would be done."""
    before = project.files()
    run = project.good("new", "lamps-2021", at(project, "page.txt"), "--dry-run")
    assert project.files() == before
    assert "Nothing was written" in run.out


def test_a_report_fits_a_terminal(project: SmallProject) -> None:
    """80 columns; what is not sure comes first."""
    out = project.good("new", "lamps-2021", at(project, "page.txt")).out
    assert max(map(len, out.splitlines())) < 80
    assert "CUT, AND WHY" in out
    if "LOOK AT THESE FIRST" in out:
        assert out.index("LOOK AT THESE FIRST") < out.index("CUT, AND WHY")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["alpha", "page.txt"], "there is a text “alpha” already"),
        (["Lamps", "page.txt"], "is no name for a text"),
        (["con", "page.txt"], "is no name for a text"),
        (["lamps"], "name a text and a file"),
        (["lamps", "none.txt"], "is not there"),
        (["lamps", "."], "is a folder"),
        (["lamps", "page.txt", "--replace"], "there is no text “lamps” to replace"),
        (["--batch", "none"], "there is no folder"),
        (["lamps", "page.txt", "--batch", "."], "--batch takes a folder"),
    ],
)
def test_what_new_refuses(project: SmallProject, arguments: list[str], said: str) -> None:
    """Nothing that is there is overwritten, and each refusal says what to do."""
    slug = next(iter(sorted(path.name for path in (project.root / "sources").iterdir())))
    before = project.files()
    given = [
        slug if one == "alpha" else at(project, one) if "." in one or one == "none" else one
        for one in arguments
    ]
    run = project.run("new", *given)
    assert run.code == 2
    assert said.replace("alpha", slug) in run.err
    assert "Traceback" not in run.err
    assert project.files() == before


def test_a_folder_is_taken_in_as_a_whole(project: SmallProject, tmp_path: Path) -> None:
    """One report; what cannot be taken in stands first, and names are made of those of the files."""
    folder = tmp_path / "many"
    (folder / "deeper").mkdir(parents=True)
    (folder / "Of Lamps.txt").write_text(PAGE, "utf-8")
    (folder / "deeper" / "of-lamps.txt").write_text(PRINT, "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    run = project.run("new", "--batch", str(folder))
    assert run.code == 1
    assert "2 texts taken in, 1 file not" in run.out
    assert run.out.index("NOT TAKEN IN") < run.out.index("TAKEN IN, THE LEAST SURE FIRST")
    names = {path.name for path in (project.root / "sources").iterdir()}
    assert {"of-lamps", "of-lamps-2"} <= names
    project.accepted()
    project.good("check")


def test_a_newer_copy_keeps_what_was_decided(project: SmallProject) -> None:
    """Cuts and headings follow their lines, passages keep their anchors, and what is gone is told."""
    project.good("new", "lamps-2021", at(project, "page.txt"))
    about = project.root / "sources/lamps-2021/source.toml"
    about.write_text(
        about.read_text("utf-8") + '\n[[pause]]\nbefore = 19 # the bees\nreason = "by hand"\n', "utf-8"
    )
    lines = PAGE.split("\n")
    assert lines[18].startswith("It had burned")
    project.accepted()
    ledger = (project.root / "sources/lamps-2021/anchors.lock").read_text("utf-8")
    newer = PAGE.replace("Home\n", "Home\n\nWeather\n").replace("kept bees.", "kept bees and wrote a book.")
    (project.root.parent / "newer.txt").write_text(newer, "utf-8")
    run = project.good("new", "--replace", "lamps-2021", at(project, "newer.txt"))
    assert "before = 21 # the bees" in about.read_text("utf-8")
    assert (project.root / "sources/lamps-2021/anchors.lock").read_text("utf-8") == ledger
    assert "DOES NOT FIT" not in run.out
    project.accepted()
    project.good("check")
    page = (project.root / "docs/texts/lamps-2021.md").read_text("utf-8")
    assert "Weather" not in page
    gone = newer.replace(lines[18] + "\n\n", "")
    (project.root.parent / "gone.txt").write_text(gone, "utf-8")
    run = project.good("new", "--replace", "lamps-2021", at(project, "gone.txt"))
    assert "DOES NOT FIT ANY MORE" in run.out
    assert "[[pause]]" in run.out
    assert "# before = 21 # the bees" in about.read_text("utf-8")


def test_the_same_copy_again_changes_nothing(project: SmallProject) -> None:
    """A copy that is no newer is said to be the same."""
    project.good("new", "lamps-2021", at(project, "page.txt"))
    before = project.files()
    run = project.good("new", "--replace", "lamps-2021", at(project, "page.txt"))
    assert "nothing was written" in run.out
    assert project.files() == before
