"""The timeline: what is a date in a text, and that each one leads to where it is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from reader import pipeline
from reader.words.calendar_dates import dates
from reader.words.languages import written_date
from small_project import SmallProject, copy_of_sound


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


@given(st.dates(min_value=None), st.sampled_from(["en", "en-GB", "ru", "de", "fr", "es"]))  # type: ignore[arg-type]
def test_what_we_write_ourselves_is_found_again(day: object, language: str) -> None:
    text = written_date(day.year, day.month, day.day, language)  # type: ignore[attr-defined]
    assert [one.when for one in dates(f"({text})", language)] in ([str(day)], [])


def test_each_date_leads_to_where_it_is_named(tmp_path: Path) -> None:
    project = SmallProject(copy_of_sound(tmp_path).root)
    library = pipeline.read(project.root)
    assert list(library.connections.timeline) == sorted(
        library.connections.timeline, key=lambda one: one.when
    )
