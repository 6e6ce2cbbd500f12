"""The bibliography: legal BibLaTeX comes in, what would be lost is refused; what pandoc makes of the rest."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from textwrap import dedent

import pytest

from reader.model import Formatted, Reference
from reader.project.bibtex import parse
from reader.project.bibtex_fields import KNOWN
from reader.references.style_files import UnknownStyle
from reader.references.styles import format_all

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
    assert (one.get("title"), one.get("pages"), one.get("nothing")) == ("Russia and Iran", "127–141", "")
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
        ("@misc{dow-2020\n  title = {A},\n}\n", "the block “@misc{dow-2020 title = {A}, }” cannot be read"),
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
    """One of the two would be lost; what is not printed is passed on, and two names may say the same."""
    text = "@misc{dow-2020,\n  title = {A},\n  Title = {B},\n}\n"
    assert told(text) == ["3 B02 “dow-2020” has the field “title” twice"]
    assert told("@misc{dow-2020,\n  title={A},\n  address={B},\n  location={C},\n}\n") == [
        "4 B02 “dow-2020” has the field “location” twice"
    ]
    assert told("@misc{dow-2020,\n  title={A},\n  address={B},\n  location={B},\n}\n") == []
    assert told("@misc{dow-2020,\n  title = {A},\n  file = {a.pdf},\n  file = {b.pdf},\n}\n") == []


def test_a_key_twice() -> None:
    """A citation would lead to the first of two works."""
    text = entry("year = {2020}") + entry("year = {2021}")
    assert told(text) == ["5 B03 the key “dow-2020” stands in the bibliography already"]


def test_a_key_that_differs_in_case() -> None:
    """Addresses are the same to some servers and disks."""
    text = entry("year = {2020}") + entry("year = {2021}").replace("dow", "Dow")
    assert told(text) == ["5 B03 the key “Dow-2020” differs only in case from “dow-2020”"]


# What no style and no parser knows


@pytest.mark.parametrize(
    ("written", "meant"), [("jornal", "journal"), ("boktitle", "booktitle"), ("publihser", "publisher")]
)
def test_a_misspelt_field(written: str, meant: str) -> None:
    """A misspelt field is left out by every style."""
    _references, problems = parse("references.bib", entry(f"{written} = {{Caucasus Survey}}"))
    assert [f"{one.line} {one.code} {one.message}" for one in problems] == [
        f"3 B05 “dow-2020” has the unknown field “{written}”, which is not printed"
    ]
    assert problems[0].hint == f"perhaps “{meant}”"


@pytest.mark.parametrize(
    "row",
    ["file = {:a.pdf:PDF}", "keywords = {a, b}", "bdsk-url-1 = {x}", "groups = {g}", "mendeley-tags = {t}",
     "langidopts = {variant=british}", "related = {other}", "month_numeric = {5}", "__markedentry = {x:1}",
     "abstract = {50\\% of \\foo{} and a {brace} \\href{http://x}{y}}", "eprintclass = {cs.CL}"],
)  # fmt: skip
def test_a_field_that_is_not_printed_is_passed_on(row: str) -> None:
    """What an editor keeps in a file for other programs is theirs: it comes out as it went in."""
    references, problems = parse("references.bib", entry(row))
    assert problems == []
    assert f"  {row}," in references["dow-2020"].bibtex


def test_names_of_fields_and_types_in_capitals() -> None:
    """BibTeX ignores their case."""
    references, problems = parse(
        "references.bib", "@ARTICLE{dow-2020,\n TITLE={A}, Journal={J}, YEAR={2020}}"
    )
    assert problems == []
    one = references["dow-2020"]
    assert (one.type, one.title, one.get("journaltitle")) == ("article", "A", "J")


def test_an_unknown_type() -> None:
    """An unknown type is formatted as nothing in particular."""
    rows = told(entry("year = {2020}", kind="webpage"))
    assert rows == ["1 B05 “dow-2020” has the unknown type @webpage"]
    assert told(entry("year = {2020}", kind="MISC")) == []


@pytest.mark.parametrize(
    ("kind", "type_", "genre"),
    [("phdthesis", "thesis", "PhD thesis"), ("mastersthesis", "thesis", "Master’s thesis"),
     ("techreport", "report", "Technical report"),
     ("conference", "inproceedings", ""), ("www", "online", "")],
)  # fmt: skip
def test_the_types_of_bibtex(kind: str, type_: str, genre: str) -> None:
    """Each stands for a type of BibLaTeX, with a genre where that says more."""
    rows = "title={A}, school={U}, institution={U}, year=2001, booktitle={B}"
    references, problems = parse("references.bib", f"@{kind}{{a-2001, {rows}}}")
    assert [problem.code for problem in problems] == []
    assert (references["a-2001"].type, references["a-2001"].get("type")) == (type_, genre)


@pytest.mark.parametrize(
    ("key", "address"),
    [("Dow-2020", "dow-2020"), ("dow_2020", "dow-2020"), ("Camel:2001", "camel-2001"), ("a+b/c.d", "a-b-c-d"),
     ("DBLP:conf/aaai/Šimek", "dblp-conf-aaai-šimek"), ("dow-2020", "dow-2020")],
)  # fmt: skip
def test_a_key_of_another_form(key: str, address: str) -> None:
    """BibLaTeX allows almost any sign in a key; an address does not."""
    references, problems = parse("references.bib", entry("year = {2020}").replace("dow-2020", key))
    assert problems == []
    assert references[key].address == address


@pytest.mark.parametrize("key", ["", "--", "a%b", "a~b", "O'Neil-2020"])
def test_a_key_that_is_none(key: str) -> None:
    """Signs that BibLaTeX does not allow, and keys that would have no address."""
    assert any(row.startswith("1 B02 the ") for row in told(entry("year = {2020}").replace("dow-2020", key)))


def test_two_keys_with_one_address() -> None:
    """A link to one of them would lead to the other."""
    text = entry("year = {2020}") + entry("year = {2021}").replace("dow-2020", "dow:2020")
    assert told(text) == ["5 B03 the key “dow:2020” would have the address of “dow-2020”, “dow-2020”"]


@pytest.mark.parametrize(
    ("row", "sound"),
    [
        ("date = {2020-11-06}", True),
        ("date = {2020-11}", True),
        ("date = {2020/2021}", True),
        ("date = {2020-21}", True),
        ("date = {1900~}", True),
        ("date = {1900/}", True),
        ("date = {../1900}", True),
        ("date = {199X}", True),
        ("date = {-0043}", True),
        ("year = {2020}", True),
        ("doi = {10.1080/23761199.2020.1759888}", True),
        ("doi = {10.1002/(SICI)1097<1::AID>3.0.CO;2-Z}", True),
        ("doi = {https://doi.org/10.1080/x}", False),
        ("doi = {doi:10.1080/x}", False),
        ("doi = {10.1080}", False),
        ("url = {https://example.org/100%25_a#b}", True),
        ("url = {www.example.org}", False),
        ("url = {https://example.org/a b}", False),
        ("url = {javascript:alert(1)}", False),
        ("url = {https://[::1]/a}", True),
        ("pages = {113--143}", True),
        ("pages = {[300]--301}", True),
        ("pages = {113-143}", True),
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
    ("url", "mended"),
    [
        (r"https://example.org/a\_b\%20c\&d=1", "https://example.org/a_b%20c&d=1"),
        ("https://example.org/{a}", "https://example.org/a"),
        ("https://example.org/a[1]", "https://example.org/a%5B1%5D"),
    ],
)
def test_an_address_with_signs_that_none_has(url: str, mended: str) -> None:
    """A backslash, a brace or a bracket; the hint says the address that is meant."""
    _references, problems = parse("references.bib", entry(f"url = {{{url}}}"))
    assert [(one.line, one.code, one.hint) for one in problems] == [(3, "B02", f"write {mended}")]


@pytest.mark.parametrize(
    ("kind", "row", "lacks"),
    [
        ("article", "date = {2020}", "journaltitle"),
        ("article", "journaltitle = {J}", "date"),
        ("incollection", "year = {2020}", "booktitle or maintitle"),
        ("report", "year = {2020}", "institution or organization or publisher"),
        ("thesis", "school = {S}", "date"),
    ],
)
def test_a_field_that_a_type_needs(kind: str, row: str, lacks: str) -> None:
    """A style would print nothing where the field is missing, and no one would see that it is."""
    assert told(entry(row, kind)) == [f"1 B02 “dow-2020” has no {lacks}"]


def test_an_entry_that_says_nothing() -> None:
    """A missing title, a missing author; an empty field is none."""
    assert told(entry("note = {}")) == []
    assert told("@misc{dow-2020,\n  title = {},\n  author = {Dow, Ann},\n}\n") == [
        "1 B02 “dow-2020” has no title"
    ]
    assert told("@misc{dow-2020,\n  author = {Dow, Ann},\n}\n") == ["1 B02 “dow-2020” has no title"]
    assert told("@misc{dow-2020,\n  year = {2020},\n}\n") == ["1 B02 “dow-2020” has neither author nor title"]


def test_every_field_may_be_written() -> None:
    """The list of fields holds no slip of its own."""
    assert all(field == field.lower().strip() for field in KNOWN)
    rows = ",\n".join(f"  {field} = {{{field}}}" for field in sorted(KNOWN - {"title", "crossref", "xdata"}))
    assert not [row for row in told(f"@misc{{dow-2020,\n  title = {{A}},\n{rows},\n}}\n") if "B05" in row]


# Strings, macros, months, links between entries


STRINGS = """\
@string{CAC = "Caspian Affairs"}
@string(q = {Quarterly})
@article{a-2001, title={A}, journaltitle = CAC # { } # q, date={2001}}
@article{b-2001, title={B}, journaltitle = cac, date={2001}}
"""


def test_macros_are_filled_in() -> None:
    """Their names ignore case, and `#` joins."""
    references, problems = parse("references.bib", STRINGS)
    assert problems == []
    assert [one.get("journaltitle") for one in references.values()] == [
        "Caspian Affairs Quarterly",
        "Caspian Affairs",
    ]
    assert "journaltitle = {Caspian Affairs Quarterly}" in references["a-2001"].bibtex


def test_an_unknown_macro() -> None:
    """BibTeX prints nothing for it."""
    assert told(entry("journal = nowhere")) == ["3 B07 no @string defines “nowhere”"]


@pytest.mark.parametrize(
    ("month", "words"),
    [("jan", "January 2001"), ("{January}", "January 2001"), ("{Sept.}", "September 2001"),
     ("3", "March 2001"),
     ('"10~" # jan', "10 January 2001"), ('jan # "~10"', "10 January 2001"), ("{May/June}", "May–June 2001"),
     ('jan # "--" # feb', "January–February 2001"), ("{Spring}", "Spring 2001"),
     ("{June 3rd}", "3 June 2001")],
)  # fmt: skip
def test_months(month: str, words: str) -> None:
    """However a month is written, it is printed."""
    references, problems = parse("references.bib", f"@misc{{a-2001, title={{A}}, year=2001, month={month}}}")
    assert problems == []
    date = references["a-2001"].date
    assert date is not None
    assert date.words == words


@pytest.mark.parametrize("month", ["{Octember}", "{13}", "{0}", "{early}"])
def test_months_that_are_none(month: str) -> None:
    """A month is never dropped in silence."""
    rows = told(f"@misc{{a-2001,\n  title = {{A}},\n  year = 2001,\n  month = {month},\n}}\n")
    assert len(rows) == 1
    assert " B02 " in rows[0]


CROSSED = """\
@incollection{part-2001, author={Doe, Jo}, title={A Part}, crossref={Whole-2001}, pages={1-9}}
@collection{whole-2001, editor={Roe, Ri}, title={The Whole}, subtitle={Sub}, publisher={P}, date={2001}}
@xdata{house, publisher={House}, location={Riga}}
@book{book-2002, author={Doe, Jo}, title={B}, year={2002}, xdata={house}}
"""


def test_what_an_entry_takes_over() -> None:
    """The title of a whole is the book title of its part; an entry that only lends is no work."""
    references, problems = parse("references.bib", CROSSED)
    assert problems == []
    assert list(references) == ["part-2001", "whole-2001", "book-2002"]
    part = references["part-2001"]
    assert [part.get(name) for name in ("title", "booktitle", "booksubtitle", "editor", "publisher")] == [
        "A Part", "The Whole", "Sub", "Roe, Ri", "P",
    ]  # fmt: skip
    assert "booktitle = {The Whole}" in part.bibtex
    assert "crossref" not in part.bibtex
    assert references["book-2002"].get("location") == "Riga"


def test_links_that_lead_nowhere() -> None:
    """To no entry, or around in a circle."""
    assert told(entry("crossref = {nothing-2000}")) == [
        "3 B04 “crossref” of “dow-2020”: “nothing-2000” is not in the file"
    ]
    assert [row[:5] for row in told(entry("crossref = {dow-2020}"))] == ["3 B04"]


@pytest.mark.parametrize(
    "between",
    ["% Kept by ann@example.org; some styles want language = {English}\n", "Some words, x = y.\n",
     "@comment{jabref-meta: grouping {a};}\n", "@preamble{\"\\newcommand{\\noop}[1]{}\"}\n",
     "% @misc{no, title={No}}\n", "@comment Here (or there) is one.\n"],
)  # fmt: skip
def test_comments_anywhere(between: str) -> None:
    """What is outside the entries is a comment; so is what follows a % on its line."""
    references, problems = parse(
        "references.bib", between + SOUND + between + SOUND.replace("dow", "bow") + between
    )
    assert problems == []
    assert list(references) == ["dow-2020", "bow-2020"]


def test_line_ends_and_byte_order_marks() -> None:
    """Files come from all systems."""
    references, problems = parse("references.bib", "\ufeff" + SOUND.replace("\n", "\r\n"))
    assert problems == []
    assert references["dow-2020"].bibtex == SOUND.rstrip("\n")


def test_the_time_grows_with_the_file_alone() -> None:
    """Counted in calls and not in seconds: twice the entries, twice the work."""

    def calls(count: int) -> int:
        text = "".join(SOUND.replace("dow-2020", f"k-{number}") for number in range(count))
        made = 0

        def count_call(_frame: object, event: str, _argument: object) -> None:
            nonlocal made
            made += event == "call"

        sys.setprofile(count_call)
        try:
            parse("references.bib", text)
        finally:
            sys.setprofile(None)
        return made

    parse("references.bib", SOUND)  # fills the caches
    assert calls(400) < 2.1 * calls(200)


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
