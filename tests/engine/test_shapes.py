"""The shapes of passages: what an editor says of lines of the raw text, and what becomes of it everywhere.

A case is a raw text with its part of source.toml, and the passages that must come: id, kind, lead, and what
it is called in the source.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from browser.fixtures import once
from reader import pipeline
from reader.exports import data_files
from reader.project.pictures import size
from reader.reading.leads import marker
from reader.references.cited import UnknownPlace, find
from reader.render.text_page import text_page
from reader.site.search.records import records
from small_project import SmallProject, copy_of_sound, table
from tei_schema import tei_all
from tiny_site import tiny_site

GOLDEN = Path(__file__).parent / "golden" / "mixed-volume"
SLUG, LAW = "verse-2020", "harbour-act-2019"
PATH = f"sources/{SLUG}/source.toml"
ABOUT = """\
language = "en"
layout = "{layout}"
sha256 = "{{sha256}}"

[rights]
statement = "Made for a test."
publication = "full"
"""
STANZAS = """\
The tide goes out, the tide comes in,
    And I upon the shore
Have watched it.

The sand is never wet,
    And I am watching yet.
"""


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project."""
    return copy_of_sound(tmp_path / "project")


def with_text(
    project: SmallProject, raw: str, *tables: str, layout: str = "line-per-paragraph"
) -> SmallProject:
    """Add a text to the project."""
    known = (project.root / "sources" / SLUG).exists()
    title = "" if known else "A Text of Shapes"
    project.text(SLUG, raw, ABOUT.format(layout=layout) + "".join(tables), title)
    return project


def shapes(project: SmallProject) -> list[tuple[str, str, str, str]]:
    """The passages of the text: id, kind, lead, and what the source calls it."""
    project.good("accept", "--yes")
    page = pipeline.read(project.root).page[SLUG]
    return [
        (str(one.id), one.kind, one.lead, one.shape.place.words if one.shape.place else "")
        for one in page.passages
    ]


# What the editor says


def test_numbered_law(project: SmallProject) -> None:
    """A number of the law is that of its article with those of the items round it."""
    raw = (
        "Article 1\n1. Applies.\n2. Not to:\n(a) lakes;\n(b) rivers,\n(i) fjords.\nbut no sea.\n§ 3. Gone.\n"
    )
    with_text(
        project,
        raw,
        table("heading", "h", line=1, text="Article 1", unit="article"),
        table("part", "outer", lines="2-7", kind="item"),
        table("part", "middle", lines="4-6", kind="item"),
        table("part", "inner", lines="6", kind="item"),
        table("part", "section", lines="8", kind="paragraph", unit="section"),
    )
    assert shapes(project) == [
        ("s1", "heading", "Article 1", "art. 1"),
        ("p1", "item", "1.", "art. 1(1)"),
        ("p2", "item", "2.", "art. 1(2)"),
        ("p3", "item", "(a)", "art. 1(2)(a)"),
        ("p4", "item", "(b)", "art. 1(2)(b)"),
        ("p5", "item", "(i)", "art. 1(2)(b)(i)"),
        ("p6", "item", "", "art. 1(2)"),
        ("p7", "paragraph", "§ 3.", "§ 3"),
    ]
    cite = project.good("cite", f"{SLUG}#p5")
    assert " Art. 1(2)(b)(i), " in cite.out
    item = json.loads(project.good("cite", f"{SLUG}#p5", "--format", "csl-json").out)[0]
    assert (item["locator"], item["label"]) == ("1(2)(b)(i)", "article-locator")


def test_numbers_that_say_all_by_themselves(project: SmallProject) -> None:
    """“1.2” names what it is a part of; a bullet names nothing, nor does a list in no article."""
    with_text(
        project,
        "§ 1 Harbours\n1.1 one\n1.2 two\n• three\n\nOther\n1) four\n",
        table("heading", "h", line=1, text="§ 1 Harbours", unit="section"),
        table("heading", "other", line=6, text="Other"),
        table("part", "items", lines="2-4", kind="item"),
        table("part", "more", lines="7", kind="item"),
    )
    assert [place for *_one, place in shapes(project)] == ["§ 1", "§ 1.1", "§ 1.2", "", "", ""]


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("(ii) fjords", "(ii)"),
        ("12. twelve", "12."),
        ("1.2 one and two", "1.2"),
        ("[3] third", "[3]"),
        ("aa) double", "aa)"),
        ("IV. four", "IV."),
        ("•no space", "•"),
        ("\uf0b7 of a PDF", "\uf0b7"),
        ("– dash", "–"),
        ("۱. یک", "۱."),
        ("（一）潮汐", "（一）"),
        ("一、潮汐", "一、"),
        ("§ 3. Repealed", "§ 3."),
        ("-1 degree", ""),
        ("1764 was a year", ""),
        ("A boat", ""),
        ("Mr. Brown", ""),
        ("3.5", "3.5"),
        ("it is", ""),
    ],
)
def test_markers(line: str, lead: str) -> None:
    """A word that opens a line is no marker, whatever stands after it."""
    assert line[: marker(line)] == lead


def test_turns(project: SmallProject) -> None:
    """A letter opens a turn before a colon or a point alone; a name by itself opens one too."""
    with_text(
        project,
        "Q: Was it there?\nA boat was there?\nA. It was.\nHAMLET\nTo be.\n",
        table("part", "turns", lines="1-5", kind="speech", speakers=["Q", "A", "HAMLET"]),
    )
    project.good("accept", "--yes")
    passages = pipeline.read(project.root).page[SLUG].passages
    assert [(one.lead, one.shape.speaker, one.shape.opens) for one in passages] == [
        ("Q:", "Q", True),
        ("", "", False),
        ("A.", "A", True),
        ("HAMLET", "HAMLET", True),
        ("", "", False),
    ]


def test_lines_that_the_source_counts(project: SmallProject) -> None:
    """Lines are counted on through the stanzas of a part, and cited by that number."""
    with_text(project, STANZAS, table("part", "poem", lines="1-6", kind="verse", first_line=10))
    assert shapes(project) == [("p1", "verse", "", "lines 10–12"), ("p2", "verse", "", "lines 13–14")]
    library = pipeline.read(project.root)
    assert [find(library, f"{SLUG}#{one}").place for one in ("p2", "p1.2", "p1.2-p1.3", "p1.3-p2.1")] == [
        "lines 13–14",
        "line 11",
        "lines 11–12",
        "lines 12–13",
    ]
    for wrong in ("p1.4", "p1.0", "p1.x", "p9.1"):
        with pytest.raises(UnknownPlace):
            find(library, f"{SLUG}#{wrong}")


# Lines have addresses that last


def test_numbers_that_the_print_sets_at_the_ends_of_lines(project: SmallProject) -> None:
    """They are no words of the poem: they are taken out, shown beside it, and told in the apparatus."""
    raw = "In 1804 the lamp\n  was lit\t(2)\n\nand nobody    3\nknows  why\n"
    verse = table("part", "verse", lines="1-5", kind="verse", first_line=1, line_numbers=True)
    with_text(project, raw, verse).accepted()
    passages = pipeline.read(project.root).page[SLUG].passages
    assert [one.text for one in passages] == ["In 1804 the lamp\n  was lit", "and nobody\nknows why"]
    assert [one.shape.first_line for one in passages] == [1, 3]
    told = (project.root / f"docs/apparatus/{SLUG}.md").read_text("utf-8")
    assert "numbers of lines of verse, shown beside them" in told
    project.edit(PATH, "first_line = 1", "first_line = 2")
    assert "K07 raw line 2 ends with 2, and is line 3 of the verse" in project.refused().err
    project.edit(PATH, "first_line = 2\n", "")
    assert "K07 line_numbers is said of no verse whose lines are counted" in project.refused().err


def test_a_line_is_lost(project: SmallProject) -> None:
    """The links to it lead to its stanza, and their revision tells that it has changed."""
    poem = table("part", "poem", lines="1-6", kind="verse")
    with_text(project, STANZAS, poem).accepted()
    before = pipeline.read(project.root).page[SLUG].passages[0]
    with_text(
        project,
        STANZAS.replace("    And I upon the shore\n", "\n", 1).replace("\n\nHave", "\nHave"),
        poem.replace("1-6", "1-5"),
    )
    project.good("accept", "--yes")
    library = pipeline.read(project.root)
    after = library.page[SLUG].passages[0]
    assert after.id == before.id
    assert after.revision != before.revision
    page = str(text_page(library.page[SLUG], library))
    assert [id_ for id_ in ("p1.1", "p1.2", "p1.3") if f'id="{id_}"' not in page] == []


def test_lines_that_are_divided_otherwise(project: SmallProject) -> None:
    """The same words on other lines are another wording: a link to a line would lie."""
    poem = table("part", "poem", lines="1-2", kind="verse")
    with_text(project, "The tide goes out,\nthe tide comes in.\n", poem).accepted()
    before = pipeline.read(project.root).page[SLUG].passages[0].revision
    with_text(project, "The tide goes out, the tide\ncomes in.\n", poem)
    project.good("accept", "--yes")
    assert pipeline.read(project.root).page[SLUG].passages[0].revision != before


def test_a_stanza_is_gone(project: SmallProject) -> None:
    """Each of its lines still has a place on the page."""
    with_text(project, STANZAS, table("part", "poem", lines="1-6", kind="verse")).accepted()
    with_text(project, "Something else altogether is printed here now.\n")
    project.good("accept", "--yes")
    library = pipeline.read(project.root)
    page = str(text_page(library.page[SLUG], library))
    assert [id_ for id_ in ("p1.1", "p1.2", "p1.3", "p2.1", "p2.2") if f'id="{id_}"' not in page] == []


def test_the_ledger_holds_lines_and_cells(project: SmallProject) -> None:
    """What was accepted is not found changed at the next build."""
    with_text(
        project,
        "Port\tHeight\nHull\t6.9\n\nif x:\n\ty = 1\n",
        table("table", "t", lines="1-2"),
        table("part", "code", lines="4-5", kind="preformatted"),
    ).accepted()
    assert project.good("accept", "--yes").out.count("reworded") == 0
    passages = pipeline.read(project.root).page[SLUG].passages
    assert [one.text for one in passages] == ["Port\tHeight\nHull\t6.9", "if x:\n\ty = 1"]


def test_a_stanza_goes_on_over_the_turn_of_a_page(project: SmallProject) -> None:
    """It is one passage whose lines are counted on; the page begins with one of them."""
    with_text(
        project,
        "one\n  two\n\n[12]\n\nthree\n\nfour\n",
        table("part", "verse", lines="1-8", kind="verse", first_line=1),
        table("page", "turn", line=4, number="12", marker="[12]"),
        table("join", "goes on", line=6),
    ).good("accept", "--yes")
    first, second = pipeline.read(project.root).page[SLUG].passages
    assert (first.text, second.text) == ("one\n  two\nthree", "four")
    assert [first.text[mark.start :] for mark in first.marked("page")] == ["three"]
    assert " Line 3, " in project.good("cite", f"{SLUG}#p1.3").out


@pytest.mark.parametrize(
    ("second", "entries", "text"),
    [
        ("has doubted it.", [], "so nobody has doubted it."),
        (
            "has doubted it.",
            [("footnote", {"line": 1, "marker": "*", "note": "3"})],
            "so nobody has doubted it.",
        ),
        (
            "ever doubted it.",
            [("cut", {"lines": "3", "begins": "* A", "kind": "furniture", "reason": "r"})],
            "",
        ),
    ],
)
def test_a_paragraph_goes_on_where_a_line_is_a_paragraph(
    project: SmallProject, second: str, entries: list[tuple[str, dict[str, Any]]], text: str
) -> None:
    """Whatever stands between the halves is a note, or cut, or blank."""
    between = "* A note.\n\n" if entries else ""
    raw = f"so nobody{'*' if entries else ''}\n\n{between}{second}\nNext.\n"
    line = 5 if entries else 3
    about = [table(name, "", **fields) for name, fields in entries]
    with_text(project, raw, table("join", "goes on", line=line, begins=second[:4]), *about).good(
        "accept", "--yes"
    )
    wanted = text or f"so nobody* {second}"
    assert [one.text for one in pipeline.read(project.root).page[SLUG].passages][:2] == [wanted, "Next."]


def test_paragraphs_of_an_article(project: SmallProject) -> None:
    """What has no number of its own is counted in its article, or in its section where no page is known."""
    raw = "Article 2\nAlone.\nArticle 3\nFirst.\nh = a\n1. Numbered.\nChapter I\nOurs.\n§ 7\nOne.\nTwo.\n"
    decided = [
        *(
            table("heading", text, line=line, text=text, unit=unit, level=level)
            for line, text, unit, level in (
                (1, "Article 2", "article", 1),
                (3, "Article 3", "article", 1),
                (7, "Chapter I", "chapter", 1),
                (9, "§ 7", "section", 2),
            )
        ),
        table("part", "formula", lines="5", kind="formula"),
        table("part", "item", lines="6", kind="item"),
    ]
    with_text(project, raw, *decided)
    assert [place for _id, kind, _lead, place in shapes(project) if kind != "heading"] == [
        "art. 2",
        "art. 3, para. 1",
        "art. 3, para. 2",
        "art. 3(1)",
        "",
        "§ 7, para. 1",
        "§ 7, para. 2",
    ]
    assert " Art. 3, paras. 1–2, " in project.good("cite", f"{SLUG}#p2-p3").out
    assert " Art. 2–art. 3, para. 1, " in project.good("cite", f"{SLUG}#p1-p2").out
    (item,) = json.loads(project.good("cite", f"{SLUG}#p2", "--format", "csl-json").out)
    assert (item["locator"], item["label"]) == ("3, para. 1", "article-locator")
    project.edit(PATH, "[[part]] # item", '[[page]]\nline = 1\nnumber = "5"\n\n[[part]] # item')
    project.good("build")
    assert " P. 5, " in project.good("cite", f"{SLUG}#p6").out


# Mistakes


WRONG = """\
one
two
three

Port Height
Hull

Q: Who?

last line of all

1. Harbour

one cell
"""


def test_parts_that_cannot_be(project: SmallProject) -> None:
    """Each slip has its line and a way out, all in one run."""
    with_text(
        project,
        WRONG,
        table("part", "crossed", lines="1-2", kind="quotation"),
        table("part", "crossing", lines="2-3", kind="item"),
        table("part", "of nowhere", lines="40-41", kind="item"),
        table("part", "backwards", lines="3-1", kind="item"),
        table("table", "uneven", lines="5-6", begins="Port", cells="words", columns=2),
        table("part", "narrow", lines="14", kind="verse"),
        table("part", "held", lines="14", kind="item"),
        table("paragraph", "in a table", line=6),
        table("paragraph", "blank", line=7),
        table("paragraph", "within a word", line=10, begins="ast line"),
        table("paragraph", "elsewhere", line=10, begins="first"),
        table("part", "guarded", lines="10", begins="The last", kind="quotation"),
        table("part", "mute", lines="8", kind="speech", speakers=["A"]),
        table("heading", "deep", line=12, text="1. Harbour", level=7, shown="1. Harbours", label="§ 1"),
        table("figure", "unseen", file="no.png", alt="A boat", lines="10"),
        table("join", "of a blank line", line=9),
        table("join", "of a heading", line=12),
        table("join", "of another part", line=10),
        table("join", "with a guard", line=14, begins="two"),
        table("join", "far", line=99),
    )
    run = project.refused()
    for mark, code, words, hint in (
        ("crossing", "K01", "begins within lines 1–2 (quotation) and ends after it", "hold the other"),
        ("of nowhere", "S06", "line 40–41 is not in a raw text", "count the lines"),
        ("backwards", "S06", "line 3–1 is not in a raw text", "count the lines"),
        ("uneven", "K05", "row 2 of the table has 1 cells, and its first row 2", "columns = 3"),
        ("held", "K02", "a part of kind “verse” can hold no item", "within: abstract"),
        ("in a table", "K04", "a table is one passage", "its first words"),
        ("blank", "K04", "the line is blank", "its first words"),
        ("within a word", "K04", "it would begin within a word", "its first words"),
        ("elsewhere", "K03", "“first” stands nowhere in line 10", "last line of all"),
        ("guarded", "K03", "does not begin with “The last”", "it begins “last line"),
        ("mute", "K08", "no speaker opens the first turn", "speakers ="),
        ("deep", "K07", "does not begin with “§ 1”", "label ="),
        ("deep", "K09", "there is no heading of level 7", "to 6"),
        ("deep", "K09", "has other letters", "corrections.toml"),
        ("of a blank line", "K10", "it is blank, cut", "name the line"),
        ("of a heading", "K10", "a heading stands there", "name the line"),
        ("of another part", "K10", "line 8 is of another part", "name the line"),
        ("with a guard", "K10", "it begins “one cell”, and not “two”", "name the line"),
        ("far", "S06", "line 99 is not in a raw text", "count the lines"),
        ("unseen", "K06", "“no.png” is no picture beside raw.txt", "PNG"),
    ):
        line = project.line(PATH, f"]] # {mark}")
        places = [one for one in run.problems if one.startswith(f"{PATH}:{line}: {code} ") and words in one]
        assert [one for one in places if hint in one.partition(" — ")[2]], (mark, code, run.err)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": "verse", "first_line": -3}, "K07"),
        ({"kind": "item", "speakers": ["A"]}, "K08"),
        ({"kind": "speech", "speakers": ["A", "Z"]}, "K08"),
        ({"kind": "chapter"}, "T05"),
        ({"kind": "verse", "depth": 2}, "T02"),
        ({"kind": "paragraph", "unit": "artikel"}, "T05"),
        ({"kind": "speech", "speakers": "A"}, "T04"),
    ],
)
def test_fields_that_do_not_fit(project: SmallProject, fields: dict[str, Any], code: str) -> None:
    """A field of another kind, or a number that there cannot be."""
    with_text(project, "A: one\n", table("part", "wrong", lines="1", **fields))
    assert code in {place.rsplit(" ", 1)[1] for place in project.refused().places}


def test_parts_without_end(project: SmallProject) -> None:
    """A thousand parts one within the other are one problem, and no trace."""
    count = 1000
    raw = "".join(f"({at}) item\n" for at in range(2 * count))
    parts = [table("part", "deep", lines=f"{at + 1}-{2 * count - at}", kind="item") for at in range(count)]
    with_text(project, raw, *parts)
    assert project.run("accept", "--yes").err.count(": K01 item within 12 other parts") == 1


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x09", ("png", 8, 9)),
        (b"GIF89a\x08\0\x09\0", ("gif", 8, 9)),
        (b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x09\0\x08", ("jpg", 8, 9)),
        (b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x07\0\0\x08\0\0", ("webp", 8, 9)),
        (b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x08\0\x09\0", ("webp", 8, 9)),
        (b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x07\0\x02\0", ("webp", 8, 9)),
        (b"<svg onload='alert(1)'/>", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8\xff", None),
        (b"", None),
    ],
)
def test_pictures_by_their_first_bytes(data: bytes, found: tuple[str, int, int] | None) -> None:
    """A name proves nothing: what is no picture is not published as one."""
    assert size(data) == found


@pytest.mark.parametrize("name", ["../lamp.png", "lamp.svg", "/etc/passwd", "lamp.png/", "", "raw.txt"])
def test_pictures_of_elsewhere(project: SmallProject, name: str) -> None:
    """A picture lies beside the raw text, and nowhere else."""
    with_text(project, "A lamp.\n", table("figure", "odd", file=name, alt="A lamp", lines="1"))
    shutil.copy(
        Path(__file__).parent / "explained/sources/marsh-1931/lamp.png", project.root / "sources/lamp.png"
    )
    assert "K06" in {place.rsplit(" ", 1)[1] for place in project.refused().places}


# The mixed volume


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """The mixed volume as a full site."""
    return SmallProject(once(tmp_path_factory, "volume", make_volume))


def make_volume(folder: Path) -> None:
    project = tiny_site(folder)
    shutil.rmtree(project.root / "sources")
    for name in ("sources", "glossary.toml", "references.bib"):
        source, target = GOLDEN / name, project.root / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    (project.root / "addresses.lock").unlink()
    project.good("accept", "--yes")
    project.good("site")


def test_the_site_of_the_volume(volume: SmallProject) -> None:
    """Its pictures lie beside its pages, and every line and row can be linked to."""
    site = volume.root / "site"
    assert (site / "texts/miscellany-1911/harbour.png").read_bytes() == (
        GOLDEN / "sources/miscellany-1911/harbour.png"
    ).read_bytes()
    page = (site / "texts/miscellany-1911/index.html").read_text("utf-8")
    for passage in pipeline.read(volume.root).page["miscellany-1911"].passages:
        for at in range(1, len(passage.lines) + 1):
            assert page.count(f'id="{passage.id}.{at}"') == 1
    law = (site / f"texts/{LAW}/index.html").read_text("utf-8")
    assert re.search(r'href="#s1".*?<ul.*?href="#s2".*?<ul.*?href="#s4".*?</ul>.*?href="#s5"', law, re.DOTALL)


def test_the_data_of_the_volume(volume: SmallProject) -> None:
    """TEI and JSON are valid, and hold all kinds."""
    library = pipeline.read(volume.root)
    files = data_files(library)
    schema = Draft202012Validator(json.loads(files["texts/schema.json"]))
    kinds: set[str] = set()
    for page in library.pages:
        data = json.loads(files[f"texts/{page.slug}.json"])
        schema.validate(data)
        kinds |= {one["kind"] for one in data["passages"]}
        tree = etree.fromstring(files[f"texts/{page.slug}.tei.xml"].encode())
        assert tei_all().validate(tree), list(tei_all().error_log)[:3]
    assert kinds >= {
        "verse",
        "speech",
        "direction",
        "item",
        "table",
        "figure",
        "quotation",
        "formula",
        "preformatted",
    }


def test_search_knows_what_the_source_calls_a_passage(volume: SmallProject) -> None:
    """“article 1(2)(b)(ii)” is found, though its words stand in no passage."""
    found = {one.address: one for one in records(pipeline.read(volume.root), ()).all if one.of == LAW}
    assert found["p6"].names == ("art. 1(2)(b)(ii)", "article 1(2)(b)(ii)")
    assert found["p7"].names == ("art. 2", "article 2")
