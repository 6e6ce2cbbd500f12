"""What the room of words says of small texts, where no text as a whole would show a slip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.words.breaks import borders, is_whole
from reader.words.difference import compare, marked
from reader.words.edits import BrokenLaw, Edit, apply
from reader.words.english import is_english
from reader.words.hyphens import JOINING, suspended


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("中国家庭的", "家庭", True),  # within what the dictionary takes for one word
        ("中国家庭的", "国家", False),  # across two words
        ("中国家庭", "家", False),
        ("在布拉格堡垒里", "布拉格", True),
        ("ไปธอร์นเบอรีแล้ว", "ธอร์นเบอรี", True),  # a name that the dictionary takes to pieces
        ("น้ำตาล", "น้ำ", False),
        ("東京都民", "京都", False),
        ("中国家庭的中国", "国家庭", True),  # three characters, which the dictionary does not know together
        ("。" * 80 + "中国家庭的" + "。" * 80, "家庭", True),  # far from where the text begins
        ("。" * 80 + "中国家庭的" + "。" * 80, "国家", False),
        ("。" * 80 + "中国", "国", False),
        ("「家庭」", "家庭", True),
        ("東京カメラ", "東京", True),
        ("カメラ屋", "カメラ", True),
        ("コーヒーカップ", "コーヒー", False),  # a row of katakana is one word
        ("カップコーヒー", "コーヒー", False),
        ("sea側", "sea", True),  # letters of two kinds of scripts
        ("1999年", "1999", True),
        ("กา", "ก", False),  # a letter without its mark
        ("cafe\u0301 x", "cafe", False),
        ("sea side", "sea", True),
        ("seaside", "sea", False),
        ("seaside", "side", False),
        ("5G", "5", False),
        ("sea", "sea", True),
        ("x-ray", "x-", True),  # a sign that is no letter ends a word
        ("x-ray", "-ray", True),
        ("sea家庭", "家", False),
        ("家庭sea", "庭", False),
        ("abcไป", "ไป", True),  # ICU takes both for one word
        ("ไปabc", "ไป", True),
        ("。" * 80 + "กินข้าวแล้ว", "ข้าว", True),
        ("เขาไปกี่วัน", "เขาไปก", False),  # a mark belongs to the letter before it, whatever the words are
    ],
)
def test_words_without_spaces(text: str, part: str, whole: bool) -> None:
    """A stretch is found where it is made of whole words, as ICU knows them, or of a name."""
    at = text.index(part)
    assert is_whole(text, at, at + len(part)) is whole


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("a bc", {0, 1, 2, 4}),
        ("", {0}),
        ("\U0001d400\U0001d401 b", {0, 2, 3, 4}),  # letters beyond UTF-16
        ("12\U0001d7cf", {0, 3}),  # a digit
        ("a\U0001d167b", {0, 3}),  # a mark belongs to what is before it
        ("a\U000e0001b", {0, 3}),  # what shows nothing ends no word
        ("a\U0001f600b", {0, 1, 2, 3}),  # a picture ends one
        ("\U00020000\U00020001b", {0, 1, 2, 3}),  # rare characters of Chinese
        ("家庭\U0001f600", {0, 2, 3}),
    ],
)
def test_where_words_end(text: str, offsets: set[int]) -> None:
    """Offsets are those of Python, also behind characters that take two places in UTF-16."""
    assert borders(text) == offsets


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_ends_as_any_system_has_it(end: str) -> None:
    """A cut takes whole lines; half a line end is none."""
    text = f"a{end}b{end}c"
    at = len(f"a{end}")
    assert apply(text, [Edit(at, 2 * at, "", "cut", "test")])[0] == f"a{end}c"
    if end == "\r\n":
        with pytest.raises(BrokenLaw):
            apply(text, [Edit(at - 1, 2 * at, "", "cut", "test")])


@pytest.mark.parametrize(
    ("title", "english"),
    [
        ("The Roads of Iran", True),
        ("Über die Straßen und den Handel", False),
        ("О дорогах", False),
        ("Les routes et le Caucase", False),
        ("The Caspian et la Perse", False),  # two words to one
        ("The Road von Berlin", True),  # one to one
        ("Die Steppe in Not", True),  # words of both tell nothing, and all letters are English
        ("Steppe", True),
        ("Städte", False),
        ("THE ROADS", True),
        ("Steppe – Taiga", True),  # what is no letter tells nothing
        ("Ɏ", False),  # the last of the Latin letters of Europe
        ("The Ɏ", True),
        ("The ɐ", False),  # the first beyond them
        ("2020", True),
    ],
)
def test_titles_that_are_english(title: str, english: bool) -> None:
    """Small words tell, those of one language alone; where there are none, the letters do."""
    assert is_english(title) is english


@pytest.mark.parametrize(
    ("before", "after", "tag", "said"),
    [
        ("pre", "and post-war", "en", "certain"),
        ("Pre", "and post-war", "en-GB", "certain"),
        ("hon", "or and fame", "en", "perhaps"),
        ("rock", "and-roll", "en", "no"),
        ("pre", "andes", "en", "no"),
        ("pre", "and.", "en", "certain"),
        ("Vor", "und Nachteile", "de", "certain"),
        ("Vor", "in Nachteile", "de", "no"),
        ("voor", "en nadelen", "nl", "perhaps"),
        ("för", "och nackdelar", "sv", "perhaps"),
        ("авто", "и мотошколы", "ru", "perhaps"),
        ("pre", "and post", "ja", "no"),
        ("pre", "", "en", "no"),
    ],
)
def test_hyphens_that_stand_for_a_word(before: str, after: str, tag: str, said: str) -> None:
    """Told by the word that joins, in the language of the text."""
    assert suspended(before, after, tag) == said


@pytest.mark.parametrize("tag", "en de nl sv da nb no nn fr es it ru".split())
def test_every_language_joins_words(tag: str) -> None:
    """With words of its own, whatever the place; a language that is not listed has none."""
    assert suspended("x", f"{JOINING[tag].split()[0]} y", f"{tag}-ZZ") != "no"


@given(st.text("ab \n潮汐é", max_size=12), st.text("ab \n潮汐é", max_size=12))
def test_what_differs(old: str, new: str) -> None:
    """What stayed and went is the old wording, what stayed and came the new one; nothing is empty."""
    runs = compare(old, new)
    assert "".join(text for kind, text in runs if kind != "new") == old
    assert "".join(text for kind, text in runs if kind != "gone") == new
    assert all(text for _kind, text in runs)
    assert {kind for kind, _text in compare(old, old)} <= {"same"}


def test_what_differs_is_told_word_by_word() -> None:
    """Or by characters where no spaces stand between words; what begins and ends alike stays."""
    assert marked(compare("a blue door", "a green door")) == "a [-blue-] {+green+} door"
    assert compare("一二三", "一四三") == [("same", "一"), ("gone", "二"), ("new", "四"), ("same", "三")]
    assert compare("a b", "a b c") == [("same", "a "), ("gone", "b"), ("new", "b c")]
