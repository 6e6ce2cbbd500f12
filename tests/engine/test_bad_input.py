"""What is refused: each mistake is named by file, line and way out, all in one run, and nothing is written.

Every test breaks a sound project in several places at once. A build that stops at the first mistake, names
the wrong line, reports what only results from another mistake, or touches docs/ or site/, fails here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from refusals import Slip, refuses
from small_project import SmallProject, copy_of_sound, table

A, B = "sources/alpha-2020", "sources/beta-2021"


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project, to be broken."""
    return copy_of_sound(tmp_path / "project")


def test_two_raw_texts_that_are_none(project: SmallProject) -> None:
    """An empty text would become an empty page; a wrong encoding must not be guessed at."""
    project.write(f"{A}/raw.txt", " \n\n\t\n")
    project.write(f"{B}/raw.txt", b"one line\nbroken \xff here\n")
    refuses(
        project,
        Slip(f"{A}/raw.txt", 1, "S01", "the raw text is empty", "put the text as received"),
        Slip(f"{B}/raw.txt", 2, "S02", "byte 0xff is not UTF-8", "convert the file to UTF-8"),
    )


def test_a_raw_text_of_no_bytes(project: SmallProject) -> None:
    """A file of no bytes has no lines at all."""
    project.write(f"{A}/raw.txt", "")
    refuses(project, Slip(f"{A}/raw.txt", 1, "S01", "the raw text is empty", "put the text as received"))


def test_two_raw_texts_edited_by_hand(project: SmallProject) -> None:
    """The raw text is evidence: not even its spaces, or lines that are cut, may be edited."""
    project.edit(f"{A}/raw.txt", "Menu", "Menu and more")
    project.edit(f"{B}/raw.txt", "gone.", "gone. ")
    hint = "restore the file as received"
    refuses(
        project,
        Slip(f"{A}/source.toml", 1, "S03", "the sha256 of raw.txt is", hint),
        Slip(f"{B}/source.toml", 1, "S03", "the sha256 of raw.txt is", hint),
    )


def test_cuts(project: SmallProject) -> None:
    """A cut that has slipped to other lines would take words out of the text."""
    path = f"{A}/source.toml"
    project.edit(path, 'begins = "Menu"', 'begins = "Menus"')
    project.edit(path, 'begins = "Alpha: a small text"\n', "")
    about = {"kind": "furniture", "reason": "a test"}
    project.append(path, table("cut", "overlapping", lines="8-9", begins="Search", **about))
    project.append(path, table("cut", "past the end", lines="13-99", begins="", **about))
    project.append(path, table("cut", "backwards", lines="9-6", begins="Search", **about))
    project.append(path, table("cut", "line 0", lines="0", begins="", **about))
    refuses(
        project,
        Slip(path, "# menu", "S04", "line 7 does not begin with “Menus”", "it begins “Menu”"),
        Slip(path, "# title", "S04", "line 1 does not begin and end as a blank line", "it begins “Alpha:"),
        Slip(path, "# overlapping", "S05", "lines 8–8 are cut already", "let each line be cut once"),
        Slip(path, "# past the end", "S06", "line 13–99 is not in a raw text of", "count the lines"),
        Slip(path, "# backwards", "S06", "line 9–6 is not in a raw text of", "count the lines"),
        Slip(path, "# line 0", "S06", "line 0–0 is not in a raw text of", "count the lines"),
    )


def test_corrections(project: SmallProject) -> None:
    """Words must never be changed at a place that the editor did not mean."""
    path = f"{A}/corrections.toml"
    places = {
        "twice": (5, "League", "Union"),
        "not at all": (5, "Leagues", "Unions"),
        "in a cut": (7, "Menu", "Menus"),
        "by itself": (5, "Brown", "Brown"),
        "corrected": (12, "knows why", "knows"),
        "no line": (77, "Brown", "Braun"),
        "no words": (5, "", "Braun"),
    }
    for mark, (line, find, replace) in places.items():
        entry = table("correction", mark, line=line, find=find, replace=replace, reason="a test")
        project.append(path, entry)
    project.append(path, table("sic", "kept words", line=5, find="league", reason="a test"))
    project.append(path, table("sic", "kept nowhere", line=88, find="x", reason="a test"))
    project.append(path, table("supply", "supplied nowhere", before=99, text="x", reason="a test"))
    project.append(path, table("supply", "supplied nothing", before=5, text=" ", reason="a test"))
    count, reads = "count the lines of raw.txt", "the line reads “The Alpha League met"
    refuses(
        project,
        Slip(path, "# twice", "C02", "“League” begins 2 times in line 5", "quote more of the line"),
        Slip(path, "# not at all", "C01", "“Leagues” does not begin in line 5", reads),
        Slip(path, "# in a cut", "C03", "the words at line 7 are cut", "drop one of the two"),
        Slip(path, "# by itself", "C03", "“Brown” is replaced by itself", "drop the correction"),
        Slip(path, "# corrected", "C03", "the words at line 12 are cut, corrected", "drop one of the two"),
        Slip(path, "# no line", "S06", "line 77 is not in a raw text of", count),
        Slip(path, "# no words", "C01", "“” does not begin in line 5", reads),
        Slip(path, "# kept words", "C01", "“league” does not begin in line 5", reads),
        Slip(path, "# kept nowhere", "S06", "line 88 is not in a raw text of", count),
        Slip(path, "# supplied nowhere", "S06", "line 99 is not in a raw text of", count),
        Slip(path, "# supplied nothing", "C03", "the supplied text is empty", "drop it"),
    )


def test_headings_parts_and_pauses(project: SmallProject) -> None:
    """A heading that has slipped to another line would split a paragraph in its middle, or be lost."""
    path = f"{A}/source.toml"
    project.append(path, table("heading", "other words", line=12, text="The bitter end"))
    project.append(path, table("heading", "in a cut", line=7, text="Menu"))
    project.append(path, table("heading", "no line", line=99, text="Menu"))
    project.append(path, table("part", "of a cut", lines="7", kind="abstract"))
    project.append(path, table("pause", "before a blank line", before=11, reason="a test"))
    project.append(path, table("pause", "before nothing", before=99, reason="a test"))
    begin = "name the first line of a paragraph"
    refuses(
        project,
        Slip(
            path, "# other words", "S07", "line 12 does not begin with “The bitter end”", "it begins “The end"
        ),
        Slip(path, "# in a cut", "S07", "line 7 is cut", "drop the heading or the cut"),
        Slip(path, "# no line", "S06", "line 99 is not in a raw text of", "count the lines"),
        Slip(path, "# of a cut", "S07", "no block begins in raw lines 7–7", "mend the lines"),
        Slip(path, "# before a blank line", "S07", "no block begins at raw line 11", begin),
        Slip(path, "# before nothing", "S07", "no block begins at raw line 99", begin),
    )


def test_a_note_on_a_passage_that_is_gone(project: SmallProject) -> None:
    """Where its words went is said, so that the note can go there or be dropped."""
    path = f"{A}/source.toml"
    cut = table("cut", "the end", lines="12", begins="The end came", kind="furniture", reason="a test")
    project.append(path, cut)
    assert project.refused().problem(f"{A}/notes.md:1: N04").endswith("it is retired, and lands on p2")


def test_a_heading_within_a_paragraph(project: SmallProject) -> None:
    """Half a word made a heading would leave the rest of the paragraph without its beginning."""
    path = f"{A}/source.toml"
    project.append(path, table("heading", "half a word", line=12, text="The en"))
    run = project.refused()
    found = run.problem(f"{path}:{project.line(path, '# half a word')}: S07")
    assert "“The en” at raw line 12 is not a block of its own" in found


def test_hyphens(project: SmallProject) -> None:
    """Whether a hyphen at a line end is real is never guessed."""
    path = f"{B}/source.toml"
    project.edit(path, "line = 1", "line = 4")
    undecided = "add [[hyphen]] with line = 1, keep = true or false, and a reason"
    refuses(
        project,
        Slip(path, 1, "S08", "raw line 1 ends in a hyphen", undecided),
        Slip(path, "# continued", "S08", "raw line 4 does not end in a hyphen", "drop the entry"),
    )


def test_rules_and_languages(project: SmallProject) -> None:
    """A rule that is off without being known, marks that are no pairs, and names where tags should stand."""
    path = f"{A}/source.toml"
    project.edit(path, 'language = "en"', 'language = "English"')
    project.append(path, table("part", "in Russian", lines="12", language="русский"))
    project.append(path, table("part", "in Persian", lines="12", language="fa_IR"))
    project.append(path, table("part", "in nothing", lines="12", language="Klingonese"))
    project.append(path, '\n[regularise] # asked\nmarks = ["»", "«", "x"]\nreason = "a test"\n')
    refuses(
        project,
        Slip(path, 1, "S15", "“English” is no tag of a language", "write “en”, the tag of BCP 47"),
        Slip(path, "# in Russian", "S15", "“русский” is no tag of a language", "write “ru”"),
        Slip(path, "# in Persian", "S15", "“fa_IR” is no tag of a language", "write “fa-IR”"),
        Slip(path, "# in nothing", "S15", "“Klingonese” is no tag", "write a tag of BCP 47, like “en”"),
        Slip(path, "# asked", "S14", "3 marks are no pairs", "write two signs, or four"),
    )


def test_rules_that_are_off(project: SmallProject) -> None:
    """Only what a text can do without can be off, and somebody must say why."""
    path = f"{A}/source.toml"
    project.append(path, '\n[regularise] # asked\noff = ["dash", "spaces"]\n')
    refuses(
        project,
        Slip(path, 'off = ["dash"', "T05", "“off” is 'dash'", "perhaps “dashes”"),
        Slip(path, 'off = ["dash"', "T05", "“off” is 'spaces'", "one of invisibles, ligatures, quotes"),
        Slip(path, "# asked", "T03", "has no field “reason”", "add reason = …"),
    )


def test_notes(project: SmallProject) -> None:
    """A note must stand on the words that it speaks of, and none may be lost for want of a heading."""
    path = f"{A}/notes.md"
    project.write(
        path,
        """\
<!-- a comment
over two lines -->
# p1 “a heading of the wrong kind”

## p3 “in the year 2001”
kind: since

The words are gone.

## p1 “alpha league”
kind: since

The case differs.

## p1 “League”
kind: since

The words are there twice.

## p33 “League”
kind: since

There is no such passage.

## p1 “in 1999”

It has no kind.

## p1 “1999, as”
kind: sience

It has a wrong kind.

## p1 “met again”
kind: since

## p1 Brown writes
kind: since

The words are not in quotes.

##p1 “Brown writes”
kind: since

The space is missing.

## p1 “as Brown”
kind: since

It cites [@braun-2000, p. 3; @brown-2000],
and [@smith-1950].

It names p2 and p44, and [@brown-2000, p.].
""",
    )
    kinds = "write kind: and one of context, since, correction, sic, source under the heading"
    refuses(
        project,
        Slip(
            path,
            "# p1 “a heading",
            "N01",
            "“# p1 “a heading of the wrong kind”” belongs to no",
            "write ## p12",
        ),
        Slip(path, "in the year 2001", "N02", "lemma “in the year 2001” is not in p3", "p3 begins “The end"),
        Slip(path, "“alpha league”", "N02", "lemma “alpha league” is not in p1", "p1 has “Alpha League”"),
        Slip(path, "## p1 “League”", "N03", "lemma “League” is in p1 2 times", "lengthen the lemma"),
        Slip(path, "## p33", "N04", "there is no p33", "perhaps “p3”"),
        Slip(path, "“in 1999”", "N01", "the note on “in 1999” has no known kind", kinds),
        Slip(path, "“1999, as”", "N01", "the note on “1999, as” has no known kind", kinds),
        Slip(path, "“met again”", "N01", "the note on “met again” says nothing", "write it below its kind"),
        Slip(path, "## p1 Brown", "N01", "“## p1 Brown writes” is no heading of a note", "write ## p12 “"),
        Slip(path, "##p1 “Brown", "N01", "“##p1 “Brown writes”” is no heading of a note", "write ## p12 “"),
        Slip(path, "It cites", "B04", "references.bib has no “braun-2000”", "perhaps “brown-2000”"),
        Slip(path, "and [@smith", "B04", "references.bib has no “smith-1950”", "nothing has a name like it"),
        Slip(path, "It names", "N04", "there is no p44", "nothing has a name like it"),
        Slip(path, "It names", "Q05", "the locator “p.” of “brown-2000” has no number", "write it like p. 5"),
        Slip(f"{A}/anchors.lock", 1, "A01", "the text has changed: ", f"accept {A[8:]}"),
    )


def test_a_refused_note_is_not_said_to_be_gone(project: SmallProject) -> None:
    """What only results from a mistake is not reported: the ledger knows the note still."""
    path = f"{A}/notes.md"
    project.edit(path, "Nothing has", "Nothing ![](x) has")
    refuses(project, Slip(path, "Nothing", "N05", "a note cannot hold a picture", "say in words"))


def test_markup_in_notes(project: SmallProject) -> None:
    """A note is words: what would be markup on the page is refused, and so is what would be half read."""
    path = f"{A}/notes.md"
    project.write(
        path,
        """\
<!-- the body of a note is on other lines than
its heading -->
## p1 “as Brown”

kind: since

Words with <b>raw HTML</b>.
<!-- a
comment --> And ![a picture](https://example.org/a.png),
and [a script](javascript:alert).

- A list.

## p1 “1999, as”
kind: sic

It cites [@brown-2000 p. 3]
and `code`.
""",
    )
    itself = "the sign itself is \\<"
    refuses(
        project,
        Slip(path, "Words with", "N05", "a note cannot hold raw HTML, “<b>”", itself),
        Slip(path, "Words with", "N05", "a note cannot hold raw HTML, “</b>”", itself),
        Slip(path, "a picture", "N05", "a note cannot hold a picture, “a picture”", "say in words"),
        Slip(path, "a script", "N05", "a note cannot hold a link to “javascript:alert”", "write https://…"),
        Slip(path, "- A list", "N05", "a note cannot hold a list", "write it as a sentence"),
        Slip(path, "It cites", "N06", "the citation “[@brown-2000 p. 3]” cannot be read", "[@key, p. 5;"),
        Slip(path, "and `code`", "N05", "a note cannot hold code, “code”", "write the words alone"),
        Slip(f"{A}/anchors.lock", 1, "A01", "the text has changed: ", f"accept {A[8:]}"),
    )


def test_citations(project: SmallProject) -> None:
    """A citation on the wrong words would attribute them to somebody else."""
    path = f"{A}/citations.toml"
    quotes = {
        "gone": ("p3", "in the year 2001", "brown-2000"),
        "other case": ("p1", "the alpha league", "brown-2000"),
        "twice": ("p1", "League", "brown-2000"),
        "unknown key": ("p1", "in 1999", "brown-200"),
        "no such passage": ("p33", "in 1999", "brown-2000"),
        "overlap": ("p1", "Brown writes", "brown-2000"),
        "no words": ("p1", "", "brown-2000"),
    }
    for mark, (passage, quote, key) in quotes.items():
        project.append(path, table("citation", mark, passage=passage, quote=quote, key=key))
    place = {"passage": "p3", "quote": "The end came", "key": "brown-2000", "locator": "p."}
    project.append(path, table("citation", "no number", **place))
    refuses(
        project,
        Slip(path, "# gone", "Q01", "quote “in the year 2001” is not in p3", "p3 begins “The end came"),
        Slip(
            path, "# other case", "Q01", "quote “the alpha league” is not in p1", "p1 has “The Alpha League”"
        ),
        Slip(path, "# twice", "Q02", "quote “League” is in p1 2 times", "lengthen the quote"),
        Slip(path, "# unknown key", "B04", "references.bib has no “brown-200”", "perhaps “brown-2000”"),
        Slip(path, "# no such passage", "Q03", "there is no p33", "perhaps “p3”"),
        Slip(path, "# overlap", "Q04", "“Brown writes” overlaps another citation of p1", "quote other words"),
        Slip(path, "# no words", "Q02", "quote “” is in p1", "lengthen the quote"),
        Slip(
            path, "# no number", "Q05", "the locator “p.” of “brown-2000” has no number", "write it like p. 5"
        ),
    )
