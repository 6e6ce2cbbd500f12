"""What programs find on a site: each file and each head is read by a parser that is not ours.

feedparser, urllib.robotparser, lxml, html5lib, rdflib and Pillow know nothing of this program.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import feedparser
import html5lib
import pytest
from lxml import etree
from PIL import Image
from rdflib import Graph, URIRef

from reader.exports.feed import feed as feed_of
from reader.model.limits import LIMITS
from reader.pipeline import read
from reader.site.cards import Card, draw
from reader.site.data_index import media_type
from small_project import SmallProject, gone
from tiny_site import tiny_site

SITE = "https://small.example/"
SETTINGS = """\
[tool.reader]
edition = "2"

[[tool.reader.release]]
edition = "1"
date = "2020-02-29"

[[tool.reader.release]]
edition = "2"
date = "2021-03-04"
"""
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
RECORD = """\
@article{alpha-2020,
  author = {Alpha, Ann and {Body of Men}},
  title = {Alpha: a small text},
  journaltitle = {Journal & Sons},
  publisher = {Press},
  volume = {7},
  number = {2},
  pages = {10-20},
  issn = {1234-5679},
  doi = {10.1000/182},
  url = {https://example.org/a?b=1&c=2},
  date = {2020-05},
}
"""
SCHEMA = "https://schema.org/"
CONTEXT = {"@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}, "contentUrl": {"@type": "@id"}}}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two editions: the second reworded a passage of one text and added a term."""
    project = tiny_site(tmp_path_factory.mktemp("site") / "project")
    about = "sources/alpha-2020/source.toml"
    project.edit(about, 'publication = "full"', f'publication = "full"\nlicence = "{LICENCE}"')
    text = (project.root / "references.bib").read_text("utf-8")
    project.write(
        "references.bib", re.sub(r"@misc\{alpha-2020,.*?\n\}\n", lambda _: RECORD, text, flags=re.S)
    )
    project.accepted()
    project.write("pyproject.toml", SETTINGS)
    project.edit("sources/alpha-2020/corrections.toml", "nobody knows how", "nobody knows <when>")
    project.renamed_term("group", "band")
    project.accepted().good("site")
    return project.root / "site"


def head(site: Path, path: str) -> dict[str, list[Mapping[str, str]]]:
    """The elements in the head of a page, by their names, as a browser reads them, with their words."""
    tree = html5lib.parse((site / path / "index.html").read_bytes(), namespaceHTMLElements=False)
    found: dict[str, list[Mapping[str, str]]] = {}
    for element in tree.find("head") or ():
        found.setdefault(str(element.tag), []).append({**element.attrib, "": element.text or ""})
    return found


def meta(site: Path, path: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in head(site, path)["meta"]:
        found.setdefault(one.get("name") or one.get("property") or "", []).append(one.get("content", ""))
    return found


def links(site: Path, path: str, rel: str) -> list[Mapping[str, str]]:
    return [one for one in head(site, path)["link"] if rel in one.get("rel", "").split()]


def objects(site: Path, path: str) -> tuple[dict[str, object], Graph]:
    """The object of JSON-LD on a page, and what a reader of RDF makes of it; no context is fetched."""
    [script] = [one for one in head(site, path)["script"] if one.get("type") == "application/ld+json"]
    thing = json.loads(script[""])
    assert thing["@context"] == "https://schema.org"
    graph = Graph().parse(data=json.dumps(thing | CONTEXT), format="json-ld")
    return thing, graph


def test_the_map_has_true_days(site: Path) -> None:
    """The day of the edition that changed a page, and none where that is not known."""
    tree = etree.parse(str(site / "sitemap.xml"))
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    days = {
        str(one.findtext("s:loc", namespaces=space)): one.findtext("s:lastmod", namespaces=space)
        for one in tree.iterfind("s:url", namespaces=space)
    }
    assert days[f"{SITE}texts/alpha-2020/"] == days[f"{SITE}apparatus/alpha-2020/"] == "2021-03-04"
    assert days[f"{SITE}texts/beta-2021/"] == days[f"{SITE}cite/beta-2021/"] == "2020-02-29"
    assert days[f"{SITE}terms/band/"] == days[f"{SITE}apparatus/changes/"] == "2021-03-04"
    assert days[f"{SITE}terms/league/"] is None
    pages = {
        f"{SITE}{file.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        for file in site.rglob("index.html")
        if not file.relative_to(site).as_posix().startswith("data/")
    }
    assert days.keys() == pages - {f"{SITE}terms/group/"} | {f"{SITE}data/"}
    assert not (site / "sitemap.xml.gz").exists()


def test_the_feed_is_bounded(site: Path) -> None:
    """Of very many texts, the newest editions tell; what is not told one by one is counted."""
    library = read(site.parent, replace(LIMITS, feed=2))
    feed = feedparser.parse(feed_of(library))
    titles = [one.title for one in feed.entries]
    assert titles == ["Edition 2", "Alpha: a small text: 1 reworded", "Edition 1", "New: Alpha: a small text"]
    assert "1 more text</a>" in feed.entries[2].content[0].value


def test_crawlers_may_read_all(site: Path) -> None:
    robots = RobotFileParser()
    robots.parse((site / "robots.txt").read_text("utf-8").splitlines())
    assert robots.can_fetch("Anybot", f"{SITE}texts/alpha-2020/")
    assert robots.site_maps() == [f"{SITE}sitemap.xml"]


def test_the_feed_tells_of_editions(site: Path) -> None:
    """Well formed, with what Atom asks of each entry, the newest first; ids are never given twice."""
    feed = feedparser.parse((site / "feed.xml").read_bytes())
    assert (feed.bozo, feed.version) == (False, "atom10")
    assert (feed.feed.id, feed.feed.title) == (f"{SITE}feed.xml", "Small")
    assert feed.feed.updated == "2021-03-04T00:00:00Z"
    titles = [one.title for one in feed.entries]
    assert titles == [
        "Edition 2", "Alpha: a small text: 1 reworded",
        "Edition 1", "New: Alpha: a small text", "New: Beta: another text",
    ]  # fmt: skip
    assert [one.updated[:10] for one in feed.entries] == ["2021-03-04"] * 2 + ["2020-02-29"] * 3
    assert len({one.id for one in feed.entries}) == len(feed.entries)
    assert all(one.link.startswith(SITE) and (one.get("summary") or one.content) for one in feed.entries)
    [content] = feed.entries[0].content
    assert content.type == "text/html"
    assert "1 new term" in content.value
    assert f'<a href="{SITE}texts/alpha-2020/">' in content.value
    changes = html5lib.parse(
        (site / "apparatus/changes/index.html").read_bytes(), namespaceHTMLElements=False
    )
    places = {one.get("id") for one in changes.iter()}
    assert {one.link.rpartition("#")[2] for one in feed.entries if "#" in one.link} <= places


def test_feed_and_search_are_found_from_every_page(site: Path) -> None:
    """By links that the theme does not take for translations; what they lead to is there."""
    for file in site.rglob("index.html"):
        path = file.parent.relative_to(site).as_posix()
        if path.startswith("data/") or path == "terms/group":
            continue
        [feed], [search] = links(site, path, "feed"), links(site, path, "search")
        assert feed["rel"] == "alternate feed"
        for link in (feed, search):
            assert (file.parent / link["href"]).is_file()


def test_the_search_is_described(site: Path) -> None:
    tree = etree.parse(str(site / "opensearch.xml")).getroot()
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert tree.tag == f"{space}OpenSearchDescription"
    assert len(str(tree.findtext(f"{space}ShortName"))) <= 16
    [url] = tree.iterfind(f"{space}Url")
    assert url.get("template") == f"{SITE}search/?q={{searchTerms}}"
    assert (site / "search/index.html").is_file()


def test_cards(site: Path) -> None:
    """Open Graph has its four properties on every page, Twitter its own; the picture is there."""
    for path in ("", "texts/alpha-2020", "terms/band", "bibliography", "data"):
        said = meta(site, path)
        assert all(len(said[name]) == 1 for name in ("og:title", "og:type", "og:url", "og:image"))
        assert said["og:url"] == [f"{SITE}{path}/".replace("//", "/").replace(":/", "://")]
        assert said["twitter:card"] == ["summary_large_image"]
        assert said["og:image:alt"] == said["twitter:image:alt"]
        with Image.open(site / said["og:image"][0].removeprefix(SITE)) as picture:
            picture.load()
            assert (picture.format, picture.size) == ("PNG", (1200, 630))
            assert [str(one) for one in picture.size] == [
                said["og:image:width"][0], said["og:image:height"][0],
            ]  # fmt: skip
    text = meta(site, "texts/alpha-2020")
    assert (text["og:title"], text["og:type"]) == (["Alpha: a small text"], ["article"])
    assert "og:description" not in text, "reference managers would take it for an abstract"
    assert meta(site, "terms/band")["og:title"] == ["Beta-Gamma group"]


def test_dublin_core(site: Path) -> None:
    said = {name: value for name, value in meta(site, "texts/alpha-2020").items() if "DCTERMS." in name}
    [schema] = links(site, "texts/alpha-2020", "schema.DCTERMS")
    assert schema["href"] == "http://purl.org/dc/terms/"
    citation = said.pop("DCTERMS.bibliographicCitation")[0]
    assert citation.startswith("Alpha, Ann")
    assert said == {
        "DCTERMS.title": ["Alpha: a small text"],
        "DCTERMS.creator": ["Alpha, Ann", "Body of Men"],
        "DCTERMS.issued": ["2020-05"],
        "DCTERMS.source": ["Journal & Sons"],
        "DCTERMS.publisher": ["Press"],
        "DCTERMS.language": ["en"],
        "DCTERMS.identifier": [f"{SITE}texts/alpha-2020/"],
        "DCTERMS.isVersionOf": ["https://example.org/a?b=1&c=2"],
        "DCTERMS.rights": ["Made for a test."],
        "DCTERMS.license": [LICENCE],
    }


def test_signposts(site: Path) -> None:
    """What FAIR Signposting asks of a page, in its head and as a set of links; what they lead to is there."""
    path, here = "texts/alpha-2020", f"{SITE}texts/alpha-2020/"
    data = json.loads((site / "data/texts/alpha-2020.linkset.json").read_text("utf-8"))
    by_anchor = {one["anchor"]: one for one in data["linkset"]}
    own = by_anchor[here]
    assert [one["href"] for one in own["cite-as"]] == [here]
    assert [one["href"] for one in own["license"]] == [LICENCE]
    assert [one["href"] for one in own["type"]] == [f"{SCHEMA}ScholarlyArticle", f"{SCHEMA}AboutPage"]
    for rel in ("cite-as", "license", "type", "item", "describedby"):
        found = [(urljoin(here, one["href"]), one.get("type")) for one in links(site, path, rel)]
        assert found == [(one["href"], one.get("type")) for one in own[rel]]
    assert len(own["item"]) == 4
    assert len(own["describedby"]) == 2
    for one in (*own["item"], *own["describedby"]):
        file = one["href"].removeprefix(SITE)
        assert (site / file).is_file()
        assert media_type(file.removeprefix("data/")) == one["type"]
    assert all(by_anchor[one["href"]]["collection"][0]["href"] == here for one in own["item"])
    [linkset] = links(site, path, "linkset")
    assert (site / path / linkset["href"]).is_file()


def test_a_text_as_an_object_of_schema_org(site: Path) -> None:
    """With volume and issue of its journal, its works as objects, its files as downloads."""
    thing, graph = objects(site, "texts/alpha-2020")
    here = URIRef(f"{SITE}texts/alpha-2020/")

    def said(subject: object, name: str) -> list[object]:
        return [*graph.objects(subject, URIRef(SCHEMA + name))]  # type: ignore[arg-type]

    assert [str(one) for one in said(here, "name")] == ["Alpha: a small text"]
    [issue] = said(here, "isPartOf")
    [volume] = said(issue, "isPartOf")
    [journal] = said(volume, "isPartOf")
    assert [str(one) for one in said(issue, "issueNumber")] == ["2"]
    assert [str(one) for one in said(volume, "volumeNumber")] == ["7"]
    assert [str(one) for name in ("issn", "name") for one in said(journal, name)] == [
        "1234-5679", "Journal & Sons",
    ]  # fmt: skip
    assert [str(one) for one in said(here, "pageStart")] == ["10"]
    assert [str(one) for one in said(here, "license")] == [LICENCE]
    [work] = said(here, "citation")
    assert str(work) == f"{SITE}bibliography/#brown-2000"
    assert [str(one) for one in said(work, "name")] == ["The Leagues"]
    files = [str(one) for encoding in said(here, "encoding") for one in said(encoding, "contentUrl")]
    assert len(files) == 4
    assert all((site / one.removeprefix(SITE)).is_file() for one in files)
    assert [one["@type"] for one in thing["author"]] == ["Person", "Organization"]  # type: ignore[attr-defined]


def test_the_site_and_its_data_as_objects(site: Path) -> None:
    thing, _graph = objects(site, "")
    assert thing["@type"] == "WebSite"
    data, graph = objects(site, "data")
    assert (data["@type"], data["version"], data["datePublished"]) == ("Dataset", "2", "2021-03-04")
    files = [str(one) for one in graph.objects(None, URIRef(f"{SCHEMA}contentUrl"))]
    assert len(files) == 7
    assert all((site / one.removeprefix(SITE)).is_file() for one in files)


def test_a_site_without_address_or_days(tmp_path: Path) -> None:
    """What would be false, or lead nowhere, is left out; no page says otherwise."""
    project = tiny_site(tmp_path / "project")
    project.edit("mkdocs.yml", "site_url: https://small.example/\n", "")
    project.good("accept", "--yes")
    assert (
        project.good("site").out.count("mkdocs.yml has no site_url yet: links in citations begin with /") == 1
    )
    site = project.root / "site"
    assert not (site / "feed.xml").exists()
    assert not (site / "opensearch.xml").exists()
    assert "<url>" not in (site / "sitemap.xml").read_text("utf-8")
    assert "Sitemap" not in (site / "robots.txt").read_text("utf-8")
    assert "og:image" not in meta(site, "texts/alpha-2020")
    assert links(site, "", "feed") == links(site, "", "search") == []


def test_rules_of_the_editor_stay(tmp_path: Path) -> None:
    """An edition may not want to be read by crawlers."""
    project = tiny_site(tmp_path / "project")
    project.write("docs/robots.txt", "User-agent: *\nDisallow: /\n")
    project.good("accept", "--yes")
    project.good("site")
    assert (project.root / "site/robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"


# ---- the folders of the data


def test_every_file_of_the_data_is_in_its_manifest(site: Path) -> None:
    """With the size and the hash that it has, in the manifest of each folder above it."""
    data = site / "data"
    files = {
        file.relative_to(data).as_posix()
        for file in data.rglob("*")
        if file.is_file() and file.name not in {"index.html", "manifest.json"}
    }
    for folder in [data, *(one for one in data.rglob("*") if one.is_dir())]:
        name = folder.relative_to(data).as_posix()
        start = "" if name == "." else f"{name}/"
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        listed = {start + one["path"] for one in manifest["files"]}
        assert listed == {one for one in files if one.startswith(start)}
        for one in manifest["files"]:
            content = (folder / one["path"]).read_bytes()
            assert one["bytes"] == len(content)
            assert one["sha256"] == hashlib.sha256(content).hexdigest()
            assert one["mediaType"] != "application/octet-stream", one["path"]


def test_every_folder_of_the_data_has_a_page(site: Path) -> None:
    """It lists the files and folders that lie there, and keeps the policy of the site."""
    data = site / "data"
    for folder in [data, *(one for one in data.rglob("*") if one.is_dir())]:
        tree = html5lib.parse((folder / "index.html").read_bytes(), namespaceHTMLElements=False)
        shown = {one.get("href") for one in tree.iter("a")}
        there = {one.name + "/" * one.is_dir() for one in folder.iterdir()}
        assert there - {"index.html"} <= shown
        [policy] = [one for one in tree.iter("meta") if one.get("http-equiv") == "Content-Security-Policy"]
        assert policy.get("content", "").startswith("default-src 'self'; script-src 'self'")
        inline = [one for one in tree.iter("script") if not one.get("src")]
        assert folder == data or inline == []


# ---- the pictures


def test_a_picture_is_the_same_each_time() -> None:
    card = Card("Reader", "Transport Corridors: A History", "Ann Alpha", "Journal, 2020")
    assert draw(card) == draw(card)
    assert draw(card) != draw(Card("Reader", "Transport Corridors: A History", "Ann Beta", "Journal, 2020"))


UNWRITABLE = [
    "روسیه و ایران",
    "中国",
    "हिन्दी",
    "a\0b",
    "😀",
    "\u202eabc",
    "",
    " ",
    "x" * 5000,
    "word " * 2000,
]


@pytest.mark.parametrize("title", UNWRITABLE)
def test_a_title_that_cannot_be_drawn_breaks_nothing(title: str) -> None:
    """What the font cannot write rightly is left out, and what is too long is cut."""
    with Image.open(io.BytesIO(draw(Card("Reader", title, title, title)))) as picture:
        picture.load()
        assert picture.size == (1200, 630)
    if len(title) < 100:
        assert draw(Card("Reader", title, title, title)) == draw(Card("Reader"))


def test_titles_in_several_scripts_are_drawn() -> None:
    for title in ("Россия и Иран", "Čapek, Ó Tuathail", "საქართველო", "Ελλάδα"):
        assert draw(Card("Reader", title)) != draw(Card("Reader"))


def test_what_has_moved_or_gone_has_no_card(tmp_path: Path) -> None:
    """A page that leads on is not offered to be shared or crawled."""
    project: SmallProject = tiny_site(tmp_path / "project")
    project.good("accept", "--yes")
    project.renamed_term("group", "band")
    project.write("docs/old.md", "# Old\n")
    project.accepted()
    (project.root / "docs/old.md").unlink()
    project.append("moved.toml", gone("/old/"))
    project.accepted().good("site")
    site = project.root / "site"
    listed = (site / "sitemap.xml").read_text("utf-8")
    for path in ("old", "terms/group"):
        assert "og:title" not in meta(site, path)
        assert f"<loc>{SITE}{path}/" not in listed
