"""Dates: what BibLaTeX allows is read and said rightly, what the calendar does not have is refused."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.dates import Date, ImpossibleDate, parse
from reader.project.bibtex_dates import written_date, year_and_month
from reader.references.item import csl_date

SAID = [
    ("2023", "2023", "2023", [[2023]]),
    ("2023-06", "June 2023", "2023-06", [[2023, 6]]),
    ("2023-06-15", "15 June 2023", "2023-06-15", [[2023, 6, 15]]),
    ("2004-02-29T10:30:00Z", "29 February 2004", "2004-02-29", [[2004, 2, 29]]),
    ("2020-21", "Spring 2020", "2020", [[2020, 21]]),
    ("2020-24", "Winter 2020", "2020", [[2020, 24]]),
    ("2004-XX", "2004", "2004", [[2004]]),
    ("2004-07-XX", "July 2004", "2004-07", [[2004, 7]]),
    ("19XX", "1900–1999", "1900", [[1900], [1999]]),
    ("-0043", "44 BC", "-0043", [[-44]]),
    ("0000", "1 BC", "0000", [[-1]]),
    ("1900~", "circa 1900", "1900", [[1900]]),
    ("1900?", "1900?", "1900", [[1900]]),
    ("1900%", "circa 1900?", "1900", [[1900]]),
    ("2005/2007", "2005–2007", "2005", [[2005], [2007]]),
    ("2020-05/2020-06", "May–June 2020", "2020-05", [[2020, 5], [2020, 6]]),
    ("2020-05-03/2020-05-05", "3–5 May 2020", "2020-05-03", [[2020, 5, 3], [2020, 5, 5]]),
    ("2020-05-30/2020-06-02", "30 May – 2 June 2020", "2020-05-30", [[2020, 5, 30], [2020, 6, 2]]),
    ("2020-11/2021-02", "November 2020 – February 2021", "2020-11", [[2020, 11], [2021, 2]]),
    ("2020-21/2020-22", "Spring–Summer 2020", "2020", [[2020, 21], [2020, 22]]),
    ("1900/", "1900–", "1900", [[1900], [0]]),
    ("1900/..", "1900–", "1900", [[1900], [0]]),
    ("1900-05/..", "since May 1900", "1900-05", [[1900, 5], [0]]),
]


@pytest.mark.parametrize(("written", "words", "iso", "parts"), SAID)
def test_what_a_date_says(written: str, words: str, iso: str, parts: list[list[int]]) -> None:
    """In words, to programs, and to citation styles."""
    date = parse(written)
    assert (date.words, date.iso) == (words, iso)
    assert csl_date(date)["date-parts"] == parts
    assert csl_date(date).get("circa", False) == any(sign in written for sign in "~?%")


@pytest.mark.parametrize(("written", "words"), [("199X", "1990s"), ("../1900", "until 1900")])
def test_dates_that_styles_are_told_in_words(written: str, words: str) -> None:
    """CSL has no parts for them."""
    assert parse(written).words == words
    assert csl_date(parse(written)) == {"literal": words}


@pytest.mark.parametrize(
    ("written", "why", "hint"),
    [
        ("2023-13-01", "no month 13", "write 2023"),
        ("2023-00", "no month 00", "write 2023"),
        ("2020-00-00", "no month 00", "write 2020"),
        ("2020-02-32", "no day 32", "write 2020-02"),
        ("2023-02-29", "no day 29", "February has 28 days: write 2023-02"),
        ("1900-02-29", "no day 29", "write 1900-02"),
        ("2020-06-00", "no day 00", "write 2020-06"),
        ("2020-25", "no month 25", "seasons 21 to 24"),
        ("2020-21-03", "no day", "write 2020"),
        ("2005/2001", "2005 is later than 2001", "write 2001/2005"),
        ("2005-06/2005-05", "is later", "write 2005-05/2005-06"),
        ("/", "neither", "2020/2021"),
        ("6 November 2020", "no date", "2023-06-15"),
        ("2020-11-6", "no date", "2023-06-15"),
        ("1999--2003", "no date", "write 1999/2003"),
        ("c. 1900", "no date", "write 1900~"),
        ("May 1979", "no date", "write date = {1979-05}"),
        ("forthcoming", "no date", "pubstate = {forthcoming}"),
        ("n.d.", "no date", "leave the field out"),
        ("", "no date", "write it like"),
    ],
)
def test_dates_that_are_none(written: str, why: str, hint: str) -> None:
    """Each says why, and what to write."""
    with pytest.raises(ImpossibleDate) as caught:
        written_date(written)
    assert why in str(caught.value)
    assert hint in caught.value.hint


def test_a_span_is_compared_as_exactly_as_it_is_known() -> None:
    """A year holds its months."""
    assert parse("2005-06/2005").words
    assert parse("2005/2005-06").words


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_of_the_calendar_is_a_date(day: datetime.date) -> None:
    """The judge of the calendar is not ours."""
    date = parse(day.isoformat())
    assert date.iso == day.isoformat()
    assert date.words == f"{day.day} {day:%B} {day.year}"


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_no_other_day_is_one(year: int, month: int, day: int) -> None:
    """What the calendar refuses is refused, and nothing else happens."""
    try:
        datetime.date(year, month, day)
    except ValueError:
        with pytest.raises(ImpossibleDate):
            parse(f"{year:04d}-{month:02d}-{day:02d}")
    else:
        parse(f"{year:04d}-{month:02d}-{day:02d}")


@given(st.text(alphabet="0123456789-/.~?%XYT: ajnu\u00a0", max_size=24), st.text(max_size=12))
def test_anything_else_is_refused_without_a_crash(text: str, month: str) -> None:
    """A date is read or refused: there is no third way."""
    reads: list[Callable[[], Date]] = [lambda: written_date(text), lambda: year_and_month(text, month)]
    for read in reads:
        try:
            assert read().words
        except ImpossibleDate as error:
            assert str(error)
            assert error.hint
