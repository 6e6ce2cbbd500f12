"""The command line: what it answers, what it writes, and that it writes all of it or nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build import main
from small_project import SmallProject, copy_of_sound, table

BUILD = Path(__file__).parents[2] / "scripts/build.py"
A = "sources/alpha-2020"


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project."""
    return copy_of_sound(tmp_path / "project")


# What cite answers


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["alpha-202#p1"], "there is no text “alpha-202”", " — perhaps alpha-2020"),
        (["alpha-2020#p33"], "alpha-2020 has no passage “p33”", " — perhaps p3"),
        (
            ["alpha2020"],
            "neither a text nor the bibliography has the key “alpha2020”",
            " — perhaps alpha-2020",
        ),
        (
            ["brown-2000#p1"],
            "“brown-2000” is no text here, and has no passages to cite",
            " — perhaps brown-2000",
        ),
        (["alpha-2020#"], "alpha-2020 has no passage “”", ""),
        (["alpha-2020#p3-p1"], "the range p3-p1 runs backwards", " — perhaps alpha-2020#p1-p3"),
        (["zzz#p1"], "there is no text “zzz”", ""),
        (
            ["alpha-2020#p1", "--style", "chicago-autor-date"],
            "there is no citation style “chicago-autor-date”",
            " — perhaps chicago-author-date, ",
        ),
    ],
)
def test_cite_of_nothing(project: SmallProject, arguments: list[str], message: str, hint: str) -> None:
    """A mistyped place or style is wrong usage, and the message names what was probably meant."""
    run = project.run("cite", *arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"build.py: {message}")
    assert hint in run.err


def test_cite(project: SmallProject) -> None:
    """A citation names the passage and carries the revision that was cited, in every format and style."""
    link = "/texts/alpha-2020/?rev=780744eb#p1"

    def cite(*arguments: str) -> str:
        answer = project.good("cite", "alpha-2020#p1", *arguments).out
        assert link in answer
        return answer

    assert cite().startswith("Alpha, Ann. 2020. Alpha: A Small Text. Para. 1, ")
    assert cite("--style", "apa").startswith("Alpha, A. (2020). Alpha: A small text. Para. 1, ")
    assert f'<a href="{link}">' in cite("--format", "html")
    assert cite("--format", "bibtex").startswith("@misc{alpha-2020,\n")
    assert f"N1  - para. 1, Reader, edition 1, {link}\r\n" in cite("--format", "ris")
    (item,) = json.loads(cite("--format", "csl-json"))
    assert (item["id"], item["author"]) == ("alpha-2020", [{"family": "Alpha", "given": "Ann"}])
    assert ". Sec. 1, " in project.good("cite", "alpha-2020#s1").out
    (section,) = json.loads(project.good("cite", "alpha-2020#s1", "--format", "csl-json").out)
    assert (section["locator"], section["label"]) == ("1", "section")


def test_cite_in_a_broken_project(project: SmallProject) -> None:
    """A citation is not made from sources that a build refuses."""
    project.edit(f"{A}/source.toml", 'begins = "Menu"', 'begins = "Menus"')
    assert project.refused("cite", "alpha-2020#p1").places == [f"{A}/source.toml:19: S04"]


# Wrong usage


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["bild"], "argument VERB: invalid choice: 'bild'"),
        (["build", "alpha-2020"], "unrecognized arguments: alpha-2020"),
        (["cite"], "the following arguments are required: KEY[#pN]"),
        (["cite", "alpha-2020#p1", "--format", "pdf"], "argument --format: invalid choice: 'pdf'"),
        (["serve", "--port", "high"], "argument --port: invalid int value: 'high'"),
        (["accept", "alpha-202"], "there is no text “alpha-202” — perhaps “alpha-2020”"),
        (
            ["accept", "alpha-2020", "--as", "p1"],
            "--as decides on the passages of one text — write accept SLUG",
        ),
        (["accept", "--as", "p1=p2"], "--as decides on the passages of one text — write accept SLUG"),
        (["accept", "alpha-2020", "--as", "p33=p1"], "alpha-2020 has no “p33” to decide on — perhaps “p3”"),
        (["accept", "alpha-2020", "--as", "p1=p33"], "alpha-2020 has no “p33” to decide on — perhaps “p3”"),
    ],
)
def test_wrong_usage(project: SmallProject, arguments: list[str], message: str) -> None:
    """Wrong usage ends with 2, so that a script can tell it from problems, and nothing is written."""
    before = project.files()
    run = project.run(*arguments)
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert project.files() == before


def test_no_verb(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a verb nothing is done."""
    with pytest.raises(SystemExit) as stop:
        main([])
    assert stop.value.code == 2
    assert "the following arguments are required: VERB" in capsys.readouterr().err


# What check says


def test_check(project: SmallProject) -> None:
    """A stale, missing or stray page is named; check itself never mends anything."""
    project.write("docs/index.md", "# Written by hand\n")
    project.accepted()
    assert project.good("check").out == "docs, ledgers and data are as the sources give them\n"
    stale, missing, stray = "docs/texts/alpha-2020.md", "docs/terms/league.md", "docs/apparatus/gamma.md"
    project.append(stale, "\n")
    (project.root / missing).unlink()
    project.write(stray, "# Gamma\n")
    run = project.refused("check")
    assert run.places == [f"{stray}:1: D04", f"{missing}:1: D01", f"{stale}:1: D03"]

    (project.root / stray).unlink()
    project.edit("glossary.toml", 'definition = "A league."', 'definition = "The league."')
    places = ["docs.lock", missing, "docs/texts/beta-2021.md"]
    run = project.refused("check")
    assert sorted(run.places) == sorted([f"{stale}:1: D03", *(f"{path}:1: D01" for path in places)])
    project.good("build", "--discard", stale)
    project.good("check")
    assert (project.root / "docs/index.md").exists()


def test_check_of_a_page_without_a_source(project: SmallProject) -> None:
    """A page that no source gives any more is named, and the next build removes it."""
    term = table("term", "a", id="a", name="A", forms=["A thing"], kind="concept", definition="A.")
    project.append("glossary.toml", f"{term}background = true\n")
    assert "docs/terms/a.md" in project.good("build").out.splitlines()
    project.edit("glossary.toml", f"{term}background = true\n", "")
    run = project.refused("check")
    assert {"docs/terms/a.md:1: D02", "docs/terms/index.md:1: D01"} < set(run.places)
    hint = "run python3 scripts/build.py build, and commit what it writes"
    assert all(line.endswith(hint) for line in run.problems)
    assert "docs/terms/a.md" in project.good("build").out.splitlines()
    project.good("check")
    assert not (project.root / "docs/terms/a.md").exists()


def test_check_of_bad_sources(project: SmallProject) -> None:
    """What stops a build is found by a check as well."""
    project.edit("glossary.toml", 'see = ["group"]', 'see = ["grop"]')
    assert project.refused("check").places == ["glossary.toml:1: G05"]


# What site publishes


MKDOCS = """\
site_name: Small
site_url: https://small.example/
theme:
  name: material
  font: false
  custom_dir: overrides
plugins: [search]
markdown_extensions: [attr_list, md_in_html, tables, toc]
exclude_docs: /texts/list.md
validation: {links: {anchors: warn, unrecognized_links: warn}}
"""


def test_a_site_with_broken_links(project: SmallProject) -> None:
    """A link that leads nowhere is named, and the site that is online goes on as it was."""
    project.write("mkdocs.yml", MKDOCS)
    for template in ("text", "term"):
        project.write(f"overrides/{template}.html", '{% extends "base.html" %}')
    project.write("docs/about/citing.md", "# How to cite\n")
    online = project.files("site")
    project.write("docs/index.md", "# Home\n\n[page](nowhere.md) [anchor](texts/alpha-2020.md#p99)\n")
    run = project.run("site")
    assert run.code == 1
    assert run.places == ["docs/index.md:1: L02", "docs/index.md:1: L02"]
    assert "'nowhere.md'" in run.err
    assert "'#p99'" in run.err
    assert project.files("site") == online

    project.write(
        "docs/index.md", '# Home\n\n<a href="texts/alpha-2020/#p99">raw HTML, which MkDocs passes by</a>\n'
    )
    run = project.run("site")
    assert run.places == ["site/index.html:1: L01"]
    assert "“texts/alpha-2020/#p99” leads nowhere" in run.err
    assert project.files("site") == online

    project.write("docs/index.md", "# Home\n\n<script>document.title = 'Lamps'</script>\n")
    run = project.run("site")
    assert [place.split(": ")[1] for place in run.places] == ["L04"]
    assert project.files("site") == online

    project.write("docs/index.md", '# Home\n\n<a href="texts/alpha-2020/#p3">raw HTML</a>\n')
    project.good("site")
    made = project.files("site")
    assert made["site/index.html"] != online["site/index.html"]
    assert json.loads(made["site/data/texts/alpha-2020.json"])["slug"] == "alpha-2020"


# Accepting


def test_nothing_is_accepted_unasked(project: SmallProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked whether to record a change, anything but y leaves the ledger alone."""
    project.edit(f"{A}/notes.md", "Nothing has happened", "Nothing at all has happened")
    before = project.files()
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _question: "")
    run = project.run("accept")
    assert run.code == 1
    assert "  n1     reworded   in 2001: Nothing has" in run.out
    assert run.out.endswith("nothing was written\n")
    assert project.files() == before
    monkeypatch.setattr("builtins.input", lambda _question: "y")
    assert project.good("accept").out.endswith(f"{A}/anchors.lock written\n")
    assert project.good("accept").out == "nothing to accept\n"


def test_the_words_of_a_note_are_its_editors(project: SmallProject) -> None:
    """Whatever it says on its words, it goes on under its address; what is published is recorded first."""
    project.good("build")
    project.write(f"{A}/notes.md", "## p3 “in 2001”\nkind: context\n\nOther words altogether.\n")
    project.good("build")
    page = (project.root / "docs/texts/alpha-2020.md").read_text("utf-8")
    assert "Other words altogether." in page
    assert 'id="n1"' in page
    assert f"{A}/anchors.lock:1: A07" in project.refused("check").places
    for verb in (("site", "--public"), ("archive",)):
        run = project.run(*verb)
        assert (run.code, run.places[0]) == (1, f"{A}/anchors.lock:1: A07")
    assert "  n1     reworded   in 2001: Nothing has happened" in project.good("accept", "--yes").out
    project.good("build")
    assert "A07" not in project.run("check").err


def test_a_note_on_other_words_is_asked_for(project: SmallProject) -> None:
    """What has another place, is new or is gone has to do with addresses."""
    moved = "## p3 “The end”\nkind: since\n\nNothing has happened since [@brown-2000].\n"
    project.write(f"{A}/notes.md", moved)
    assert "n1 reworded" in project.refused().problem(f"{A}/anchors.lock:1: A01")
    project.write(f"{A}/notes.md", "")
    assert "n1 retired" in project.refused().problem(f"{A}/anchors.lock:1: A01")


# The same bytes


def test_a_second_build_changes_nothing(project: SmallProject) -> None:
    """A build that writes what is there already would make every commit noisy."""
    before = {path: path.stat().st_mtime_ns for path in (project.root / "docs").rglob("*")}
    assert project.good("build").out == "docs: nothing has changed\n"
    assert {path: path.stat().st_mtime_ns for path in (project.root / "docs").rglob("*")} == before


def test_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """Neither the folder, nor the order of sets, nor the place on earth shows in what is written."""
    results = []
    for number, folder in enumerate(("one", "another/and deeper")):
        project = copy_of_sound(tmp_path / folder)
        for path in (
            "docs",
            "docs.lock",
            ".cache",
            ".build",
            f"{A}/anchors.lock",
            "sources/beta-2021/anchors.lock",
        ):
            shutil.rmtree(project.root / path, ignore_errors=True)
            (project.root / path).unlink(missing_ok=True)
        settings = {
            "PYTHONHASHSEED": str(number),
            "LC_ALL": ("C", "C.UTF-8")[number],
            "TZ": ("UTC", "Asia/Tehran")[number],
        }
        for verb in (["accept", "--yes"], ["build"]):
            command = [sys.executable, str(BUILD), *verb]
            subprocess.run(
                command, cwd=project.root, env=os.environ | settings, check=True, capture_output=True
            )
        results.append(project.files("docs", "sources"))
    assert results[0] == results[1]
    assert "docs/texts/alpha-2020.md" in results[0]
