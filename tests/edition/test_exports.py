"""Every format that is taken away, read back by another program: the words are the reading text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError
from lxml import etree

from hostile_project import hostile_project
from reader import pipeline
from reader.exports import data_files, tei
from reader.exports.book import book
from reader.exports.phrasing import legal
from reader.marks.drawing import clear_of
from reader.marks.nesting import Node, Point, Span, nested
from reader.model import Correction, Library, Mark, MarkKind, Page, Passage, Supply
from reader.words.signs import visible
from tei_schema import tei_all
from test_laws_html import FORMATTED, RECORDS, TERM, pages
from test_laws_html import shown as on_page

ROOT = Path(__file__).parents[2]
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
LEFT_OUT = {
    "full": 'publication = "full"',
    "excerpt": 'publication = "excerpt"\npassages = ["p1", "s1", "p2"]',
}
LEFT_OUT["record"] = 'publication = "record"'
SECRET = "secretword"


@cache
def real() -> Library:
    """The five texts."""
    return pipeline.read(ROOT)


@cache
def hostile(publication: str = "full") -> Library:
    """A text that holds what breaks file formats, as much of it as is shown."""
    with TemporaryDirectory() as folder:
        return pipeline.read(hostile_project(Path(folder, "project"), LEFT_OUT[publication]).root)


LIBRARIES: dict[str, Callable[[], Library]] = {
    "real": real,
    "hostile": hostile,
    "excerpt": lambda: hostile("excerpt"),
    "record": lambda: hostile("record"),
}
TEXTS = ["boltuc-2021", "jces-2020", "kaleji-2023", "lengruber-2020", "trt-world-2022"]
EVERY = [("real", slug) for slug in TEXTS]
EVERY += [(name, "hostile-2020") for name in ("hostile", "excerpt", "record")]


@pytest.fixture(params=EVERY, ids=lambda param: f"{param[0]}-{param[1]}")
def shown(request: pytest.FixtureRequest) -> tuple[Page, Library]:
    """Each text, with its library."""
    name, slug = request.param
    library = LIBRARIES[name]()
    return next(page for page in library.pages if page.slug == slug), library


def exported(page: Page, library: Library, end: str) -> str:
    """One file of a text."""
    return files(library)[f"texts/{page.slug}{end}"]


@cache
def _files(name: str) -> dict[str, str]:
    return data_files(LIBRARIES[name]())


def files(library: Library) -> dict[str, str]:
    """All files of a library, made once."""
    return _files(next(name for name, read in LIBRARIES.items() if read() is library))


def test_every_text_is_tested() -> None:
    """A new text must be named above, or it goes untested."""
    assert [page.slug for page in real().pages] == TEXTS


# ---- TEI


def elements(tree: etree._Element, path: str) -> list[etree._Element]:
    """The elements of TEI that a path leads to."""
    return cast("list[etree._Element]", tree.xpath(path, namespaces=TEI))


def prefixed(page: Page, id_: object) -> str:
    """An id as it stands in TEI."""
    return f"{page.slug}.{id_}"


def words(element: etree._Element) -> str:
    """The mended words of an element: corr of choice and not sic, and no notes."""
    parts = [element.text or ""]
    for child in element:
        in_choice = element.tag == f"{{{TEI['t']}}}choice"
        if child.tag != f"{{{TEI['t']}}}note" and not (in_choice and child.tag == f"{{{TEI['t']}}}sic"):
            parts.append(words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def by_id(tree: etree._Element) -> dict[str, etree._Element]:
    """The elements that have an id; one that stands twice leads to the wrong one."""
    elements = [element for element in tree.iter() if element.get(ID)]
    ids = {str(element.get(ID)): element for element in elements}
    assert len(ids) == len(elements)
    return ids


def passages_of(tree: etree._Element) -> list[etree._Element]:
    """The passages of a TEI document: what has a number and an anchor, and is no line nor page."""
    found = elements(tree, "//t:body//*[@n][@xml:id][not(self::t:ref or self::t:pb)]")
    return [one for one in found if re.search(r"\.[psf]\d+[a-z]*$", str(one.get(ID)))]


def said(passage: Passage) -> str:
    """What the element of a passage holds: lines and cells are elements, and a speaker stands before it."""
    if passage.kind == "speech":
        return legal(passage.text[passage.shape.lead :])
    if passage.kind == "verse":
        return "".join(legal(line.lstrip(" ")) for line in passage.lines)
    broken = str.maketrans("", "", "\n" if passage.kind != "table" else "\n\t")
    return legal(passage.text).translate(broken) if passage.lines else legal(passage.text)


def test_tei_holds_the_reading_text(shown: tuple[Page, Library]) -> None:
    """Passages, in their order, with their anchors; what the rights withhold is not there."""
    page, library = shown
    tree = etree.fromstring(exported(page, library, ".tei.xml").encode())
    found = [(element.get(ID), words(element)) for element in passages_of(tree)]
    assert found == [(prefixed(page, passage.id), legal(passage.text)) for passage in page.passages]


def test_tei_is_valid(shown: tuple[Page, Library]) -> None:
    """Validated against tei_all, the schema of the TEI Consortium."""
    page, library = shown
    document = exported(page, library, ".tei.xml")
    assert document.startswith("<?xml version='1.0' encoding='UTF-8'?>\n")
    schema = tei_all()
    assert schema.validate(etree.fromstring(document.encode())), list(schema.error_log)[:3]


def test_the_schema_can_fail() -> None:
    """A schema that lets everything pass would be no test."""
    [page] = hostile().pages
    document = tei.document(page, hostile())
    assert not tei_all().validate(etree.fromstring(document.replace("listBibl>", "list>").encode()))
    assert not tei_all().validate(etree.fromstring(document.replace("editionStmt>", "seriesStmt>").encode()))


def marked(tree: etree._Element, path: str, attribute: str) -> Iterator[tuple[str, str]]:
    """What elements point at, with their words; the parts of a divided one together."""
    ids = by_id(tree)
    for element in elements(tree, path):
        if not element.get("prev"):
            said, part = words(element), element
            while following := part.get("next"):
                part = ids[following.removeprefix("#")]
                said += words(part)
            yield str(element.get(attribute)), said


def test_tei_has_every_mark(shown: tuple[Page, Library]) -> None:
    """Terms, linked or not, citations, corrections, sics, notes and what is supplied: on their words."""
    page, library = shown
    tree = etree.fromstring(exported(page, library, ".tei.xml").encode())
    ids, entries = by_id(tree), {one.id: one.entry for one in page.emendations}
    for kind, path, attribute, start in (
        ("term", "//t:term", "ref", "terms/{}/"),
        ("citation", "//t:body//t:ref[@type='citation']", "target", "bibliography/#{}"),
    ):
        expected = [
            (library.site_url + start.format(mark.target), legal(passage.text[mark.start : mark.end]))
            for passage in page.passages
            for mark in passage.marks
            if mark.kind == kind
        ]
        assert sorted(marked(tree, path, attribute)) == sorted(expected)
    for passage, mark in ((one, mark) for one in page.passages for mark in one.marks):
        text = legal(passage.text[mark.start : mark.end])
        if mark.kind == "correction":
            entry = entries[mark.target]
            assert isinstance(entry, Correction)
            raw, mended = ids[prefixed(page, mark.target)]
            assert (words(raw), words(mended)) == (legal(entry.find), text)
        if mark.kind == "note":
            note = ids[prefixed(page, mark.target)]
            before = "".join(words_before(note, ids[prefixed(page, passage.id)]))
            spans = [one for one in passage.marks if one.kind != "note"]
            assert before == legal(passage.text[: clear_of(mark.end, spans)])
            assert note.getparent() in {ids[prefixed(page, passage.id)], *elements(tree, "//t:supplied")}
    supplied = [prefixed(page, one.passage) for one in page.emendations if isinstance(one.entry, Supply)]
    assert [one.get(ID) for one in elements(tree, "//t:supplied/..")] == supplied


def test_a_citation_keeps_its_locator() -> None:
    """The place in the work that the editor has found stands in every format that has a place for it."""
    [page] = hostile().pages
    [passage] = [one for one in page.passages if str(one.id) == "p3"]
    [mark] = passage.marked("citation")
    assert mark.locator == "p. 7"
    data = json.loads(exported(page, hostile(), ".json"))
    [cited] = [one for passage in data["passages"] for one in passage["citations"]]
    assert cited == {"key": "brown-1999", "start": mark.start, "end": mark.end, "locator": "p. 7"}
    tree = etree.fromstring(exported(page, hostile(), ".tei.xml").encode())
    assert [one.get("n") for one in elements(tree, "//t:body//t:ref[@type='citation']")] == ["p. 7"]
    links = [one for one in on_page(page, hostile()).iter("a") if one.get("title") == "p. 7"]
    assert [one.get("href") for one in links] == ["../../bibliography/#brown-1999"]
    assert '"#work-brown-1999", "p. 7"' in book(hostile())


def words_before(note: etree._Element, passage: etree._Element) -> Iterator[str]:
    """The mended words of a passage that stand before a note in it."""
    at: etree._Element = note
    parts: list[str] = []
    while at is not passage:
        parent = at.getparent()
        assert parent is not None
        earlier = [parent.text or ""]
        for sibling in parent:
            if sibling is at:
                break
            skipped = sibling.tag == f"{{{TEI['t']}}}note" or parent.tag == f"{{{TEI['t']}}}choice"
            earlier += ["" if skipped else words(sibling), sibling.tail or ""]
        parts.insert(0, "".join(earlier))
        at = parent
    return iter(parts)


def test_the_header_says_what_was_done() -> None:
    """The original, what is not established, the rules that applied and the cuts."""
    pages_ = {page.slug: page for page in real().pages}
    tree = etree.fromstring(tei.document(pages_["trt-world-2022"], real()).encode())

    def texts(path: str) -> list[str]:
        return [words(found) for found in elements(tree, path)]

    assert texts("//t:titleStmt/t:author") == []
    assert texts("//t:sourceDesc//t:note[@type='not-established']") == ["The author is not established."]
    assert texts("//t:sourceDesc//t:date/@when/..") == ["11 January 2022"]
    day = real().releases[real().edition]
    assert [one.get("n") for one in elements(tree, "//t:editionStmt/t:edition")] == [real().edition]
    assert [one.get("when") for one in elements(tree, "//t:edition/t:date")] == [day]
    assert texts("//t:titleStmt/t:respStmt/t:orgName") == [f"the editors of {real().site_name}"]
    cuts = [one for one in texts("//t:editorialDecl/t:p") if one.startswith("Cut, raw line")]
    assert len(cuts) == len(pages_["trt-world-2022"].source.about.cut)
    assert any(re.fullmatch(r"spaces: .+ \(\d+ times\)", one) for one in texts("//t:normalization/t:p"))


@given(pages(most_marks=6))
def test_no_overlap_of_marks_costs_a_word_of_tei(page: Page) -> None:
    """Marks of any kind, one across another, on words that break programs."""
    library = Library((page,), (TERM,), RECORDS, FORMATTED)
    tree = etree.fromstring(tei.document(page, library).encode())
    found = [words(element) for element in passages_of(tree)]
    assert found == [said(passage) for passage in page.passages]
    assert tei_all().validate(tree), list(tei_all().error_log)[:3]


@st.composite
def marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Return a text and marks on it, some of them empty."""
    text = draw(st.text("abc ", min_size=1, max_size=12))
    offsets = st.integers(0, len(text))
    kinds: st.SearchStrategy[MarkKind] = st.sampled_from(["term", "citation", "correction", "sic", "note"])
    found = draw(st.lists(st.tuples(offsets, offsets, kinds), max_size=6))
    return text, [Mark(min(a, b), max(a, b), kind, f"x{n}") for n, (a, b, kind) in enumerate(found)]


@given(marks())
def test_nesting_loses_no_mark(given_: tuple[str, list[Mark]]) -> None:
    """Each mark covers its words, whole or in parts, and each point stands at its offset."""
    text, every = given_
    spans = [mark for mark in every if mark.kind != "note"]
    points = [(mark.end, mark) for mark in every if mark.kind == "note"]
    covered: dict[str, str] = {}
    places: dict[str, int] = {}
    read = ""

    def walk(nodes: tuple[Node, ...], within: list[str]) -> None:
        nonlocal read
        for node in nodes:
            if isinstance(node, str):
                read += node
                for name in within:
                    covered[name] += node
            elif isinstance(node, Point):
                places[node.mark.target] = len(read)
            elif isinstance(node, Span):
                covered.setdefault(node.mark.target, "")
                walk(node.inner, [*within, node.mark.target])

    walk(nested(text, spans, points), [])
    assert read == text
    assert covered == {mark.target: text[mark.start : mark.end] for mark in spans}
    assert places == {mark.target: offset for offset, mark in points}


# ---- plain text


def test_plain_text_is_a_line_a_passage(shown: tuple[Page, Library]) -> None:
    """A line that begins with a number in brackets, below the record, is a passage; notes follow."""
    page, library = shown
    text = exported(page, library, ".txt")
    record, *rows = text.removesuffix("\n").split("\n\n")
    found = [re.fullmatch(r"\[(§?)(\w+)\] (.*)", row, re.DOTALL) for row in rows[: len(page.passages)]]
    assert [(f"{'s' if one[1] else 'p'}{one[2]}", one[3]) for one in found if one] == [
        (str(passage.id), legal(passage.text)) for passage in page.passages
    ]
    notes = rows[len(page.passages) :]
    assert len(notes) == len(page.notes)
    for row, one in zip(notes, page.notes, strict=True):
        place = f"passage {one.note.passage.label}"
        assert row.startswith(f"note {one.id.label} ({place}, “{legal(one.note.lemma)}”): ")
        assert "[@" not in row
    assert all("\n" not in row for row in rows)
    lines = record.split("\n")
    assert len(lines) == (8 if page.withheld else 7)
    assert lines[0] == library.references[page.slug].get("title")
    assert lines[6] == f"rights: {page.source.about.rights.statement}"


def test_plain_text_says_what_is_not_established() -> None:
    text = _files("real")["texts/trt-world-2022.txt"]
    assert text.split("\n")[1] == "author not established"


# ---- the schema of the JSON


@cache
def validator() -> Draft202012Validator:
    """The schema as it is published."""
    schema = json.loads(_files("real")["texts/schema.json"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_json_is_as_its_schema_says(shown: tuple[Page, Library]) -> None:
    page, library = shown
    data = json.loads(exported(page, library, ".json"))
    validator().validate(data)
    assert [one["text"] for one in data["passages"]] == [passage.text for passage in page.passages]


@pytest.mark.parametrize(
    ("field", "value"),
    [("id", "7"), ("kind", "rhyme"), ("raw", [1]), ("text", ""), ("terms", [{"id": "csto"}]), ("extra", 1)],
)
def test_the_schema_refuses_what_is_wrong(field: str, value: object) -> None:
    data = json.loads(_files("real")["texts/kaleji-2023.json"])
    data["passages"][0][field] = value
    with pytest.raises(ValidationError):
        validator().validate(data)


def test_the_schema_describes_every_field() -> None:
    """A field that is not described has to be guessed."""
    schema = json.loads(_files("real")["texts/schema.json"])
    for described in (schema, *schema["$defs"].values()):
        assert described["description"]
        assert all(field["description"] for field in described["properties"].values())


# ---- all of them


@pytest.mark.parametrize("publication", ["excerpt", "record"])
def test_what_rights_withhold_is_in_no_file(publication: str) -> None:
    """One exporter that reads the raw text would give away what the page does not show."""
    assert any(SECRET in text for text in _files("hostile").values())
    shown_ = _files(publication)
    assert not [path for path, text in shown_.items() if SECRET in text]


def test_files_are_the_same_each_time() -> None:
    assert data_files(real()) == _files("real")
    assert all(
        visible(text) == text for path, text in _files("hostile").items() if path.endswith((".txt", ".xml"))
    )
