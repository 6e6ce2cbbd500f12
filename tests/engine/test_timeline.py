"""The timeline: what is a date in a text, and that each one leads to where it is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from reader import pipeline
from reader.connections.calendar_dates import dates
from reader.render.timeline_page import timeline_sheets
from reader.words.languages import written_date
from small_project import copy_of_sound


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Announced on November 3, 2020 that", "en", ["2020-11-03"]),
        ("on the 3rd of November 2020, and on 10 November 2020.", "en", ["2020-11-03", "2020-11-10"]),
        ("In May 2018 they met.", "en", ["2018-05"]),
        ("9 ноября 2020 года", "ru", ["2020-11-09"]),
        ("am 9. November 2020", "de", ["2020-11-09"]),
        ("el 9 de noviembre de 2020", "es", ["2020-11-09"]),
        ("于2020年11月9日签署，2021年3月", "zh", ["2020-11-09", "2021-03"]),
        ("in 2020, on 31 November 2020, in 44 days", "en", []),
        ("Maymester 2020, 12May 2020", "en", []),
    ],
)
def test_what_is_a_date(text: str, language: str, found: list[str]) -> None:
    assert [one.when for one in dates(text, language)] == found


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["en", "en-GB", "ru", "de", "fr", "es", "it", "zh"]))
def test_a_day_as_a_language_writes_it_is_found(day: date, language: str) -> None:
    text = written_date(day.year, day.month, day.day, language)
    assert [one.when for one in dates(f"({text})", language)] == [day.isoformat()]


def test_each_date_leads_to_where_it_is_named(tmp_path: Path) -> None:
    """The table says in words what the drawing shows, and what no text uses is not there."""
    project = copy_of_sound(tmp_path / "project")
    project.edit("glossary.toml", 'definition = "A league."', 'definition = "A league of 4 May 1999."')
    notes = "## p3 “in 2001”\nkind: since\n\nOn 2 March 2001 it was over [@brown-2000]. In June 2001 too.\n"
    project.write("sources/alpha-2020/notes.md", notes)
    project.accepted()
    page: Any = html.fromstring(str(next(iter(timeline_sheets(pipeline.read(project.root))))[1]))
    rows = [[cell.text_content() for cell in row] for row in page.xpath("//tbody/tr")]
    assert rows == [
        ["4 May 1999", "A league of 4 May 1999.", "Alpha League"],
        ["2 March 2001", "On 2 March 2001 it was over.", "Alpha 2020, note 1"],
        ["June 2001", "In June 2001 too.", "Alpha 2020, note 1"],
    ]
    links = page.xpath("//tbody//a/@href")
    assert links == ["../terms/league/", "../texts/alpha-2020/#n1", "../texts/alpha-2020/#n1"]
    assert page.xpath("//svg//a/@href") == links
