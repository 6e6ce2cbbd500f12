"""An edition and the engine: what mkdocs.yml may leave unsaid, and what it may say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.site.engine import completed, configuration, navigation
from small_project import ABOUT, SmallProject, copy_of_sound


def test_an_edition_without_mkdocs_yml(tmp_path: Path) -> None:
    """The problem says what to write."""
    project = copy_of_sound(tmp_path / "project")
    run = project.run("site")
    assert run.places == ["mkdocs.yml:1: S11"]
    assert "write site_name: and the name of the site" in run.err


@pytest.mark.parametrize(
    "theme", [None, "material", {"language": "fa"}, {"name": "material", "language": "fa"}]
)
def test_a_theme_is_completed(theme: object) -> None:
    """What an edition says comes first, and all else is as the engine has it."""
    made = completed({"theme": theme})["theme"]
    assert (made["name"], made["font"]) == ("material", False)
    assert made["language"] == ("fa" if isinstance(theme, dict) else "en")


def test_a_name_of_the_theme_alone(tmp_path: Path) -> None:
    """What MkDocs takes for the name of a theme is one."""
    project = SmallProject(tmp_path)
    project.write("mkdocs.yml", "site_name: Bees\ntheme: material\n")
    project.write("docs/index.md", "# Bees\n")
    assert configuration(tmp_path, tmp_path / "site").theme["features"] == ["navigation.tabs", "toc.follow"]


def test_another_theme_is_the_editions() -> None:
    """The templates of the engine are for one theme, and so are its settings."""
    assert "theme" not in completed({"theme": {"name": "mkdocs"}})
    assert "theme" not in completed({"theme": "mkdocs"})


def test_lists_are_completed() -> None:
    """What every page needs comes first; an entry that an edition names itself is as it says."""
    made = completed(
        {
            "extra_css": ["assets/bees.css"],
            "extra_javascript": ["assets/bees.js", {"path": "assets/cite.js", "async": True}],
            "markdown_extensions": {"toc": {"title": "Parts"}, "footnotes": {}},
            "exclude_docs": "/notes/*\n",
            "plugins": ["search"],
        }
    )
    assert made["extra_css"][0] == "assets/look.css"
    assert made["extra_css"][-1] == "assets/bees.css"
    assert made["extra_javascript"][-2:] == ["assets/bees.js", {"path": "assets/cite.js", "async": True}]
    assert [one for one in made["extra_javascript"] if one == {"path": "assets/cite.js", "defer": True}] == []
    assert {"toc": {"title": "Parts"}} in made["markdown_extensions"]
    assert {"toc": {"permalink": False}} not in made["markdown_extensions"]
    assert made["exclude_docs"] == "/texts/list.md\n/notes/*\n"
    assert "plugins" not in made


def test_the_parts_of_a_site(tmp_path: Path) -> None:
    """An edition that names no parts has the usual ones, as far as they are there, and then its own."""
    project = SmallProject(tmp_path)
    for path in ("index", "texts/index", "terms/index", "bibliography", "data", "about/index", "guide"):
        project.write(f"docs/{path}.md", "# Page\n")
    project.write("docs/maps/index.md", "# Maps\n")
    project.write("docs/loose/page.md", "# Loose\n")
    parts, beside = navigation(tmp_path / "docs")
    assert parts == [
        {"Texts": "texts/index.md"},
        {"Terms": "terms/index.md"},
        {"Bibliography": "bibliography.md"},
        {"About": "about/index.md"},
        "guide.md",
        "maps/index.md",
    ]
    assert beside == "/maps/*\n"


def test_a_new_text_leaves_the_pages_of_terms(tmp_path: Path) -> None:
    """Only a page that has something to say of it is written anew."""
    project = copy_of_sound(tmp_path / "project")
    project.text("gamma-2022", "Nothing of the kind.\n", ABOUT, "Gamma: a text")
    project.good("accept", "--yes")
    written = project.good("build").out.splitlines()
    assert {"docs/texts/gamma-2022.md", "docs/terms/index.md"} < set(written)
    assert not {"docs/terms/league.md", "docs/terms/group.md"} & set(written)


def test_what_is_stale_is_told_in_one_line(tmp_path: Path) -> None:
    """Where all pages are out of date, nobody reads two hundred lines that say so."""
    project = copy_of_sound(tmp_path / "project")
    project.write("pyproject.toml", '[tool.reader]\nstyle = "apa"\n')
    project.write("mkdocs.yml", "site_name: Bees\nsite_url: https://bees.example/\n")
    project.edit("glossary.toml", 'name = "Beta-Gamma group"', 'name = "Gamma-Beta group"')
    run = project.refused("check")
    assert run.places == ["docs:1: D01"]
    assert "files are not what the sources give, docs.lock among them — run python3 " in run.err
