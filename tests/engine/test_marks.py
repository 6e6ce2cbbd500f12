"""What the room of marks makes of single passages, where no page would show a slip."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from hostile import source
from reader.marks.acronyms import candidates
from reader.marks.counts import check_counts, counted
from reader.marks.drawing import clear_of, drawn
from reader.model import Anchor, BlockKind, Library, Mark, MarkKind, Page, Passage
from reader.reading.cleaning import clean

TEXT = "abcdefghijklmnopqrst"


def passage(*marks: Mark) -> Passage:
    """Return a passage with marks."""
    return Passage(Anchor.of("p1"), "paragraph", TEXT, "0", (1, 1), 0, False, marks)


def mark(start: int, end: int, kind: MarkKind, *, linked: bool = True) -> Mark:
    """Return a mark that is called after its kind and its place."""
    return Mark(start, end, kind, f"{kind}-{start}", linked)


def spans(*marks: Mark) -> list[tuple[int, int, str]]:
    """Return what is drawn as a span: its place and its kind."""
    kept, _points = drawn(passage(*marks), {"citation", "term", "link", "sic", "footnote", "note", "page"})
    return [(one.start, one.end, one.kind) for one in kept]


def points(*marks: Mark) -> list[tuple[int, str]]:
    """Return what is drawn as a sign: where it stands, and its kind."""
    _kept, points = drawn(passage(*marks), {"citation", "term", "link", "sic"})
    return [(place, one.kind) for place, one in points]


def test_a_link_is_drawn_beside_what_is_a_link_already() -> None:
    """Links cannot nest: that of the source gives way, and is a sign where nothing of it is left."""
    assert spans(mark(2, 12, "link"), mark(4, 6, "citation"), mark(8, 9, "term")) == [
        (4, 6, "citation"), (8, 9, "term"), (2, 4, "link"), (6, 8, "link"), (9, 12, "link"),
    ]  # fmt: skip
    assert spans(mark(2, 12, "link"), mark(0, 4, "term"), mark(10, 14, "term")) == [
        (0, 4, "term"), (10, 14, "term"), (4, 10, "link"),
    ]  # fmt: skip
    within = (mark(2, 6, "link"), mark(2, 6, "citation"))
    assert (spans(*within), points(*within)) == ([(2, 6, "citation")], [(6, "link")])
    assert spans(mark(2, 6, "link"), mark(6, 8, "term"), mark(0, 2, "term")) == [
        (6, 8, "term"), (0, 2, "term"), (2, 6, "link"),
    ]  # fmt: skip
    assert spans(mark(2, 6, "link"), mark(3, 5, "sic")) == [(3, 5, "sic"), (2, 6, "link")]
    assert spans(mark(2, 6, "link"), mark(3, 5, "term", linked=False)) == [(2, 6, "link")]


def test_a_sign_stands_behind_the_link_that_it_would_fall_into() -> None:
    """Notes of the source come before those of the editor, and pages of the print where they begin."""
    inside = mark(0, 4, "note"), mark(3, 3, "footnote"), mark(2, 6, "citation"), mark(5, 5, "page")
    assert points(*inside) == [(6, "footnote"), (6, "note"), (5, "page")]
    assert points(mark(0, 4, "note"), mark(4, 6, "citation")) == [(4, "note")]
    assert clear_of(3, [mark(4, 8, "term"), mark(2, 5, "term")]) == 8


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The EU and NATO met.", ["EU", "NATO"]),
        ("the U.S. and the U.S.A, R&D, A4", ["U.S.", "U.S.A", "R&D", "A4"]),
        ("I, A. and mcGRATH or 5G", []),
        ("СНГ и ЕС", ["СНГ", "ЕС"]),
    ],
)
def test_acronyms(text: str, found: list[str]) -> None:
    """Two capitals or more, with points or without; a capital by itself is none."""
    assert [acronym for acronym, _places in candidates([page("one", said("p1", text))])] == sorted(found)


def page(slug: str, *passages: Passage) -> Page:
    """Return a page of these passages."""
    of = replace(source("x"), slug=slug)
    cleaned, _problems = clean(of)
    assert cleaned is not None
    return Page(of, cleaned, passages, (), (), ())


def said(id_: str, text: str, *marks: Mark, kind: BlockKind = "paragraph") -> Passage:
    """Return a passage with this text."""
    return Passage(Anchor.of(id_), kind, text, "0", (1, 1), 0, False, marks)


def test_acronyms_that_no_term_covers() -> None:
    """Each once for a passage, in the order of the alphabet; headings are often nothing but capitals."""
    one = page(
        "one",
        said("s1", "NATO AND THE UN", kind="heading"),
        said("p1", "UN, EU, UN", mark(0, 2, "term"), mark(4, 6, "citation")),  # one by nothing
        said("p2", "EU: the EU and the EUs NATO", mark(0, 2, "sic"), mark(3, 27, "note")),
        said("p3", "the OSCE", mark(0, 8, "term")),
    )
    two = page("two", said("p1", "NATO", mark(1, 4, "term")), said("p2", "EU", mark(0, 1, "term")))
    assert list(candidates([one, two])) == [
        ("EU", ["one#p2", "two#p2"]),
        ("NATO", ["one#p2", "two#p1"]),
        ("UN", ["one#p1"]),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{texts in words}|Nine texts", "Two texts"),
        ("{texts in words}| texts", "Two texts"),
        ("has {texts in words}| texts", "has two texts"),
        ("  {texts in words}| texts", "  Two texts"),
        ("has {texts in words}|Nine", "has Two"),
        ("{texts in words}|nine", "two"),
        ("{passages in words}|", "3"),  # there is no word for so many
        ("{texts}|9 {passages}|", "2 3"),
        ("{words}|", "1,002"),
        ("{notes}| {terms}| {references}|", "0 0 0"),
    ],
)
def test_counts_are_filled_in(before: str, after: str) -> None:
    """In words as far as there are any, with a capital where one stood or a line begins."""
    pages = [page("one", said("p1", "a b"), said("p2", "c " * 999)), page("two", said("p1", "d"))]
    library = Library(pages, [], {}, {})
    given = re.sub(r"\{([^}]*)\}\|(\w*)", r"<!-- count \1 -->\2<!-- end count -->", before)
    filled = counted(given, library, ("none", "one", "two"))
    assert re.sub("<!--[^>]*-->", "", filled) == after
    assert re.findall("<!--[^>]*-->", filled) == re.findall("<!--[^>]*-->", given)
    assert counted(filled, library, ("none", "one", "two")) == filled


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("<!-- count texts -->5<!-- end count -->", ""),
        ("<!-- count texts in words -->Five<!-- end count -->", ""),
        ("<!-- count text -->5<!-- end count -->", "nothing counts “text”"),
        ("<!-- count texts -->5", "the count of texts is not closed"),
        ("<!-- count texts --><!-- count terms -->5<!-- end count -->", "the count of texts is not closed"),
    ],
)
def test_counts_that_cannot_be_filled_in(line: str, says: str) -> None:
    """A misspelt name, and a count whose end is missing, with their line."""
    found = list(check_counts("docs/index.md", f"one\n{line}\n"))
    assert [(one.line, one.code, one.message) for one in found] == ([(2, "H05", says)] if says else [])
