"""Records that are larger than any of ours: what is made of them is right, and small where it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model import Reference
from reader.project import bibliography
from reader.references import formats
from reader.references.forms import in_style
from reader.references.item import items
from reader.references.styles import format_all

AUTHORS = 3_000
ABSTRACT = "Roads \\emph{and} bridges of 100 % width. " * 25_000  # a megabyte


def read(fields: str) -> dict[str, Reference]:
    """Return a book with some more fields."""
    text = f"@book{{large-2020, title={{Large}}, publisher={{Press}}, date={{2020}}, {fields}}}\n"
    references, problems = bibliography.parse({"references.bib": text})
    assert problems == []
    return references


@pytest.mark.parametrize("style", ["apa", "chicago-author-date", "chicago-notes-bibliography", "ieee"])
def test_a_list_of_three_thousand_authors(style: str, tmp_path: Path) -> None:
    """A style cuts it off; formats for programs have all of them."""
    references = read("author={" + " and ".join(f"Doe{at}, Jo" for at in range(AUTHORS)) + "}")
    words = in_style(references, style, tmp_path)["large-2020"].listed.plain
    assert "Doe0" in words
    assert len(words) < 1_000
    assert "Doe0" in format_all(references, style, tmp_path)["large-2020"].plain
    [made] = items(references).values()
    assert len(made["author"]) == AUTHORS
    assert formats.ris(made).count("AU  - ") == AUTHORS


def test_an_abstract_of_a_megabyte(tmp_path: Path) -> None:
    """No style sees it, and programs get it whole."""
    references = read(f"author={{Doe, Jo}}, abstract={{{ABSTRACT}}}")
    assert len(in_style(references, "apa", tmp_path)["large-2020"].listed.plain) < 100
    [made] = items(references).values()
    for file in ({"references.json": formats.csl_json([made])}, {"references.ris": formats.ris(made)}):
        again, problems = bibliography.parse(file)
        assert problems == []
        assert again["large-2020"].get("abstract").split() == ABSTRACT.split()


def test_a_bibliography_is_read_in_one_pass() -> None:
    """Twice the file has twice the records, in each of the formats."""
    text = "".join(
        f"@book{{doe-{at}, author={{Doe, Jo}}, title={{Roads {at}}}, publisher={{P}}, date={{2020}}}}\n"
        for at in range(1_000)
    )
    references, problems = bibliography.parse({"references.bib": text})
    assert problems == []
    made = items(references)
    for file in (
        {"references.json": formats.csl_json(made.values())},
        {"references.ris": "".join(map(formats.ris, made.values()))},
    ):
        again, problems = bibliography.parse(file)
        assert problems == []
        assert list(again) == list(references)
