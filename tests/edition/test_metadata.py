"""What pages say of their texts to reference managers: the right kind of thing, and nothing made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from reader import pipeline
from reader.model import Library
from reader.references import metadata, schema_org

ROOT = Path(__file__).parents[2]
EXPECTED: dict[str, dict[str, Any]] = {
    "kaleji-2023": {
        "@type": "ScholarlyArticle",
        "authors": ["Kaleji, Vali"],
        "citation_journal_title": "Central Asia-Caucasus Analyst",
        "citation_publication_date": "2023/06/15",
    },
    "jces-2020": {
        "@type": "ScholarlyArticle",
        "authors": [],
        "citation_journal_title": "Journal of Central Eurasia Studies",
        "citation_publication_date": "2020",
        "citation_volume": "13",
        "citation_issue": "1",
    },
    "boltuc-2021": {"authors": ["Boltuc, Silvia"], "citation_publication_date": "2021/11/18"},
    "trt-world-2022": {"authors": [], "citation_publication_date": "2022/01/11"},
    "lengruber-2020": {"authors": ["Lengruber, Vitor"], "citation_publication_date": "2020/11/08"},
}


@pytest.fixture(scope="module")
def library() -> Library:
    return pipeline.read(ROOT)


@pytest.mark.parametrize("slug", EXPECTED)
def test_the_tags_of_a_text_are_those_of_its_record(library: Library, slug: str) -> None:
    page = next(page for page in library.pages if page.slug == slug)
    tags = metadata.highwire(page, library)
    assert [value for name, value in tags if name == "citation_author"] == EXPECTED[slug]["authors"]
    for name, value in EXPECTED[slug].items():
        if name.startswith("citation_"):
            assert dict(tags)[name] == value
    said = dict(tags)
    assert said["citation_fulltext_html_url"].endswith(f"/texts/{slug}/")
    assert said["citation_language"] == "en"


@pytest.mark.parametrize("slug", EXPECTED)
def test_the_object_of_schema_org_agrees_with_the_tags(library: Library, slug: str) -> None:
    page = next(page for page in library.pages if page.slug == slug)
    thing = schema_org.text_object(page, library, [])
    assert thing["headline"] == library.references[slug].get("title")
    assert "license" not in thing, "no licence is established for any of the texts"
    assert thing["isBasedOn"] == library.references[slug].get("url")
    assert bool(thing.get("author")) == bool(EXPECTED[slug]["authors"])
    assert thing.get("@type") == EXPECTED[slug].get("@type", thing["@type"])
    cited = {mark.target for passage in page.passages for mark in passage.marked("citation")}
    assert len(thing.get("citation", [])) == len(cited)


def test_the_built_page_holds_them_unharmed(built: Path) -> None:
    """A title with signs that HTML gives a meaning to comes out as it went in."""
    tree = html.parse(str(built / "texts/trt-world-2022/index.html"), html.HTMLParser(encoding="utf-8"))
    [title] = tree.xpath("//meta[@name='citation_title']/@content")
    assert title == "What are Iran’s stakes in the Kazakhstan crisis?"
    [script] = tree.xpath("//script[@type='application/ld+json']/text()")
    assert json.loads(script)["headline"] == title
    [canonical] = tree.xpath("//link[@rel='canonical']/@href")
    assert canonical.endswith("/texts/trt-world-2022/")
    assert len(tree.xpath("//link[@rel='alternate']")) >= 3


def test_the_citation_file_names_the_present_edition(library: Library) -> None:
    said = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert said["version"] == library.edition
    assert said["title"] == library.site_name
