"""What a source marks within its lines: its notes, the pages of its print, words that it sets apart."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from hostile import AT, source
from reader.marks.footnotes import call
from reader.marks.markup import mark_up
from reader.marks.print_pages import check_pages, paginate
from reader.model import Anchor, Cleaned, Footnote, Lines, Markup, Passage, PrintPage, Source
from reader.reading.blocks import split
from reader.reading.cleaning import clean
from reader.words.edits import undo
from refusals import Slip, refuses
from small_project import SmallProject, copy_of_sound, table
from tei_schema import tei_all
from tiny_site import tiny_site

A = "sources/alpha-2020/source.toml"
TIDES = """\
The History of the Tides

The tide rises twice a day, and nobody at Hull has ever
doubted it.1 The harbour was of an-

1. Hull Records, vol. 2, with many
remarks.
*) See the League.

114

other opinion.* He said c'est la vie, and H2O.

It was so, as Brown writes.
"""
ABOUT = """\
language = "en"
layout = "hard-wrapped"
sha256 = "{sha256}"

[rights]
statement = "Made for a test."
publication = "full"
"""
DECIDED = (
    ABOUT
    + table("cut", "", lines="1", begins="The History", kind="metadata", reason="title")
    + table("cut", "", lines="5", begins="", kind="furniture", reason="a blank line at the foot of a page")
    + table("cut", "", lines="9", begins="", kind="furniture", reason="the same")
    + table("cut", "", lines="11", begins="", kind="furniture", reason="the same")
    + table("hyphen", "", line=4, keep=False, reason="one word")
    + table("footnote", "", line=4, marker="1", after="it.", note="6-7", number="1.")
    + table("footnote", "", line=12, marker="*", note="8", number="*)")
    + table("page", "", line=3, number="113")
    + table("page", "", line=10, number="114", marker="114")
    + table("page", "", line=12, number="115", before="He said")
    + table("markup", "", line=3, find="twice", kind="emphasis")
    + table("markup", "", line=6, find="Hull Records", kind="emphasis")
    + table("markup", "", line=12, find="c'est la vie", kind="foreign", language="fr")
    + table("markup", "", line=12, find="2", after="H", kind="subscript")
    + table("markup", "", line=12, find="said c'est la", kind="strong")
    + table(
        "markup", "", line=14, find="as Brown writes", kind="link", target="https://brown.example/a?b=(c)&d"
    )
)
CITATION = table("citation", "", passage="p2", quote="as Brown writes", key="brown-2000")


def with_tides(project: SmallProject) -> SmallProject:
    """The project with a text that has notes, pages and markup, accepted."""
    project.text("tides-1999", TIDES, DECIDED, "The History of the Tides")
    project.write("sources/tides-1999/citations.toml", CITATION)
    return project.accepted()


@pytest.fixture(scope="module")
def tides(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """A site with such a text."""
    project = with_tides(tiny_site(tmp_path_factory.mktemp("tides") / "project"))
    project.good("site")
    return project


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project, to be broken."""
    return copy_of_sound(tmp_path / "project")


def xpath(tree: Any, path: str) -> list[Any]:
    """What a path finds in a tree of HTML or of TEI."""
    found: list[Any] = tree.xpath(path, namespaces={"t": "http://www.tei-c.org/ns/1.0"})
    return found


def data(project: SmallProject) -> dict[str, Any]:
    """The data of the text."""
    found: dict[str, Any] = json.loads((project.root / "site/data/texts/tides-1999.json").read_text("utf-8"))
    return found


# What becomes of a text


def test_notes_stand_behind_the_text(tides: SmallProject) -> None:
    """A paragraph goes on where a note and a page of the print broke it; the notes follow the text."""
    said = {one["id"]: one["text"] for one in data(tides)["passages"]}
    assert said == {
        "p1": "The tide rises twice a day, and nobody at Hull has ever doubted it. The harbour was of "
        "another opinion. He said c’est la vie, and H2O.",
        "p2": "It was so, as Brown writes.",
        "f1": "Hull Records, vol. 2, with many remarks.",
        "f2": "See the League.",
    }


def test_the_data(tides: SmallProject) -> None:
    """Marks are where their words are; a note knows what calls it, and the text where it calls a note."""
    schema = json.loads((tides.root / "site/data/texts/schema.json").read_text("utf-8"))
    jsonschema.validate(data(tides), schema)
    first, second, note, other = data(tides)["passages"]
    text = first["text"]
    assert [(one["kind"], text[one["start"] : one["end"]]) for one in first["markup"]] == [
        ("emphasis", "twice"),
        ("strong", "said c’est la"),
        ("subscript", "2"),
        ("foreign", "c’est la vie"),
    ]
    assert first["markup"][3]["language"] == "fr"
    assert [(one["id"], one["label"], text[: one["at"]][-9:]) for one in first["footnotes"]] == [
        ("f1", "1", "ubted it."),
        ("f2", "*", " opinion."),
    ]
    assert [(one["id"], one["number"], text[one["at"] :][:6]) for one in first["pageBreaks"]] == [
        ("page-113", "113", "The ti"),
        ("page-114", "114", "other "),
        ("page-115", "115", "He sai"),
    ]
    assert [one["pages"] for one in data(tides)["passages"]] == [["113", "115"], ["115"], ["113"], ["113"]]
    assert second["markup"] == [
        {"kind": "link", "start": 11, "end": 26, "target": "https://brown.example/a?b=(c)&d"}
    ]
    assert note["footnote"] == {"label": "1", "place": "foot", "calledIn": "p1"}
    assert other["terms"]


def test_the_page(tides: SmallProject) -> None:
    """Each note is linked both ways, each page has its address, and no link of the source is lost."""
    page = (tides.root / "site/texts/tides-1999/index.html").read_text("utf-8")
    tree = etree.HTML(page)
    for id_ in ("f1", "f2"):
        (sign,) = xpath(tree, f"//a[@id='{id_}-in-text']")
        assert (sign.get("href"), sign.get("class")) == (f"#{id_}", "footnote-sign")
        (note,) = xpath(tree, f"//p[@id='{id_}']")
        assert note.get("class") == "passage footnote"
        assert [one.get("href") for one in note.iter("a")][-1] == f"#{id_}-in-text"
    assert [(one.get("id"), one.get("data-n")) for one in xpath(tree, "//a[@class='page-break']")] == [
        ("page-113", "113"),
        ("page-114", "114"),
        ("page-115", "115"),
    ]
    (strong,) = xpath(tree, "//strong[contains(., 'said')]")
    assert "".join(strong.itertext()) == "said "
    (foreign,) = xpath(tree, "//span[@class='foreign']")
    assert (foreign.get("lang"), "".join(foreign.itertext())) == ("fr", "c’est la vie")
    (sign,) = xpath(tree, "//a[@class='of-source-sign']")
    assert sign.get("href") == "https://brown.example/a?b=(c)&d"
    assert "external" in sign.get("rel").split()
    assert [one.get("href") for one in xpath(tree, "//p[@id='p2']//a[@class='citation']")] == [
        "../../bibliography/#brown-2000"
    ]


def test_tei(tides: SmallProject) -> None:
    """Notes stand where they are called, pages where they begin; the document is valid."""
    tree = etree.parse(tides.root / "site/data/texts/tides-1999.tei.xml")
    assert tei_all().validate(tree), list(tei_all().error_log)[:3]
    notes = xpath(tree, "//t:note[@type='source']")
    assert [(one.get("n"), one.get("place"), "".join(one.itertext())) for one in notes] == [
        ("1", "bottom", "Hull Records, vol. 2, with many remarks."),
        ("*", "bottom", "See the League."),
    ]
    assert [one.get("n") for one in xpath(tree, "//t:pb")] == ["113", "114", "115"]
    assert xpath(tree, "//t:foreign/@xml:lang") == ["fr"]
    assert "https://brown.example/a?b=(c)&d" in xpath(tree, "//t:ref/@target")


@pytest.mark.parametrize(
    ("place", "words", "label", "number"),
    [
        ("p1", "Pp. 113–115", "page", "113–115"),
        ("p2", "P. 115", "page", "115"),
        ("p1-p2", "Pp. 113–115", "page", "113–115"),
        ("f1", "N. 1", "note", "1"),
        ("f1-f2", "Nn. 1–*", "note", "1–*"),
        ("page-114", "P. 114", "page", "114"),
        ("page-113-page-115", "Pp. 113–115", "page", "113–115"),
        ("page-114-115", "Pp. 114–115", "page", "114–115"),
    ],
)
def test_cite(tides: SmallProject, place: str, words: str, label: str, number: str) -> None:
    """A citation counts by the pages of the print, and a note by the number that the source gives it."""
    assert f" {words}, Small" in tides.good("cite", f"tides-1999#{place}").out
    (cited,) = json.loads(tides.good("cite", f"tides-1999#{place}", "--format", "csl-json").out)
    assert (cited["label"], cited["locator"]) == (label, number)


def test_a_page_is_cited_with_what_stands_on_it(tides: SmallProject) -> None:
    """The link carries the revisions of the passages on the page, so that a change of any is told."""
    passages = {one["id"]: one["revision"] for one in data(tides)["passages"]}
    (cited,) = json.loads(tides.good("cite", "tides-1999#page-115", "--format", "csl-json").out)
    assert f"?rev={passages['p1']}.{passages['p2']}#page-115" in cited["note"]
    (cited,) = json.loads(tides.good("cite", "tides-1999#page-114", "--format", "csl-json").out)
    assert f"?rev={passages['p1']}#page-114" in cited["note"]


@pytest.mark.parametrize(
    ("style", "words"),
    [("chicago-author-date", "2020, 114"), ("apa", "2020, p. 114"), ("modern-language-association", " 114)")],
)
def test_a_style_has_words_of_its_own_for_a_page(tides: SmallProject, style: str, words: str) -> None:
    """Only Chicago and MLA leave out “p.”, which no reviewer forgives."""
    said = tides.good("cite", "tides-1999#page-114", "--style", style, "--as", "in-text").out
    assert words in said


@pytest.mark.parametrize("place", ["page-116", "page-115-page-114", "page-113-p1", "page-"])
def test_a_page_that_the_print_has_not(tides: SmallProject, place: str) -> None:
    """What is asked for is told, with what there is."""
    run = tides.run("cite", f"tides-1999#{place}")
    assert run.code == 2
    assert f"tides-1999 has no page “{place.removeprefix('page-')}”" in run.err


def test_pages_stand_on_the_page_of_citations(tides: SmallProject) -> None:
    """Who has no scripts cites a page too, and takes its files along."""
    tree = etree.HTML((tides.root / "site/cite/tides-1999/index.html").read_text("utf-8"))
    (page,) = xpath(tree, "//div[@class='cite'][@id='page-114']")
    assert "P. 114" in "".join(page.itertext())
    assert "N1  - p. 114, Small" in (tides.root / "site/data/cite/tides-1999/page-114.ris").read_text("utf-8")


def test_the_apparatus(tides: SmallProject) -> None:
    """Every sign that was taken out of the text is told, and the raw text shows where it stood."""
    tree = etree.HTML((tides.root / "site/apparatus/tides-1999/index.html").read_text("utf-8"))
    signs = ["".join(one.itertext()) for one in xpath(tree, "//del[@class='sign']")]
    assert signs == ["1", "114 ", "*", "1. ", "*) "]
    rows = xpath(tree, "//table[@class='raw-view']/tbody/tr")
    beside = {
        "".join(xpath(row, ".//a[@class='of-passage']/@href")): [
            int(one.text) for one in xpath(row, ".//span[@class='line-number']")
        ]
        for row in rows
    }
    assert beside["../../texts/tides-1999/#f1"] == [6, 7]
    assert beside["../../texts/tides-1999/#f2"] == [8]
    assert beside["../../texts/tides-1999/#p1"] == [3, 4, 10, 12]


def test_the_search_knows_pages_and_notes(tides: SmallProject) -> None:
    """“p. 114” and “footnote 1” find what they name."""
    words = "".join(path.read_text("utf-8") for path in sorted((tides.root / "site").rglob("w*.js")))
    assert "footnote" in words


def test_the_book(tides: SmallProject) -> None:
    """In the book a note of the source has its own number and is linked both ways."""
    with zipfile.ZipFile(tides.root / "site/data/reader.epub") as book:
        text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml"))
    assert 'id="f1-in-text-tides-1999"' in text
    assert "#f1-in-text-tides-1999" in text
    assert 'role="doc-pagebreak"' in text
    assert "<em>twice</em>" in text


def test_annotations(tides: SmallProject) -> None:
    """What the source marks is an annotation of the place that it is at."""
    file = tides.root / "site/data/texts/tides-1999.annotations.json"
    items = json.loads(file.read_text("utf-8"))["first"]["items"]
    assert len({one["id"] for one in items}) == len(items)
    said = [(one["motivation"], one["body"].get("value") or one["body"]["id"]) for one in items]
    assert ("highlighting", "emphasis") in said
    assert ("bookmarking", "114") in said
    assert ("classifying", "fr") in said
    assert ("linking", "https://small.example/texts/tides-1999/#f1") in said
    assert ("linking", "https://brown.example/a?b=(c)&d") in said


# Addresses


def test_a_page_that_is_marked_no_more(tmp_path: Path) -> None:
    """Its address goes on resolving, and says what has happened; nothing has to be declared."""
    project = with_tides(copy_of_sound(tmp_path / "project"))
    assert "/texts/tides-1999/#page-115\t1\n" in (project.root / "addresses.lock").read_text("utf-8")
    path = "sources/tides-1999/source.toml"
    text = (project.root / path).read_text("utf-8")
    project.write(path, text.replace('number = "115"', 'number = "116"'))
    project.good("accept", "--yes")
    project.good("build")
    page = (project.root / "docs/texts/tides-1999.md").read_text("utf-8")
    assert (
        '<p class="retired" id="page-115">Page 115 of the print is not marked in this text any more.</p>'
        in page
    )
    assert "#page-116 " in page


def test_a_paragraph_that_is_found_to_be_a_note_keeps_its_address(project: SmallProject) -> None:
    """Identity is not kind: links to it go on."""
    raw = "The tide rises.[1]\n\nIt falls.\n\n[1] So says Brown.\n"
    about = ABOUT.replace("hard-wrapped", "line-per-paragraph")
    project.text("fall-2000", raw, about, "Falls")
    project.accepted()
    project.text("fall-2000", raw, about + table("footnote", "", line=1, marker="[1]", note="5"))
    project.accepted()
    page = (project.root / "docs/texts/fall-2000.md").read_text("utf-8")
    assert "{: #p3 .passage .footnote}" in page
    assert "[](#p3){.footnote-sign #p3-in-text" in page


# Where things are


@pytest.mark.parametrize(
    ("raw", "marker", "text", "before"),
    [
        ("a day.[1] It was\n1 x\n", "[1]", "a day. It was", "a day."),
        ("a day [1].\n1 x\n", "[1]", "a day.", "a day"),
        ("a day [1] and\n1 x\n", "[1]", "a day and", "a day"),
        ("a day,[1]and\n1 x\n", "[1]", "a day,and", "a day,"),
        ("say “so”¹.\n1 x\n", "¹", "say “so”.", "say “so”"),
        ("[1] so\n1 x\n", "[1]", "so", ""),
    ],
)
def test_a_marker(raw: str, marker: str, text: str, before: str) -> None:
    """It goes with the space before it, and what calls the note is the word that it follows."""
    footnote = Footnote(line=1, marker=marker, note=Lines((2, 2)), number="1", at=AT)
    passages, cleaned = read(source(raw), footnote=(footnote,))
    (marked, _note), (called,) = call(passages, cleaned)
    assert marked.text == text
    assert marked.text[: marked.marked("footnote")[0].start] == before
    assert called.label == "1"


@pytest.mark.parametrize(
    ("raw", "page", "text", "after"),
    [
        ("a mile [115] of road\n", {"marker": "[115]"}, "a mile of road", "of road"),
        ("cha[115]racter\n", {"marker": "[115]"}, "character", "racter"),
        ("a mile of road\n", {"before": "of road"}, "a mile of road", "of road"),
        ("a mile of road\n", {"after": "a mile"}, "a mile of road", "of road"),
        ("a mile of road\n", {}, "a mile of road", "a mile of road"),
    ],
)
def test_where_a_page_begins(raw: str, page: dict[str, str], text: str, after: str) -> None:
    """Before the first character of the page, in the middle of a word too."""
    one = PrintPage(line=1, number="115", at=AT, **page)
    passages, cleaned = read(source(raw), page=(one,))
    (paged,), (placed,), problems = paginate(passages, cleaned)
    assert not problems
    assert paged.text == text
    assert paged.text[paged.marked("page")[0].start :] == after
    assert placed.id == "page-115"


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (["1", "2", "10"], []),
        (["xii", "xiv", "1"], []),
        (["ix", "iv"], ["iv begins after page ix"]),
        (["114", "114a", "115"], []),
        (["115", "114"], ["114 begins after page 115"]),
        (["114", "114"], ["“114” begins twice", "114 begins after page 114"]),
        (["XII", "xii"], ["“xii” begins twice", "xii begins after page XII"]),
        (["۱۱۴", "114"], ["“114” begins twice", "114 begins after page ۱۱۴"]),
        (["?"], ["“?” is no number of a page"]),
        (["A", "B", "7"], []),
    ],
)
def test_the_numbers_of_pages(numbers: list[str], told: list[str]) -> None:
    """Two pages of one number have one address, and a page out of order is most often a slip of the line."""
    raw = "".join(f"line {at}\n" for at in range(len(numbers)))
    entries = tuple(PrintPage(line=at, number=one, at=AT) for at, one in enumerate(numbers, 1))
    passages, cleaned = read(source(raw), page=entries)
    problems = [*check_pages(entries), *paginate(passages, cleaned)[2]]
    assert [words in one.message for one, words in zip(problems, told, strict=True)] == [True] * len(told)


def read(of: Source, **decided: Any) -> tuple[list[Passage], Cleaned]:
    """The passages of a source with decisions, and its reading text."""
    of = replace(of, about=replace(of.about, **decided))
    cleaned, problems = clean(of)
    assert cleaned is not None
    assert not problems
    blocks, _unfit = split(of, cleaned)
    return [
        Passage(Anchor.of(f"p{at}"), one.kind, one.text, "0", one.raw, one.start, False, (), one.shape)
        for at, one in enumerate(blocks, 1)
    ], cleaned


# Laws


WORD = st.text("abcdefg", min_size=1, max_size=6)


@st.composite
def noted(draw: st.DrawFn) -> tuple[Source, list[str], list[str]]:
    """A text whose lines call notes that stand amid them, with the running lines and the notes."""
    running: list[str] = []
    notes: list[str] = []
    rows: list[str] = []
    footnotes: list[Footnote] = []
    pages: list[PrintPage] = []
    markup: list[Markup] = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        words = draw(st.lists(WORD, min_size=1, max_size=4))
        line = len(rows) + 1
        running.append(" ".join(words))
        if draw(st.booleans()):
            at = draw(st.integers(1, len(words)))
            rows.append(" ".join([*words[: at - 1], f"{words[at - 1]}[{number}]", *words[at:]]))
            note = draw(WORD)
            first = len(rows) + 1
            rows.append(f"[{number}] {note}")
            notes.append(note)
            footnotes.append(Footnote(line=line, marker=f"[{number}]", note=Lines((first, first)), at=AT))
        else:
            rows.append(" ".join(words))
            markup.append(Markup(line=line, find=running[-1], kind="emphasis", at=AT))
        if draw(st.booleans()):
            pages.append(PrintPage(line=line, number=str(number), at=AT))
    of = source(
        "".join(f"{row}\n" for row in rows), draw(st.sampled_from(["line-per-paragraph", "hard-wrapped"]))
    )
    about = replace(of.about, footnote=tuple(footnotes), page=tuple(pages), markup=tuple(markup))
    return replace(of, about=about), running, notes


@given(noted())
def test_running_text_and_notes_are_told_apart(case: tuple[Source, list[str], list[str]]) -> None:
    """No word of a note is in the running text, none is lost, and each note is called once, where it was."""
    of, running, notes = case
    cleaned, problems = clean(of)
    assert cleaned is not None
    assert not problems
    assert undo(cleaned.text, cleaned.passes) == of.raw.decode()
    passages, _cleaned = read(of)
    said = [one.text for one in passages if one.kind != "footnote"]
    assert " ".join(said) == " ".join(running)
    assert [one.text for one in passages if one.kind == "footnote"] == notes
    passages, called = call(passages, cleaned)
    by_id = {one.id: one for one in passages}
    assert [by_id[one.id].text for one in called] == notes
    for passage in passages:
        for mark in passage.marked("footnote"):
            assert passage.text[mark.start - 1].isalpha()
            assert not passage.text[mark.start : mark.start + 1].isalpha()
    marked, unfit = mark_up(passages, cleaned)
    assert not unfit
    shown = [one.text[mark.start : mark.end] for one in marked for mark in one.marked("emphasis")]
    assert shown == [one.find for one in of.about.markup]
    paged, placed, disorder = paginate(passages, cleaned)
    assert not disorder
    assert [one.number for one in placed] == [one.number for one in of.about.page]
    assert sum(len(one.marked("page")) for one in paged) == len(placed)


# What is refused


def test_markup_that_is_refused(project: SmallProject) -> None:
    """Words that are not there or not alone, links that would run a program, and what says nothing."""
    entries: dict[str, dict[str, object]] = {
        "nowhere": {"find": "Leagues", "kind": "emphasis"},
        "twice": {"find": "League", "kind": "emphasis"},
        "not after": {"find": "met", "after": "Brown", "kind": "strong"},
        "no words": {"find": " ", "kind": "strong"},
        "no line": {"line": 99, "find": "x", "kind": "strong"},
        "cut": {"line": 7, "find": "Menu", "kind": "strong"},
        "script": {"find": "Brown", "kind": "link", "target": "javascript:alert(1)"},
        "data": {"find": "writes", "kind": "link", "target": "data:text/html,x"},
        "no target": {"find": "1999", "kind": "link"},
        "no host": {"find": "again", "kind": "link", "target": "https:///x"},
        "spaces": {"find": "The", "kind": "link", "target": "https://x.example/a b"},
        "mail": {"find": "Alpha", "kind": "link", "target": "mailto:nobody"},
        "idle target": {"find": "1999", "kind": "strong", "target": "https://x.example/"},
        "no language": {"find": "and", "kind": "foreign"},
        "English": {"find": "met in", "kind": "foreign", "language": "Anglic!"},
        "idle language": {"find": "the", "kind": "superscript", "language": "fr"},
        "first": {"find": "as Brown", "kind": "small-capitals"},
        "second": {"find": "Brown writes", "kind": "small-capitals"},
    }
    for mark, fields in entries.items():
        project.append(A, table("markup", mark, **({"line": 5} | fields)))
    beside = "say what stands right beside it"
    refuses(
        project,
        Slip(A, "# nowhere", "F01", "“Leagues” does not begin in line 5", "the line reads “The Alpha"),
        Slip(A, "# twice", "F02", "“League” begins 2 times in line 5", beside),
        Slip(A, "# not after", "F01", "“met” does not begin in line 5 after “Brown”", "the line reads"),
        Slip(A, "# no words", "F01", "“ ” does not begin in line 5", "the line reads"),
        Slip(A, "# no line", "S06", "line 99 is not in a raw text of", "count the lines"),
        Slip(A, "# cut", "F04", "the words at line 7 are cut", "drop one of the two"),
        Slip(A, "# script", "F03", "a link cannot lead to “javascript:alert(1)”", "begins with https://"),
        Slip(A, "# data", "F03", "a link cannot lead to “data:text/html,x”", "begins with https://"),
        Slip(A, "# no target", "F03", "the link “1999” has no target", "add target"),
        Slip(A, "# no host", "F03", "a link cannot lead to “https:///x”", "the address has no host"),
        Slip(A, "# spaces", "F03", "a link cannot lead to “https://x.example/a b”", "like %20"),
        Slip(A, "# mail", "F03", "a link cannot lead to “mailto:nobody”", "mailto:name@example.org"),
        Slip(A, "# idle target", "F03", "“strong” has a target", "say kind = “link”"),
        Slip(A, "# no language", "F03", "the foreign words “and” have no language", "add language"),
        Slip(A, "# English", "F03", "“Anglic!” is no tag of a language", "write a tag of BCP 47"),
        Slip(A, "# idle language", "F03", "“superscript” has a language", "say kind = “foreign”"),
        Slip(A, "# second", "F04", "“Brown writes” of p1 is marked as small-capitals already", "drop one"),
    )


FOOTNOTES = """\
The tide rises.[1] It falls.[2] It is so.[1]

[1] One.
[2]
[3] Three.

NOTES: All of them.
"""


def test_footnotes_that_are_refused(project: SmallProject) -> None:
    """A note without a marker, a marker twice, and lines that are another note or none."""
    path = "sources/feet-2000/source.toml"
    about = ABOUT + table("heading", "", line=7, text="NOTES:")
    about += (
        table("cut", "", lines="7", begins="NOTES", kind="furniture", reason="a test")
        .replace('"7"', '"2"')
        .replace('begins = "NOTES"\n', "")
    )
    project.text("feet-2000", FOOTNOTES, about, "Feet")
    project.run("accept", "--yes")
    entries: dict[str, dict[str, object]] = {
        "no marker": {"marker": "[9]", "note": "3"},
        "a marker twice": {"marker": "[1]", "note": "3"},
        "another number": {"marker": "[2]", "note": "3"},
        "empty": {"line": 1, "marker": "[2]", "note": "4"},
        "same marker": {"line": 1, "marker": "[2]", "note": "5", "number": "[3]"},
        "no lines": {"marker": "[2]", "note": "9-12"},
        "backwards": {"marker": "[2]", "note": "5-3"},
        "a heading": {"marker": "[1]", "after": "rises.", "note": "7", "number": "NOTES:"},
        "a cut": {"marker": "[1]", "after": "so.", "note": "2"},
        "itself": {"marker": "[1]", "after": "rises.", "note": "1"},
    }
    for mark, fields in entries.items():
        project.append(path, table("footnote", mark, **({"line": 1} | fields)))
    run = project.refused()
    for place, words in (
        (f"{path}:{project.line(path, '# no marker')}: F01", "“[9]” does not begin in line 1"),
        (f"{path}:{project.line(path, '# a marker twice')}: F02", "“[1]” begins 2 times in line 1"),
        (f"{path}:{project.line(path, '# another number')}: F05", "line 3 does not begin with “[2]”"),
        (f"{path}:{project.line(path, '# empty')}: F05", "nothing is left of the note in raw lines 4–4"),
        (
            f"{path}:{project.line(path, '# same marker')}: F05",
            "the marker is “[2]”, and the note begins with “[3]”",
        ),
        (f"{path}:{project.line(path, '# no lines')}: S06", "line 9–12 is not in a raw text of"),
        (f"{path}:{project.line(path, '# backwards')}: S06", "line 5–3 is not in a raw text of"),
        (f"{path}:{project.line(path, '# a heading')}: F05", "line 7 is a heading"),
        (f"{path}:{project.line(path, '# a cut')}: F05", "line 2 is cut"),
        (
            f"{path}:{project.line(path, '# itself')}: F05",
            "line 1 holds the marker, and is a line of the note",
        ),
    ):
        assert run.problem(place, words)


def test_pages_that_are_refused(project: SmallProject) -> None:
    """A sign that says another number, a page out of order, and a reason that nothing asks for."""
    entries: dict[str, dict[str, object]] = {
        "other sign": {"line": 5, "number": "6", "marker": "1999"},
        "no sign": {"line": 5, "number": "7", "marker": "[7]"},
        "disorder": {"line": 12, "number": "3"},
        "order": {"line": 10, "number": "8"},
        "idle": {"line": 12, "number": "9", "before": "nobody", "reason": "a test"},
        "nowhere": {"line": 12, "number": "10", "before": "everybody"},
    }
    for mark, fields in entries.items():
        project.append(A, table("page", mark, **fields))
    refuses(
        project,
        Slip(A, "# other sign", "F06", "the sign “1999” does not say “6”", "mend the number"),
        Slip(A, "# no sign", "F01", "“[7]” does not begin in line 5", "the line reads"),
        Slip(A, "# disorder", "F06", "page 3 begins after page 8", "say reason = “…”"),
        Slip(A, "# idle", "F06", "page 9 is in order, and has a reason", "drop the reason"),
        Slip(A, "# nowhere", "F01", "“everybody” does not begin in line 12", "the line reads"),
    )


def test_a_note_of_endless_lines(project: SmallProject) -> None:
    """A slip of the finger must not fill the memory."""
    project.append(A, table("footnote", "endless", line=5, marker="1999", note="1-999999999"))
    refuses(
        project, Slip(A, "# endless", "S06", "line 1–999999999 is not in a raw text of", "count the lines")
    )
