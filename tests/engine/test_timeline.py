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

NEXT = "The next went from 30 June to 2 July 2001, and on to 3 May 2002."


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("27 September to 10 November 2020", "en", ["2020-09-27/2020-11-10"]),
        (
            "September 27–November 10, 2020, September 19-20, 2023",
            "en",
            ["2020-09-27/2020-11-10", "2023-09-19/2023-09-20"],
        ),
        (
            "27 September 2020 – 3 May 2021; March–May 2022",
            "en",
            ["2020-09-27/2021-05-03", "2022-03/2022-05"],
        ),
        ("vom 27. September bis 10. November 2020", "de", ["2020-09-27/2020-11-10"]),
        ("с 27 сентября по 10 ноября 2020 года", "ru", ["2020-09-27/2020-11-10"]),
        (
            "17 April and 12 June 2024, May and June 2020",
            "en",
            ["2024-04-17", "2024-06-12", "2020-05", "2020-06"],
        ),
        (
            "31 September to 2 October 2020, 9 to 3 May 2020, 12 to May 2020",
            "en",
            ["2020-10-02", "2020-05-03", "2020-05"],
        ),
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
    assert ["/".join(filter(None, (one.when, one.until))) for one in dates(text, language)] == found


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["en", "en-GB", "ru", "de", "fr", "es", "it", "zh"]))
def test_a_day_as_a_language_writes_it_is_found(day: date, language: str) -> None:
    text = written_date(day.year, day.month, day.day, language)
    assert [one.when for one in dates(f"({text})", language)] == [day.isoformat()]


def test_each_date_leads_to_where_it_is_named(tmp_path: Path) -> None:
    """The table says in words what the drawing shows, and what no text uses is not there."""
    project = copy_of_sound(tmp_path / "project")
    project.edit("glossary.toml", 'definition = "A league."', 'definition = "A league of 4 May 1999."')
    notes = "## p3 “in 2001”\nkind: since\n\nOn 2 March 2001 it was over [@brown-2000]. In June 2001 too.\n\n"
    lasted = f"It took 7 to 9 May 2001. {NEXT}\n"
    project.write("sources/alpha-2020/notes.md", notes + lasted)
    project.accepted()
    page: Any = html.fromstring(str(next(iter(timeline_sheets(pipeline.read(project.root))))[1]))
    rows = [[cell.text_content() for cell in row] for row in page.xpath("//tbody/tr")]
    assert rows == [
        ["4 May 1999", "A league of 4 May 1999.", "Alpha League"],
        ["2 March 2001", "On 2 March 2001 it was over.", "Alpha 2020, note 1"],
        ["7–9 May 2001", "It took 7 to 9 May 2001.", "Alpha 2020, note 1"],
        ["June 2001", "In June 2001 too.", "Alpha 2020, note 1"],
        ["30 June – 2 July 2001", NEXT, "Alpha 2020, note 1"],
        ["3 May 2002", NEXT, "Alpha 2020, note 1"],
    ]
    drawn = page.xpath("//svg/a/path/@d")
    assert drawn[2:5] == ["M352 3V21M352 12H358M358 3V21", "M457 3V21", "M497 3V21M497 12H505M505 3V21"]
    links = page.xpath("//tbody//a/@href")
    assert links == ["../terms/league/", *["../texts/alpha-2020/#n1"] * 5]
    assert page.xpath("//svg//a/@href") == links
