"""What only a picture showed: words that are cut, hidden, broken or without a shape, each as a law."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.fixtures import Opener, search, search_box
from browser.pages import KINDS

CUT = """() => [...document.querySelectorAll(".editor-note.folded")].filter((note) => {
  const end = note.getBoundingClientRect().bottom, range = document.createRange();
  range.selectNodeContents(note);
  const lines = [...range.getClientRects()].filter(({ height }) => height < 30);
  return lines.some(({ top, bottom }) => top < end - 2 && bottom > end + 2);
}).map(({ id }) => id)"""
LEFT = "(one) => one.getBoundingClientRect().left"


def test_numbers_of_raw_lines_are_seen(look_at: Opener) -> None:
    """Numbers of verse are shown only to whoever points at the line; those of raw lines always."""
    page = look_at(KINDS["apparatus"])
    seen = page.locator(".raw-view .line-number").evaluate_all(
        "all => all.map(one => getComputedStyle(one).opacity)"
    )
    assert set(seen) == {"1"}


def test_a_number_of_a_passage_stands_in_one_line(look_at: Opener) -> None:
    """“10” in the margin of a concordance is not 1 above 0; and its lists begin where their heading does."""
    page = look_at(KINDS["term"])
    heights = page.locator(".concordance .locator").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert len(heights) > 5
    assert max(heights) < 30
    item, heading = (page.locator(one).first.evaluate(LEFT) for one in (".concordance li", ".md-typeset h3"))
    assert item == heading


def test_no_cell_of_a_table_is_a_letter_wide(look_at: Opener) -> None:
    """On a phone a table scrolls sideways; its addresses and fingerprints are not broken into letters."""
    page = look_at(KINDS["licences"], 360)
    for address in (page.url, page.url.replace(KINDS["licences"], "data/texts/")):
        page.goto(address)
        widths = page.locator("td:has(> code)").evaluate_all("all => all.map(one => one.clientWidth)")
        assert min(widths) > 100, address


def test_on_a_phone_a_number_does_not_touch_the_first_word(look_at: Opener) -> None:
    """And one of two digits is not cut by the edge of the screen."""
    page = look_at(KINDS["text"], 360)
    edges = "one => { const { left, right } = one.getBoundingClientRect(); return [left, right]; }"
    for id_ in ("p3", "p10"):
        left, right = page.locator(f"#{id_} .number").evaluate(edges)
        start = page.locator(f"#{id_}").evaluate(edges)[0]
        assert (left >= 0, start - right >= 4) == (True, True), id_


def test_on_a_phone_a_query_has_room(look_at: Opener) -> None:
    """Of what is typed the beginning is not pushed out of sight."""
    page = look_at(KINDS["front"], 360)
    search(page, "zangezur corridor")
    assert search_box(page).evaluate("one => one.scrollWidth <= one.clientWidth")


def test_a_folded_note_shows_whole_lines(open_page: Opener) -> None:
    page = open_page(KINDS["text"], width=1440)
    expect(page.locator(".editor-note.folded").nth(5)).to_be_visible()
    assert page.evaluate(CUT) == []


def test_where_the_device_gives_the_colours_everything_has_a_shape(open_page: Opener) -> None:
    """A button has its border, and what is drawn is drawn in the colour of words."""
    page = open_page(KINDS["front"], forced_colors="active")
    button = page.locator(".page-search button")
    assert button.evaluate("one => getComputedStyle(one).borderTopWidth") == "1px"
    page.goto(page.url + KINDS["term"])
    path = page.locator(".strip path").last
    assert path.evaluate("one => getComputedStyle(one).stroke === getComputedStyle(document.body).color")


def test_the_script_of_the_theme_comes_with_the_first_move(open_page: Opener) -> None:
    """Who reads waits for nothing of it; then it marks the section that is read, and nothing has moved."""
    page = open_page(KINDS["text"], width=1440)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_load_state("networkidle")
    assert page.locator('script[src*="/bundle."]').count() == 0
    before = page.locator(".passage").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    page.keyboard.press("Shift")
    expect(page.locator("html")).to_have_class("js-focus-visible js")
    after = page.locator(".passage").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert before == after
    assert len([url for url in asked if "/javascripts/" in url]) == 1
    page.evaluate("location.hash = 's2'")
    expect(page.locator(".md-nav__link--active")).not_to_have_count(0)


BEGUN = """() => {
  window.begun = new Promise((done) => document.addEventListener("DOMContentLoaded", () => setTimeout(done)));
}"""
PLACES = "all => all.map(one => one.getBoundingClientRect().top)"


def test_tables_stay_where_they_are_when_the_script_of_the_theme_begins(open_page: Opener) -> None:
    """It would put each into boxes of other sizes, and all below it would move."""
    page = open_page(KINDS["licences"], width=360)
    before = page.locator("main h2, main p, main tr").evaluate_all(PLACES)
    page.evaluate(BEGUN)
    page.keyboard.press("Shift")
    page.evaluate("() => window.begun")
    assert page.locator("main h2, main p, main tr").evaluate_all(PLACES) == before
