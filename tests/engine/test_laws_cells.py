"""The law of tables that are read by the places of their words: none is lost, and none changes places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.words.aligned_cells import aligned

WORDS = st.sampled_from(["", "", "Port", "Height in", "5.1", "潮汐", "e\u0301te\u0301"])
ROWS = st.lists(st.lists(WORDS, min_size=3, max_size=3).filter(any), min_size=1, max_size=5)


@given(ROWS, st.lists(st.integers(6, 14), min_size=3, max_size=3), st.integers(0, 2), st.integers(0, 4))
def test_words_stay_in_their_order(
    rows: list[list[str]], widths: list[int], header: int, wanted: int
) -> None:
    """Each row has as many cells, one after the other, which hold all of its words."""
    lines = ["".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    text = "before\n" + "\n".join(lines) + "\nbehind"
    made = aligned(text, len("before\n"), len(text) - len("\nbehind"), header, wanted)
    assert len(made) == len(lines)
    assert len({len(row) for row in made}) == 1
    assert not wanted or len(made[0]) <= wanted
    for line, row in zip(lines, made, strict=True):
        places = [place for cell in row for place in cell]
        assert places == sorted(places)
        assert [word for first, last in row for word in text[first:last].split()] == line.split()


@pytest.mark.parametrize(
    ("lines", "header", "wanted", "cells"),
    [
        (
            ["Port      Height    Year", "Hull                1999", "Goole      5.1"], 0, 0,
            ["Port|Height|Year", "Hull||1999", "Goole|5.1|"],
        ),
        (["a\tb", " c \t\tde", "f"], 0, 0, ["a|b|", "c||de", "f||"]),
        (["Port   Size of ship", "Hull   12      30"], 1, 0, ["Port|Size of ship|", "Hull|12|30"]),
        (["Port   Size of ship", "Hull   12      30"], 0, 0, ["Port|Size of ship", "Hull|12      30"]),
        (["Port   Size  of", "Hull   12"], 1, 0, ["Port|Size|of", "Hull|12|"]),  # the header tells more
        (["a   b   c", "d   e   f"], 0, 4, ["a|b|c", "d|e|f"]),  # there are no more than there are
        (["ab   c", "   ", "d    e"], 0, 0, ["ab|c", "d|e"]),  # a blank line is no row
        (["潮汐  5", "abcd  6"], 0, 0, ["潮汐|5", "abcd|6"]),
        (["潮汐  5", "abcde 6"], 0, 0, ["潮汐  5", "abcde 6"]),  # two places each: no blank between
        (["e\u0301e\u0301  5", "ab  6"], 0, 0, ["e\u0301e\u0301|5", "ab|6"]),
        (["a  b", " c d"], 0, 0, ["a  b", "c d"]),
        (["aa      bb  cc", "dd      ee  ff"], 0, 2, ["aa|bb  cc", "dd|ee  ff"]),
        (["aa  bb      cc", "dd  ee      ff"], 0, 2, ["aa  bb|cc", "dd  ee|ff"]),
        (["a    b  c        d", "e    f  g        h"], 0, 3, ["a|b  c|d", "e|f  g|h"]),
        (["aa  bb  cc", "dd  ee  ff"], 0, 1, ["aa  bb  cc", "dd  ee  ff"]),
        (["Total over all   9", "a   b   c        1"], 1, 0, ["Total over all|||9", "a|b|c|1"]),
    ],
)  # fmt: skip
def test_where_cells_are(lines: list[str], header: int, wanted: int, cells: list[str]) -> None:
    """By the places of the printed line, whatever stands before and behind the table."""
    text = "x\ty\n" + "\n".join(lines) + "\nx  y   z"
    made = aligned(text, len("x\ty\n"), len(text) - len("\nx  y   z"), header, wanted)
    assert ["|".join(text[first:last] for first, last in row) for row in made] == cells


def test_where_a_blank_cell_is() -> None:
    """Between its neighbours, where nothing of the text is."""
    assert aligned("a\t\tb", 0, 4, 0, 0) == [[(0, 1), (2, 2), (3, 4)]]


def test_the_columns_that_stand_closest_are_one() -> None:
    """Where an editor says how many there are, what is widest apart stays apart."""
    text = "Hull  East      1999\nGoole West      2001\n"
    rows = [[text[first:last] for first, last in row] for row in aligned(text, 0, len(text), 0, 2)]
    assert rows == [["Hull  East", "1999"], ["Goole West", "2001"]]
    long = "A      b  one long last cell\nB      c  one more long cell"
    [row, _other] = aligned(long, 0, len(long), 0, 2)
    assert [long[first:last] for first, last in row] == ["A", "b  one long last cell"]
    assert [row[0] for row in aligned("a    b\n     c\n", 0, 14, 0, 0)] == [(0, 1), (12, 12)]
