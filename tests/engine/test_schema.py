"""What an editor writes in TOML: every slip is told with its line, also deep in a long file."""

from __future__ import annotations

from textwrap import dedent

import pytest

from reader.model import At, CorrectionsFile, GlossaryFile, SourceFile
from reader.project.tables import parse

SOUND = """\
language = "en"
layout   = "line-per-paragraph"
sha256   = "00"

[rights]
statement   = "None found."
publication = "full"
"""
TERM = """\
[[term]]
id = "csto"
name = "CSTO"
forms = ["CSTO"]
kind = "treaty"
definition = "A treaty."
"""


def told(cls: type[object], text: str) -> list[str]:
    """Return the problems of a file as `line code message`, in the order in which they are told."""
    _value, problems = parse(cls, "x.toml", dedent(text))
    assert all(problem.path == "x.toml" for problem in problems)
    return [f"{problem.line} {problem.code} {problem.message}" for problem in problems]


def hints(cls: type[object], text: str) -> list[str]:
    """Return the hints of the problems of a file."""
    return [problem.hint for problem in parse(cls, "x.toml", dedent(text))[1]]


# What is sound


def test_a_sound_file() -> None:
    """Every entry knows the line of its header: all later messages rest on that."""
    text = SOUND + '\n[[cut]]\nlines = "37-81"\nkind = "boilerplate"\nreason = "r"\n\n[[cut]]  # one line\n'
    value, problems = parse(SourceFile, "x.toml", text + 'lines = 9\nkind = "metadata"\nreason = "s"\n')
    assert not problems
    assert value is not None
    assert [cut.lines for cut in value.cut] == [(37, 81), (9, 9)]
    assert [cut.at for cut in value.cut] == [At("x.toml", 9), At("x.toml", 14)]
    assert (value.rights.at.line, value.heading, value.title) == (5, (), "")


def test_an_empty_file_of_entries_that_may_be_left_out() -> None:
    """A text without corrections is the rule."""
    assert parse(CorrectionsFile, "x.toml", "") == (CorrectionsFile(at=At("x.toml", 1)), [])


def test_a_range_with_a_dash() -> None:
    """An editor's text editor may turn the hyphen into a dash."""
    value, problems = parse(SourceFile, "x.toml", SOUND + '[[part]]\nlines = "3–5"\nkind = "abstract"\n')
    assert not problems
    assert value is not None
    assert value.part[0].lines == (3, 5)


# Unknown and missing fields


def test_an_unknown_field_at_the_top() -> None:
    """A misspelt field would silently be left out."""
    assert told(SourceFile, 'langauge = "en"\n' + SOUND) == ["1 T02 unknown field “langauge”"]
    assert hints(SourceFile, 'langauge = "en"\n' + SOUND) == ["perhaps “language”"]


def test_an_unknown_field_of_an_entry() -> None:
    """The line is that of the field, not that of the entry."""
    text = TERM + 'sort = "x"\n' + TERM.replace("csto", "eaeu") + 'frms = ["x"]\n'
    assert told(GlossaryFile, text) == ["7 T02 unknown field “sort”", "14 T02 unknown field “frms”"]


def test_an_unknown_table() -> None:
    """An entry of a kind that does not exist would silently be left out."""
    text = SOUND + '\n[[cuts]]\nlines = "1"\n\n[[cuts]]\nlines = "2"\n'
    assert told(SourceFile, text) == ["9 T02 unknown field “cuts”"]
    assert hints(SourceFile, text) == ["perhaps “cut”"]


def test_an_unknown_field_of_a_nested_entry() -> None:
    """Two terms have a `since` each, and each `since` its own line."""
    since = '[[term.since]]\ntext = "t"\n'
    text = TERM + since + TERM + since + since + 'refs = ["x"]\n'
    assert told(GlossaryFile, text) == ["19 T02 unknown field “refs”"]


def test_missing_fields() -> None:
    """Each is told at the header of its entry."""
    text = '[[correction]]\nline = 3\n\n[[correction]]\nline = 4\nfind = "a"\nreplace = "b"\n'
    assert told(CorrectionsFile, text) == [
        "1 T03 [[correction]] has no field “find”",
        "1 T03 [[correction]] has no field “replace”",
        "1 T03 [[correction]] has no field “reason”",
        "4 T03 [[correction]] has no field “reason”",
    ]


def test_a_missing_field_of_the_file() -> None:
    """Where nothing stands there is no line but the first."""
    assert told(SourceFile, SOUND.replace('language = "en"\n', "\n")) == [
        "1 T03 the file has no field “language”"
    ]
    assert told(SourceFile, 'language = "en"\nlayout = "hard-wrapped"\nsha256 = "0"\n') == [
        "1 T03 the file has no field “rights”"
    ]


def test_a_missing_field_of_a_nested_entry() -> None:
    """The second `since` of the second term is the one that lacks its text."""
    since = '[[term.since]]\ntext = "t"\n'
    text = TERM + since + TERM + since + "[[term.since]]\nreferences = []\n"
    assert told(GlossaryFile, text) == ["17 T03 [[term.since]] has no field “text”"]


def test_everything_is_told_at_once() -> None:
    """An editor mends a file in one go."""
    text = '[[correction]]\nlin = 3\nfind = 4\nreplace = "b"\nreason = "r"\n[[sic]]\nline = "5"\nfind = "a"\n'
    assert told(CorrectionsFile, text) == [
        "2 T02 unknown field “lin”",
        "1 T03 [[correction]] has no field “line”",
        "3 T04 “find” is 4",
        "7 T04 “line” is '5'",
        "6 T03 [[sic]] has no field “reason”",
    ]


# Types and values


@pytest.mark.parametrize(
    ("row", "message", "hint"),
    [
        ("line = true", "“line” is True", "write a whole number"),
        ('line = "3"', "“line” is '3'", "write a whole number"),
        ("line = 3.0", "“line” is 3.0", "write a whole number"),
        ("line = [3]", "“line” is [3]", "write a whole number"),
        ("find = 3", "“find” is 3", "write a text in quotes"),
        ("find = 1979-05-27", "“find” is datetime.date(1979, 5, 27)", "write a text in quotes"),
        ('find = ["a"]', "“find” is ['a']", "write a text in quotes"),
    ],
)
def test_a_wrong_type(row: str, message: str, hint: str) -> None:
    """`true` is a number to Python, and no line of a text."""
    rows = {"line": "line = 1", "find": 'find = "a"'} | {row.split(" ", maxsplit=1)[0]: row}
    text = "\n".join(["", "[[sic]]", 'reason = "r"', *rows.values()])
    place = 4 if row.startswith("line") else 5
    assert told(CorrectionsFile, text) == [f"{place} T04 {message}"]
    assert hints(CorrectionsFile, text) == [hint]


def test_a_text_where_a_list_is_wanted() -> None:
    """`forms = "CSTO"` would be read as four forms of a letter each."""
    text = TERM.replace('["CSTO"]', '"CSTO"')
    assert told(GlossaryFile, text) == ["4 T04 “forms” is 'CSTO'"]
    assert hints(GlossaryFile, text) == ["write a list"]


def test_a_wrong_item_of_a_list() -> None:
    """The items of a list have a type too."""
    assert told(GlossaryFile, TERM.replace('["CSTO"]', '["CSTO", 3]')) == ["4 T04 “forms” is 3"]


def test_a_table_where_a_list_of_tables_is_wanted() -> None:
    """`[cut]` for `[[cut]]` is the likeliest slip of all."""
    text = SOUND + '[cut]\nlines = "1"\nkind = "metadata"\nreason = "r"\n'
    assert [row.split(" is ")[0] for row in told(SourceFile, text)] == ["8 T04 “cut”"]


def test_a_text_where_a_table_is_wanted() -> None:
    """Rights are a table with two fields."""
    text = SOUND.split("[rights]", maxsplit=1)[0] + 'rights = "None"\n'
    assert told(SourceFile, text) == ["5 T04 “rights” is 'None'"]
    assert hints(SourceFile, text) == ["write a table"]


def test_a_value_that_is_not_allowed() -> None:
    """The nearest value is offered, or all of them."""
    wrapped = SOUND.replace("line-per-paragraph", "hard-wraped")
    assert told(SourceFile, wrapped) == ["2 T05 “layout” is 'hard-wraped'"]
    assert hints(SourceFile, wrapped) == ["perhaps “hard-wrapped”"]
    public = SOUND.replace('"full"', '"yes"')
    assert told(SourceFile, public) == ["7 T05 “publication” is 'yes'"]
    assert hints(SourceFile, public) == ["one of full, excerpt, record"]


@pytest.mark.parametrize(
    "value", ['"37-"', '"-3"', '"a"', "true", "3.5", '"3 - 5"', '""', "[3, 5]", '"3-5-7"']
)
def test_a_bad_range(value: str) -> None:
    """Half a range must not be taken for one line."""
    text = SOUND + f'\n[[cut]]\nkind = "metadata"\nlines = {value}\nreason = "r"\n'
    rows = told(SourceFile, text)
    assert len(rows) == 1
    assert rows[0].startswith("11 T04 “lines” is ")


# Files that are no TOML, and ways of writing it


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb = \n", 2),
        ('a = 1\n\nb = "x\n', 3),
        ("a = 1\na = 2\n", 2),
        ('[[term]]\nid = "a"\n[term\n', 3),
        ("a = [\n1,\n", 3),
        ("a = 1\nb = “x”\n", 2),
    ],
)
def test_the_line_of_a_syntax_error(text: str, line: int) -> None:
    """A file that is no TOML is told once, where it stops to be."""
    value, problems = parse(CorrectionsFile, "x.toml", text)
    assert value is None
    assert [(problem.line, problem.code) for problem in problems] == [(line, "T01")]
    assert "(at" not in problems[0].message


def test_lines_are_those_of_a_text_editor() -> None:
    """A line separator or a form feed pasted into a text ends no line of the file."""
    text = TERM.replace("A treaty.", "A\u2028treaty\x85of\u2029four") + 'sort = "x"\n'
    assert told(GlossaryFile, text) == ["7 T02 unknown field “sort”"]


def test_a_text_of_many_lines_holds_no_fields() -> None:
    """What looks like a header or a field within a text is neither."""
    text = TERM.replace('"A treaty."', '"""\n[[term]]\nkind = of treaty\n"""').replace('"treaty"', '"treat"')
    assert told(GlossaryFile, text) == ["5 T05 “kind” is 'treat'"]
    swapped = TERM.replace(
        'kind = "treaty"\ndefinition = "A treaty."', "definition = '''\nkind = x\n'''\nkind = 3"
    )
    assert told(GlossaryFile, swapped) == ["8 T05 “kind” is 3"]


def test_inline_tables_have_the_line_they_stand_in() -> None:
    """There is no header to point at."""
    text = SOUND.split("[rights]", maxsplit=1)[0] + 'rights = { publication = "full" }\n'
    assert told(SourceFile, text) == ["5 T03 [[rights]] has no field “statement”"]
    cut = 'title = "x"\ncut = [ { lines = "1" } ]\n' + SOUND
    assert [row[:8] for row in told(SourceFile, cut)] == ["2 T03 [[", "2 T03 [["]


def test_headers_as_toml_allows_them() -> None:
    """Spaces within the brackets and a remark behind them."""
    fields = '\n  find = "a"\n  reason = "r"\n'
    text = f'[[ sic ]]  # one\nline = 1{fields}  [[sic]]\n  line = "x"{fields}'
    assert told(CorrectionsFile, text) == ["6 T04 “line” is 'x'"]
