"""Kinds of terms and of notes, and the styles offered, as an edition has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from small_project import SmallProject, copy_of_sound

OWN = """\
[tool.reader]
edition = "1"
style = "apa"
styles = ["gost", "harvard"]

[[tool.reader.term_kind]]
id = "craft"
name = "Craft"
group = "Crafts"

[[tool.reader.term_kind]]
id = "guild"
name = "Guild"
group = "Guilds & <brotherhoods>"
in_names = true

[[tool.reader.note_kind]]
id = "afterthought"
name = "An afterthought"
"""


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project with kinds of its own."""
    made = copy_of_sound(tmp_path / "project")
    made.write("pyproject.toml", OWN)
    glossary = (made.root / "glossary.toml").read_text("utf-8")
    made.write(
        "glossary.toml", glossary.replace('"organisation"', '"guild"', 1).replace('"organisation"', '"craft"')
    )
    made.edit("sources/alpha-2020/notes.md", "kind: since", "kind: afterthought")
    return made


def test_kinds_of_ones_own(project: SmallProject) -> None:
    """They have their names, their order and their place in the index of names."""
    project.good("build")
    index = (project.root / "docs/terms/index.md").read_text("utf-8")
    headings = [row for row in index.splitlines() if row.startswith("## ")]
    assert headings == ["## Crafts {#craft}", r"## Guilds &amp; &lt;brotherhoods&gt; {#guild}"]
    assert "Guild · " in (project.root / "docs/terms/league.md").read_text("utf-8")
    names = (project.root / "docs/terms/names.md").read_text("utf-8")
    assert "league.md" in names
    assert "group.md" not in names
    text = (project.root / "docs/texts/alpha-2020.md").read_text("utf-8")
    assert '<span class="kind">An afterthought</span>' in text


def test_styles_of_ones_own(project: SmallProject) -> None:
    """That of the edition comes first; a name in use is enough, and a style is called as it calls itself."""
    project.good("build")
    page = (project.root / "docs/cite/alpha-2020.md").read_text("utf-8")
    whole = page.split("{#passages}")[0]
    names = [row.split("</span>")[0].split(">")[-1] for row in whole.splitlines() if 'class="cited"' in row]
    assert names == ["APA", "GOST", "Cite Them Right 12th edition (author-date/Harvard)"]


def test_a_kind_that_the_edition_does_not_have(project: SmallProject) -> None:
    """The hint lists those that it has; one of the usual kinds is none of them."""
    project.edit("glossary.toml", 'kind = "guild"', 'kind = "person"')
    project.edit("sources/alpha-2020/notes.md", "kind: afterthought", "kind: since")
    run = project.refused()
    assert "“kind” is 'person' — one of craft, guild" in run.problem("glossary.toml:5: T05")
    assert run.problem("sources/alpha-2020/notes.md:1: N01").endswith(
        "and one of afterthought under the heading"
    )


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "guild"', 'id = "The Guild"', "pyproject.toml:11: M06 “The Guild” is no id of a kind"),
        (
            'group = "Crafts"',
            'group = " "',
            "pyproject.toml:9: T05 “group” is empty — say what all of them are called",
        ),
        ('id = "guild"', 'id = "craft"', "pyproject.toml:11: M06 the kind “craft” is there already"),
        ('id = "afterthought"', 'id = "after/thought"', "pyproject.toml:17: M06 “after/thought” is no id"),
        ('"gost"', '"ghost"', "pyproject.toml:1: B06 there is no citation style “ghost”"),
        ('name = "Guild"\n', "", "pyproject.toml:11: T03 [[tool.reader.term_kind]] has no field “name”"),
    ],
)
def test_kinds_and_styles_are_checked(project: SmallProject, old: str, new: str, problem: str) -> None:
    """Each slip is told with its line and a hint."""
    project.edit("pyproject.toml", old, new)
    assert any(one.startswith(problem) for one in project.refused().problems), problem


def test_a_language_that_the_site_cannot_speak(project: SmallProject) -> None:
    """The hint lists those that it can."""
    project.write("mkdocs.yml", "site_name: Lamps\ntheme:\n  language: Persian\n")
    said = project.refused().problem("mkdocs.yml:3: M05")
    assert said.endswith("the engine speaks en, fa, ru; a page may hold texts of any language")
