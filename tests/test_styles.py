"""References in four citation styles, as files: `tests/styles/<style>.txt` for the items of `items.bib`.

An article with a DOI, a web page with a date of access, a report, a book, an item without an author and a
Cyrillic title; a style that drops one of their parts, or a change of pandoc that does, shows here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.project import bibtex
from reader.references.styles import UnknownStyle, format_all

FOLDER = Path(__file__).parent / "styles"
STYLES = (
    "apa",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "gost-r-7-0-5-2008",
    "modern-language-association",
)


@pytest.mark.parametrize("style", STYLES)
def test_a_style_formats_every_item_as_its_file_has_it(
    style: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    references, problems = bibtex.parse("items.bib", (FOLDER / "items.bib").read_text("utf-8"))
    assert problems == []
    formatted = format_all(references, style, tmp_path)
    got = "".join(f"{one.label}\n  {one.entry}\n" for one in formatted.values())
    file = FOLDER / f"{style}.txt"
    if request.config.getoption("--rewrite-golden"):
        file.write_text(got, "utf-8")
    assert got == file.read_text("utf-8")


def test_an_unknown_style_names_those_that_are_like_it(tmp_path: Path) -> None:
    with pytest.raises(UnknownStyle) as raised:
        format_all({}, "chicago-autor-date", tmp_path)
    assert "chicago-author-date" in raised.value.near
