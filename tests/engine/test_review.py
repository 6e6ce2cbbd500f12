"""The page of a review shows each raw line with its fate; what it offers to copy does what it says."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from small_project import SmallProject, copy_of_sound

CHANGE = re.compile(r'<div class="change">(.*?)<pre>(.*?)</pre>', re.DOTALL)
LINE = re.compile(r'<details class="line ([^"]*)"><summary title="([^"]*)"><span class="number">(\d+)</span>')


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project."""
    return copy_of_sound(tmp_path / "project")


def page(project: SmallProject, slug: str = "alpha-2020") -> str:
    """The page of the review of a text."""
    run = project.good("review", slug, "--no-open")
    return Path(run.out.partition(": open")[0].strip()).read_text("utf-8")


def lines(markup: str) -> dict[int, tuple[str, str]]:
    """The classes and the reason of each raw line."""
    return {int(number): (names, unescape(title)) for names, title, number in LINE.findall(markup)}


def changes(markup: str) -> dict[str, str]:
    """What is offered to be copied, by what it does."""
    return {unescape(what).strip(): unescape(toml) for what, toml in CHANGE.findall(markup)}


def test_every_line_is_there_with_its_fate(project: SmallProject) -> None:
    """Cuts and headings show where they stand and why."""
    found = lines(page(project))
    raw = project.rows("sources/alpha-2020/raw.txt")
    assert set(found) == {at for at, row in enumerate(raw, 1) if row.strip()}
    assert "cut" in found[1][0]
    assert "title and picture" in found[1][1]
    line = project.line("sources/alpha-2020/source.toml", "[[cut]] # title")
    assert f"sources/alpha-2020/source.toml:{line}" in found[1][1]
    assert "heading" in found[10][0]
    assert not {"cut", "heading"} & set(found[5][0].split())


def test_it_stands_alone(project: SmallProject) -> None:
    """The page loads nothing, may load nothing, and is no part of the site or of the repository."""
    markup = page(project)
    assert "default-src 'none'" in markup
    assert not re.search(r"""(?:src|href)\s*=""", markup)
    assert (project.root / ".build/review-alpha-2020.html").is_file()


def another(project: SmallProject, raw: str) -> None:
    """A text more, of which nothing is said but how its lines lie."""
    about = (project.root / "sources/beta-2021/source.toml").read_text("utf-8")
    head = re.sub(r"[0-9a-f]{64}", "{sha256}", about.partition("[[hyphen]]")[0])
    project.text("gamma-2022", raw, head, "G")


def test_what_is_offered_to_cut_a_line(project: SmallProject) -> None:
    """The entry that is copied is right as it stands."""
    another(project, 'One paragraph of words.\n\nShare "this" page\n\nThe end of it.\n')
    offered = changes(page(project, "gamma-2022"))
    project.append("sources/gamma-2022/source.toml", "\n" + offered["cut line 3"])
    project.accepted()
    text = (project.root / "docs/texts/gamma-2022.md").read_text("utf-8")
    assert "One paragraph" in text
    assert "The end of it" in text
    assert "Share" not in text


def test_what_is_offered_to_divide_and_to_name(project: SmallProject) -> None:
    """A paragraph that begins, and a heading."""
    another(project, "Of lamps\nOne paragraph of words.\nThe end of it.\n")
    offered = changes(page(project, "gamma-2022"))
    for what in ("make line 1 a heading", "begin a paragraph at line 2", "begin a paragraph at line 3"):
        project.append("sources/gamma-2022/source.toml", "\n" + offered[what])
    project.accepted()
    blocks = re.findall(r'dir="ltr">(\w+)</span>([^<]*)</div>', page(project, "gamma-2022"))
    assert blocks == [
        ("heading", "Of lamps"),
        ("paragraph", "One paragraph of words."),
        ("paragraph", "The end of it."),
    ]


def test_what_is_offered_to_keep_a_line(project: SmallProject) -> None:
    """In place of a cut come those of the lines that are still cut."""
    (offered,) = [toml for what, toml in changes(page(project)).items() if what.startswith("keep line 7:")]
    text = (project.root / "sources/alpha-2020/source.toml").read_text("utf-8")
    before, _cut = text.split("[[cut]] # menu")
    project.write("sources/alpha-2020/source.toml", before + offered)
    project.good("accept", "--yes")
    project.good("build")
    assert "Menu" in (project.root / "docs/texts/alpha-2020.md").read_text("utf-8")
    assert "Search" not in (project.root / "docs/texts/alpha-2020.md").read_text("utf-8")


def test_what_is_offered_for_a_hyphen(project: SmallProject) -> None:
    """The other decision about a hyphen."""
    offered = changes(page(project, "beta-2021"))
    (other,) = [toml for what, toml in offered.items() if what.startswith("the other way")][:1]
    assert "line = 1" in other
    assert "keep = true" in other


def test_a_text_that_is_not_there(project: SmallProject) -> None:
    """A name that is nearly right is told."""
    run = project.run("review", "alpha-202", "--no-open")
    assert run.code == 2
    assert "perhaps alpha-2020" in run.err


def test_words_that_would_act_on_the_page(project: SmallProject) -> None:
    """A raw text is not trusted here either."""
    another(project, "<script>alert(1)</script> & <b>words</b>.\n")
    markup = page(project, "gamma-2022")
    assert "<script>alert" not in markup
    assert "&lt;script&gt;alert(1)" in markup
