"""The mixed volume as a full site, in a real Chromium: law, verse, a play, a letter, tables, notes, pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from browser.fixtures import served
from showcase import check_page, opened, showcase

PAGES = (
    "texts/miscellany-1911/",
    "texts/harbour-act-2019/",
    "texts/tide-report-2004/",
    "cite/tide-report-2004/",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of the showcase."""
    with served(showcase("mixed-volume", tmp_path_factory) / "site") as found:
        yield found


@pytest.mark.parametrize("place", PAGES)
def test_every_page_fits_and_is_accessible(browser: Browser, address: str, place: str) -> None:
    check_page(browser, address + place)


def test_a_page_of_the_print_is_cited(browser: Browser, address: str) -> None:
    """Its number opens the panel, and the link leads to where it begins."""
    page = opened(browser, f"{address}texts/tide-report-2004/")
    page.locator("#page-12").press("Enter")
    panel = page.locator(".panel")
    expect(panel).to_have_attribute("aria-label", "Cite page 12")
    expect(page.locator("#panel-preview")).to_contain_text("P. 12")
    assert page.evaluate("location.hash") == "#page-12"
    page.close()


def test_a_link_to_pages_that_have_been_revised_since(browser: Browser, address: str) -> None:
    """What stands on the pages is marked, and the revisions of the link are compared with those of today."""
    text = f"{address}texts/tide-report-2004/"
    page = opened(browser, f"{text}?rev=00000000#page-12")
    expect(page.locator(".revised").first).to_contain_text("revision of passage 2")
    page = opened(browser, f"{text}#page-11-12")
    assert page.evaluate("location.hash") == "#page-11-page-12"
    marked = page.locator(".in-range").evaluate_all("all => all.map((one) => one.id)")
    assert marked == ["s1", "p1", "p2", "p3", "p4", "p5", "p6", "s2", "p7", "p8"]
    page.close()
