"""What a format sets apart in its lines becomes entries that find their words, or none."""

from __future__ import annotations

from reader.intake.in_line import InLine, entries
from reader.intake.sheet import Row, Sheet, Span
from reader.model import Footnote, Markup, PrintPage


def found(*rows: Row, url: str = "") -> list[InLine]:
    """The entries of some rows, all of which are text."""
    return entries(Sheet(rows, meta={"url": url} if url else {}), list(enumerate(rows, 1)))


def test_words_that_stand_there_twice() -> None:
    """The words before them tell them apart."""
    row = Row("the lamp and the old lamp", tag="p", spans=(Span(21, 25, "emphasis"),))
    (one,) = found(row)
    assert isinstance(one, Markup)
    assert (one.find, one.after) == ("lamp", "old")


def test_words_that_nothing_tells_apart() -> None:
    """A wrong place would be worse than none."""
    row = Row("lamp lamp lamp lamp lamp lamp lamp", tag="p", spans=(Span(15, 19, "emphasis"),))
    assert found(row) == []


def test_links() -> None:
    """A link is made whole by the address of its page; scripts and broken addresses are none."""
    spans = tuple(
        Span(at, at + 1, "link", to) for at, to in enumerate(("/a", "javascript:x()", "https://[b", "c d"))
    )
    (one,) = found(Row("wxyz", tag="p", spans=spans), url="https://lamps.example/p/")
    assert isinstance(one, Markup)
    assert one.target == "https://lamps.example/a"
    assert found(Row("wxyz", tag="p", spans=spans)) == []


def test_a_note_that_is_called() -> None:
    """The number in the text, and the lines of the note with the number that they begin with."""
    text = Row("The lamp was lit.1", tag="p", begins=True, page="3", spans=(Span(17, 18, "superscript"),))
    note = Row("1 Reed, Lamps,", tag="footnote", begins=True, page="3")
    rest = Row("p. 3.", tag="footnote", begins=False, page="3")
    called = [one for one in found(text, note, rest) if isinstance(one, Footnote)]
    assert [(one.line, one.marker, one.note, one.number) for one in called] == [(1, "1", (2, 3), "")]
    assert [one for one in found(text) if isinstance(one, Footnote)] == []


def test_pages_of_the_print() -> None:
    """A page begins with its first line of the text; numbers that do not follow have a reason."""
    rows = [Row(f"line {at}", page=page, tag="p") for at, page in enumerate(("iv", "1", "1", "2", "7"))]
    pages = [one for one in found(*rows) if isinstance(one, PrintPage)]
    assert [(one.line, one.number, bool(one.reason)) for one in pages] == [
        (1, "iv", False),
        (2, "1", True),
        (4, "2", False),
        (5, "7", True),
    ]
