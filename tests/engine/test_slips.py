"""What was once taken in silence, and is told now: each with its line, and with what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.project.requests import configured, fetched
from small_project import SmallProject, copy_of_sound, table

A = "sources/alpha-2020"
NOTE = "Nothing has happened since [@brown-2000]."


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project."""
    return copy_of_sound(tmp_path / "project")


@pytest.mark.parametrize(
    ("path", "old", "new", "problem"),
    [
        (f"{A}/source.toml", '"navigation"', '" "', "T05 “reason” is empty — say why"),
        (f"{A}/corrections.toml", '"a slip"', '""', "T05 “reason” is empty — say why"),
        (f"{A}/source.toml", '"Made for a test."', '""', "T05 “statement” is empty — say what is known"),
        ("glossary.toml", '"A league."', '""', "T05 “definition” is empty — say what the term means"),
        ("glossary.toml", '"Alpha League"\n', '""\n', "T05 “name” is empty — say what it is called"),
        ("glossary.toml", '["group"]', '["league"]', "G05 “league” says see “league” — leave it out"),
        (
            "glossary.toml",
            "A league.",
            "A league [see @brown-2000, p. 3].",
            "G08 “[see @brown-2000, p. 3]” of “league” would be shown as it stands — take it out, and write "
            'references = ["brown-2000"]',
        ),
        (f"{A}/notes.md", NOTE, f"{NOTE} So @brown-2000.", "N06 “@brown-2000” in the note on “in 2001”"),
        (f"{A}/notes.md", NOTE, NOTE.replace("2000]", "2000 p. 5]"), "N06 the citation “[@brown-2000 p. 5]”"),
        (f"{A}/source.toml", '"en"', '"English"', "S15 “English” is no tag of a language — write “en”"),
    ],
)
def test_a_slip_in_a_file(project: SmallProject, path: str, old: str, new: str, problem: str) -> None:
    """The line is named, and the hint says what to write."""
    project.edit(path, old, new)
    assert any(row.startswith(f"{path}:") and f": {problem}" in row for row in project.refused().problems)


@pytest.mark.parametrize("words", ["a@brown-2000.org", "@brown", "@nobody", "[see @brown-2000, p. 3]"])
def test_words_of_a_note_that_cite_nothing_or_well(project: SmallProject, words: str) -> None:
    """An address of mail, a name on some network and a citation with words before it are no slips."""
    project.edit(f"{A}/notes.md", NOTE, f"{NOTE} {words}")
    assert not any(" N06 " in row for row in project.run("build").problems)


@pytest.mark.parametrize(
    ("path", "entry"),
    [
        (f"{A}/source.toml", table("heading", "again", line=10, text="BACKGROUND:")),
        (f"{A}/corrections.toml", table("sic", "again", line=10, find="of the league", reason="Other.")),
    ],
)
def test_an_entry_that_stands_twice(project: SmallProject, path: str, entry: str) -> None:
    """Both lines are named."""
    project.append(path, entry)
    name = entry.split("]]", maxsplit=1)[0].strip("\n[")
    first = next(at for at, row in enumerate(project.rows(path), 1) if row.startswith(f"[[{name}]]"))
    told = project.refused().problem(f"{path}:{project.line(path, '# again')}: T06")
    assert told.endswith(f"— line {first}; take one of the two out")


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        (f"{A}/correction.toml", "corrections.toml"),
        (f"{A}/note.md", "notes.md"),
        (f"{A}/Citations.toml", "citations.toml"),
        ("glosary.toml", "glossary.toml"),
        ("mkdocs.yaml", "mkdocs.yml"),
    ],
)
def test_a_file_of_a_wrong_name(project: SmallProject, path: str, meant: str) -> None:
    """The name that was meant is told."""
    project.write(path, "")
    assert project.refused().problem(f"{path}:1: S17").endswith(f"— perhaps {meant}")


def test_files_of_other_names(project: SmallProject) -> None:
    """What is not called like a file of an edition may lie beside it."""
    for path in (f"{A}/received.html", f"{A}/plan.png", f"{A}/letters.md", "README.md", "notes.txt"):
        project.write(path, "")
    project.good("build")


# No request to another host


@pytest.mark.parametrize(
    "row",
    [
        "![A map](https://maps.example/a.png)",
        "Words ![a](<http://maps.example/a b.png>) and more.",
        "![A map](//maps.example/a.png)",
        '<img alt="" src="https://maps.example/a.png">',
        "<script async src='https://count.example/x.js'></script>",
        '<iframe title="Film" src=https://films.example/1></iframe>',
        '<link rel="stylesheet" href="https://fonts.example/a.css">',
        '<div style="background: url(https://maps.example/a.png)"></div>',
        '<style>@import "https://fonts.example/a.css";</style>',
        '<video controls src="https://films.example/a.webm"></video>',
    ],
)
def test_what_a_page_would_fetch(project: SmallProject, row: str) -> None:
    """It is an error of the page, with its line."""
    project.write("docs/maps.md", f"# Maps\n\n{row}\n")
    told = project.refused().problem("docs/maps.md:3: H04")
    assert "a browser would ask another host for “" in told


def test_what_nobody_fetches() -> None:
    """Links lead anywhere, code is only shown, and files of the site are its own."""
    page = """\
[A map](https://maps.example/a.png) <a href="https://maps.example/">Maps</a> ![Ours](maps/a.png)

`![A map](https://maps.example/a.png)`

```
<img src="https://maps.example/a.png">
```
"""
    assert list(fetched("docs/maps.md", page)) == []


def test_what_all_pages_would_fetch() -> None:
    """A style sheet or a script of mkdocs.yml is asked for by each page."""
    settings = (
        "site_url: https://bees.example/a.js\nextra_css:\n  - assets/a.css\n  - https://fonts.example/a.css\n"
    )
    settings += "extra_javascript:\n  - path: //count.example/a.js\n"
    assert [(one.line, one.code) for one in configured("mkdocs.yml", settings)] == [(4, "H04"), (6, "H04")]
