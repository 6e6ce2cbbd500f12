"""Languages as BCP 47 names them, and what follows from them: scripts, directions, dates, digits, names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader import pipeline
from reader.model.names import Person
from reader.references.languages import of_title
from reader.words.languages import direction, numeral, script, unfit, written_date
from small_project import SmallProject, copy_of_sound, table
from test_laws_html import shown

ANCHOR = re.compile("p[0-9]+")
GERMAN = """\
language = "de"
layout = "line-per-paragraph"
sha256 = "{sha256}"

[rights]
statement = "Made for a test."
publication = "full"
"""


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("English", "write “en”, the tag of BCP 47"),
        ("deutsch", "write “de”, the tag of BCP 47"),
        ("فارسی", "write “fa”, the tag of BCP 47"),
        ("en_US", "write “en-US”"),
        ("pt_BR.UTF-8", "write “pt-BR”"),
        ("fa ", "write “fa”"),
        ("zz", "write a tag of BCP 47, like “en”, “fa” or “zh-Hant”"),
        ("", "write a tag of BCP 47, like “en”, “fa” or “zh-Hant”"),
        ("en-", "write a tag of BCP 47, like “en”, “fa” or “zh-Hant”"),
    ],
)
def test_a_language_that_is_none(tag: str, hint: str) -> None:
    """What was probably meant is said; nothing is guessed."""
    assert unfit(tag) == hint


@pytest.mark.parametrize("tag", ["en", "FA", "zh-Hant-TW", "de-CH-1996", "xtg", "i-klingon", "und"])
def test_a_language_that_is_one(tag: str) -> None:
    """Also those of few speakers, and the old tags."""
    assert unfit(tag) is None


@pytest.mark.parametrize(
    ("tag", "written", "way"),
    [
        ("en", "Latn", "ltr"),
        ("fa-AF", "Arab", "rtl"),
        ("he", "Hebr", "rtl"),
        ("dv", "Thaa", "rtl"),
        ("ku", "Latn", "ltr"),
        ("ku-Arab", "Arab", "rtl"),
        ("az-IR", "Arab", "rtl"),
        ("pa-PK", "Arab", "rtl"),
        ("zh-TW", "Hant", "ltr"),
        ("xtg", "Latn", "ltr"),
    ],
)
def test_scripts_and_directions(tag: str, written: str, way: str) -> None:
    """A region can change the script, and so the direction."""
    assert (script(tag), direction(tag)) == (written, way)


@pytest.mark.parametrize(
    ("tag", "day", "month"),
    [
        ("de", "1. Februar 2024", "Februar 2024"),
        ("fr", "1 février 2024", "février 2024"),
        ("fa", "۱ فوریهٔ ۲۰۲۴", "فوریهٔ ۲۰۲۴"),
        ("zh", "2024年2月1日", "2024年2月"),
        ("hi", "1 फ़रवरी 2024", "फ़रवरी 2024"),
    ],
)
def test_dates(tag: str, day: str, month: str) -> None:
    """In the words, the order and the digits of the language."""
    assert written_date(2024, 2, 1, tag) == day
    assert written_date(2024, 2, None, tag) == month


def test_numerals() -> None:
    """The number of a passage in the digits of its language; the letter of an insertion stays."""
    assert [numeral("12a", tag) for tag in ("fa", "ar", "bn", "ru", "und", "")] == [
        "۱۲a", "12a", "১২a", "12a", "12a", "12a",
    ]  # fmt: skip


def test_names_of_family_first() -> None:
    """Chinese, Japanese and Korean names in their own scripts; others keep their order and their space."""
    names = [("王", "小明"), ("山田", "花子"), ("김", "철수"), ("Մելիքյան", "Արամ"), ("Wang", "Xiaoming")]
    assert [Person(family=family, given=given).in_full for family, given in names] == [
        "王小明", "山田花子", "김철수", "Արամ Մելիքյան", "Xiaoming Wang",
    ]  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    return copy_of_sound(tmp_path / "project")


def test_languages_of_references(project: SmallProject) -> None:
    """By the names of BibLaTeX or as tags; a title may have its own, and a description has ours."""
    for key, fields in {
        "one": "langid = {persian}",
        "two": "langid = {fa-AF}",
        "three": "langid = {russian}, titlelangid = {la}",
        "four": "langid = {russian}, keywords = {descriptive-title}",
        "five": "language = {in German and Latin}",
        "six": "langid = {tagalog}",
        "seven": "note = {None.}",
    }.items():
        project.append("references.bib", f"\n@misc{{{key},\n  title = {{A title}},\n  {fields},\n}}\n")
    project.accepted()
    references = pipeline.read(project.root).references
    found = {key: of_title(one) for key, one in references.items()}
    assert found["one"] == "fa"
    assert found["two"] == "fa-AF"
    assert found["three"] == "la"
    assert found["four"] == "en"
    assert found["six"] == "tl"
    assert found["seven"] == ""


def test_languages_that_are_refused(project: SmallProject) -> None:
    """In the bibliography and in the glossary."""
    project.append("references.bib", "\n@misc{one,\n  title = {A title},\n  langid = {Klingonese},\n}\n")
    about = {"kind": "place", "definition": "A test.", "background": True}
    project.append(
        "glossary.toml", table("term", "x", id="x", name="X", forms=["X"], language="Farsi", **about)
    )
    found = project.refused().problems
    assert [one.split(" S15 ")[1].split(" — ")[0] for one in found] == [
        "“Farsi” is no tag of a language",
        "langid “Klingonese” of “one” is no language",
    ]


def test_several_passages_beside_one(project: SmallProject) -> None:
    """A translator has divided a paragraph: both halves stand beside it, and say so to programs."""
    raw = "Eins und zwei.\n\nDrei.\n\nOne.\n\nTwo.\n\nThree.\n"
    rows = table("parallel", "", original="1", translation="5-7") + table(
        "parallel", "", original="3", translation="9"
    )
    project.text("eins-2020", raw, GERMAN + table("part", "", lines="5-9", language="en") + rows, "Eins")
    project.accepted()
    library = pipeline.read(project.root)
    page = library.page["eins-2020"]
    beside = {str(one.id): (str(one.beside), one.translates) for one in page.passages}
    assert beside == {
        "p1": ("p3", False),
        "p2": ("p5", False),
        "p3": ("p1", True),
        "p4": ("p1", True),
        "p5": ("p2", True),
    }
    rows_shown = [
        [id_ for one in row.iter() if ANCHOR.fullmatch(id_ := str(one.get("id")))]
        for row in shown(page, library).iter("div")
        if row.get("class") == "parallel"
    ]
    assert rows_shown == [["p1", "p3", "p4"], ["p2", "p5"]]


def test_parallel_parts_that_do_not_go_together(project: SmallProject) -> None:
    """Lines without passages, runs of different lengths, passages in two pairs."""
    path = "sources/alpha-2020/source.toml"
    for mark, original, translation in (
        ("a", "10", "11"), ("b", "5", "10-12"), ("c", "5-10", "5-12"), ("d", "5", "12"), ("e", "5", "10")
    ):  # fmt: skip
        project.append(path, table("parallel", mark, original=original, translation=translation))
    found = [one.split(" S16 ")[1].split(" — ")[0] for one in project.refused().problems]
    assert found == [
        "no passage begins in raw lines 11–11",
        "raw lines 5–5 have 1 passage, and raw lines 10–12 have 3 passages",
        "raw lines 5–10 and 5–12 share a passage",
        "raw lines 5–5 have 1 passage, and raw lines 10–10 have 2 passages",
    ]
