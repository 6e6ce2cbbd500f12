"""What the rights in a text keep back is nowhere: in no page, search, export, book or file."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from reader.pipeline import read as library
from small_project import ABOUT, SmallProject, copy_of_sound
from tiny_site import tiny_site

SLUGS = ("gamma-2022", "delta-2023")
WITHHELD = ("Qwertzuiop", "Asdfghjkl", "Yxcvbnmlk", "Poiuztrew")  # no word of any program or page
RAW = """\
The Alpha League met in 1999, as Brown writes, in Sandyhaven.

The Qwertzuiop came to the meeting and the Alpha League let Asdfghjkl in.

The end came in 2001; Yxcvbnmlk knows why, and Poiuztrew as well.

In 1998 the old house by the river was sold twice, once to a baker and once to nobody at all.
"""
LENGTH = 8  # words in a row that are taken for words of a text
MARKED = """
[[markup]]
line = 3
find = "Qwertzuiop"
kind = "emphasis"
"""


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A small project of two texts that are shown whole."""
    return copy_of_sound(tmp_path / "project")


def words(root: Path) -> Iterator[tuple[str, str]]:
    """The text of every file below a folder, and of the files in archives."""
    for file in sorted(path for path in root.rglob("*") if path.is_file()):
        data = file.read_bytes()
        yield file.relative_to(root).as_posix(), data.decode("utf-8", "replace")
        if zipfile.is_zipfile(BytesIO(data)):
            with zipfile.ZipFile(BytesIO(data)) as archive:
                for name in archive.namelist():
                    yield f"{file.name}/{name}", archive.read(name).decode("utf-8", "replace")


def rows_of_words(text: str) -> set[str]:
    """Every row of some words, whatever stands between them and around them."""
    found = re.findall(r"\w+", re.sub(r"<[^>]*>", " ", text).lower())
    return {" ".join(found[at : at + LENGTH]) for at in range(len(found) - LENGTH + 1)}


def test_a_withheld_word_is_nowhere(tmp_path: Path) -> None:
    """Also none that a text had before, or that was corrected; at the desk all of it can be read."""
    project = tiny_site(tmp_path / "project")
    project.write("mkdocs.yml", "site_name: Small\nsite_url: https://small.example/\n")
    project.write("docs/index.md", '# Home\n\n--8<-- "texts/list.md"\n')
    days = '[[tool.reader.release]]\nedition = "1"\ndate = "2026-05-01"\n'
    project.write("pyproject.toml", f'[tool.reader]\nwithout_licence = "record"\n\n{days}')
    correction = '[[correction]]\nline = 5\nfind = "Poiuztrew"\nreplace = "nobody"\nreason = "a slip"\n'
    for slug in SLUGS:
        project.text(slug, RAW.replace("Sandyhaven", slug), ABOUT + MARKED, f"{slug}: a text")
        project.good("accept", "--yes")
        project.write(f"sources/{slug}/corrections.toml", correction)
    project.accepted()
    everything = "".join(text for _path, text in words(project.root / "docs"))
    assert [word for word in WITHHELD if word not in everything] == []
    hidden = rows_of_words(RAW.split("\n", 2)[2])
    assert len(hidden & rows_of_words(everything)) > 10
    project.edit("sources/gamma-2022/source.toml", '"full"', '"excerpt"\npassages = ["p1"]')
    project.edit("sources/delta-2023/source.toml", 'publication = "full"', "")  # the edition says: its record

    told = project.good("site").out
    assert "it shows all of delta-2023, gamma-2022; " in told
    assert "site --public does not\n" in told
    desk = dict(words(project.root / "site"))
    for slug in SLUGS:
        assert "Qwertzuiop" in desk[f"texts/{slug}/index.html"]
        assert "Yxcvbnmlk" in desk[f"data/texts/{slug}.tei.xml"]
    assert "For work at the desk" in desk["index.html"]
    assert "For work at the desk" in desk["404.html"]
    assert desk["robots.txt"] == "User-agent: *\nDisallow: /\n"
    of_desk = re.findall(r"\d+ words", desk["index.html"])

    project.good("site", "--public")
    public = dict(words(project.root / "site"))
    assert {"feed.xml", "data/reader.epub", "reader.epub/mimetype", "search/core.js"} < set(public)
    for path, text in [*public.items(), *words(project.root / "docs")]:
        small = text.lower()
        assert [one for one in WITHHELD if one.lower() in small or one[::-1].lower() in small] == [], path
        assert hidden & rows_of_words(text) == set(), path
    assert {slug: f"writes, in {slug}" in public[f"texts/{slug}/index.html"] for slug in SLUGS} == {
        "gamma-2022": True,
        "delta-2023": False,
    }
    assert "For work at the desk" not in "".join(public.values())
    assert re.findall(r"\d+ words", public["index.html"]) != of_desk


def test_the_licence_and_the_edition_decide(project: SmallProject) -> None:
    """What a text does not say of its publication follows from its licence, and else from the edition."""
    about, licence = "sources/alpha-2020/source.toml", 'licence = "https://example.org/free"\n'
    project.edit(about, 'publication = "full"\n', "")
    assert library(project.root).withholding == ()
    project.write("pyproject.toml", '[tool.reader]\nwithout_licence = "record"\n')
    assert library(project.root).withholding == ("alpha-2020",)
    project.edit(about, "[rights] # of the text\n", f"[rights]\n{licence}")
    assert library(project.root).withholding == ()
    project.write("pyproject.toml", '[tool.reader]\nwithout_licence = "excerpt"\n')
    assert project.refused().places == ["pyproject.toml:2: T05"]


def test_an_editor_cites_what_is_withheld(project: SmallProject) -> None:
    """A passage that the public is not shown has its address, and is cited at the desk."""
    project.edit("sources/alpha-2020/source.toml", 'publication = "full"\n', 'publication = "record"\n')
    assert "#p1" in project.good("cite", "alpha-2020#p1").out
