"""Links to what has moved, in a real Chromium: with scripts and without, from a server and from a disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.fixtures import served
from small_project import SmallProject, gone, moved
from tiny_site import tiny_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project in which a text and an entry have other names, and a term is gone."""
    project = tiny_site(tmp_path_factory.mktemp("moved") / "project")
    project.append("addresses.lock", "/terms/fog/\t1\n")
    project.write("moved.toml", gone("/terms/fog/", "Fog"))
    rename(project)
    project.good("site")
    return project.root / "site"


def rename(project: SmallProject) -> None:
    """Give a text another slug, and its record with it."""
    (project.root / "sources/alpha-2020").rename(project.root / "sources/alfa-2020")
    project.edit("references.bib", "@misc{alpha-2020", "@misc{alfa-2020")
    project.append("moved.toml", moved("/texts/alpha-2020/", "/texts/alfa-2020/"))
    project.append("moved.toml", moved("/bibliography/#alpha-2020", "/bibliography/#alfa-2020"))


@pytest.fixture(params=["server", "disk"])
def place(request: pytest.FixtureRequest, site: Path) -> Iterator[tuple[str, str]]:
    """The address of the front page’s folder, and what stands after that of a page."""
    if request.param == "server":
        with served(site) as address:
            yield address, ""
    else:
        yield f"{site.as_uri()}/", "index.html"


def test_a_link_to_a_passage_of_a_text_that_has_moved(browser: Browser, place: tuple[str, str]) -> None:
    """The reader lands on the same passage of the same words, and can go back from there."""
    top, file = place
    page = browser.new_page()
    page.goto(f"{top}terms/league/{file}")
    page.goto(f"{top}texts/alpha-2020/{file}?rev=0a1b2c3d#p2")
    page.wait_for_url(f"{top}texts/alfa-2020/{file}?rev=0a1b2c3d#p2")
    expect(page.locator("#p2:target")).to_contain_text("Nothing was known of the league")
    page.go_back()
    page.wait_for_url(f"{top}terms/league/{file}")
    page.close()


def test_without_scripts(browser: Browser, site: Path) -> None:
    """The page leads on by itself, and the link on it too; what is gone says so."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with served(site) as top:
        page.goto(f"{top}cite/alpha-2020/#p2", wait_until="commit")
        page.wait_for_url(f"{top}cite/alfa-2020/")
        page.goto(f"{top}terms/fog/")
        expect(page.locator(".gone")).to_contain_text("Nobody wants it.")
        page.goto(f"{top}bibliography/#alpha-2020")
        page.locator("#alpha-2020 a").click()
        assert page.url == f"{top}bibliography/#alfa-2020"
    context.close()
