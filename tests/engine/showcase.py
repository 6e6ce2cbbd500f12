"""A golden project made into a full site, with the look of the engine."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.accessible import violations
from browser.fixtures import once
from small_project import SmallProject

GOLDEN = Path(__file__).parent / "golden"
HAND_WRITTEN = {
    "index": "Home",
    "about/index": "About",
    "about/citing": "How to cite",
    "themes/index": "Themes",
}
WIDTHS = (360, 820, 1440)


def showcase(case: str, factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a copy of a golden project with its site made; it is for all tests."""
    return once(factory, f"showcase-{case}", lambda folder: _make(case, folder))


def _make(case: str, folder: Path) -> None:
    shutil.copytree(GOLDEN / case, folder, ignore=shutil.ignore_patterns("expected", "command.txt"))
    project = SmallProject(folder)
    project.write("mkdocs.yml", "site_name: Showcase\nsite_url: https://reader.example.org/\n")
    for path, name in HAND_WRITTEN.items():
        project.write(f"docs/{path}.md", f"# {name}\n\nWritten for a test.\n")
    project.good("accept", "--yes")
    project.good("site")


def opened(browser: Browser, address: str, width: int = 1440) -> Page:
    """A page of the site, at rest."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    return page


def check_page(browser: Browser, address: str) -> None:
    """Assert that a page is not wider than the window and that axe has nothing to say, at three widths."""
    page = opened(browser, "about:blank")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        assert violations(page) == [], width
    page.close()
