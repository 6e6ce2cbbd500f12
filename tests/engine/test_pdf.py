"""A PDF of each text, where it is asked for: printed by a real Chromium, read by pdfium."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import html5lib
import pypdfium2
import pytest

from browser.find_browser import find
from small_project import SmallProject
from tiny_site import tiny_site

SETTINGS = '[[tool.reader.release]]\nedition = "1"\ndate = "2020-02-29"\n'


def program() -> str:
    """A Chromium, which must be there: its absence is a failure, never a skip."""
    path = os.environ.get("CHROMIUM") or find("chromium")
    assert path, "no Chromium was found; run make test, which installs one, or set CHROMIUM"
    return str(path)


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    made = tiny_site(tmp_path / "project")
    made.write("pyproject.toml", SETTINGS)
    made.good("accept", "--yes")
    return made


def pdf_url(project: SmallProject, slug: str) -> list[str]:
    page = (project.root / f"site/texts/{slug}/index.html").read_bytes()
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return [str(one.get("content")) for one in tree.iter("meta") if one.get("name") == "citation_pdf_url"]


def test_a_pdf_of_each_text(project: SmallProject) -> None:
    """It holds the words, says the day of the edition, and is the same when it is made again."""
    project.edit("sources/beta-2021/source.toml", '"full"', '"record"')
    project.good("site", "--public", "--pdf", program())
    file = project.root / "site/texts/alpha-2020/alpha-2020.pdf"
    made = file.read_bytes()
    document = pypdfium2.PdfDocument(made)
    words = " ".join("".join(page.get_textpage().get_text_range() for page in document).split())
    assert "Nothing was known of the league before." in words
    assert document.get_metadata_value("CreationDate")[:10] == "D:20200229"
    assert pdf_url(project, "alpha-2020") == ["https://small.example/texts/alpha-2020/alpha-2020.pdf"]
    assert pdf_url(project, "beta-2021") == []
    assert not (project.root / "site/texts/beta-2021/beta-2021.pdf").exists()
    project.good("site", "--public", "--pdf", program())
    assert file.read_bytes() == made


def test_without_the_option_there_is_none(project: SmallProject) -> None:
    """A PDF that was made once goes with the next site: it would be that of other words."""
    project.good("site", "--pdf", program())
    project.good("site")
    assert not [*project.root.rglob("*.pdf")]
    assert pdf_url(project, "alpha-2020") == []


def test_a_chromium_that_is_not_there(project: SmallProject) -> None:
    run = project.run("site", "--pdf", "no-such-program")
    assert run.code == 2
    assert "“no-such-program” is no program" in run.err
    assert not (project.root / "site").exists()


def test_a_chromium_that_prints_nothing(project: SmallProject) -> None:
    """A program that is none ends the command with a problem (X03), and the site stays as it was."""
    run = project.run("site", "--pdf", sys.executable)
    assert run.code == 1
    [problem] = run.problems
    assert problem.startswith("site/texts/alpha-2020/alpha-2020.pdf:1: X03 Chromium has not printed it")
    assert not (project.root / "site/index.html").exists()
