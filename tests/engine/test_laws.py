"""The laws of the reader (DESIGN, section 3) as properties of random and hostile texts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from hostile import raw_texts, source, sources, texts
from reader.model import Cleaned, Layout, Sic, Source, Supply
from reader.model.shapes import LINED, VERBATIM
from reader.reading.blocks import split
from reader.reading.cleaning import clean
from reader.reading.rules import RULES, Rule, Setting
from reader.words.edits import BrokenLaw, Edit, Pass, apply, backward, forward, undo
from reader.words.letters import LIGATURE, LIGATURES, letters
from reader.words.moves import Move, move
from reader.words.signs import ACTING, MARK_OF_DIRECTION, writes_from_the_right

(INVISIBLES,) = (rule for rule in RULES if rule.name == "invisibles")


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """Return a text and edits that touch each other at most."""
    text = draw(texts())
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    edits = [
        Edit(start, end, draw(texts(3)), "correct", "random")
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    places = [(edit.start, edit.end) for edit in edits]
    return text, [edit for edit, place in zip(edits, places, strict=True) if places.count(place) == 1]


def cleaned(of: Source) -> Cleaned:
    """Return the reading text of a source, whatever problems there are beside it."""
    result, _problems = clean(of)
    assert result is not None
    return result


# Law 1: nothing is lost silently


@given(edited())
def test_undo_gives_the_text_back(case: tuple[str, list[Edit]]) -> None:
    """An edit whose record is off by one would lose raw text for good."""
    text, edits = case
    result, one = apply(text, edits)
    assert one.undo(result) == text
    assert len(one.changes) == len(edits)


@given(edited(), edited())
def test_undo_of_a_chain(case: tuple[str, list[Edit]], other: tuple[str, list[Edit]]) -> None:
    """Passes are undone in the opposite order."""
    text, edits = case
    middle, one = apply(text, edits)
    again = [edit for edit in other[1] if edit.end <= len(middle)]
    result, two = apply(middle, again)
    assert undo(result, [one, two]) == text


@given(edited())
def test_characters_that_were_not_edited_are_traced_both_ways(case: tuple[str, list[Edit]]) -> None:
    """A trace that drifts sends an editor to the wrong raw line."""
    text, edits = case
    result, one = apply(text, edits)
    touched = {offset for edit in edits for offset in range(edit.start, edit.end)}
    for offset in set(range(len(text))) - touched:
        there = one.forward(offset)
        assert result[there] == text[offset]
        assert one.backward(there) == offset


@given(edited())
def test_characters_of_a_replacement_are_traced_to_what_they_replace(case: tuple[str, list[Edit]]) -> None:
    """A corrected word belongs to the raw line of the slip that it mends."""
    text, edits = case
    _result, one = apply(text, edits)
    for change in one.changes:
        for offset in range(change.begins, change.ends):
            assert change.edit.start <= one.backward(offset) <= change.edit.end
        for offset in range(change.edit.start, change.edit.end):
            assert change.begins <= one.forward(offset) <= change.ends


@given(edited())
def test_tracing_keeps_the_order(case: tuple[str, list[Edit]]) -> None:
    """Two marks that follow each other in the raw text must not change places."""
    text, edits = case
    result, one = apply(text, edits)
    there = [one.forward(offset) for offset in range(len(text) + 1)]
    back = [one.backward(offset) for offset in range(len(result) + 1)]
    assert there == sorted(there)
    assert back == sorted(back)
    assert all(0 <= offset <= len(result) for offset in there)
    assert all(0 <= offset <= len(text) for offset in back)


@given(st.text(min_size=1), st.data())
def test_overlapping_edits_are_refused(text: str, data: st.DataObject) -> None:
    """Of two edits of one stretch, one would be lost."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    inside = data.draw(st.integers(start, end - 1))
    beyond = data.draw(st.integers(inside + 1, len(text)))
    two = [Edit(start, end, "x", "correct", "one"), Edit(inside, beyond, "y", "correct", "other")]
    for edits in (two, two[::-1]):
        with pytest.raises(BrokenLaw):
            apply(text, edits)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (2, 1), (3, 5), (5, 5)])
def test_edits_outside_the_text_are_refused(start: int, end: int) -> None:
    """A negative offset would count from the end, and edit words that nobody meant."""
    with pytest.raises(BrokenLaw):
        apply("text", [Edit(start, end, "x", "correct", "random")])


def test_two_insertions_at_one_place_are_refused() -> None:
    """Their order would be that of chance."""
    with pytest.raises(BrokenLaw):
        apply("text", [Edit(2, 2, "x", "correct", "one"), Edit(2, 2, "y", "correct", "other")])


@st.composite
def moved(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """Return a text and stretches of it, which follow each other; some of them are empty."""
    text = draw(texts())
    edges = sorted(
        draw(st.lists(st.integers(0, len(text)), max_size=8).filter(lambda many: len(many) % 2 == 0))
    )
    return text, list(zip(edges[::2], edges[1::2], strict=True))


@given(moved())
def test_what_is_moved_is_there_and_traced_both_ways(case: tuple[str, list[tuple[int, int]]]) -> None:
    """A note that is put behind the text must neither lose a character nor be traced to another line."""
    text, stretches = case
    result, one = move(text, stretches)
    inside = "".join(text[start:end] for start, end in stretches)
    assert result.endswith(inside)
    assert len(result) == len(text)
    assert one.undo(result) == text
    for offset, sign in enumerate(text):
        there = one.forward(offset)
        assert result[there] == sign
        assert one.backward(there) == offset
        assert one.forward(offset + 1, before_insertions=True) == there + 1
    assert one.forward(0, before_insertions=True) == 0


@pytest.mark.parametrize("stretches", [[(2, 1)], [(0, 2), (1, 3)], [(3, 9)], [(-1, 2)]])
def test_stretches_that_overlap_are_not_moved(stretches: list[tuple[int, int]]) -> None:
    """Words that stand in two stretches would be there twice."""
    with pytest.raises(BrokenLaw):
        move("text", stretches)


# Law 2: code never changes a word


def test_a_sign_is_taken_out_with_what_its_label_says() -> None:
    """A number that is shown nowhere would be lost."""
    assert apply("a day.[12]", [Edit(6, 10, "", "label", "footnote", "12")])[0] == "a day."
    for removed, label in (("", "13"), ("[", "12")):
        with pytest.raises(BrokenLaw):
            apply("a day.[12]", [Edit(6, 10, removed, "label", "footnote", label)])


@given(texts(), st.text(min_size=1))
def test_a_rule_that_changes_letters_is_refused(text: str, replacement: str) -> None:
    """A rule is code; words are changed by an editor alone."""
    assume(letters(replacement))
    with pytest.raises(BrokenLaw):
        apply(text, [Edit(0, 0, replacement, "regularise", "random")])


@pytest.mark.parametrize(
    ("text", "start", "end", "replacement"),
    [
        ("e\u200b\u0301", 1, 2, ""),  # what is left would be another letter
        ("\u1112\u200b\u1161", 1, 2, ""),
        ("no. 5", 4, 5, "6"),
        ("Россия", 5, 6, "и"),
    ],
)
def test_letters_are_compared_in_their_place(text: str, start: int, end: int, replacement: str) -> None:
    """An edit may keep its own letters and yet change those of the text."""
    with pytest.raises(BrokenLaw):
        apply(text, [Edit(start, end, replacement, "regularise", "random")])


def test_a_rule_may_not_hide_behind_a_correction() -> None:
    """Among edits of other kinds each regularising one is held to its own letters."""
    edits = [Edit(0, 1, "x", "correct", "correction"), Edit(2, 3, "c", "regularise", "random")]
    with pytest.raises(BrokenLaw):
        apply("a b", edits)


@given(raw_texts(), st.data())
def test_a_cut_that_is_not_of_whole_lines_is_refused(text: str, data: st.DataObject) -> None:
    """Half a line cut is words lost within a paragraph."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    borders = {0, len(text), *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))}
    cut = Edit(start, end, "", "cut", "random")
    if {start, end} <= borders:
        assert apply(text, [cut])[0] == text[:start] + text[end:]
    else:
        with pytest.raises(BrokenLaw):
            apply(text, [cut])


def test_a_cut_puts_nothing_in_its_place() -> None:
    """What is put in is supplied, and stands in corrections.toml."""
    with pytest.raises(BrokenLaw):
        apply("a\nb\n", [Edit(0, 2, "x\n", "cut", "random")])


@given(st.sampled_from(RULES), texts(30), st.sampled_from(["hard-wrapped", "line-per-paragraph"]))
@example(INVISIBLES, "e\u0310\u0312\u0313\u200b\u0323", "hard-wrapped")
def test_every_rule_keeps_the_letters(rule: Rule, text: str, layout: Layout) -> None:
    """The driver refuses a rule that does not: a raw text must never bring the build down."""
    setting = Setting(layout, frozenset({2}), {1: "Iran"}, lambda offset: text.count("\n", 0, offset) + 1)
    result, one = apply(text, rule.edits(text, setting))
    assert letters(result) == letters(text)
    assert one.undo(result) == text


# The whole of the cleaning


@given(sources())
def test_cleaning_is_undone_byte_for_byte(of: Source) -> None:
    """Whatever the editor has decided, well or badly, the raw text can be had back."""
    result = cleaned(of)
    assert undo(result.text, result.passes).encode() == of.raw


@given(sources())
def test_only_the_first_pass_changes_words(of: Source) -> None:
    """After the editor's decisions come the rules, and they keep the letters."""
    result = cleaned(of)
    text = result.text
    for one in reversed(result.passes[1:]):
        before = one.undo(text)
        if isinstance(one, Move):
            assert sorted(before) == sorted(text)
        else:
            assert {change.edit.kind for change in one.changes} == {"regularise"}
            assert letters(before) == letters(text)
        text = before
    assert all(change.edit.kind in {"cut", "correct", "label"} for change in result.passes[0].changes)


@given(sources())
def test_the_reading_text_is_tidy(of: Source) -> None:
    """Blocks of words with single spaces between them, and nothing that acts unseen."""
    text = cleaned(of).text
    assert not ACTING.search(text)
    assert {sign for sign in text if unicodedata.category(sign) == "Cc"} <= {"\n", "\t"}
    assert not {sign for sign in text if sign.isspace()} - {" ", "\n", "\t"}
    blocks, problems = split(of, cleaned(of))
    for block in blocks:
        assert block.text and "\n\n" not in block.text
        assert writes_from_the_right(block.text) or not MARK_OF_DIRECTION.search(block.text)
        lines = block.text.split("\n")
        refused = block.kind == "heading" and any(one.code == "S07" for one in problems)
        assert len(lines) == 1 or block.kind in LINED or refused
        if block.kind not in VERBATIM:
            assert all(line == line.rstrip(" ") for line in lines)
            assert "\t" not in block.text or block.kind == "table"
            assert all("  " not in (line.lstrip(" ") if block.kind == "verse" else line) for line in lines)
        if block.kind not in VERBATIM | {"verse"}:
            assert all(line == line.lstrip(" ") for line in lines)


@given(sources())
def test_every_character_is_traced_to_a_raw_line(of: Source) -> None:
    """The apparatus and the data files give the raw lines of each passage, in their order."""
    result = cleaned(of)
    count = len(result.raw.starts)
    lines = [result.raw_line(offset) for offset in range(len(result.text))]
    assert lines == sorted(lines)
    assert all(1 <= line <= count for line in lines)
    for line in range(1, count + 1):
        assert 0 <= result.line_offset(line) <= len(result.text)


def put_in(of: Cleaned, rule: str) -> list[tuple[range, str]]:
    """Return the stretches that a rule has put into the reading text, with what stood there before."""
    return [
        (range(forward(of.passes[at:], change.begins), forward(of.passes[at:], change.ends)), change.removed)
        for at, one in enumerate(of.passes, 1)
        if isinstance(one, Pass)
        for change in one.changes
        if change.edit.rule == rule
    ]


@given(sources())
def test_letters_are_traced_to_themselves(of: Source) -> None:
    """A letter that nobody corrected stands on the raw line that the trace names."""
    result = cleaned(of)
    edited_by_hand = [
        range(change.edit.start, max(change.edit.end, change.edit.start + 1))
        for change in result.passes[0].changes
    ]
    as_shown = put_in(result, "shown-headings")
    apart = set("".join(LIGATURES.values()))  # the letters of a ligature come from one character
    for offset, sign in enumerate(result.text):
        there = backward(result.passes, offset)
        if sign.isalnum() and not any(there in stretch for stretch in edited_by_hand):
            raw = result.raw.text[there]
            if LIGATURE.match(raw):
                assert sign in apart and sign in raw.translate(LIGATURES)
            elif before := [removed for stretch, removed in as_shown if offset in stretch]:
                assert letters(sign) in letters(before[0])  # in the capitals that the editor has given it
            else:
                assert raw == sign
                assert forward(result.passes, there) == offset


@given(sources())
def test_blocks_are_the_reading_text(of: Source) -> None:
    """No word of the reading text falls between two passages; raw lines run upwards."""
    result = cleaned(of)
    blocks, _problems = split(of, result)
    assert "\n\n".join(block.text for block in blocks) == result.text
    assert all(result.text.startswith(block.text, block.start) for block in blocks)
    assert all(block.raw[0] <= block.raw[1] for block in blocks)
    notes = [block for block in blocks if block.kind == "footnote"]
    running = blocks[: len(blocks) - len(notes)]
    assert all(block.kind != "footnote" for block in running)  # they stand behind the running text
    for part in (running, notes):
        assert all(one.raw[1] <= other.raw[1] for one, other in pairwise(part))


@given(sources())
def test_entries_stand_where_their_words_are(of: Source) -> None:
    """A correction, a sic or a supplied block is marked on its words, not beside them."""
    result = cleaned(of)
    for spot in result.spots:
        assert 0 <= spot.start <= len(result.text)
        words = result.text[spot.start : spot.end]
        if isinstance(spot.entry, Sic):
            assert letters(words) == letters(spot.entry.find)
        elif isinstance(spot.entry, Supply):
            assert letters(words) == letters(spot.entry.text)
        else:
            assert letters(words) == letters(spot.entry.replace)


@given(sources())
@example(source("ایران\u200f\n\nthe tide\u200f\u200e and\u061c", "hard-wrapped"))
def test_cleaning_a_reading_text_changes_nothing(of: Source) -> None:
    """A rule that goes on changing its own output would reword passages at each new edition."""
    text = cleaned(replace(of, about=replace(of.about, part=(), table=()))).text
    assume(text.strip())
    assert cleaned(source(text)).text == text


@given(sources())
def test_cleaning_is_the_same_each_time(of: Source) -> None:
    """The same input gives the same bytes."""
    assert clean(of) == clean(of)
