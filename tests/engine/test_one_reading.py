"""A record says the same everywhere: page head, meta tags, JSON-LD, TEI, RIS, CSL-JSON and citations.

Each record of the table stands as that of a text. What is expected is written out here once; no output is
compared with another.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml import etree

from reader import exports, pipeline
from reader.model import Library
from reader.references import formats, forms, metadata, schema_org
from reader.render.text_page import text_page
from small_project import copy_of_sound

TEI = "{http://www.tei-c.org/ns/1.0}"
KEY = "alpha-2020"


@dataclass(frozen=True)
class Said:
    """What a record says: in words, as BibTeX-less data, and in Chicago’s author-date style."""

    bibtex: str
    title: str = "Roads"
    byline: str = "Jo Doe"
    authors: tuple[str, ...] = ("Doe, Jo",)
    editors: tuple[str, ...] = ()
    venue: str = "J"
    date: str = "2020"
    iso: str = "2020"
    citation: str = "Doe, Jo. 2020. “Roads.” J."
    kinds: tuple[str, ...] = field(default=("Person",))


RECORDS = {
    "accents": Said(
        r'@article{KEY, author={Erd{\"o}s, P{\'a}l}, title={{\"U}ber \emph{Roads} --- a Study},'
        r" journaltitle={J{\'o}urnal}, date={2020}}",
        title="Über Roads — a Study", byline="Pál Erdös", authors=("Erdös, Pál",), venue="Jóurnal",
        citation="Erdös, Pál. 2020. “Über Roads — a Study.” Jóurnal.",
    ),
    "one body": Said(
        "@report{KEY, author={{Ministry of Foreign Affairs and Trade}}, title={Roads}, institution={Press},"
        " date={2020}}",
        byline="Ministry of Foreign Affairs and Trade", authors=("Ministry of Foreign Affairs and Trade",),
        venue="Press", kinds=("Organization",),
        citation="Ministry of Foreign Affairs and Trade. 2020. Roads. Press.",
    ),
    "a body with a comma": Said(
        "@report{KEY, author={{Institute of Steppe Studies, Tashkent}}, title={Roads}, institution={Press},"
        " date={2020}}",
        byline="Institute of Steppe Studies, Tashkent", authors=("Institute of Steppe Studies, Tashkent",),
        venue="Press", kinds=("Organization",),
        citation="Institute of Steppe Studies, Tashkent. 2020. Roads. Press.",
    ),
    "others": Said(
        "@article{KEY, author={Doe, Jo and others}, title={Roads}, journaltitle={J}, date={2020}}",
        byline="Jo Doe et al.", citation="Doe, Jo et al. 2020. “Roads.” J.",
    ),
    "Jr.": Said(
        "@article{KEY, author={King, Jr., Martin}, title={Roads}, journaltitle={J}, date={2020}}",
        byline="Martin King, Jr.", authors=("King, Martin, Jr.",),
        citation="King, Martin, Jr. 2020. “Roads.” J.",
    ),
    "editors": Said(
        "@collection{KEY, editor={Roe, Ri and Poe, Ed}, title={Roads}, publisher={Press}, date={2020}}",
        byline="Ri Roe and Ed Poe (editors)", authors=(), editors=("Roe, Ri", "Poe, Ed"), venue="Press",
        citation="Roe, Ri, and Ed Poe, eds. 2020. Roads. Press.", kinds=(),
    ),
    "a span": Said(
        "@article{KEY, author={Doe, Jo}, title={Roads}, journaltitle={J}, date={2020-05/2020-06}}",
        date="May–June 2020", iso="2020-05", citation="Doe, Jo. 2020. “Roads.” J, May–June.",
    ),
    "a season": Said(
        "@article{KEY, author={Doe, Jo}, title={Roads}, journaltitle={J}, date={2020-21}}",
        date="Spring 2020", citation="Doe, Jo. 2020. “Roads.” J, Spring.",
    ),
    "year and month": Said(
        "@article{KEY, author={Doe, Jo}, title={Roads}, journal={Old Field Journal}, year={2020}, month=jun}",
        venue="Old Field Journal", date="June 2020", iso="2020-06",
        citation="Doe, Jo. 2020. “Roads.” Old Field Journal, June.",
    ),
    "a subtitle": Said(
        "@article{KEY, author={Doe, Jo}, title={Roads}, subtitle={A History}, journaltitle={J}, date={2020}}",
        title="Roads: A History", citation="Doe, Jo. 2020. “Roads: A History.” J.",
    ),
    "in a book": Said(
        "@incollection{KEY, author={Doe, Jo}, editor={Roe, Ri}, title={Roads}, booktitle={The Book},"
        " publisher={Press}, date={2020}}",
        editors=("Roe, Ri",), venue="The Book, edited by Ri Roe, Press",
        citation="Doe, Jo. 2020. “Roads.” In The Book, edited by Ri Roe. Press.",
    ),
}  # fmt: skip


@pytest.fixture(params=RECORDS, ids=lambda name: name.replace(" ", "-"))
def case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Said, Library]:
    """Return what is expected, and a library in which the record is that of a text."""
    said = RECORDS[request.param]
    project = copy_of_sound(tmp_path / "project")
    text = (project.root / "references.bib").read_text("utf-8")
    others = re.sub(rf"@misc\{{{KEY},.*?\n\}}\n", "", text, flags=re.DOTALL)
    project.write("references.bib", others + said.bibtex.replace("KEY", KEY) + "\n")
    return said, pipeline.read(project.root)


def test_the_page(case: tuple[Said, Library]) -> None:
    """Heading and byline."""
    said, library = case
    page = next(page for page in library.pages if page.slug == KEY)
    markdown = text_page(page, library)
    assert f"\n# {said.title}" in markdown
    [byline] = re.findall(r'<p class="origin">(.*)</p>', markdown)
    assert byline == f"{said.byline}<br><cite>{said.venue}</cite>, {said.date}"


def test_the_metadata(case: tuple[Said, Library]) -> None:
    """Highwire tags and JSON-LD."""
    said, library = case
    page = next(page for page in library.pages if page.slug == KEY)
    tags = metadata.highwire(page, library)
    assert [value for name, value in tags if name == "citation_title"] == [said.title]
    assert tuple(value for name, value in tags if name == "citation_author") == said.authors
    assert tuple(value for name, value in tags if name == "citation_editor") == said.editors
    assert dict(tags)["citation_publication_date"] == said.iso.replace("-", "/")
    thing = schema_org.text_object(page, library, [])
    assert (thing["name"], thing["datePublished"]) == (said.title, said.iso)
    assert tuple(one["@type"] for one in thing.get("author", [])) == said.kinds
    assert len(thing.get("editor", [])) == len(said.editors)
    where = said.venue.partition(",")[0]
    assert where in json.dumps([thing.get("isPartOf"), thing.get("publisher")], ensure_ascii=False)


def test_the_data_files(case: tuple[Said, Library]) -> None:
    """TEI, RIS, CSL-JSON and BibTeX."""
    said, library = case
    files = exports.data_files(library)
    bibl = etree.fromstring(files[f"texts/{KEY}.tei.xml"].encode()).find(f".//{TEI}sourceDesc/{TEI}bibl")
    assert bibl is not None
    assert bibl.findtext(f"{TEI}title") == said.title
    assert bibl.findtext(f"{TEI}date") == said.date
    assert len(bibl.findall(f"{TEI}author")) == len(said.authors)
    assert len(bibl.findall(f"{TEI}editor")) == len(said.editors)
    ris = files[f"references/{KEY}.ris"].split("\r\n")
    assert f"TI  - {said.title}" in ris
    assert [row[6:] for row in ris if row.startswith("ED")] == list(said.editors)
    assert [row[6:] for row in ris if row.startswith("AU") and row[6:] != "others"] == list(said.authors)
    [item] = [one for one in json.loads(files["references.json"]) if one["id"] == KEY]
    assert re.sub("<[^>]+>", "", item["title"]) == said.title
    assert formats.bibtex(library.references[KEY]) == files[f"references/{KEY}.bib"]


def test_the_citations(case: tuple[Said, Library], tmp_path: Path) -> None:
    """In the bibliography, and alone."""
    said, library = case
    assert library.formatted[KEY].plain == said.citation
    alone = forms.in_style({KEY: library.references[KEY]}, "chicago-author-date", tmp_path)
    assert alone[KEY].listed.plain == said.citation
