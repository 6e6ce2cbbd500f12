"""A site on many pages in a real Chromium: a work that has no place any more, and two of very many texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.accessible import violations
from browser.fixtures import search, served
from paged_project import paged_project, paged_site, write_paged
from reader.model.limits import LIMITS


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project that was published on one page first; one work came later."""
    project = paged_project(tmp_path_factory.mktemp("paged") / "project")
    write_paged(project, LIMITS)
    project.append("references.bib", "\n@misc{later-2024,\n  title = {Later},\n  date = {2024},\n}\n")
    paged_site(project)
    return project.root / "site"


@pytest.fixture(params=["server", "disk"])
def place(request: pytest.FixtureRequest, site: Path) -> Iterator[tuple[str, str]]:
    """The address of the front page’s folder, and what stands after that of a page."""
    if request.param == "server":
        with served(site) as address:
            yield address, ""
    else:
        yield f"{site.as_uri()}/", "index.html"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own."""
    page = browser.new_page()
    yield page
    page.close()


def test_a_link_to_a_work_in_the_bibliography_finds_its_page(page: Page, place: tuple[str, str]) -> None:
    """What was published there stands there; what came later is led to; what never was is told."""
    top, file = place
    page.goto(f"{top}bibliography/{file}#work-3")
    expect(page.locator("#work-3")).to_contain_text("The work 3")
    page.goto(f"{top}bibliography/{file}#later-2024")
    page.wait_for_url(f"{top}bibliography/later-2024/{file}")
    page.goto(f"{top}bibliography/{file}#never-1999")
    expect(page.locator(".revised")).to_contain_text("a place that this page does not have")


@pytest.mark.parametrize("place_of", ["cite/delta-1990/#p4", "apparatus/alpha-2020/#raw-12"])
def test_a_link_to_a_place_of_a_long_text_goes_on_to_its_page(
    page: Page, place: tuple[str, str], place_of: str
) -> None:
    top, file = place
    folder, _, id_ = place_of.partition("#")
    page.goto(f"{top}{folder}{file}#{id_}")
    page.wait_for_url(re.compile(rf"{re.escape(top + folder)}\d+/{file}#{id_}$"))
    expect(page.locator(f"#{id_}")).to_be_visible()


def test_without_scripts_a_place_of_a_long_text_is_a_link_to_it(browser: Browser, site: Path) -> None:
    with served(site) as top:
        page = browser.new_page(java_script_enabled=False)
        page.goto(f"{top}cite/delta-1990/#p4")
        page.locator("#p4:target").click()
        page.wait_for_url(re.compile(rf"{re.escape(top)}cite/delta-1990/\d+/#p4$"))
        expect(page.locator("div#p4")).to_be_visible()
        page.close()


def test_two_of_many_texts_are_looked_for(page: Page, place: tuple[str, str]) -> None:
    """No list of all texts is loaded: a title is found as the search finds it."""
    top, file = place
    page.goto(f"{top}compare/{file}?a=delta-1990&b=delta-1992#p2")
    first, second = (page.frame_locator("iframe").nth(at) for at in (0, 1))
    expect(first.locator("#p1")).to_contain_text("3 May 1900")
    expect(second.locator("#p2:target")).to_be_visible()
    field = page.get_by_label("First text")
    field.fill("Delta")
    expect(page.locator("datalist").first.locator("option")).not_to_have_count(0)
    field.fill("Delta 4")
    page.wait_for_url(f"**{'#' if file else '?'}a=delta-1994&b=delta-1992#p2")
    expect(first.locator("#p1")).to_contain_text("3 May 1928")


def test_the_pages_of_lists_are_accessible(page: Page, site: Path) -> None:
    with served(site) as top:
        for address in (
            "terms/tide/2/",
            "bibliography/by/author/",
            "bibliography/",
            "texts/",
            "terms/names/",
        ):
            page.goto(f"{top}{address}")
            assert violations(page) == [], address
        page.goto(f"{top}terms/tide/")
        page.locator(".sheets a[rel=next]").first.click()
        page.wait_for_url(f"{top}terms/tide/2/")
        found = search(page, "Later")
        expect(found.and_(page.locator('[href*="bibliography/later-2024/"]')).first).to_be_visible()
