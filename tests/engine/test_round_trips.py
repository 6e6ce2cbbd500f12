"""Every field that CSL has a place for goes through other programs and comes back: see `round_trips.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

import round_trips
from reader.model import Reference
from reader.project import bibtex
from reader.references.item import items

FILE = Path(__file__).parent / "styles/round-trips.bib"
UNREAD = {  # what a program passes over in a format, although it stands in the file and others read it
    "citation-js json": set(),
    "citation-js bib": {"talk-2001 issued"},  # seasons
    "citation-js ris": {
        "agency-2010 issued",  # seasons and spans
        "agency-2010 number",  # IS of a report
        "book-1999 editor",  # ED of a book
        "full-2020 annote",  # RN
        "talk-2001 container-title",  # C3
        "talk-2001 issued",
    },
    "pandoc ris": {
        "agency-2010 genre",  # M3
        "agency-2010 issued",  # all of a date but its year
        "book-1999 original-date",  # OP
        "book-1999 publisher-place",  # CY, for which it has PP
        "book-1999 translator",  # A4
        "full-2020 accessed",  # Y2
        "full-2020 annote",  # RN
        "part-2003 container-author",  # N1, as are other notes
        "talk-2001 container-title",  # C3
        "talk-2001 event-place",
        "talk-2001 issued",
        "thesis-2004 genre",
        "tide-2022 issued",
    },
}


@pytest.fixture(scope="module")
def references() -> dict[str, Reference]:
    """Works of seven kinds."""
    found, problems = bibtex.parse("references.bib", FILE.read_text("utf-8"))
    assert problems == []
    return found


@pytest.mark.parametrize("end", ["bib", "ris", "json"])
def test_our_own_readers_lose_nothing(references: dict[str, Reference], end: str) -> None:
    """What the site gives away is a bibliography of the same works."""
    made = items(references)
    before = round_trips.without_markup(made) if end == "ris" else made
    again = round_trips.ours(end, round_trips.files(references)[end])
    assert round_trips.differing(before, again) == []


def test_pybtex_loses_nothing(references: dict[str, Reference]) -> None:
    """BibTeX, read and written anew."""
    again = round_trips.ours("bib", round_trips.by_pybtex(round_trips.files(references)["bib"]))
    assert round_trips.differing(items(references), again) == []


def test_rispy_loses_nothing(references: dict[str, Reference]) -> None:
    """RIS, read and written anew."""
    again = round_trips.ours("ris", round_trips.by_rispy(round_trips.files(references)["ris"]))
    assert round_trips.differing(round_trips.without_markup(items(references)), again) == []


def test_pandoc_loses_nothing_of_csl_json(references: dict[str, Reference]) -> None:
    """It reads and writes items of CSL, and has them as they were."""
    again = round_trips.by_pandoc(round_trips.files(references)["json"], "csljson")
    assert round_trips.lost(items(references), again) == []


def test_pandoc_loses_nothing_of_biblatex(references: dict[str, Reference]) -> None:
    again = round_trips.by_pandoc(round_trips.files(references)["bib"], "biblatex")
    assert round_trips.lost(items(references), again) == []


@pytest.mark.parametrize("end", ["bib", "json", "ris"])
def test_citation_js_loses_nothing(references: dict[str, Reference], end: str) -> None:
    """But for what it does not read, whoever has written it."""
    before = items(references)
    again = round_trips.by_citation_js(round_trips.files(references)[end])
    rows = round_trips.lost(round_trips.without_markup(before) if end == "ris" else before, again)
    assert {row.split(":")[0] for row in rows} == UNREAD[f"citation-js {end}"]


def test_pandoc_loses_nothing_of_ris_that_it_reads(references: dict[str, Reference]) -> None:
    """It knows the tags that most records have, and no days, translators or remarks."""
    again = round_trips.by_pandoc(round_trips.files(references)["ris"], "ris")
    rows = round_trips.lost(round_trips.without_markup(items(references)), again)
    assert {row.split(":")[0] for row in rows} == UNREAD["pandoc ris"]


def test_a_field_that_is_lost_is_seen() -> None:
    """The measures are no blind ones."""
    before = {"a": {"title": "Roads", "publisher": "Quay Press"}}
    assert round_trips.differing(before, {"a": {"title": "Roads"}}) == ["a publisher: 'Quay Press', None"]
    assert round_trips.lost(before, {"a": {"title": "Roads and Quay"}}) == ["a publisher: 'Quay Press'"]
    assert round_trips.lost(before, {"a": {"title": "Roads", "publisher": "Quay Press"}}) == []
