"""PDFs that are set here are read as they were meant: words, paragraphs, columns, heads, feet, notes."""

from __future__ import annotations

import re

import pytest
from fpdf import FPDF

from likeness import boundaries, f1, shared
from reader.intake.received import sheet_of
from reader.intake.received.pdf import glyphs
from reader.intake.sheet import Sheet
from sites.prose import Prose
from typeset import Manner, typeset

ROUND = {"header", "footer", "aside", "footnote"}
MANNERS = {  # with the F1 that is reached at the least
    "indented": (Manner(), 0.99),
    "indented, ragged": (Manner(justified=False, head=""), 0.99),
    "spaced": (Manner(indent=0, gap=0.6), 0.99),
    "spaced, ragged, divided": (Manner(indent=0, gap=0.6, justified=False, divided=True), 0.99),
    "two columns, indented, divided": (Manner(columns=2, size=8.5, divided=True), 0.97),
    "two columns, spaced": (Manner(columns=2, size=8.5, indent=0, gap=0.5), 0.97),
    # where nothing but the end of a line tells it, a last line that is full tells nothing
    "neither, ragged": (Manner(indent=0, justified=False), 0.9),
}


def sheet(data: bytes) -> Sheet:
    """The sheet of a PDF that can be read."""
    found, problems = sheet_of("a.pdf", data)
    assert found, problems
    return found


def paragraphs(found: Sheet, left_out: set[str] = ROUND) -> list[str]:
    """The paragraphs of a sheet, with divided words joined."""
    text = "\n".join(row.text for row in found.rows if row.tag not in left_out)
    return [re.sub(r"(\w)-\n(?=[a-z])", r"\1", one).replace("\n", " ") for one in re.split(r"\n\n+", text)]


@pytest.mark.parametrize(("how", "least"), MANNERS.values(), ids=MANNERS)
def test_paragraphs(how: Manner, least: float) -> None:
    """Paragraphs begin where they did, whatever sets them apart; no word is lost, and no head gets in."""
    scores = []
    for seed in range(3):
        text = Prose(seed).paragraphs(24, 1, 5)
        found = paragraphs(sheet(typeset(text, how)))
        assert shared("\n".join(text), "\n".join(found)) > (0.995, 0.995)
        scores.append(f1(*boundaries(text, found)))
    assert sum(scores) / len(scores) >= least, scores


def test_pages_and_their_furniture() -> None:
    """A running head and a page number are told from the text, and the number is that of the rows."""
    found = sheet(typeset(Prose(1).paragraphs(24), Manner()))
    heads = [row for row in found.rows if row.tag == "header"]
    feet = [row for row in found.rows if row.tag == "footer"]
    assert {row.text for row in heads} == {Manner().head}
    assert [row.text for row in feet] == [row.page for row in feet] == [str(n + 1) for n in range(len(feet))]
    pages = [int(row.page) for row in found.rows]
    assert pages == sorted(pages)


def test_every_line_of_a_column_page_is_read_down_the_columns() -> None:
    """Lines of two columns that stand side by side are not read across."""
    text = Prose(2).paragraphs(12, 3, 5)
    found = sheet(typeset(text, Manner(columns=2, size=8.5)))
    assert " ".join(paragraphs(found)).split() == " ".join(text).split()
    assert {row.column for row in found.rows if row.tag == "p"} == {1, 2}


def test_a_paragraph_goes_on_over_the_turn_of_a_page() -> None:
    """Nothing but furniture stands between its lines, so that a cut of the furniture joins them."""
    text = [Prose(3).paragraph(40, 40)]
    found = sheet(typeset(text, Manner()))
    assert len(paragraphs(found)) == 1
    assert [row for row in found.rows if not row.text] == []


def test_footnotes_come_after_the_paragraph_that_the_page_breaks_off() -> None:
    """A note is no part of the paragraph that goes on over it."""
    notes = ["1 Marsh, The Harbour Book, p. 12.", "2 Reed, Lamps, pp. 3-9."]
    text = [Prose(4).paragraph(40, 40), Prose(5).paragraph(2, 2)]
    found = sheet(typeset(text, Manner(notes=notes)))
    assert [row.text for row in found.rows if row.tag == "footnote"] == notes
    assert paragraphs(found, ROUND - {"footnote"}) == [text[0], *notes, text[1]]


def test_an_initial_opens_its_word() -> None:
    """A letter three lines high and the rest of its word are one word, and the lines beside it no indent."""
    text = ["While " + Prose(6).paragraph(6, 6), *Prose(7).paragraphs(3)]
    found = paragraphs(sheet(typeset(text, Manner(initial=True, justified=False))))
    assert found[0].startswith("While ")
    assert f1(*boundaries(text, found)) == 1


def test_a_title_in_large_type() -> None:
    """The largest type is a heading, and not a line of the first paragraph."""
    found = sheet(typeset(Prose(8).paragraphs(4), Manner(title="The Lamp", size=9)))
    assert [(row.tag, row.text) for row in found.rows if row.tag[:1] == "h" and row.tag[1:].isdigit()] == [
        ("h1", "The Lamp")
    ]


def test_what_is_set_apart_in_a_line() -> None:
    """Raised marks and italics keep their places."""
    pdf = FPDF(unit="pt")
    pdf.add_page()
    pdf.set_font("times", "", 12)
    pdf.text(50, 100, "The lamp was lit")
    x = 50 + pdf.get_string_width("The lamp was lit")
    pdf.set_font("times", "", 7)
    pdf.text(x, 96, "3")
    pdf.set_font("times", "I", 12)
    pdf.text(x + 8, 100, "at night")
    (row,) = sheet(bytes(pdf.output())).rows
    assert row.text == "The lamp was lit3 at night"
    assert [(span.kind, row.text[span.start : span.end]) for span in row.spans] == [
        ("superscript", "3"),
        ("emphasis", "at night"),
    ]


@pytest.mark.parametrize(
    ("code", "letters"), [(0xFB01, "fi"), (0xFB04, "ffl"), (0x02, "-"), (0xE000, "\ufffd"), (0, "\ufffd")]
)
def test_signs_of_print(code: int, letters: str) -> None:
    """Ligatures are letters, the hyphen of a divided word is one, and what has no name is not made up."""
    assert glyphs.sign(code) == letters


def locked() -> bytes:
    """A PDF that asks for a password."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("times", "", 12)
    pdf.cell(text="Nobody reads this")
    pdf.set_encryption(owner_password="one", user_password="two")
    return bytes(pdf.output())


def scanned(pages: int = 1) -> bytes:
    """Pages that are pictures, with nothing but a number in letters."""
    from PIL import Image  # noqa: PLC0415  # comes with fpdf2

    pdf = FPDF()
    for page in range(pages):
        pdf.add_page()
        pdf.image(Image.new("L", (60, 80), 128), x=0, y=0, w=200)
        pdf.set_font("times", "", 9)
        pdf.text(100, 280, str(page + 1))
    return bytes(pdf.output())


def refused(code: str, data: bytes) -> None:
    """Hold that a file is refused in a sentence that says what to do."""
    found, problems = sheet_of("a.pdf", data)
    assert found is None
    assert [problem.code for problem in problems] == [code]
    assert problems[0].hint


@pytest.mark.parametrize("pages", [1, 5])
def test_a_pdf_without_letters(pages: int) -> None:
    """Pages of a scan are pictures; the numbers that a program has put on them are no text layer."""
    refused("W03", scanned(pages))


def test_a_pdf_that_is_locked() -> None:
    """No password is asked for."""
    refused("W04", locked())


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" + bytes(400), typeset(["One."], Manner())[:300]])
def test_a_pdf_that_breaks_off(data: bytes) -> None:
    """Nothing is taken from a file of which a part is missing."""
    refused("W05", data)


def test_progress_is_told() -> None:
    """Whoever waits for a long file sees how far it is."""
    told: list[tuple[int, int]] = []
    sheet_of("a.pdf", typeset(Prose(9).paragraphs(30), Manner()), lambda done, of: told.append((done, of)))
    assert [done for done, _of in told] == list(range(1, told[-1][1] + 1))
