"""Where citations, corrections and notes of the source are laid, and where lost words are looked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from hostile import AT, source
from reader.anchors.holdings import Holdings
from reader.marks.citations import cite
from reader.marks.emendations import emend
from reader.marks.footnotes import call
from reader.marks.notes import annotate
from reader.marks.rights import check_rights, published
from reader.model import (
    Anchor,
    BlockKind,
    Citation,
    Cleaned,
    Correction,
    Emendation,
    Footnote,
    Lines,
    Note,
    NumberedNote,
    Page,
    Passage,
    Placed,
    Rights,
    Sic,
    Spot,
    Supply,
)
from reader.model.prose import Prose, Text
from reader.reading.cleaning import clean

ONE, TWO = "Ships sail to the port of Hull.", "They sail home again."


def passage(id_: str, text: str, start: int, *, line: int = 1, kind: BlockKind = "paragraph") -> Passage:
    """Return a passage that begins at an offset of the reading text and at a line of the raw one."""
    return Passage(Anchor.of(id_), kind, text, "0", (line, line), start, False)


def cleaned() -> Cleaned:
    """Return a text of which nothing has been decided."""
    made, _problems = clean(source("x"))
    assert made is not None
    return made


PASSAGES = [passage("p1", ONE, 0), passage("p2", TWO, 40, line=2)]


def spans(passages: list[Passage]) -> list[list[tuple[int, int, str, str]]]:
    """Return the marks of each passage."""
    return [[(mark.start, mark.end, mark.kind, mark.target) for mark in one.marks] for one in passages]


def test_citations_are_laid_on_their_words() -> None:
    """Each on its own: words that another has, that are not there, that stand twice, and no passage."""

    def citation(place: str, quote: str, key: str = "doe-2020") -> Citation:
        return Citation(passage=Anchor.of(place), quote=quote, key=key, locator="p. 5", at=AT)

    asked = [("p1", "Ships"), ("p1", "Hull"), ("p1", "port of"), ("p1", "of Hull"), ("p1", "hips sail")]
    asked += [("p1", "Goole"), ("p2", "i"), ("p9", "x"), ("p2", "sail"), ("p1", " sail")]
    marked, problems = cite(PASSAGES, [citation(*one) for one in asked])
    assert spans(marked) == [
        [(0, 5, "citation", "doe-2020"), (5, 10, "citation", "doe-2020"), (18, 25, "citation", "doe-2020"),
         (26, 30, "citation", "doe-2020")],
        [(5, 9, "citation", "doe-2020")],
    ]  # fmt: skip
    assert [one.code for one in problems] == ["Q04", "Q04", "Q01", "Q02", "Q03"]
    assert problems[-1].message == "there is no p9"
    assert {mark.locator for one in marked for mark in one.marks} == {"p. 5"}


def test_corrections_are_numbered_through_a_text() -> None:
    """Each kind by itself; one that begins in a passage ends in it; what is supplied needs no mark."""
    right = Correction(line=1, find="x", replace="y", reason="r", at=AT)
    kept, given = (
        Sic(line=1, find="x", reason="r", at=AT),
        Supply(before=1, kind="heading", text="[x]", reason="r", at=AT),
    )
    spots: list[tuple[int, int, Correction | Sic | Supply]] = [
        (0, 5, right),
        (26, 50, kept),
        (31, 33, right),
        (40, 44, given),
        (45, 49, right),
        (60, 61, kept),
        (61, 62, kept),
    ]
    marked, told = emend(PASSAGES, replace(cleaned(), spots=tuple(Spot(*one) for one in spots)))
    assert spans(marked) == [
        [(0, 5, "correction", "c1"), (26, 31, "sic", "k1")],
        [(5, 9, "correction", "c2"), (20, 21, "sic", "k2")],
    ]  # fmt: skip
    assert [(one.id, str(one.passage)) for one in told] == [
        ("c1", "p1"), ("k1", "p1"), ("a1", "p2"), ("c2", "p2"), ("k2", "p2"),
    ]  # fmt: skip


def test_notes_of_the_source_are_called_where_they_are() -> None:
    """In the order of the text; one that is gone is called nowhere, nor is one before all text."""
    notes = [
        passage("f1", "A note.", 70, line=7, kind="footnote"),
        passage("f2", "More.", 80, line=8, kind="footnote"),
    ]

    def note(line: int, last: int, number: str) -> Footnote:
        return Footnote(line=1, marker=number, note=Lines((line, last)), at=AT)

    places = [
        (45, note(8, 8, "2")),
        (5, note(7, 7, "1")),
        (38, note(7, 8, "3")),
        (6, note(9, 9, "4")),
        (7, note(2, 2, "5")),
    ]
    placed = tuple(Placed(at, at, one) for at, one in places)
    marked, called = call([*PASSAGES, *notes], replace(cleaned(), placed=placed))
    assert spans(marked) == [
        [(5, 5, "footnote", "f1"), (31, 31, "footnote", "f1")], [(5, 5, "footnote", "f2")], [], [],
    ]  # fmt: skip
    assert [(one.label, str(one.called_in), [str(id_) for id_ in one.passages]) for one in called] == [
        ("1", "p1", ["f1"]), ("3", "p1", ["f1", "f2"]), ("2", "p2", ["f2"]),
    ]  # fmt: skip
    later = [replace(one, start=one.start + 10) for one in (*PASSAGES, *notes)]
    assert call(later, replace(cleaned(), placed=placed[1:2]))[1] == []


def test_a_passage_that_holds_lost_words() -> None:
    """Two in three of their pairs, and three pairs at least, or six of characters; the first of equals."""
    held = Holdings(["ships sail to the port of Hull", "they sail home", "ships sail to the port of Goole"])
    assert held.find("ships sail to the port") == 0
    assert held.find("sail to the port of Goole") == 2
    assert held.find("ships sail to") is None
    assert held.find("ships sail to the") == 0
    assert held.find("to the port of Goole sink in") == 2
    assert held.find("the port of Goole sink in") is None
    assert held.find("sail sail sail sail sail sail") is None
    assert Holdings(["a b a b", "a b a b a b"]).find("a b a b a b") == 1
    spelled = Holdings(["一二三四五六七八九十"])
    assert spelled.find("三四五六七八九") == 0
    assert spelled.find("三四五六七八") is None
    assert Holdings(["the ship 三四 sails"]).find("ship 三四 sails") == 0


def note(id_: str, place: str, lemma: str) -> NumberedNote:
    """Return a note on some words of a passage."""
    prose = Prose(((Text("Said."),),), "Said.")
    return NumberedNote(Anchor.of(id_), Note(Anchor.of(place), lemma, "context", prose, AT))


def test_notes_are_laid_on_their_words() -> None:
    """Each on its own; several may stand on the same, and one that fits none is told."""
    notes = [
        note("n1", "p1", "Hull"),
        note("n2", "p9", "x"),
        note("n3", "p1", "Goole"),
        note("n4", "p2", "sail"),
    ]
    marked, problems = annotate(PASSAGES, [*notes, note("n5", "p1", "of Hull")])
    assert spans(marked) == [[(23, 30, "note", "n5"), (26, 30, "note", "n1")], [(5, 9, "note", "n4")]]
    assert [one.code for one in problems] == ["N04", "N02"]
    assert problems[0].message == "there is no p9"


@pytest.mark.parametrize(
    ("publication", "named", "shown", "wrong"),
    [
        ("full", (), "p1 p2 n1 n2 c1 k1", []),
        ("full", ("p1",), "p1 p2 n1 n2 c1 k1", ["publication is “full”"]),
        ("excerpt", ("p2",), "p2 n2 k1", []),
        ("excerpt", ("p2", "p9"), "p2 n2 k1", ["there is no passage p9"]),
        ("excerpt", (), "", ["publication is “excerpt”"]),
        ("record", (), "", []),
    ],
)
def test_what_is_withheld_is_not_shown(
    publication: Literal["full", "excerpt", "record"], named: tuple[str, ...], shown: str, wrong: list[str]
) -> None:
    """Nor what is said of it; all of it is named among what is withheld."""
    rights = Rights(statement="None.", publication=publication, passages=tuple(map(Anchor.of, named)), at=AT)
    of = source("x")
    entry = Sic(line=1, find="x", reason="r", at=AT)
    emendations = Emendation("c1", Anchor.of("p1"), entry), Emendation("k1", Anchor.of("p2"), entry)
    notes = note("n1", "p1", "Hull"), note("n2", "p2", "sail")
    page = Page(
        replace(of, about=replace(of.about, rights=rights)), cleaned(), (*PASSAGES,), (), notes, emendations
    )
    told = published(page)
    here = [str(one.id) for some in (told.passages, told.notes, told.emendations) for one in some]
    assert here == shown.split()
    kept = [one for one in ("p1", "p2", "n1", "n2") if one not in here]
    assert [str(one) for one in (*told.withheld, *told.withheld_notes)] == kept
    assert [one.message for one in check_rights(page)] == wrong


@pytest.mark.parametrize(
    ("licence", "good"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", True),
        ("http://example.org/a", True),
        ("https://", False),
        ("see https://example.org/", False),
        ("https://example.org/ or so", False),
        ("CC BY 4.0", False),
    ],
)
def test_the_address_of_a_licence(licence: str, good: bool) -> None:
    """It is a whole address, and nothing else."""
    of = source("x")
    rights = replace(of.about.rights, licence=licence)
    page = Page(replace(of, about=replace(of.about, rights=rights)), cleaned(), (*PASSAGES,), (), (), ())
    assert [one.code for one in check_rights(page)] == ([] if good else ["S09"])
