"""The built site in a real Chromium: terms, references, passages, margin, strips, filters.

Each test fails on any console error and on any request to another host: see `browser.fixtures`.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.accessible import STRICT, violations
from browser.fixtures import Opener, in_view, search
from browser.pages import KINDS

# The elements of a selector that the open card stands over.
COVERED = """selector => {
  const card = document.querySelector(".card").getBoundingClientRect();
  const over = (box) =>
    box.left < card.right && card.left < box.right && box.top < card.bottom && card.top < box.bottom;
  const all = [...document.querySelectorAll(selector)];
  return all.filter((one) => [...one.getClientRects()].some(over)).map((one) => one.outerHTML);
}"""

# Terms, references, passages


def test_the_definition_of_a_term_shows_on_hover(open_page: Opener) -> None:
    page = open_page(KINDS["text"])
    page.locator("#p3 a.term", has_text="CSTO").hover()
    card = page.locator(".card")
    expect(card).to_be_visible()
    expect(card).to_contain_text("Military alliance led by Russia")
    card.hover()  # the pointer can enter it
    expect(card).to_be_visible()
    page.mouse.move(2, 2)
    expect(card).to_have_count(0)


def test_the_definition_of_a_term_shows_on_focus(open_page: Opener) -> None:
    page = open_page(KINDS["text"])
    term = page.locator("#p3 a.term", has_text="CSTO")
    page.locator("#p3 a.term").nth(3).focus()
    term.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.closest('.card') !== null"):
        page.keyboard.press("Escape")
        term.focus()
    card = page.locator(".card")
    expect(card).to_contain_text("Military alliance led by Russia")
    expect(term).to_have_accessible_description(re.compile("^Military alliance led by Russia[^·]*$"))
    page.keyboard.press("Tab")
    expect(card.locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(term).to_be_focused()


def test_a_definition_describes_its_term_before_any_card_is_open(open_page: Opener) -> None:
    term = open_page(KINDS["text"]).locator("#p3 a.term", has_text="CSTO")
    expect(term).to_have_accessible_description(re.compile("^Military alliance led by Russia"))


def test_no_card_covers_its_word_or_the_button_that_cites(open_page: Opener) -> None:
    """On a phone held sideways there is little room, and a selection may end on a term."""
    page = open_page(KINDS["text"], width=740, height=360)
    for nth in range(8):
        term = page.locator("#p3 a.term").nth(nth)
        term.evaluate("element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 180)")
        term.hover()
        expect(page.get_by_role("group", name=term.inner_text())).to_be_visible()
        assert page.evaluate(COVERED, "#p3 a.term:hover") == []
    page.mouse.move(2, 2)
    expect(page.locator(".card")).to_have_count(0)
    term.evaluate(
        """element => { const range = document.createRange(); range.selectNodeContents(element);
        getSelection().removeAllRanges(); getSelection().addRange(range);
        document.dispatchEvent(new PointerEvent("pointerup")); }"""
    )
    expect(page.get_by_role("button", name="Cite", exact=True)).to_be_visible()
    term.hover()
    expect(page.locator(".card")).to_be_visible()
    assert page.evaluate(COVERED, "#p3 a.term:hover, .cite-selection") == []


def test_a_touch_opens_the_card_and_a_second_one_follows_the_link(open_page: Opener) -> None:
    page = open_page(KINDS["text"], width=360, height=740, has_touch=True, is_mobile=True)
    term = page.locator("#p3 a.term", has_text="CSTO")
    term.tap()
    card = page.locator(".card")
    expect(card).to_contain_text("Military alliance led by Russia")
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    card.locator("a").first.tap()
    page.wait_for_url("**/terms/csto/")


def test_from_a_term_to_its_uses_and_back_to_the_passage(open_page: Opener) -> None:
    page = open_page(KINDS["text"] + "#p3")
    page.locator("#p3 a.term", has_text="CSTO").click()
    page.wait_for_url("**/terms/csto/")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Collective Security Treaty Organization (CSTO)"
    )
    page.locator('.concordance a[href$="kaleji-2023/#p3"]').first.click()
    page.wait_for_url("**/texts/kaleji-2023/#p3")
    assert in_view(page.locator("#p3"))


def test_from_a_citation_to_the_bibliography_and_back(open_page: Opener) -> None:
    page = open_page(KINDS["text with references"])
    page.locator("#p10 a.citation").click()
    page.wait_for_url("**/bibliography/#flanagan-2013")
    entry = page.locator("#flanagan-2013")
    assert in_view(entry)
    entry.locator('a[href$="lengruber-2020/#p10"]').click()
    page.wait_for_url("**/texts/lengruber-2020/#p10")
    assert in_view(page.locator("#p10"))


def test_the_number_in_the_margin_is_the_address_of_the_passage(open_page: Opener, site: str) -> None:
    page = open_page(KINDS["text"])
    number = page.locator("#p7 .number")
    expect(number).to_be_visible()
    at_rest = number.evaluate("element => getComputedStyle(element).color")
    number.focus()
    expect(number).not_to_have_css("color", at_rest)
    address = number.evaluate("element => element.href")
    assert address == f"{site}texts/kaleji-2023/#p7"
    other = open_page(address.removeprefix(site))
    passage = other.locator("#p7")
    box = passage.bounding_box()
    assert box
    assert 200 <= box["y"] <= 330  # a third down a screen of 800
    expect(passage).to_contain_text("Unlike Iran, Russia did not oppose the Zangezur Corridor.")


def test_numbers_stay_on_a_touch_screen(open_page: Opener) -> None:
    page = open_page(KINDS["text"], width=360, height=740, has_touch=True, is_mobile=True)
    expect(page.locator("#p7 .number")).to_be_visible()


def test_j_and_k_go_from_passage_to_passage(open_page: Opener) -> None:
    page = open_page(KINDS["text"] + "#p2")
    page.keyboard.press("j")
    page.wait_for_url("**#p3")
    page.keyboard.press("k")
    page.wait_for_url("**#p2")


def test_a_correction_and_a_slip_say_what_they_are(open_page: Opener) -> None:
    """Both have the same faint line, and a card that tells the raw reading or what is meant."""
    page = open_page(KINDS["text in columns"])
    mark = page.locator("#p5 .correction")
    mark.hover()
    expect(page.locator(".card")).to_contain_text("policy,rwhich,Wnder the influence")
    slip = page.locator("#p3 .sic", has_text="turned to increase")
    expect(slip).to_have_css("text-decoration-style", "wavy")
    slip.hover()
    expect(page.locator(".card")).to_contain_text("So in the text: for “turned to increasing”")


# Without scripts


def test_without_scripts_everything_can_be_read_and_followed(open_page: Opener, site: str) -> None:
    """Reading, terms, citations, notes and anchors do not depend on JavaScript."""
    page = open_page(KINDS["text with references"] + "#p10", java_script_enabled=False)
    passage = page.locator("#p10")
    expect(passage).to_be_visible()
    assert in_view(passage)
    note = passage.locator("a.note").first
    target = note.get_attribute("href") or ""
    note.click()
    assert page.url.endswith(target)
    expect(page.locator(target)).to_be_visible()
    page.locator(f"{target} a.back").click()
    assert page.url.endswith(f"{target}-in-text")
    passage.locator("a.citation").click()
    assert page.url == f"{site}bibliography/#flanagan-2013"
    page.goto(f"{site}texts/kaleji-2023/")
    term = page.locator("#p3 a.term", has_text="CSTO")
    term.click()
    assert page.url == f"{site}terms/csto/"
    expect(page.locator(".definition")).to_contain_text("Military alliance led by Russia")


# What the reader sees


def test_the_visible_text_of_every_passage_is_the_reading_text(open_page: Opener, built: Path) -> None:
    """Marks, numbers and notes add nothing to the words that are read, selected and copied."""
    for file in sorted((built / "data/texts").glob("*-20??.json")):
        data = json.loads(file.read_text("utf-8"))
        page = open_page(f"texts/{data['slug']}/")
        shown = page.evaluate(
            "ids => Object.fromEntries(ids.map(id => [id, document.getElementById(id).innerText]))",
            [passage["id"] for passage in data["passages"]],
        )
        assert shown == {passage["id"]: passage["text"] for passage in data["passages"]}


# Every kind of page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_accessible(look_at: Opener, kind: str, width: int, scheme: str) -> None:
    page = look_at(KINDS[kind], width=width, color_scheme=scheme)
    assert violations(page, *STRICT) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_search_and_the_open_card_are_accessible(open_page: Opener, scheme: str) -> None:
    page = open_page(KINDS["text"], color_scheme=scheme)
    page.locator("#p3 a.term", has_text="CSTO").hover()
    expect(page.locator(".card")).to_be_visible()
    assert violations(page) == []
    page.mouse.move(2, 2)
    search(page, "CSTO")
    page.locator("dialog.search summary").click()
    assert violations(page) == []


# Strips, margin, filters


def test_a_tick_of_the_strip_leads_to_its_passage(open_page: Opener) -> None:
    page = open_page(KINDS["term"])
    tick = page.get_by_role("link", name="Kaleji 2023, passage 3").first
    tick.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/texts/kaleji-2023/#p3")


def test_the_strip_is_told_as_a_table(open_page: Opener) -> None:
    table = open_page(KINDS["term"]).get_by_role("table", name="Uses of this term by text")
    row = table.get_by_role("row").filter(has_text="Kaleji 2023")
    expect(row.get_by_role("cell")).to_have_text(["2", "3"])


def test_on_a_wide_screen_notes_stand_beside_their_words(open_page: Opener) -> None:
    page = open_page(KINDS["text"], width=1440, height=900)
    tops = page.evaluate(
        """() => [...document.querySelectorAll(".editor-note")].map((note) => [
          note.getBoundingClientRect().top, note.getBoundingClientRect().bottom,
          note.getBoundingClientRect().left,
          document.getElementById(`${note.id}-in-text`).getBoundingClientRect().top])"""
    )
    right = page.evaluate("document.querySelector('#p1').getBoundingClientRect().right")
    assert all(left > right for _top, _bottom, left, _sign in tops)
    assert all(one[1] <= other[0] for one, other in pairwise(tops)), "notes overlap"
    first_top, _bottom, _left, first_sign = tops[0]
    assert abs(first_top - first_sign) < 20
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_a_note_is_a_card_and_stands_at_the_foot(open_page: Opener) -> None:
    page = open_page(KINDS["text"], width=360, height=740, has_touch=True, is_mobile=True)
    sign = page.locator("#p7 a.note").first
    card = page.locator(".card")
    for up, edge in ((250, "bottom"), (650, "top")):  # and at its head where the sign is low
        sign.evaluate("(one, up) => scrollTo(0, one.getBoundingClientRect().top + scrollY - up)", up)
        sign.tap()
        expect(card).to_contain_text("Russia wanted the route opened")
        at = card.evaluate("(one, edge) => Math.round(one.getBoundingClientRect()[edge])", edge)
        assert at == {"bottom": 740, "top": 0}[edge]
        page.keyboard.press("Escape")
    note = page.locator(sign.get_attribute("href") or "")
    assert note.evaluate("element => getComputedStyle(element).position") == "relative"


def test_a_note_has_an_address(open_page: Opener) -> None:
    page = open_page("texts/lengruber-2020/#n5", width=820)
    note = page.locator("#n5")
    assert in_view(note)
    expect(note).to_contain_text("it withdrew in 1999")


def test_the_bibliography_is_filtered_by_kind_and_by_text(open_page: Opener) -> None:
    page = open_page("bibliography/")
    count = page.locator(".filters output")
    before = count.inner_text()
    page.get_by_label("Cited in").select_option(label="Lengruber 2020")
    expect(page.locator(".entry:visible")).to_have_count(10)
    page.locator('select[name="Kind"]').select_option("book")
    expect(page.locator(".entry:visible")).to_have_count(1)
    expect(page.locator(".entry:visible")).to_contain_text("Theory of International Politics")
    page.evaluate("location.hash = '#kaleji-2023'")
    expect(page.locator("#kaleji-2023")).to_be_visible()
    expect(count).to_have_text(before)


def test_without_scripts_the_bibliography_is_whole(open_page: Opener) -> None:
    page = open_page("bibliography/", java_script_enabled=False)
    expect(page.locator("#waltz-1979")).to_be_visible()
    page.locator(".by-text a", has_text="Lengruber 2020").click()
    assert page.url.endswith("/texts/lengruber-2020/#works-cited")


def test_a_question_on_the_front_page_leads_to_a_theme_and_to_a_passage(open_page: Opener) -> None:
    page = open_page()
    page.locator('#questions + ul a[href*="south-caucasus"]').click()
    page.wait_for_url("**/themes/south-caucasus/")
    page.locator("blockquote a.quoted").first.click()
    page.wait_for_url("**/texts/lengruber-2020/#p12")
    assert in_view(page.locator("#p12"))


# Paper

CONTRAST = """() => {
  const light = (one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
  const contrast = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).slice(0, 3).map((one) => light(one / 255));
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
  };
  const speaks = (one) => [...one.childNodes].some((part) => part.nodeType === 3 && part.data.trim());
  return [...document.querySelectorAll(".md-content *")]
    .filter((one) => speaks(one) && one.checkVisibility())
    .map((one) => [contrast(getComputedStyle(one).color), one.outerHTML.slice(0, 120)]);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["text", "term", "bibliography", "apparatus"])
def test_on_paper_every_word_is_dark_on_white(open_page: Opener, kind: str, scheme: str) -> None:
    """Whoever reads at night prints on white paper too."""
    page = open_page(KINDS[kind], color_scheme=scheme, reduced_motion="reduce")  # no colour on its way
    page.emulate_media(media="print")
    found = page.evaluate(CONTRAST)
    assert len(found) > 20
    assert [words for contrast, words in found if contrast < 4.5] == []
    assert (
        page.locator(".md-content .md-typeset").evaluate(
            "element => getComputedStyle(element).backgroundColor"
        )
        == "rgb(255, 255, 255)"
    )
