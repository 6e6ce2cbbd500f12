"""The bibliography: what the reading of BibTeX swallows silently, and what pandoc makes of the rest."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from textwrap import dedent

import pytest

from reader.model import Formatted, Reference
from reader.project.bibtex import FIELDS, parse
from reader.references.styles import UnknownStyle, format_all

SOUND = """\
@article{dow-2020,
  author = {Dow, Ann and Bow, Bert},
  title = {Russia and {Iran}},
  journaltitle = {Caucasus Survey},
  date = {2020-05-26},
  volume = {8},
  number = {2},
  pages = {127--141},
  issn = {2376-1199},
  doi = {10.1080/23761199.2020.1759888},
  url = {https://example.org/a_b?c=1},
  urldate = {2020-11-06},
}
"""


def told(text: str) -> list[str]:
    """Return the problems of a bibliography as `line code message`."""
    _references, problems = parse("references.bib", dedent(text))
    assert all(problem.path == "references.bib" for problem in problems)
    return [f"{problem.line} {problem.code} {problem.message}" for problem in problems]


def entry(row: str, kind: str = "misc") -> str:
    """Return a sound entry with one more row, which stands in line 3."""
    return f"@{kind}{{dow-2020,\n  title = {{A title}},\n  {row},\n}}\n"


def test_a_sound_entry() -> None:
    """Fields are plain words, without the braces that protect capitals; the entry keeps them."""
    references, problems = parse("references.bib", SOUND)
    assert not problems
    one = references["dow-2020"]
    assert (one.get("title"), one.get("pages"), one.get("nothing")) == ("Russia and Iran", "127--141", "")
    assert one.at.line == 1
    assert one.bibtex == SOUND.rstrip("\n")


def test_references_keep_the_order_of_the_file() -> None:
    """The same input gives the same bytes."""
    text = "".join(SOUND.replace("dow-2020", key) for key in ("c-2020", "a-2020", "b-2020"))
    assert list(parse("references.bib", text)[0]) == ["c-2020", "a-2020", "b-2020"]


# What the parser swallows


@pytest.mark.parametrize(
    ("rows", "swallower", "swallowed", "line"),
    [
        ("  title = {A}\n  year = {2020},\n", "title", "year", 2),
        ("  title = {A}\n  year = 2020,\n", "title", "year", 2),
        ('  title = "A"\n  year = {2020},\n', "title", "year", 2),
        ('  title = "A" year = "2020",\n', "title", "year", 2),
        ("  title = {A} Year = 2020,\n", "title", "Year", 2),
        ("  year = 2020\n  title = {A},\n", "year", "title", 2),
        ("  title = {A},\n  volume = 3\n  number = 4,\n", "volume", "number", 3),
        ("  title = {A},\n  month = mar\n  year = 2020,\n", "month", "year", 3),
        ("  title = {A},\n  note = {B}\n  doi = {10.1000/x},\n", "note", "doi", 3),
    ],
)
def test_a_missing_comma(rows: str, swallower: str, swallowed: str, line: int) -> None:
    """Without its comma a field makes the next one part of itself, and the parser is content."""
    assert f"{line} B01 “{swallower}” of “dow-2020” has swallowed “{swallowed}”" in told(
        f"@misc{{dow-2020,\n{rows}}}\n"
    )


@pytest.mark.parametrize(
    "title",
    ["A note on the number = sign", "The date: 2020", "Volume and number", "Title {URL} and type", "E = mc2"],
)
def test_titles_that_have_swallowed_nothing(title: str) -> None:
    """The names of fields are words."""
    assert told(f"@misc{{dow-2020,\n  title = {{{title}}},\n}}\n") == []


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("@misc{dow-2020,\n  title = {A,\n}\n", "the block “@misc{dow-2020, title = {A, }” cannot be read"),
        ("@misc{dow-2020\n  title = {A},\n}\n", "the block “@misc{dow-2020 title =” cannot be read"),
        ("misc{dow-2020,\n  title = {A},\n}\n", "an entry is outside the braces of any block"),
        ("  title = {A},\n}\n", "an entry is outside the braces of any block"),
    ],
)
def test_a_block_that_cannot_be_read(block: str, message: str) -> None:
    """A whole entry is lost where a brace, a comma or the @ is missing; its neighbours are not."""
    around = ["@misc{a-2020,\n  title = {A},\n}\n", "@misc{b-2020,\n  title = {B},\n}\n"]
    assert told(block.join(around)) == [f"4 B01 {message}"]
    assert list(parse("references.bib", block.join(around))[0]) == ["a-2020", "b-2020"]


def test_comments_between_the_blocks() -> None:
    """A remark is no entry, and an entry may be commented out."""
    assert (
        told("% Works cited (2020)\n\n" + SOUND + "\n@comment{@misc{x, title={A}}}\n\nThe rest: none.\n")
        == []
    )


def test_a_field_twice() -> None:
    """The parser would keep one of the two."""
    text = "@misc{dow-2020,\n  title = {A},\n  title = {B},\n}\n"
    assert told(text) == ["1 B02 “dow-2020” has a field twice"]


def test_a_key_twice() -> None:
    """A citation would lead to the first of two works."""
    text = entry("year = {2020}") + entry("year = {2021}")
    assert told(text) == ["5 B03 the key “dow-2020” stands in the file already"]


def test_a_key_that_differs_in_case() -> None:
    """Addresses are the same to some servers and disks."""
    text = entry("year = {2020}") + entry("year = {2021}").replace("dow", "Dow")
    assert told(text) == ["5 B03 the key “Dow-2020” differs only in case from “dow-2020”"]


# What no style and no parser knows


def test_an_unknown_field() -> None:
    """A misspelt field is left out by every style."""
    assert told(entry("jornal = {Caucasus Survey}")) == ["3 B05 “dow-2020” has the unknown field “jornal”"]


def test_a_field_in_capitals() -> None:
    """Field names keep their case in the parser, so a capital hides a field."""
    assert told(entry("Year = {2020}")) == ["3 B02 “dow-2020” writes “Year” in capitals"]


def test_an_unknown_type() -> None:
    """An unknown type is formatted as nothing in particular."""
    rows = told(entry("year = {2020}", kind="webpage"))
    assert rows == ["1 B05 “dow-2020” has the unknown type @webpage"]
    assert told(entry("year = {2020}", kind="MISC")) == []


@pytest.mark.parametrize("key", ["Dow-2020", "dow_2020", "dow:2020", "dow--2020", "dow-2020-"])
def test_a_key_of_another_form(key: str) -> None:
    """A key is part of an address."""
    text = entry("year = {2020}").replace("dow-2020", key)
    assert told(text) == [f"1 B02 the key “{key}” is not of the form name-year"]


@pytest.mark.parametrize(
    ("row", "sound"),
    [
        ("date = {2020-11-06}", True),
        ("date = {2020-11}", True),
        ("date = {2020/2021}", True),
        ("date = {6 November 2020}", False),
        ("date = {2020-11-6}", False),
        ("year = {2020}", True),
        ("year = {c. 2020}", False),
        ("urldate = {06.11.2020}", False),
        ("doi = {10.1080/23761199.2020.1759888}", True),
        ("doi = {10.1002/(SICI)1097<1::AID>3.0.CO;2-Z}", True),
        ("doi = {https://doi.org/10.1080/x}", False),
        ("doi = {doi:10.1080/x}", False),
        ("doi = {10.1080}", False),
        ("url = {https://example.org/100%25_a#b}", True),
        ("url = {www.example.org}", False),
        ("url = {https://example.org/a b}", False),
        ("pages = {113--143}", True),
        ("pages = {[300]--301}", False),
        ("pages = {113-143}", False),
        ("pages = {e12, 14--15}", True),
        ("issn = {1302-177X}", True),
        ("issn = {1302177X}", False),
    ],
)
def test_the_form_of_a_value(row: str, sound: bool) -> None:
    """A date, an address or a DOI of another form makes a wrong citation or a dead link."""
    name, _, value = row.partition(" = ")
    wanted = [] if sound else [f"3 B02 “{name}” of “dow-2020” is “{value[1:-1]}”"]
    assert told(entry(row)) == wanted


@pytest.mark.parametrize(
    ("kind", "row", "lacks"),
    [
        ("article", "date = {2020}", "journaltitle or journal"),
        ("article", "journaltitle = {J}", "date or year"),
        ("incollection", "year = {2020}", "booktitle"),
        ("report", "year = {2020}", "institution or organization"),
        ("thesis", "school = {S}", "date or year"),
    ],
)
def test_a_field_that_a_type_needs(kind: str, row: str, lacks: str) -> None:
    """A style would print nothing where the field is missing, and no one would see that it is."""
    assert told(entry(row, kind)) == [f"1 B02 “dow-2020” has no {lacks}"]


def test_an_entry_that_says_nothing() -> None:
    """An empty field, a missing title, a missing author."""
    assert told(entry("note = {}")) == ["3 B02 “dow-2020” has an empty “note”"]
    assert told("@misc{dow-2020,\n  author = {Dow, Ann},\n}\n") == ["1 B02 “dow-2020” has no title"]
    assert told("@misc{dow-2020,\n  year = {2020},\n}\n") == ["1 B02 “dow-2020” has neither author nor title"]


def test_every_field_may_be_written() -> None:
    """The list of fields holds no slip of its own."""
    assert all(field == field.lower().strip() for field in FIELDS)
    rows = ",\n".join(f"  {field} = {{{field}}}" for field in sorted(FIELDS - {"title"}))
    assert not [row for row in told(f"@misc{{dow-2020,\n  title = {{A}},\n{rows},\n}}\n") if "B05" in row]


# What pandoc makes of it

HARD = r"""
@misc{percent-2020, author={Dow, Ann}, title={Only 100% of {Iran's} \& {A_b} #1}, year={2020},
  howpublished={Press 5% & Son}, url={https://example.org/a%20b_c?d=1&e=2#f}}
@article{escaped-2021, author={Bow, Bert and Cow, Cid and Dow, Ann and Fow, Eve}, title={50\% of it},
  journaltitle={J & K}, date={2021-05-01}, doi={10.1000/a_b(1)%3c}, volume={3}, number={2}, pages={1--9}}
@online{anonymous-2022, title={Nobody wrote this}, date={2022-01-11}, url={https://example.org/%D0%B0}}
@book{body-2023, author={{Ministry of Trade and Industry}},
  title={Отчёт о торговле}, publisher={Наука}, date={2023}, langid={russian}}
@book{edited-1998, editor={Dow, Ann and Bow, Bert},
  title={A "quoted" title; with <tags> and $5}, publisher={P}, year={1998}}
"""


@lru_cache(maxsize=1)
def hard() -> dict[str, Reference]:
    """Return sound entries with all the signs that TeX or HTML would take for its own."""
    references, problems = parse("references.bib", HARD)
    assert not problems
    return references


@pytest.fixture(scope="module")
def formatted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Formatted]:
    """Return the hard entries as the site's style has them."""
    return format_all(hard(), "chicago-author-date", tmp_path_factory.mktemp("citeproc"))


def test_every_reference_is_formatted(formatted: dict[str, Formatted]) -> None:
    """Pandoc leaves out an entry that it cannot read, and says nothing."""
    assert formatted.keys() == hard().keys()
    assert list(formatted) == list(hard())


def test_signs_of_tex_survive(formatted: dict[str, Formatted]) -> None:
    """A bare % begins a comment of TeX: it would eat the rest of a title or of an address."""
    percent = formatted["percent-2020"]
    assert "Only 100% of Iran’s & A_b #1" in percent.plain
    assert "Press 5% & Son" in percent.plain
    assert "https://example.org/a%20b_c?d=1&e=2#f" in percent.plain
    assert 'href="https://example.org/a%20b_c?d=1&amp;e=2#f"' in percent.entry
    escaped = formatted["escaped-2021"]
    assert "“50% of It.”" in escaped.plain
    assert "J & K 3 (2): 1–9" in escaped.plain
    assert "https://doi.org/10.1000/a_b(1)%3c" in escaped.plain
    assert "https://example.org/%D0%B0" in formatted["anonymous-2022"].plain


def test_signs_of_html_are_text(formatted: dict[str, Formatted]) -> None:
    """A title cannot put a tag on the page."""
    edited = formatted["edited-1998"]
    assert "<Tags> and $5" in edited.plain
    assert "&lt;Tags&gt;" in edited.entry


def test_labels(formatted: dict[str, Formatted]) -> None:
    """A label is what stands within the brackets of a citation, and names the work alone."""
    assert {key: one.label for key, one in formatted.items()} == {
        "percent-2020": "Dow 2020",
        "escaped-2021": "Bow et al. 2021",
        "anonymous-2022": "“Nobody Wrote This” 2022",
        "body-2023": "Ministry of Trade and Industry 2023",
        "edited-1998": "Dow and Bow 1998",
    }


def test_an_unchanged_bibliography_is_not_formatted_again(tmp_path: Path) -> None:
    """What is kept is what was given; a change of the bibliography is never answered from what is kept."""
    one = {"body-2023": hard()["body-2023"]}
    first = format_all(one, "apa", tmp_path)
    kept = list(tmp_path.iterdir())
    assert format_all(one, "apa", tmp_path) == first
    assert list(tmp_path.iterdir()) == kept
    two = one | {"edited-1998": hard()["edited-1998"]}
    assert format_all(two, "apa", tmp_path).keys() == two.keys()


def test_an_unknown_style(tmp_path: Path) -> None:
    """A misspelt style names those like it."""
    with pytest.raises(UnknownStyle) as caught:
        format_all(hard(), "chicago-author-dat", tmp_path)
    assert "chicago-author-date" in caught.value.near


def test_an_empty_bibliography(tmp_path: Path) -> None:
    """A new project has none."""
    assert parse("references.bib", "") == ({}, [])
    assert format_all({}, "apa", tmp_path) == {}
