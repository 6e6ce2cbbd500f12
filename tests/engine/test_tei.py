"""TEI as a whole: works cited, revisions, ids that stay apart in a corpus; valid by tei_all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import pytest
from lxml import etree

from hostile_project import hostile_project
from reader import pipeline
from reader.exports import tei
from reader.marks.drawing import clear_of
from reader.model import Library, Mark
from small_project import ABOUT, SmallProject, copy_of_sound
from tei_schema import tei_all
from test_one_reading import RECORDS

NAMES = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
RELEASES = '[tool.reader]\nedition = "2"\n\n[[tool.reader.release]]\nedition = "1"\ndate = 2020-02-29\n'


def find(tree: etree._Element, path: str) -> list[etree._Element]:
    return cast("list[etree._Element]", tree.xpath(path, namespaces=NAMES))


def valid(document: str) -> etree._Element:
    """A document, which is valid and has no id twice; what points into it leads somewhere."""
    tree = etree.fromstring(document.encode())
    schema = tei_all()
    assert schema.validate(tree), list(schema.error_log)[:3]
    ids = [str(one.get(ID)) for one in tree.iter() if one.get(ID)]
    assert len(ids) == len(set(ids))
    pointers = [
        str(value) for value in cast("list[str]", tree.xpath("//@target | //@corresp | //@prev | //@next"))
    ]
    assert {one[1:] for one in pointers if one.startswith("#")} <= set(ids)
    return tree


def document(library: Library, slug: str) -> etree._Element:
    [page] = [one for one in library.pages if one.slug == slug]
    return valid(tei.document(page, library))


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    return copy_of_sound(tmp_path / "project")


@pytest.mark.parametrize("name", RECORDS)
def test_a_work_cited_is_a_valid_biblstruct(project: SmallProject, name: str) -> None:
    """Of every kind of record: its title, its makers and its date are those of the record."""
    said = RECORDS[name]
    text = (project.root / "references.bib").read_text("utf-8")
    others = re.sub(r"@book\{brown-2000,.*?\n\}\n", "", text, flags=re.DOTALL)
    project.write("references.bib", others + said.bibtex.replace("KEY", "brown-2000") + "\n")
    tree = document(pipeline.read(project.root), "alpha-2020")
    [work] = find(tree, "//t:back//t:biblStruct")
    assert work.get(ID) == "alpha-2020.work.brown-2000"
    [cited] = find(tree, "//t:ref[@type='citation']")
    assert cited.get("corresp") == "#alpha-2020.work.brown-2000"
    assert str(cited.get("target")).endswith("/bibliography/#brown-2000")
    own = "t:analytic" if find(work, "t:analytic") else "t:monogr"
    assert [one.text for one in find(work, f"{own}/t:title")] == [said.title]
    surnames = [one.partition(",")[0] for one in (*said.authors, *said.editors)]
    names = find(work, ".//t:author/t:persName | .//t:author/t:orgName | .//t:editor/t:persName")
    assert [one.findtext("{*}surname") or one.text for one in names] == (
        surnames if "Person" in said.kinds or said.editors else list(said.authors)
    )
    assert [one.text for one in find(work, ".//t:imprint/t:date")] == [said.date]


def test_what_is_not_known_of_a_work_is_told(project: SmallProject) -> None:
    project.edit("references.bib", "  date = {2000},\n", "")
    tree = document(pipeline.read(project.root), "alpha-2020")
    assert [one.text for one in find(tree, "//t:biblStruct//t:imprint/t:date")] == ["date not established"]


def test_revisions_come_from_the_ledger(project: SmallProject) -> None:
    """Each edition that changed the text, the newest first, with its day where that is known."""
    project.write("pyproject.toml", RELEASES)
    project.edit("sources/alpha-2020/corrections.toml", "nobody knows how", "nobody knows when")
    project.accepted()
    tree = document(pipeline.read(project.root), "alpha-2020")
    newest, first = find(tree, "//t:revisionDesc/t:change")
    assert (newest.get("n"), newest.get("when")) == ("2", None)
    assert [one.text for one in newest] == ["Edition 2: 1 reworded", None]
    assert [one.get("target") for one in find(newest, ".//t:ref")] == ["#alpha-2020.p3"]
    assert (first.get("n"), first.get("when")) == ("1", "2020-02-29")
    assert first.text == "Edition 1: 4 passages, 1 note"
    assert [one.get("n") for one in find(tree, "//t:editionStmt/t:edition")] == ["2"]
    assert find(tree, "//t:titleStmt/t:respStmt/t:resp")


def test_a_corpus_holds_all_texts_apart(tmp_path: Path) -> None:
    """Two texts have a p1 each, and texts that break file formats break no corpus."""
    project = hostile_project(tmp_path / "project")
    project.text("2020-report", "One.\n\nTwo.\n", ABOUT, "A report")
    library = pipeline.read(project.accepted().root)
    every = [tei.document(page, library) for page in library.pages]
    tree = valid("".join(tei.corpus(every, library)))
    assert tree.tag == f"{{{NAMES['t']}}}teiCorpus"
    assert len(find(tree, "/t:teiCorpus/t:TEI")) == len(library.pages) == 2
    ids = {str(one.get(ID)) for one in tree.iter() if one.get(ID)}
    assert {"_2020-report.p1", "_2020-report.p2", "hostile-2020.p1"} <= ids
    each = [document(library, page.slug) for page in library.pages]
    shown = [said(one) for one in find(tree, "/t:teiCorpus/t:TEI")]
    assert shown == [said(one) for one in each]


def said(tree: etree._Element) -> list[tuple[object, ...]]:
    """All that a document says, element by element."""
    return [(one.tag, sorted(one.attrib.items()), one.text) for one in tree.iter()]


def test_a_licence_has_its_address(project: SmallProject) -> None:
    address = "https://creativecommons.org/licenses/by/4.0/"
    about = "sources/alpha-2020/source.toml"
    project.edit(about, 'publication = "full"', f'publication = "full"\nlicence = "{address}"')
    tree = document(pipeline.read(project.root), "alpha-2020")
    assert [one.get("target") for one in find(tree, "//t:availability/t:licence")] == [address]


@pytest.mark.parametrize(
    ("offset", "spans", "clear"),
    [
        (3, [], 3),
        (3, [(1, 5)], 5),
        (3, [(3, 5), (1, 3)], 3),
        (3, [(1, 5), (4, 8), (7, 9)], 9),
    ],
)
def test_a_sign_stands_outside_of_spans(offset: int, spans: list[tuple[int, int]], clear: int) -> None:
    """A note within a term would read as a part of its name."""
    assert clear_of(offset, [Mark(start, end, "term", "x") for start, end in spans]) == clear
