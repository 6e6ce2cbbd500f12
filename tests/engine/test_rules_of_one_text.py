"""What one text has in place of the usual rules, and that readers are told."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from reader import pipeline
from reader.history.apparatus import odd
from reader.model import RuleName
from reader.reading.rules import RULES
from reader.words.length import count_words
from reader.words.quotation_marks import TABLE
from small_project import SmallProject, copy_of_sound

ABOUT = """\
language = "de"
layout = "hard-wrapped"
sha256 = "{sha256}"

[rights]
statement = "Made for a test."
publication = "full"
"""
RAW = """\
Er sagte - so hieß es -: "Die 'Flut' kommt", und die Brüder' kamen.

A l'aube, dit-il, "la marée
monte".

Die Eﬃzienz des Ha­
fens.
"""


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    return copy_of_sound(tmp_path / "project")


def reading(project: SmallProject, more: str = "") -> list[str]:
    """The passages of a German text with a French one in it."""
    part = '\n[[part]]\nlines = "3-4"\nlanguage = "fr"\n'
    project.text("gamma-2022", RAW, ABOUT + part + more, "Gamma")
    project.accepted()
    page = next(page for page in pipeline.read(project.root).pages if page.slug == "gamma-2022")
    return [passage.text for passage in page.passages]


def test_marks_follow_the_language_of_the_passage(project: SmallProject) -> None:
    """A quotation in French within a German text has the marks of French."""
    assert reading(project) == [
        "Er sagte – so hieß es –: „Die ‚Flut‘ kommt“, und die Brüder’ kamen.",
        "A l’aube, dit-il, «\xa0la marée monte\xa0».",
        "Die Effizienz des Hafens.",
    ]


def test_rules_that_are_off(project: SmallProject) -> None:
    """Signs stay as in the source, and the apparatus and the TEI say which rules are off, and why."""
    off = '\n[regularise]\noff = ["dashes", "quotes", "ligatures"]\nreason = "an edition by the letter"\n'
    first, _second, last = reading(project, off)
    assert (first, last) == (RAW.split("\n", maxsplit=1)[0], "Die Eﬃzienz des Hafens.")
    page = (project.root / "docs/apparatus/gamma-2022.md").read_text("utf-8")
    assert "Off for this text (an edition by the letter): " in page
    assert "; hyphens that stand for dashes made en dashes." in page


def test_marks_of_its_own(project: SmallProject) -> None:
    """A text that was printed otherwise than its language usually is."""
    marks = '\n[regularise]\nmarks = ["»", "«", "›", "‹"]\nreason = "as in the first edition"\n'
    assert reading(project, marks)[0] == "Er sagte – so hieß es –: »Die ›Flut‹ kommt«, und die Brüder’ kamen."
    assert "Quotation marks of its own (as in the first edition): » « › ‹" in (
        project.root / "docs/apparatus/gamma-2022.md"
    ).read_text("utf-8")


def test_the_rules_that_can_be_off_are_rules() -> None:
    """The names that an editor may write are those of rules."""
    assert set(get_args(RuleName)) <= {rule.name for rule in RULES}


def test_the_table_of_marks_is_of_signs() -> None:
    """A letter or a space among the marks would be put into a text."""
    for marks in TABLE.values():
        assert all(len(sign) == 1 and not sign.isalnum() for sign in (*marks.outer, *marks.inner))


def test_characters_that_nobody_sees(project: SmallProject) -> None:
    """What a spelling needs is kept and not spoken of; what it does not need is listed."""
    raw = "می\u200cخواهم\u200f و (bee)\u200e است.\n\nco\u200coperation, ك\u200fتاب and \u200fa line\n"
    about = ABOUT.replace('"de"', '"fa"')
    project.text("gamma-2022", raw, about, "Gamma")
    project.accepted()
    page = pipeline.read(project.root).page["gamma-2022"]
    assert "\n\n".join(passage.text for passage in page.passages) == raw.strip()
    assert [(sign.name, sign.times, sign.lines) for sign in odd(page)] == [
        ("U+200C zero width non-joiner", 1, (3,)),
        ("U+200F right-to-left mark", 1, (3,)),
    ]
    written = (project.root / "docs/apparatus/gamma-2022.md").read_text("utf-8")
    assert "<li>U+200C zero width non-joiner: once, raw lines 3</li>" in written


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The 3+3 format, U.S.-led", 4),
        ("潮汐每天涨落两次。蜂巢在春天很吵闹。", 10),
        ("在 2023 年 NATO 说", 5),
        ("น้ำขึ้นน้ำลงวันละสองครั้ง", 7),
        ("ایران‌شناسی و روسیه", 3),
        ("—", 1),
    ],
)
def test_length(text: str, words: int) -> None:
    """A page of Chinese is not two words long."""
    assert count_words(text) == words
