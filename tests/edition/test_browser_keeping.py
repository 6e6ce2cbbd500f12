"""Keeping passages in a real Chromium, two texts side by side, and the reading menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.accessible import violations
from browser.fixtures import Opener, in_view
from browser.pages import KINDS


def keep(page: Page, id_: str) -> None:
    """Keep a passage of the text that is open."""
    page.evaluate("id => location.replace(`#${id}`)", id_)
    page.keyboard.press("c")
    panel = page.get_by_role("dialog", name=f"Cite passage {id_[1:]}")
    panel.get_by_role("button", name="Keep", exact=True).click()
    expect(panel.get_by_role("button", name="Kept", exact=True)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")


def saved(page: Page, name: str) -> Path:
    """What a button of the page hands to the reader."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(download.value.path())


def test_passages_are_kept_noted_saved_and_taken_in_again(
    open_page: Opener, site: str, tmp_path: Path
) -> None:
    page = open_page(KINDS["text"])
    keep(page, "p7")
    keep(page, "p3")
    page.get_by_role("button", name="Reading").click()
    page.get_by_role("link", name="Kept passages (2)").click()
    entry = page.get_by_role("region", name="Passage 7, Russia and Iran Diverge in the South Caucasus")
    expect(entry).to_contain_text("Unlike Iran, Russia did not oppose the Zangezur Corridor.")
    entry.get_by_label("Your note").fill("For the second chapter")
    assert violations(page) == []
    assert "For the second chapter" in saved(page, "Text").read_text("utf-8")
    assert saved(page, "BibTeX").read_text("utf-8").count("@article{kaleji-2023-p") == 2
    whole = saved(page, "everything, to be taken in again").read_bytes()
    page.get_by_role("button", name="Remove Passage 7").click()
    expect(page.get_by_role("region")).to_have_count(1)
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_role("region")).to_have_count(2)
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.locator(".kept-page")).to_contain_text("Nothing is kept yet.")
    (tmp_path / "kept.json").write_bytes(whole)
    page.get_by_label("Take in a file of kept passages").set_input_files(tmp_path / "kept.json")
    expect(page.locator(".kept-status")).to_have_text("Taken in: 2 new, 0 that were kept already.")
    expect(entry.get_by_label("Your note")).to_have_value("For the second chapter")
    entry.get_by_role("link").click()
    page.wait_for_url(f"{site}texts/kaleji-2023/?rev=*#p7")
    assert in_view(page.locator("#p7"))


KEPT = [
    {"slug": slug, "anchor": anchor, "revisions": "00000000", "title": slug, "words": "What it said."}
    for slug, anchor in (("kaleji-2023", "p7"), ("no-such-text", "p1"), ("lengruber-2020", "p999"))
]


def test_what_is_kept_says_that_it_has_been_revised_or_is_gone(browser: Browser, site: str) -> None:
    """As after an edition: the words stay, and the link carries the revision that they had."""
    page = browser.new_page()
    page.goto(f"{site}kept/")
    page.evaluate("kept => localStorage.setItem('reader.kept', JSON.stringify(kept))", KEPT)
    page.reload()
    revised = "Revised since it was kept; the link shows both wordings."
    gone = "This edition does not have the text; the words are as they were kept."
    expect(page.locator(".kept-told")).to_have_text([revised, gone, revised])
    expect(page.get_by_role("blockquote")).to_have_text(["What it said."] * 3)
    page.close()


def test_two_texts_stand_side_by_side_each_with_its_own_place(open_page: Opener) -> None:
    page = open_page("compare/?a=kaleji-2023#p3&b=lengruber-2020#p12", width=1440)
    first, second = (page.frame_locator("iframe").nth(at) for at in (0, 1))
    expect(first.locator("#p3")).to_be_in_viewport()
    expect(second.locator("#p12")).to_be_in_viewport()
    expect(first.locator(".md-header")).to_be_hidden()
    assert page.evaluate("scrollY") == 0
    expect(page.locator(".revised")).to_have_count(0)
    second.locator("#p12 .number").click()
    second.locator("body").press("k")
    second.locator("body").press("Escape")
    page.wait_for_url("**/compare/?a=kaleji-2023#p3&b=lengruber-2020#p11")
    page.get_by_label("First text").select_option("jces-2020")
    page.wait_for_url("**/compare/?a=jces-2020&b=lengruber-2020#p11")
    assert violations(page) == []
    first.locator("a.term").first.click()
    page.wait_for_url("**/terms/*/")


def test_two_texts_from_a_disk_on_a_phone(browser: Browser, built: Path) -> None:
    """Both menus are in view wherever the texts begin, and the address says what is read."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{built.as_uri()}/compare/index.html?a=kaleji-2023#p3&b=lengruber-2020#p12")
    expect(page.frame_locator("iframe").nth(1).locator("#p12")).to_be_in_viewport()
    page.get_by_label("First text").select_option("jces-2020")
    page.wait_for_url("**/compare/index.html?a=kaleji-2023#a=jces-2020&b=lengruber-2020#p12")
    assert page.evaluate("scrollY") == 0
    for name in ("First text", "Second text"):
        expect(page.get_by_label(name)).to_be_in_viewport()
    page.reload()
    expect(page.get_by_label("First text")).to_have_value("jces-2020")
    expect(page.frame_locator("iframe").nth(1).locator("#p12")).to_be_in_viewport()
    page.close()


def test_one_goes_on_where_one_was(open_page: Opener, site: str) -> None:
    """Whoever follows a link to a passage is left alone; the menu leads back to another text."""
    page = open_page(KINDS["text"])
    bar = page.get_by_role("group", name="Where you were")
    page.evaluate("location.replace('#p7')")
    page.goto(f"{site}{KINDS['text with references']}")
    expect(bar).to_have_count(0)
    page.get_by_role("button", name="Reading").click()
    onward = page.get_by_role(
        "link", name="Go on with Russia and Iran Diverge in the South Caucasus, passage 7"
    )
    expect(onward).to_have_attribute("href", f"{site}texts/kaleji-2023/#p7")
    page.goto(f"{site}{KINDS['text']}#p2")
    expect(page.locator("#p2")).to_be_in_viewport()
    expect(bar).to_have_count(0)
    page.evaluate("location.replace('#p8')")
    page.goto(f"{site}{KINDS['text with references']}")
    page.goto(f"{site}{KINDS['text']}")
    bar.get_by_role("link", name="Go on at passage 8").click()
    expect(page.locator("#p8")).to_be_in_viewport()
    expect(bar).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1440])
def test_the_reading_menu_is_remembered(open_page: Opener, width: int) -> None:
    page = open_page(KINDS["text"], width=width)
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    before = page.locator("#p1").evaluate(size)
    page.get_by_role("button", name="Reading").click()
    page.get_by_role("button", name="Larger type").click()
    page.get_by_label("dark").check()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Reading")).to_be_focused()
    page.reload()
    assert page.locator("#p1").evaluate(size) == pytest.approx(before * 1.15)
    expect(page.locator("body")).to_have_css("background-color", "rgb(25, 24, 23)")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
