"""Files of every format go through `new` and `clean`: their text comes out, and the project builds."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from statistics import mean

import pytest

from likeness import boundaries, f1, shared
from reader.project.children import pandoc
from sites.institutions import INSTITUTIONS
from sites.presses import PRESSES
from sites.prose import Prose
from sites.single_hands import SINGLE_HANDS
from small_project import SmallProject, copy_of_sound
from typeset import Manner, typeset

PICTURE = Path(__file__).parent / "explained/sources/marsh-1931/lamp.png"
SITES = (*PRESSES, *INSTITUTIONS, *SINGLE_HANDS)
MANNERS = (
    Manner(),
    Manner(indent=0, gap=0.6, justified=False),
    Manner(columns=2, size=8.5, divided=True),
    Manner(columns=2, size=8.5, indent=0, gap=0.5),
)
MANUSCRIPT = """# Of lamps

The *old* lamp was **lit** when the tide came in.[^1] Nobody had asked for it.

> It burns, said the keeper, and it will burn.

1. oil
2. wick

| Year | Lamps |
|------|-------|
| 1931 | 12    |
| 1950 | 18    |

[^1]: Reed, Lamps, p. 3.
"""


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project, and a folder for files beside it."""
    return copy_of_sound(tmp_path / "project")


def cleaned(project: SmallProject, files: dict[str, bytes]) -> dict[str, str]:
    """What `clean --batch` prints of files."""
    paths = []
    for name, data in files.items():
        path = project.root.parent / name
        path.write_bytes(data)
        paths.append(str(path))
    run = project.good("clean", "--batch", *paths)
    rows = [json.loads(line) for line in run.out.splitlines()]
    return {Path(row["path"]).name: row["text"] for row in rows}


def test_pages_of_sites(project: SmallProject) -> None:
    """The text of a page is told from what stands round it, in the structures of real sites."""
    made = {f"{make.__name__}.html": make(Prose(11)) for make in SITES}
    found = cleaned(project, {name: markup.encode() for name, (markup, _text) in made.items()})
    scores = [shared("\n\n".join(text), found[name]) for name, (_markup, text) in made.items()]
    precision, recall = (mean(score[at] for score in scores) for at in (0, 1))
    assert f1(precision, recall) >= 0.97
    assert recall >= 0.99


def test_printed_pages(project: SmallProject) -> None:
    """Paragraphs of print begin where they did, and no running head gets into them."""
    texts = {f"{at}.pdf": Prose(at).paragraphs(20, 1, 5) for at in range(len(MANNERS))}
    files = {name: typeset(text, how) for (name, text), how in zip(texts.items(), MANNERS, strict=True)}
    found = cleaned(project, files)
    for name, text in texts.items():
        got = re.split(r"\n\n+", found[name].strip())
        assert shared("\n".join(text), "\n".join(got)) > (0.99, 0.99)
        assert f1(*boundaries(text, got)) >= 0.95


@pytest.mark.parametrize("ending", ["md", "docx", "odt", "epub", "rtf"])
def test_a_manuscript_becomes_a_text(project: SmallProject, ending: str) -> None:
    """A folder is written that can be accepted, built and checked, with the manuscript kept beside it."""
    data = MANUSCRIPT.encode()
    if ending != "md":
        data = pandoc("a", ["--from=markdown", "--standalone"], data, made=f"a.{ending}")
    file = project.root.parent / f"lamps.{ending}"
    file.write_bytes(data)
    project.good("new", "lamps-2024", str(file))
    assert (project.root / f"sources/lamps-2024/received.{ending}").read_bytes() == data
    project.accepted()
    project.good("check")
    page = (project.root / "docs/texts/lamps-2024.md").read_text("utf-8")
    for words in ("Of lamps", "lamp was", "It burns, said the keeper", "wick", "Reed, Lamps, p. 3."):
        assert words in page
    about = (project.root / "sources/lamps-2024/source.toml").read_text("utf-8")
    assert set_apart(about) == [("footnote", "1"), ("emphasis", "old"), ("strong", "lit")]
    assert f"received.{ending}" in (project.root / "docs/apparatus/lamps-2024.md").read_text("utf-8")


def set_apart(about: str) -> list[tuple[str, str]]:
    """What is said to be set apart in the first paragraph."""
    found = tomllib.loads(about)
    notes = [("footnote", one["marker"]) for one in found.get("footnote", [])]
    return notes + [(one["kind"], one["find"]) for one in found.get("markup", [])]


def test_a_pdf_and_a_page_become_texts(project: SmallProject) -> None:
    """What was received is kept byte for byte, and reading it again gives the raw text."""
    files = {
        "harbour.pdf": typeset(Prose(3).paragraphs(12), Manner(columns=2, size=8.5, divided=True)),
        "lamp.html": SITES[4](Prose(4))[0].encode(),
    }
    for name, data in files.items():
        file = project.root.parent / name
        file.write_bytes(data)
        project.good("new", f"{file.stem}-2024", str(file))
        kept = project.root / f"sources/{file.stem}-2024/received{file.suffix}"
        assert kept.read_bytes() == data
    project.accepted()
    project.good("check")
    pages = tomllib.loads((project.root / "sources/harbour-2024/source.toml").read_text("utf-8"))["page"]
    assert [one["number"] for one in pages] == [str(at) for at in range(1, len(pages) + 1)]
    assert "page-2" in (project.root / "docs/texts/harbour-2024.md").read_text("utf-8")


def test_the_pictures_of_a_page_are_proposed(project: SmallProject) -> None:
    """None is taken in; its entry is a comment, which holds when its file is there and the signs are out."""
    prose = "".join(f"<p>{one}</p>" for one in Prose(5).paragraphs(6))
    figure = (
        '<figure><img src="/a/the lamp.png?x=1" alt="A \\"lamp"><figcaption>Of 1901</figcaption></figure>'
    )
    file = project.root.parent / "lamp.html"
    file.write_text(f"<html><body><article><h1>Lamps</h1>{prose}{figure}{prose}</article></body></html>")
    assert "PICTURES, NOT TAKEN IN" in project.good("new", "lamp-2024", str(file)).out
    folder = project.root / "sources/lamp-2024"
    about = (folder / "source.toml").read_text("utf-8")
    assert "figure" not in tomllib.loads(about)
    assert "A picture stands here: /a/the lamp.png?x=1" in about
    (folder / "the-lamp.png").write_bytes(PICTURE.read_bytes())
    before, _comment, after = about.partition("# [[figure]]\n")
    (folder / "source.toml").write_text(f"{before}[[figure]]\n{re.sub('^# ', '', after, flags=re.MULTILINE)}")
    project.accepted()
    project.good("check")
    page = (project.root / "docs/texts/lamp-2024.md").read_text("utf-8")
    assert "the-lamp.png" in page
    assert "Of 1901" in page
