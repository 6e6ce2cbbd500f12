"""The multilingual showcase as a full site, in a real Chromium: seven languages, two beside English."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from playwright.sync_api import Browser

from browser.fixtures import served
from showcase import check_page, opened, showcase
from tei_schema import tei_all

TEXTS = {
    "hive-1391": ("fa", "rtl"),
    "lamp-1912": ("ru", "ltr"),
    "water-2019": ("zh", "ltr"),
    "hafen-1931": ("de", "ltr"),
    "phare-1904": ("fr", "ltr"),
    "chhatta-1987": ("hi", "ltr"),
    "jraghats-1928": ("hy", "ltr"),
}
PAGES = [
    *(f"texts/{slug}/" for slug in TEXTS),
    "texts/",
    "terms/",
    "terms/kandu/",
    "bibliography/",
    "apparatus/hive-1391/",
    "cite/hive-1391/",
]
XML = "{http://www.w3.org/XML/1998/namespace}"
TEI = "{http://www.tei-c.org/ns/1.0}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the showcase."""
    return showcase("multilingual", tmp_path_factory) / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.mark.parametrize("place", PAGES)
def test_every_page_fits_and_is_accessible(browser: Browser, address: str, place: str) -> None:
    """In either direction."""
    check_page(browser, address + place)


@pytest.mark.parametrize("slug", TEXTS)
def test_a_text_says_its_language(browser: Browser, address: str, slug: str) -> None:
    """Title, byline and passages, the title of the window and the place in every list."""
    tag, direction = TEXTS[slug]
    page = opened(browser, f"{address}texts/{slug}/")
    for place in ("title", "h1", ".origin", "#p1"):
        element = page.locator(place).first
        assert (element.get_attribute("lang"), element.get_attribute("dir")) == (tag, direction), place
    page.goto(f"{address}texts/")
    title = page.locator(f'.text-title a[href*="{slug}"] bdi')
    assert (title.get_attribute("lang"), title.get_attribute("dir")) == (tag, direction)
    page.goto(f"{address}bibliography/")
    entry = page.locator(f"#{slug} > p").first
    assert (entry.get_attribute("lang"), entry.get_attribute("dir")) == (tag, direction)
    page.close()


def test_a_persian_text_is_read_from_the_right(browser: Browser, address: str) -> None:
    """Numbers at the right of their passages, sections at the right and notes at the left of the text."""
    page = opened(browser, f"{address}texts/hive-1391/")
    assert page.locator("body").get_attribute("dir") == "rtl"
    passage, number = (page.locator(place).bounding_box() for place in ("#p1", "#p1 .number"))
    sections = page.locator(".md-sidebar--secondary .md-nav").first.bounding_box()
    note = page.locator("#n1").bounding_box()
    column = page.locator(".md-content__inner").bounding_box()
    assert passage and number and sections and note and column
    assert number["x"] >= passage["x"] + passage["width"]
    assert sections["x"] >= column["x"] + column["width"] - 1
    assert note["x"] + note["width"] <= column["x"] + 1
    assert page.locator("#p1 .number").get_attribute("data-n") == "۱"
    link = page.locator('.md-nav a[href="#s1"] bdi')
    assert link.get_attribute("lang") == "fa"
    page.keyboard.press("Escape")
    page.locator("#p1 a.term").hover()
    card = page.locator(".card")
    card.wait_for()
    box = card.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 1440
    page.close()


def test_a_persian_number_stands_apart_on_a_phone(browser: Browser, address: str) -> None:
    """It has a space before the first word, within the screen."""
    page = opened(browser, f"{address}texts/hive-1391/", 360)
    number, passage = (page.locator(place).bounding_box() for place in ("#p1 .number", "#p1"))
    page.close()
    assert number and passage
    assert number["x"] - passage["x"] - passage["width"] >= 4
    assert number["x"] + number["width"] <= 360


@pytest.mark.parametrize(("slug", "pairs"), [("hive-1391", 4), ("lamp-1912", 2)])
def test_an_original_beside_its_translation(browser: Browser, address: str, slug: str, pairs: int) -> None:
    """Side by side on a desk, at one height; one below the other on a phone, and each has its address."""
    for width, beside in ((1440, True), (360, False)):
        page = opened(browser, f"{address}texts/{slug}/", width)
        found = page.locator(".parallel")
        assert found.count() == pairs
        for at in range(pairs):
            both = found.nth(at).locator("> *")
            one, other = both.nth(0).bounding_box(), both.nth(1).bounding_box()
            assert one and other
            assert (abs(one["y"] - other["y"]) < 12) == beside
            apart = one["x"] >= other["x"] + other["width"] or other["x"] >= one["x"] + one["width"]
            assert apart == beside
        page.close()


def test_what_programs_are_told(site: Path) -> None:
    """The languages of the parts, and which passage translates which, in JSON and TEI."""
    data = json.loads((site / "data/texts/hive-1391.json").read_text("utf-8"))
    passages = {one["id"]: one for one in data["passages"]}
    assert data["language"] == "fa"
    assert (passages["p1"]["beside"], passages["p4"]["beside"]) == ("p4", "p1")
    assert passages["p4"]["language"] == "en"
    assert "language" not in passages["p1"]
    tei = etree.parse(site / "data/texts/hive-1391.tei.xml")
    languages = [(one.get("ident"), one.text) for one in tei.iter(f"{TEI}language")]
    assert languages == [("fa", "Persian"), ("en", None)]
    first, translated = (tei.find(f".//*[@{XML}id='hive-1391.{id_}']") for id_ in ("p1", "p4"))
    assert first is not None and translated is not None
    assert (first.get("corresp"), translated.get("corresp")) == ("#hive-1391.p4", "#hive-1391.p1")
    assert translated.get(f"{XML}lang") == "en"
    title = tei.find(f".//{TEI}titleStmt/{TEI}title")
    assert title is not None and title.get(f"{XML}lang") == "fa"


@pytest.mark.parametrize("slug", TEXTS)
def test_data_files_are_what_they_say(site: Path, slug: str) -> None:
    """JSON by the schema that lies beside it, TEI by the schema of its guidelines."""
    schema = json.loads((site / "data/texts/schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads((site / f"data/texts/{slug}.json").read_text("utf-8")), schema)
    rules = tei_all()
    assert rules.validate(etree.parse(site / f"data/texts/{slug}.tei.xml")), rules.error_log


def test_a_term_is_found_in_every_language(site: Path) -> None:
    """The tide has its uses in Russian, Persian, Chinese, German, French, Hindi and Armenian."""
    used = (site / "terms/tide/index.html").read_text("utf-8")
    assert [slug for slug in TEXTS if f"texts/{slug}/#p" not in used] == []
