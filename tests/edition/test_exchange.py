"""The bibliography of this edition goes through other programs and comes back: see `round_trips.py`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import round_trips
from reader.model import Reference
from reader.project import bibtex
from reader.references.item import items

ROOT = Path(__file__).parents[2]
PERCENT = "%"  # citation-js encodes the percent signs of an address of BibLaTeX a second time


@pytest.fixture(scope="module")
def references() -> dict[str, Reference]:
    """All works of the bibliography."""
    found, problems = bibtex.parse("references.bib", (ROOT / "references.bib").read_text("utf-8"))
    assert problems == []
    return found


@pytest.fixture(scope="module")
def before(references: dict[str, Reference]) -> dict[str, dict[str, Any]]:
    """Their items of CSL."""
    return items(references)


@pytest.mark.parametrize("end", ["bib", "json"])
def test_our_own_readers_lose_nothing(
    references: dict[str, Reference], before: Mapping[str, Any], end: str
) -> None:
    again = round_trips.ours(end, round_trips.files(references)[end])
    assert round_trips.differing(before, again) == []


def test_pybtex_loses_nothing(references: dict[str, Reference], before: Mapping[str, Any]) -> None:
    again = round_trips.ours("bib", round_trips.by_pybtex(round_trips.files(references)["bib"]))
    assert round_trips.differing(before, again) == []


def test_ris_loses_nothing(references: dict[str, Reference], before: Mapping[str, Any]) -> None:
    """Through rispy; a body with a comma in its name is a person there, a document on the web a web page."""
    again = round_trips.ours("ris", round_trips.by_rispy(round_trips.files(references)["ris"]))
    plain = round_trips.without_markup(before)
    assert round_trips.differing(plain, again, but={"author", "type"}) == []
    changed = [row for row in round_trips.differing(plain, again) if " author: " in row]
    assert all("{'literal': " in row and "," in row.split("'literal': ")[1] for row in changed)
    assert round_trips.lost(plain, again) == []


@pytest.mark.parametrize(("end", "form"), [("bib", "biblatex"), ("json", "csljson")])
def test_pandoc_loses_nothing(
    references: dict[str, Reference], before: Mapping[str, Any], end: str, form: str
) -> None:
    again = round_trips.by_pandoc(round_trips.files(references)[end], form)
    assert round_trips.lost(before, again) == []


@pytest.mark.parametrize("end", ["bib", "json"])
def test_citation_js_loses_nothing(
    references: dict[str, Reference], before: Mapping[str, Any], end: str
) -> None:
    """But for the `titleaddon` of BibLaTeX, which it does not read."""
    again = round_trips.by_citation_js(round_trips.files(references)[end])
    rows = round_trips.lost(before, again)
    added = {key for key, one in references.items() if "titleaddon" in one.fields}
    unread = [row for row in rows if " title: " in row and end == "bib" and row.split()[0] in added]
    assert [row for row in rows if row not in unread and not (" URL: " in row and PERCENT in row)] == []
