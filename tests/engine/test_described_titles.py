"""A description by the editors is nobody’s title: printed without quotation marks, told in exports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.project.bibtex import parse
from reader.references import formats
from reader.references.item import DESCRIPTION, items
from reader.references.styles import format_all

WORDS = "Report on the Alpha League"
BIB = f"""\
@online{{brown-2000, author = {{Brown, Ann}}, title = {{{WORDS}}}, keywords = {{descriptive-title}},
  organization = {{Alpha News}}, url = {{https://alpha.example/1}}, date = {{2000}}}}

@online{{green-2001, author = {{Green, Bo}}, title = {{A Real Headline}}, keywords = {{league}},
  organization = {{Alpha News}}, url = {{https://alpha.example/2}}, date = {{2001}}}}
"""
STYLES = (
    "chicago-author-date apa modern-language-association gost-r-7-0-5-2008 chicago-notes-bibliography ieee "
    "harvard-cite-them-right nature american-sociological-association mhra-notes-publisher-place"
).split()


@pytest.mark.parametrize("style", STYLES)
def test_no_quotation_marks_around_a_description(style: str, tmp_path: Path) -> None:
    """The description stands whole and bare; a real title beside it is printed as the style has it."""
    references, problems = parse("references.bib", BIB)
    assert not problems
    made = format_all(references, style, tmp_path)
    described = made["brown-2000"]
    assert WORDS in described.plain
    assert not set("“”‘’«»\"'") & set(described.plain)
    assert "<em>Report" not in described.entry
    assert not set("\ue000\ue001") & set(described.entry + described.plain)
    assert "headline" in made["green-2001"].plain.casefold()


def test_every_export_tells() -> None:
    """Whoever imports the record learns that its title was made here."""
    references, _problems = parse("references.bib", BIB)
    made = items(references)
    assert made["brown-2000"]["note"] == DESCRIPTION
    assert "note" not in made["green-2001"]
    assert f"N1  - {DESCRIPTION}\r\n" in formats.ris(made["brown-2000"])
    assert DESCRIPTION in json.loads(formats.csl_json([made["brown-2000"]]))[0]["note"]
    assert "descriptive-title" in formats.bibtex(references["brown-2000"])
