"""What an editor writes about a raw text, applied to it: the right words at the right line, no others."""

from __future__ import annotations

from dataclasses import replace

from hostile import AT, source
from reader.marks.citations import cite
from reader.model import (
    Anchor,
    Citation,
    Correction,
    CorrectionsFile,
    Cut,
    Heading,
    Hyphen,
    Layout,
    Lines,
    Part,
    Passage,
    Pause,
    Sic,
    Source,
    Supply,
)
from reader.reading.blocks import split
from reader.reading.cleaning import clean

WRAPPED = "Abstract\n\nSecurity has been\nimportant for Iran-\nRussia relations.\n\nA second\nparagraph.\n"
KEPT = Hyphen(line=4, keep=True, reason="r", at=AT)


def read(of: Source) -> tuple[list[str], list[str]]:
    """Return the blocks of a source, those that are no paragraphs with their kind, and its problems."""
    cleaned, problems = clean(of)
    assert cleaned is not None
    blocks, more = split(of, cleaned)
    shown = [block.text if block.kind == "paragraph" else f"{block.kind}: {block.text}" for block in blocks]
    return shown, [f"{problem.code} {problem.message}" for problem in [*problems, *more]]


def about(raw: str, layout: Layout = "line-per-paragraph", **decided: object) -> Source:
    """Return a source with decisions of source.toml."""
    of = source(raw, layout)
    return replace(of, about=replace(of.about, **decided))  # type: ignore[arg-type]


def corrected(raw: str, *entries: Correction | Supply | Sic, layout: Layout = "line-per-paragraph") -> Source:
    """Return a source with decisions of corrections.toml."""
    corrections = CorrectionsFile(
        correction=tuple(one for one in entries if isinstance(one, Correction)),
        supply=tuple(one for one in entries if isinstance(one, Supply)),
        sic=tuple(one for one in entries if isinstance(one, Sic)),
        at=AT,
    )
    return replace(source(raw, layout), corrections=corrections)


def correction(line: int, find: str, put: str) -> Correction:
    """Return a correction."""
    return Correction(line=line, find=find, replace=put, reason="r", at=AT)


def supply(before: int, text: str) -> Supply:
    """Return a supplied heading."""
    return Supply(before=before, kind="heading", text=text, reason="r", at=AT)


def cut(first: int, last: int, begins: str) -> Cut:
    """Return a cut of lines."""
    return Cut(lines=Lines((first, last)), begins=begins, kind="boilerplate", reason="r", at=AT)


# Corrections


def test_a_correction_of_one_line() -> None:
    """The same words in other lines stay."""
    assert read(corrected("a cat\na cat\n", correction(2, "cat", "dog"))) == (["a cat", "a dog"], [])


def test_words_must_begin_in_their_line() -> None:
    """The words at the beginning of the next line belong to that line, and are none of this one's."""
    blocks, problems = read(corrected("one\ncat\n", correction(1, "cat", "dog")))
    assert (blocks, problems) == (["one", "cat"], ["C01 “cat” does not begin in line 1"])
    assert read(corrected("a cat\ncat\n", correction(1, "cat", "dog"))) == (["a dog", "cat"], [])


def test_words_may_run_on_into_the_next_line() -> None:
    """A wrapped line ends within a phrase."""
    entry = correction(1, "looking\nthe", "looking to the")
    wrapped = corrected("a looking\nthe east\n", entry, layout="hard-wrapped")
    assert read(wrapped) == (["a looking to the east"], [])


def test_a_plain_space_finds_any_space() -> None:
    """An editor cannot see which space the raw text has."""
    assert read(corrected("by\xa0Vali\u2003K\n", correction(1, "by Vali K", "by V. K"))) == (["by V. K"], [])


def test_words_that_stand_twice() -> None:
    """Nothing is guessed, not even where the two overlap."""
    assert read(corrected("ana\n", correction(1, "a", "o")))[1] == ["C02 “a” begins 2 times in line 1"]
    assert read(corrected("anana\n", correction(1, "ana", "o")))[1] == ["C02 “ana” begins 2 times in line 1"]


def test_nothing_is_not_found_everywhere() -> None:
    """Empty words would be an insertion that nobody sees."""
    assert read(corrected("a\n", correction(1, "", "x"))) == (["a"], ["C01 “” does not begin in line 1"])
    assert read(corrected("a\n", correction(2, "", "x"))) == (["a"], ["C01 “” does not begin in line 2"])


def test_line_ends_of_other_systems_count_as_one() -> None:
    """Line numbers are those of any text editor."""
    for end in ("\n", "\r\n", "\r"):
        raw = end.join(["one", "", "a cat", "a cat"])
        assert read(corrected(raw, correction(4, "cat", "dog"))) == (["one", "a cat", "a dog"], [])


def test_raw_lines_of_blocks() -> None:
    """A block knows the raw lines that it comes from, and no line of its neighbours."""
    of = corrected(WRAPPED, supply(7, "[Lost]"), layout="hard-wrapped")
    cleaned, _problems = clean(of)
    assert cleaned is not None
    assert [block.raw for block in split(of, cleaned)[0]] == [(1, 1), (3, 5), (7, 7), (7, 8)]


def test_a_correction_of_cut_or_corrected_words() -> None:
    """Of two decisions about the same words, one would be lost."""
    of = corrected("one\ntwo\n", correction(2, "two", "three"))
    of = replace(of, about=replace(of.about, cut=(cut(2, 2, "two"),)))
    assert read(of)[1] == ["C03 the words at line 2 are cut, corrected or supplied already"]
    both = corrected("one two three\n", correction(1, "one two", "x"), correction(1, "two three", "y"))
    assert read(both) == (["x three"], ["C03 the words at line 1 are cut, corrected or supplied already"])


# Supplied words


def test_a_supplied_heading() -> None:
    """It stands before its line, as a block of its own."""
    assert read(corrected("one\n\n\ntwo", supply(4, "[References]"))) == (
        ["one", "heading: [References]", "two"],
        [],
    )


def test_words_supplied_within_wrapped_lines() -> None:
    """The line before has no blank line after it, and yet the supplied words are a block of their own."""
    blocks, problems = read(corrected(WRAPPED, supply(8, "[Lost]"), layout="hard-wrapped"))
    assert blocks[2:] == ["A second", "heading: [Lost]", "paragraph."]
    assert problems == ["S08 raw line 4 ends in a hyphen"]
    after = corrected("one\ntwo\n", supply(3, "[End]"), layout="hard-wrapped")
    assert read(after) == (["one two", "heading: [End]"], [])


def test_words_supplied_with_spaces_around() -> None:
    """The kind of the block is not lost over a line end in the file of corrections."""
    assert read(corrected("one", supply(1, "\n  [Title]\n"))) == (["heading: [Title]", "one"], [])


def test_two_supplied_before_one_line() -> None:
    """Nobody has said which comes first; the program must say so, not break."""
    of = corrected("one\ntwo\n", supply(2, "[A]"), supply(2, "[B]"))
    assert read(of) == (
        ["one", "heading: [A]", "two"],
        ["C03 the words at line 2 are cut, corrected or supplied already"],
    )


def test_words_supplied_beside_a_cut() -> None:
    """An insertion may stand at either end of what is cut."""
    of = corrected("one\ntwo\nthree\n", supply(2, "[A]"), supply(3, "[B]"))
    of = replace(of, about=replace(of.about, cut=(cut(2, 2, "two"),)))
    assert read(of) == (["one", "heading: [A]", "heading: [B]", "three"], [])


def test_a_cut_of_the_last_empty_line_beside_supplied_words() -> None:
    """There is nothing in that line to cut, and no conflict with what is put there."""
    of = corrected("one\n", supply(2, "[End]"))
    of = replace(of, about=replace(of.about, cut=(cut(2, 2, ""),)))
    assert read(of) == (["one", "heading: [End]"], [])


# What stands in source.toml


def test_cuts_of_a_wrapped_text_join_what_they_leave() -> None:
    """A page header within a paragraph does not divide it."""
    of = about("one\nPAGE 2\ntwo\n", "hard-wrapped", cut=(cut(2, 2, "PAGE"),))
    assert read(of) == (["one two"], [])


def test_headings_of_both_kinds() -> None:
    """A whole line, and the words that open one."""
    headings = Heading(line=1, text="Lead", at=AT), Heading(line=3, text="BACKGROUND:", at=AT)
    assert read(about("Lead\none\nBACKGROUND:\xa0Two\n", heading=headings)) == (
        ["heading: Lead", "one", "heading: BACKGROUND:", "Two"],
        [],
    )


def test_a_heading_that_is_no_block() -> None:
    """Where it does not stand by itself, it would be lost, or make a heading of a whole paragraph."""
    for line, text in ((3, "Secur"), (8, "para")):
        of = about(WRAPPED, "hard-wrapped", heading=(Heading(line=line, text=text, at=AT),), hyphen=(KEPT,))
        assert read(of)[1] == [f"S07 “{text}” at raw line {line} is not a block of its own"]


def test_a_heading_that_nothing_sets_apart() -> None:
    """In the text of a PDF no blank line stands before a heading, nor after it."""
    of = about(
        "one\ntwo\nThe Sea\nthree\n", "hard-wrapped", heading=(Heading(line=3, text="The Sea", at=AT),)
    )
    assert read(of) == (["one two", "heading: The Sea", "three"], [])


def test_a_heading_in_no_line() -> None:
    """A number below one would count from the end."""
    for line in (-9, 0, 9):
        _blocks, problems = read(about("one\n", heading=(Heading(line=line, text="one", at=AT),)))
        assert problems == [f"S06 line {line} is not in a raw text of 2 lines"]


def test_parts_and_breaks() -> None:
    """A part gives the blocks that begin in its lines their kind, and a break stands before a block."""
    parts = (
        Part(lines=Lines((2, 3)), kind="abstract", at=AT),
        Part(lines=Lines((5, 5)), kind="keywords", at=AT),
        Part(lines=Lines((9, 9)), kind="keywords", at=AT),
    )
    pauses = Pause(before=3, reason="r", at=AT), Pause(before=7, reason="r", at=AT)
    of = about("one\ntwo\nthree\nfour\n", part=parts, pause=pauses)
    blocks, problems = read(of)
    assert blocks == ["one", "abstract: two", "abstract: three", "four"]
    assert problems == [
        "S06 line 9–9 is not in a raw text of 5 lines",
        "S07 no block begins at raw line 7",
        "S07 no block begins in raw lines 5–5",
    ]
    cleaned, _problems = clean(of)
    assert cleaned is not None
    assert [block.after_pause for block in split(of, cleaned)[0]] == [False, False, True, False]


def test_hyphens_that_are_decided() -> None:
    """The editor says of each whether it is real."""
    blocks, problems = read(about(WRAPPED, "hard-wrapped", hyphen=(KEPT,)))
    assert (blocks[1], problems) == (
        "Security has been important for Iran-Russia relations.",
        [],
    )
    blocks, problems = read(about(WRAPPED, "hard-wrapped", hyphen=(replace(KEPT, keep=False),)))
    assert (blocks[1], problems) == ("Security has been important for IranRussia relations.", [])


def test_hyphens_that_are_not() -> None:
    """A decision about a line that has none is out of date."""
    assert read(about(WRAPPED, "hard-wrapped"))[1] == ["S08 raw line 4 ends in a hyphen"]
    wrong = about(WRAPPED, "hard-wrapped", hyphen=(KEPT, replace(KEPT, line=7)))
    assert read(wrong)[1] == ["S08 raw line 7 does not end in a hyphen that divides a word"]


def test_a_quotation_that_overlaps_itself() -> None:
    """Words that stand twice are told as that, and not as missing."""
    passage = Passage(Anchor.of("p1"), "paragraph", "anana", "00000000", (1, 1), 0, False)
    citation = Citation(passage=Anchor.of("p1"), quote="ana", key="dow-2020", at=AT)
    _passages, problems = cite([passage], [citation])
    assert [f"{problem.code} {problem.message}" for problem in problems] == [
        "Q02 quote “ana” is in p1 2 times"
    ]


def test_a_sic_changes_nothing() -> None:
    """It is found like a correction, and the words stay as they are."""
    of = corrected("They diagnosis the system.\n", Sic(line=1, find="diagnosis the", reason="r", at=AT))
    cleaned, problems = clean(of)
    assert cleaned is not None
    assert (cleaned.text, problems) == ("They diagnosis the system.", [])
    assert [cleaned.text[spot.start : spot.end] for spot in cleaned.spots] == ["diagnosis the"]
