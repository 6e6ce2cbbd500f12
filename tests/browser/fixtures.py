"""The site in a real Chromium, served on the loopback address: fixtures of the browser tests.

Each test fails on any console error and on any request to another host: see `open_page`.
"""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from browser.find_browser import find
from browser.pages import KINDS
from build import main

ROOT = Path(__file__).parent.parent.parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
Opener = Callable[..., Page]


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site as a host would: silently, and with its own page for what is missing."""

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            return super().send_error(code, message, explain)
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder as long as the context lasts; give its address."""
    handler = functools.partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that `make` has made, once for all workers of a run."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, done = shared / name, shared / f"{name}.made"
    with FileLock(shared / f"{name}.lock"):
        if not done.exists():
            make(folder)
            done.touch()
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real site; give its folder."""

    def make(_folder: Path) -> None:
        assert main(["site", "--root", str(ROOT)]) == 0

    once(tmp_path_factory, "site", make)
    return ROOT / "site"


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """Serve the real site; give its address."""
    with served(built) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a Chromium, which must be there: its absence is a failure, never a skip."""
    path = os.environ.get("CHROMIUM") or find("chromium")
    assert path, "no Chromium was found; run make test, which installs one, or set CHROMIUM"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


class Window:
    """A page of a browser, and what went wrong there: on its console, in its scripts, with its requests."""

    def __init__(self, browser: Browser, site: str, width: int, height: int, options: dict[str, Any]) -> None:
        """Open it at a size."""
        self.site, self.address, self.trouble = site, "", list[str]()
        self.context = browser.new_context(viewport={"width": width, "height": height}, **options)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.trouble.append(f"{self.address}: {error}"))
        self.page.on("console", lambda message: self._note(message.type, message.text))
        self.page.on("request", lambda request: self._foreign(request.url))

    def go(self, address: str) -> Page:
        """Open an address of the site."""
        self.address = address
        self.page.goto(self.site + address)
        return self.page

    def forget(self) -> None:
        """Be as it was before anything was opened."""
        self.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        self.page.goto("about:blank")
        session = self.context.new_cdp_session(self.page)
        session.send("Page.resetNavigationHistory")
        session.detach()
        self.trouble.clear()

    def _note(self, kind: str, text: str) -> None:
        missing = self.address == KINDS["missing"] and "404" in text  # the page, which is meant to be missing
        if kind in {"error", "warning"} and not missing:
            self.trouble.append(f"{self.address}: {text}")

    def _foreign(self, url: str) -> None:
        if not url.startswith((self.site, "data:", "blob:", "about:blank")):
            self.trouble.append(f"a request to {url}")


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Opener]:
    """Give a function that opens an address of the site; afterwards nothing may have gone wrong there."""
    windows: list[Window] = []

    def opened(address: str = "", width: int = 1280, height: int = 800, **options: Any) -> Page:
        windows.append(Window(browser, site, width, height, options))
        return windows[-1].go(address)

    yield opened
    for window in windows:
        window.context.close()
    assert [one for window in windows for one in window.trouble] == []


@pytest.fixture(scope="session")
def windows() -> dict[tuple[int, str], Window]:
    """Give the windows that tests look through one after the other, by their widths and schemes."""
    return {}


@pytest.fixture
def look_at(browser: Browser, site: str, windows: dict[tuple[int, str], Window]) -> Iterator[Opener]:
    """Do what `open_page` does, for a test that opens one page and leaves nothing behind but what is kept.

    A new window costs four times as much as another page in one that is there.
    """
    looked: list[Window] = []

    def opened(address: str = "", width: int = 1280, color_scheme: str = "light") -> Page:
        assert not looked
        if (width, color_scheme) not in windows:
            windows[width, color_scheme] = Window(browser, site, width, 800, {"color_scheme": color_scheme})
        looked.append(windows[width, color_scheme])
        return looked[0].go(address)

    yield opened
    trouble = [one for window in looked for one in window.trouble]
    for window in looked:
        window.forget()
    assert trouble == []


def search_box(page: Page) -> Locator:
    """Return the box of the search, over the page or on its own."""
    return page.locator("dialog.search, .search-page").get_by_role("searchbox")


def search(page: Page, words: str) -> Locator:
    """Search by keyboard alone and return the hits."""
    page.keyboard.press("/")
    expect(search_box(page)).to_be_focused()
    page.keyboard.type(words)
    expect(page.locator("dialog.search .found")).to_have_attribute("data-query", words)
    hits = page.locator("dialog.search .hit")
    expect(hits.first).to_be_visible()
    return hits


def in_view(locator: Locator) -> bool:
    """Whether the beginning of an element is on the screen."""
    box = locator.bounding_box()
    assert box
    view = locator.page.viewport_size
    assert view
    return 0 <= box["y"] < view["height"]


def wait_for_earlier_wordings(page: Page) -> None:
    """Wait until the page has loaded them: without evaluating words, which its policy forbids."""
    page.evaluate(
        """() => new Promise((done) => {
          const look = () => (window.readerHistory === undefined ? requestAnimationFrame(look) : done());
          look();
        })"""
    )
