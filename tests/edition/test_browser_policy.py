"""The Content-Security-Policy of the site in a real Chromium, from a server and from a disk.

A violation is a failure: on every kind of page, in the search, in cards and in the panel that cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.fixtures import ROOT, search
from browser.pages import KINDS

WATCH = """addEventListener("securitypolicyviolation", (event) => {
  console.error(`violation: ${event.effectiveDirective} ${event.blockedURI}`);
});"""
FOREIGN = "http://canary.invalid/a"
# What a policy must refuse, by the directive that does.
ATTACKS = {
    "script-src-elem": "script.textContent = 'window.canary = 1'; document.head.append(script);",
    "script-src-attr": "box.innerHTML = '<img src=x: onerror=\"window.canary = 1\">';",
    "script-src": "setTimeout(() => { try { eval('window.canary = 1'); } catch { } });",
    "style-src-attr": "box.innerHTML = '<p style=\"color: red\">x</p>';",
    "style-src-elem": "box.innerHTML = '<style>p { color: red }</style>';",
    "img-src": f"box.innerHTML = '<img src=\"{FOREIGN}\">';",
    "connect-src": f"fetch('{FOREIGN}').catch(() => {{ }});",
    "frame-src": f"box.innerHTML = '<iframe src=\"{FOREIGN}\"></iframe>';",
    "object-src": f"box.innerHTML = '<object data=\"{FOREIGN}\"></object>';",
    "base-uri": f"box.innerHTML = '<base href=\"{FOREIGN}\">';",
    "form-action": f"box.innerHTML = '<form action=\"{FOREIGN}\"></form>'; box.firstChild.submit();",
}
ATTACK = """() => {
  const script = document.createElement("script");
  const box = document.createElement("div");
  document.body.append(box);
  %s
}"""


@pytest.fixture(params=["server", "disk"])
def place(request: pytest.FixtureRequest, site: str) -> str:
    """The address of the front page's folder, on a server and on a disk."""
    return site if request.param == "server" else f"{(ROOT / 'site').as_uri()}/"


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and all that its console says of it."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    yield page, said
    context.close()


def address(place: str, kind: str) -> str:
    """The address of a kind of page: a disk knows no index pages."""
    return place + KINDS[kind] + ("index.html" if place.startswith("file:") else "")


def test_every_kind_of_page_keeps_the_policy(place: str, watched: tuple[Page, list[str]]) -> None:
    page, said = watched
    for kind in KINDS:
        if kind != "missing":  # which only a server gives
            page.goto(address(place, kind))
            assert page.locator('head > meta[http-equiv="Content-Security-Policy"]').count() == 1, kind
            assert page.evaluate("typeof __md_get") == "function", kind  # the theme's own script has run
            assert said == [], kind


def test_cards_panel_and_search_keep_the_policy(place: str, watched: tuple[Page, list[str]]) -> None:
    page, said = watched
    page.goto(address(place, "text"))
    page.locator("#p3 a.term", has_text="CSTO").hover()
    expect(page.locator(".card")).to_contain_text("Military alliance led by Russia")
    page.mouse.move(2, 2)
    page.locator("#p7 .number").focus()
    page.keyboard.press("c")
    expect(page.get_by_role("dialog", name="Cite passage 7")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("dialog.keys")).to_be_visible()
    page.keyboard.press("Escape")
    search(page, "CSTO").first.click()
    page.wait_for_url(re.compile(r"\?h=CSTO"))
    assert said == []


def test_the_missing_page_keeps_the_policy(site: str, watched: tuple[Page, list[str]]) -> None:
    page, said = watched
    page.goto(site + KINDS["missing"])
    assert page.evaluate("typeof __md_get") == "function"
    assert [one for one in said if "404" not in one] == []


@pytest.mark.parametrize("directive", ATTACKS)
def test_the_policy_refuses(place: str, directive: str, watched: tuple[Page, list[str]]) -> None:
    """A policy that nothing violates may be one that allows everything."""
    page, said = watched
    page.goto(address(place, "citing"))
    assert said == []
    with page.expect_console_message(lambda one: one.text.startswith("violation: ")) as refused:
        page.evaluate(ATTACK % ATTACKS[directive])
    assert refused.value.text.split()[1] == directive
    assert page.evaluate("window.canary") is None
