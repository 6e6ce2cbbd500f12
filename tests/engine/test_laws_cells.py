"""The law of tables that are read by the places of their words: none is lost, and none changes places."""

from __future__ import annotations

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


def test_the_columns_that_stand_closest_are_one() -> None:
    """Where an editor says how many there are, what is widest apart stays apart."""
    text = "Hull  East      1999\nGoole West      2001\n"
    rows = [[text[first:last] for first, last in row] for row in aligned(text, 0, len(text), 0, 2)]
    assert rows == [["Hull  East", "1999"], ["Goole West", "2001"]]
    long = "A      b  one long last cell\nB      c  one more long cell"
    [row, _other] = aligned(long, 0, len(long), 0, 2)
    assert [long[first:last] for first, last in row] == ["A", "b  one long last cell"]
    assert [row[0] for row in aligned("a    b\n     c\n", 0, 14, 0, 0)] == [(0, 1), (12, 12)]
