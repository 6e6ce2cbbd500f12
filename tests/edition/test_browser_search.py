"""The search in a real Chromium: over a page and on its own, by keyboard, by links, and where hits land."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.accessible import violations
from browser.fixtures import Opener, in_view, search, search_box
from reader.site.engine import THEME

SHIFTED = "document.querySelector('#p3').getBoundingClientRect().top"


def hrefs(page: Page) -> list[str]:
    return [str(one) for one in page.locator(".found .hit").evaluate_all("all => all.map(one => one.href)")]


def texts_of(page: Page, selector: str) -> list[str]:
    return [" ".join(one.split()) for one in page.locator(selector).all_inner_texts()]


# Opening


def test_a_page_loads_almost_nothing_of_the_search_before_it_is_opened(open_page: Opener, site: str) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("response", lambda response: asked.append(response.url.removeprefix(site)))
    page.goto(f"{site}texts/kaleji-2023/", wait_until="networkidle")
    own = [one for one in asked if "search" in one or "find-" in one]
    assert own == []  # what opens it is a part of the one script of a page
    assert len((THEME / "assets/search.js").read_bytes()) < 5000
    search(page, "CSTO")
    assert any(one.startswith("search/core.js") for one in asked)


def test_the_box_says_what_it_is_and_what_it_has_found(open_page: Opener) -> None:
    page = open_page()
    search(page, "sanction")
    dialog = page.get_by_role("dialog", name="Search")
    told = re.compile(r"^\d+ passages in \d texts, \d+ other places\.$")
    expect(dialog.get_by_role("status")).to_have_text(told)
    expect(dialog.get_by_role("search")).to_be_visible()
    expect(dialog.get_by_role("region", name="Passages")).to_be_visible()


def test_escape_gives_the_page_back(open_page: Opener) -> None:
    page = open_page("texts/kaleji-2023/")
    link = page.locator("#p3 a.term").first
    link.focus()
    search(page, "CSTO")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_have_count(0)
    page.keyboard.press("Escape")  # of the card that the focus has opened
    expect(link).to_be_focused()


@pytest.mark.parametrize("key", ["/", "s"])
def test_keys_and_the_link_of_the_header_open_it(open_page: Opener, key: str) -> None:
    page = open_page("terms/csto/")
    page.keyboard.press(key)
    expect(search_box(page)).to_be_focused()
    expect(search_box(page)).to_have_value("")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Search", exact=True).click()
    expect(search_box(page)).to_be_focused()


@pytest.mark.parametrize("way", ["paste", "input method", "typing"])
def test_words_are_looked_for_however_they_are_put_in(open_page: Opener, way: str) -> None:
    page = open_page()
    page.keyboard.press("/")
    box = search_box(page)
    expect(box).to_be_focused()
    if way == "typing":
        page.keyboard.type("CSTO")
    elif way == "paste":
        page.keyboard.insert_text("CSTO")
    else:
        client = page.context.new_cdp_session(page)
        client.send("Input.imeSetComposition", {"text": "CSTO", "selectionStart": 4, "selectionEnd": 4})
        client.send("Input.insertText", {"text": "CSTO"})
    expect(page.locator(".hit").first).to_be_visible()


# What is shown


def test_passages_come_first_three_a_text_and_then_more(open_page: Opener) -> None:
    page = open_page()
    search(page, "Kazakhstan")
    sections = page.locator(".found > section")
    expect(sections.first).to_have_attribute("aria-label", "Passages")
    text = sections.first.locator(".of-text").first
    expect(text.locator(".hit")).to_have_count(3)
    best = text.locator(".hit").first.get_attribute("href")
    expect(text.locator("h3 a")).to_have_attribute("href", str(best))
    text.get_by_role("button", name=re.compile(r"\d+ more in this text")).click()
    assert text.locator(".hit").count() > 3
    expect(text.locator(".hit").nth(3)).to_be_focused()


def test_each_hit_says_its_kind(open_page: Opener) -> None:
    page = open_page()
    search(page, "Flanagan")
    kinds = texts_of(page, ".hit .kind")
    assert kinds[0].startswith("passage ")
    assert {re.sub(r" \d+$", "", kind) for kind in kinds} >= {"passage", "term", "reference", "note"}
    for words in texts_of(page, ".hit .words"):
        assert len(words) < 230


def test_a_hit_by_another_name_says_so(open_page: Opener) -> None:
    page = open_page()
    search(page, "Artsakh")
    passage = page.locator('.hit[href*="lengruber-2020"]').first
    expect(passage.locator(".for")).to_have_text("Nagorno-Karabakh, for: Artsakh")
    expect(passage.locator("mark").first).to_have_text("Nagorno-Karabakh")
    own = page.locator('.hit[href*="kaleji-2023"][href$="#p5"]')
    expect(own.locator(".for")).to_have_count(0)
    expect(own.locator("mark")).to_have_text("Artsakh")


def test_what_is_nowhere_is_said(open_page: Opener) -> None:
    page = open_page("search/?q=xyzzyx")
    expect(page.get_by_role("status").first).to_have_text("Nothing found. Nowhere: “xyzzyx”.")
    search_box(page).fill("“corridor of Zangezur”")
    expect(page.get_by_role("status").first).to_contain_text("stand nowhere together")
    expect(page.locator('.hit[href$="#p7"]').first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_found_is_accessible(open_page: Opener, width: int, scheme: str) -> None:
    page = open_page("search/?q=Nagorno-Karabakh", width=width, color_scheme=scheme)
    page.locator("summary").click()
    expect(page.get_by_role("link", name=re.compile("Vitor Lengruber"))).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(page.url.split("search/")[0] + "texts/kaleji-2023/?h=Artsakh#p3")
    expect(page.locator(".search-walk")).to_be_visible()
    assert violations(page) == []


# By keyboard alone


def test_arrows_go_to_the_hits_and_back(open_page: Opener) -> None:
    page = open_page()
    search(page, "CSTO")
    links = page.locator(".found a")
    for index in range(3):  # the title of the text, a hit, the title of the next
        page.keyboard.press("ArrowDown")
        expect(links.nth(index)).to_be_focused()
    for _step in range(3):
        page.keyboard.press("ArrowUp")
    expect(search_box(page)).to_be_focused()


def test_a_hit_opened_by_keyboard_lands_on_its_passage(open_page: Opener) -> None:
    """A hit that lands at the top of a page would leave the reader to search again."""
    page = open_page()
    search(page, "CSTO")
    for _step in range(40):
        page.keyboard.press("ArrowDown")
        if str(page.evaluate("document.activeElement.href || ''")).endswith("kaleji-2023/?h=CSTO#p3"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/texts/kaleji-2023/?h=CSTO#p3")
    passage = page.locator("#p3")
    expect(passage.locator("mark").first).to_have_text("CSTO")
    assert in_view(passage)
    assert passage.evaluate("element => element.matches(':target')")


def test_enter_in_the_box_leads_to_the_page_of_the_search(open_page: Opener) -> None:
    page = open_page()
    search(page, "oil swap")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=oil+swap")
    expect(search_box(page)).to_have_value("oil swap")
    expect(page.locator('.hit[href*="trt-world-2022"][href$="#p5"]')).to_be_visible()


# Links


def test_filters_are_links_that_can_be_shared(open_page: Opener) -> None:
    page = open_page("search/?q=Israel&in=kaleji-2023")
    expect(page.locator(".hit").first).to_be_visible()
    assert all("/texts/kaleji-2023/" in one for one in hrefs(page))
    page.get_by_role("link", name="Text: Kaleji 2023, take back").click()
    page.wait_for_url("**/search/?q=Israel")
    expect(page.locator('.hit[href*="lengruber-2020"]').first).to_be_visible()


@pytest.mark.parametrize(
    ("given", "pattern"),
    [
        ("by=Vitor+Lengruber", r"/texts/lengruber-2020/"),
        ("year=2022", r"/texts/trt-world-2022/"),
        ("kind=reference", r"/bibliography/"),
        ("kind=passage", r"/texts/.*#[ps]\d"),
        ("term=csto", r"/texts/.*#p|/terms/csto/"),
    ],
)
def test_each_filter_narrows(open_page: Opener, given: str, pattern: str) -> None:
    page = open_page(f"search/?q=Iran+Russia&{given}")
    if given == "year=2022":
        search_box(page).fill("Kazakhstan")
    expect(page.locator(".hit").first).to_be_visible()
    expect(page.locator("a.chosen")).to_have_count(1)
    found = hrefs(page)
    assert found
    assert all(re.search(pattern, one) for one in found), found


def test_filters_are_offered_with_their_counts(open_page: Opener) -> None:
    page = open_page("search/?q=Nagorno-Karabakh+conflict")
    page.get_by_text("Narrow by text, author, year or term").click()
    page.get_by_role("link", name=re.compile(r"^Boltuc 2021 \d")).click()
    page.wait_for_url("**/search/?q=Nagorno-Karabakh+conflict&in=boltuc-2021")
    expect(page.locator(".hit").first).to_be_visible()
    assert all("/texts/boltuc-2021/" in one for one in hrefs(page))


def test_the_box_on_the_front_page_leads_to_the_search(open_page: Opener) -> None:
    page = open_page()
    page.get_by_label("Search the texts, terms and references").fill("INSTC")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=INSTC")
    expect(page.locator('.hit[href*="/terms/instc/"]')).to_be_visible()


def test_a_link_of_before_still_searches(open_page: Opener) -> None:
    """The front page took ?q= once, and such links are about."""
    page = open_page("?q=INSTC")
    expect(page.locator("dialog.search .hit").first).to_be_visible()


def test_without_scripts_the_page_says_so_and_offers_the_lists(open_page: Opener) -> None:
    page = open_page("search/?q=INSTC", java_script_enabled=False)
    expect(page.get_by_text("The search needs JavaScript.")).to_be_visible()
    page.get_by_role("link", name="Index of names").click()
    assert page.url.endswith("/terms/names/")


def test_a_browser_is_told_of_the_search(open_page: Opener, site: str) -> None:
    page = open_page("terms/csto/")
    href = page.locator('link[rel="search"]').evaluate("link => link.href")
    assert href == f"{site}opensearch.xml"
    told = page.request.get(href).text()
    assert 'template="https://reader.example.org/search/?q={searchTerms}"' in told


# Back


@pytest.mark.parametrize("address", ["texts/boltuc-2021/", "search/"])
def test_back_finds_the_query_and_what_was_found(open_page: Opener, address: str) -> None:
    page = open_page(address)
    if address == "search/":
        search_box(page).fill("Artsakh")
    else:
        search(page, "Artsakh")
    page.locator('.hit[href*="lengruber-2020"]').first.click()
    page.wait_for_url("**/texts/lengruber-2020/**")
    page.go_back()
    expect(search_box(page)).to_have_value("Artsakh")
    expect(page.locator(".hit").first).to_be_visible()


def test_recent_searches_are_offered(open_page: Opener, site: str) -> None:
    page = open_page("search/?q=Artsakh")
    page.locator(".hit").first.click()
    page.wait_for_url("**/texts/**")
    page.goto(f"{site}terms/")
    page.keyboard.press("/")
    page.get_by_role("button", name="Artsakh").click()
    expect(page.locator(".hit").first).to_be_visible()


# Landing


def test_words_are_marked_by_their_other_names(open_page: Opener) -> None:
    page = open_page("texts/lengruber-2020/?h=Artsakh#p12")
    expect(page.locator("#p12 mark.found").first).to_have_text("Nagorno-Karabakh")
    assert in_view(page.locator("#p12"))


def test_n_and_p_go_from_place_to_place(open_page: Opener) -> None:
    page = open_page("texts/kaleji-2023/?h=Israel#p1")
    bar = page.get_by_role("group", name="Words found on this page")
    expect(bar).to_contain_text("1 of")
    page.keyboard.press("n")
    page.wait_for_url("**?h=Israel#p8")
    expect(bar).to_contain_text("2 of")
    assert in_view(page.locator("#p8"))
    page.keyboard.press("p")
    page.wait_for_url("**?h=Israel#p1")
    bar.get_by_role("button", name="Next place (n)").click()
    page.wait_for_url("**?h=Israel#p8")
    bar.get_by_role("button", name="Take the marks away").click()
    expect(page.locator("mark.found")).to_have_count(0)
    assert page.url.endswith("/texts/kaleji-2023/#p8")
    expect(page.locator("#p8")).to_contain_text("Also, Russia’s views regarding Israel’s role")


def test_a_word_in_pieces_is_marked_whole(open_page: Opener) -> None:
    """A term link and a note sign stand within what is found."""
    page = open_page("texts/kaleji-2023/?h=“so-called+Zangezur+Corridor+project”#p7")
    marks = page.locator("#p7 mark.found")
    expect(marks.first).to_be_visible()
    assert " ".join("".join(marks.all_inner_texts()).split()) == "so-called Zangezur Corridor project"


def test_marks_leave_the_words_as_they_were(open_page: Opener) -> None:
    plain = open_page("texts/kaleji-2023/").locator("#p5").inner_text()
    marked = open_page("texts/kaleji-2023/?h=Karabakh#p5")
    expect(marked.locator("#p5 mark.found").first).to_be_visible()
    assert marked.locator("#p5").inner_text() == plain


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("bibliography/?h=Caucasus+Survey#sushentsov-2020", "#sushentsov-2020"),
        ("terms/caucasus-survey/?h=Caucasus+Survey", ".definition"),
        ("themes/partnership/?h=Syria", "article"),
    ],
)
def test_other_pages_have_the_words_marked(open_page: Opener, address: str, place: str) -> None:
    page = open_page(address)
    expect(page.locator("mark.found").first).to_be_visible()
    expect(page.locator(place).first).to_be_visible()


def test_a_landing_does_not_move_the_page_a_second_time(open_page: Opener) -> None:
    """What is marked takes no room: the passage stays where the browser has put it."""
    page = open_page("texts/kaleji-2023/?h=CSTO#p3")
    expect(page.locator(".search-walk")).to_be_visible()
    assert 0 <= float(page.evaluate(SHIFTED)) < 330


# From a disk


def test_the_search_works_from_a_disk(browser: Browser, built: Path) -> None:
    """No server, no request, no index pages: from the box of the front page to the passage and back."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{built.as_uri()}/index.html")
    page.get_by_label("Search the texts, terms and references").fill("Artsakh")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=Artsakh")
    page.locator('.hit[href*="lengruber-2020"]').first.click()
    page.wait_for_url("**/texts/lengruber-2020/index.html?h=Artsakh#p*")
    expect(page.locator("mark.found").first).to_be_visible()
    page.go_back()
    expect(search_box(page)).to_have_value("Artsakh")
    expect(page.locator(".hit").first).to_be_visible()
    page.locator("summary").click()
    page.get_by_role("link", name=re.compile(r"^Boltuc 2021 \d")).click()
    page.wait_for_url("**/search/index.html?q=Artsakh&in=boltuc-2021")
    expect(page.locator(".hit").first).to_be_visible()
    context.close()
