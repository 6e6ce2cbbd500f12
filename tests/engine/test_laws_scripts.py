"""Laws 1, 2 and 4 (DESIGN, section 3) in ten scripts, with the signs that each of them is written with."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyuca import Collator

from hostile import SIGNS, source
from reader.marks.terms import Glossary
from reader.model import Anchor, At, Cleaned, Layout, Page, Passage, Source, Term
from reader.reading.blocks import split
from reader.reading.cleaning import clean
from reader.words.edits import undo
from reader.words.letters import letters
from reader.words.order import SIGNS as BEFORE
from reader.words.order import sort_key
from reader.words.sentences import sentence_at
from reader.words.writings import Unified, unified
from test_laws_html import check_wordings, shown

SCRIPTS = {
    "fr": "L'été où d’Avignon «  Oui » : ; ! cœur naïve e\u0301te\u0301 ﬁn",
    "ru": 'Журнал "Нива" ёлка и\u0306 XIX в. г. — №',
    "el": "Τι είναι; Μέλισσα· ἀρχὴ ΐ «Ναι»",
    "fa": "می\u200cخواهم کندو\u200f است؟ ك ي ﺳﻼﻡ «بله» ۱۳۹۱ ، ۀ سلا\u064bم",
    "he": "צה\"ל ג'ון שָׁלוֹם ״כן״ ־ מים",
    "hy": "Ի՞նչ է։ մակընթացությունը ՛ ﬓ «Այո» գրում֊է",
    "ka": "საქართველო „დიახ“ ზღვა Ქართ",
    "hi": "छत्ता है। क्\u200dष क्\u200cष ज्वार ॥ १९८७ नहीं",
    "zh": "潮汐每天涨落。“布朗”，蜂巢 G20峰会 〈书〉 豈",
    "th": "น้ำขึ้น น้ำตาล ๆ ฯ ๑๒ กำ ไทย",
}
COMMON = [
    '"',
    "'",
    " - ",
    "-\n",
    "--\n",
    "\xad\n",
    "\n",
    "\n\n",
    " ",
    "\xa0",
    "\u200b",
    "\u2066",
    "7 - 5",
    "…",
    ".",
]
AT = At("glossary.toml", 1)


def raw_texts(tag: str) -> st.SearchStrategy[str]:
    """Return raw texts of words and signs of a script, and of what breaks readers."""
    own = SCRIPTS[tag].split(" ")
    pieces = st.sampled_from([*own, *own, *COMMON, *SIGNS, *SCRIPTS[tag].replace(" ", "")])
    return st.lists(pieces, min_size=1, max_size=24).map("".join).filter(str.strip)


def reading(raw: str, tag: str, layout: Layout) -> tuple[Source, Cleaned]:
    """Return a raw text that nobody has decided on, cleaned."""
    of = source(raw, layout, tag)
    result, _problems = clean(of)
    assert result is not None
    return of, result


@pytest.mark.parametrize("tag", SCRIPTS)
@given(data=st.data(), layout=st.sampled_from(["hard-wrapped", "line-per-paragraph"]))
@settings(max_examples=40)
def test_nothing_is_lost_and_no_word_is_changed(tag: str, data: st.DataObject, layout: Layout) -> None:
    """Undoing all passes gives the raw text back; the letters are those of the raw text; it is done once."""
    raw = data.draw(raw_texts(tag))
    _of, result = reading(raw, tag, layout)
    assert undo(result.text, result.passes) == raw
    assert letters(result.text) == letters(raw)
    if result.text.strip():
        assert reading(result.text, tag, "line-per-paragraph")[1].text == result.text


@pytest.mark.parametrize("tag", SCRIPTS)
@given(data=st.data(), layout=st.sampled_from(["hard-wrapped", "line-per-paragraph"]))
@settings(max_examples=15)
def test_the_reader_sees_the_reading_text(tag: str, data: st.DataObject, layout: Layout) -> None:
    """Each passage on the page says its words and nothing else, in its own language."""
    of, result = reading(data.draw(raw_texts(tag)), tag, layout)
    blocks, _problems = split(of, result)
    passages = tuple(
        Passage(Anchor.of(f"p{at}"), one.kind, one.text, "00000000", (1, 1), 0, False, language=one.language)
        for at, one in enumerate(blocks, 1)
    )
    elements = check_wordings(page := Page(of, result, passages, (), (), ()), shown(page))
    for passage in passages:
        assert elements[str(passage.id)].get("lang") == tag
        assert elements[str(passage.id)].get("dir") == ("rtl" if tag in {"fa", "he"} else "ltr")


@pytest.mark.parametrize("tag", SCRIPTS)
@given(data=st.data())
@settings(max_examples=40)
def test_what_is_found_stands_there(tag: str, data: st.DataObject) -> None:
    """A term is marked on whole characters that are one of its forms, in some way of writing it."""
    text = reading(data.draw(raw_texts(tag)), tag, "line-per-paragraph")[1].text
    form = data.draw(st.sampled_from(SCRIPTS[tag].split(" ")))
    term = Term(id="term", name=form, forms=(form,), kind="concept", definition="A term.", at=AT)
    passage = Passage(Anchor.of("p1"), "paragraph", text, "", (1, 1), 0, False, language=tag)
    (marked,) = Glossary([term]).uses("text", [passage])
    for mark in marked.marks:
        found = text[mark.start : mark.end]
        assert unified(found) == unified(form)
        start, end = sentence_at(text, mark.start, mark.end, tag)
        assert start <= mark.start and mark.end <= end


@pytest.mark.parametrize("tag", SCRIPTS)
@given(data=st.data())
@settings(max_examples=40)
def test_the_way_back_from_one_writing(tag: str, data: st.DataObject) -> None:
    """The borders of a text in its one writing lead to those of the text, in their order."""
    text = data.draw(raw_texts(tag))
    one = Unified.of(text)
    places = [place for at in range(len(one.text) + 1) if (place := one.place(at)) is not None]
    assert one.text == unified(text)
    assert places[0] == 0 and places[-1] == len(text)
    assert places == sorted(places)


@pytest.fixture(scope="module")
def collator() -> Collator:
    """Return the collation of Unicode as another has written it."""
    return Collator()


@pytest.mark.parametrize("tag", SCRIPTS)
def test_names_are_in_the_order_of_unicode(tag: str, collator: Collator) -> None:
    """Piece by piece or whole: no letter is weighed otherwise for what stands before it."""

    @given(st.text(st.sampled_from([*SCRIPTS[tag], *"Lla·l\u0327\u0301 é", *"".join(COMMON)]), max_size=30))
    def check(name: str) -> None:
        assert sort_key(name) == collator.sort_key(BEFORE.sub("", name))

    check()
