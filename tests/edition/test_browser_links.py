"""Links as people type and copy them, in a real Chromium: they open where meant, or say what is missing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.accessible import violations
from browser.fixtures import ROOT, Opener, in_view, served, wait_for_earlier_wordings
from browser.pages import KINDS

TEXT = KINDS["text"]
JUDGE = (ROOT / "tests/browser/text_directives.js").read_text("utf-8") + "; globalThis.judge = judge;"
RANGE = """([id, start, end]) => {
  const range = document.createRange();
  const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const next = at + node.data.length;
    if (start >= at && start < next) range.setStart(node, start - at);
    if (end > at && end <= next) range.setEnd(node, end - at);
    at = next;
  }
  return range;
}"""
PLAIN_SCROLLING = """
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { scroll-margin: 0 !important; scroll-padding: 0 !important; }");
  addEventListener("DOMContentLoaded", () => { document.adoptedStyleSheets = [sheet]; });
"""

# As they are typed


@pytest.mark.parametrize(
    ("fragment", "anchor"),
    [
        ("#p7.", "p7"),
        ("#P7", "p7"),
        ("#7", "p7"),
        ("#p7)", "p7"),
        ("#%23p7", "p7"),
        ("#%2523p7", "p7"),
        ("#p7%E2%80%9D", "p7"),
        ("#p7%20", "p7"),
        ("#p7?utm_source=mail", "p7"),
        ("#S2.", "s2"),
        ("#N1", "n1"),
        ("#para. 7", "p7"),
        ("#p7-9", "p7-p9"),
        ("#p7–p9", "p7-p9"),
        ("#P7%E2%80%93P9.", "p7-p9"),
        ("#p9-p7", "p7-p9"),
        ("#Terms", "terms"),
        ("#term-CSTO.", "term-csto"),
    ],
)
def test_what_was_meant_opens_at_its_proper_address(look_at: Opener, fragment: str, anchor: str) -> None:
    page = look_at(TEXT + fragment)
    page.wait_for_url(f"**/{TEXT}#{anchor}")
    first, _, last = anchor.partition("-p")
    there = page.locator(f"#{first if last else anchor}")
    expect(there).to_be_in_viewport()
    assert in_view(there)
    expect(page.locator(".revised")).to_have_count(0)
    expect(page.locator(".in-range")).to_have_count(3 if last else 0)
    assert (
        page.evaluate("history.length") == 2
    )  # the blank page and this one: back does not return to what was typed


@pytest.mark.parametrize("fragment", ["", "#", "#top", "#p7", "#p7-p9", "#n1", "#n1-in-text", "#terms"])
def test_a_proper_address_stays_as_it_is(look_at: Opener, fragment: str) -> None:
    page = look_at(TEXT + fragment)
    page.wait_for_load_state("load")
    assert page.url.endswith(TEXT + fragment)
    expect(page.locator(".revised")).to_have_count(0)


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        (
            "#p99",
            "asks for passage 99, which this page does not have. Its passages are numbered from 1 to 11.",
        ),
        ("#P99.", "asks for passage 99,"),
        ("#p0", "asks for passage 0,"),
        ("#s9", "asks for section 9, which this page does not have. Its sections are numbered from 1 to 3."),
        ("#p98-99", "asks for passage 98 and passage 99,"),
        ("#p7b", "asks for passage 7b,"),
        ("#no-such-place", "names a place that this page does not have."),
        ("#%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "names a place that this page does not have."),
    ],
)
def test_what_is_not_there_is_said_at_the_top(look_at: Opener, fragment: str, said: str) -> None:
    page = look_at(TEXT + fragment)
    notice = page.locator(".revised")
    expect(notice).to_have_count(1)
    expect(notice).to_contain_text(said)
    assert in_view(notice)
    assert in_view(page.locator("h1"))
    expect(notice.locator("img")).to_have_count(0)
    assert violations(page) == []
    page.evaluate("location.hash = '#p7'")
    expect(notice).to_have_count(0)


def test_what_is_there_of_a_range_opens_and_the_rest_is_said_there(open_page: Opener) -> None:
    page = open_page(TEXT + "#p11-p99")
    notice = page.locator(".revised")
    expect(notice).to_contain_text("asks for passage 99,")
    assert in_view(notice)
    assert in_view(page.locator("#p11"))
    expect(page.locator("#p11")).to_have_class(re.compile("in-range"))


def test_a_number_sign_that_was_encoded_is_put_right(open_page: Opener, site: str) -> None:
    """Programs that take the number sign for a part of the path or of the revision encode it."""
    page = open_page(TEXT)
    page.goto(f"{site}{TEXT}?rev=4894e647%23p7")
    page.wait_for_url(f"**/{TEXT}?rev=4894e647#p7")
    assert in_view(page.locator("#p7"))
    lost = open_page(KINDS["missing"])
    lost.goto(f"{site}{TEXT}%23P7.")
    lost.wait_for_url(f"**/{TEXT}#p7")
    assert in_view(lost.locator("#p7"))


def test_the_page_for_what_is_missing_finds_its_site_under_another_address(
    browser: Browser, built: Path, tmp_path: Path
) -> None:
    """As on a host that gives each project a folder, with the `site_url` of another place."""
    (tmp_path / "project").symlink_to(built)
    (tmp_path / "404.html").symlink_to(built / "404.html")
    with served(tmp_path) as address:
        page = browser.new_page()
        page.goto(f"{address}project/there/is/none/")
        expect(page.get_by_role("link", name="An Annotated Reader").first).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_have_css("font-weight", "600")
        page.get_by_label("Search the texts, terms and references of An Annotated Reader").fill("CSTO")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}project/search/?q=CSTO")
        page.close()


def test_other_pages_open_where_it_was_meant_too(open_page: Opener) -> None:
    page = open_page(KINDS["bibliography"] + "#Flanagan-2013.")
    page.wait_for_url("**/bibliography/#flanagan-2013")
    assert in_view(page.locator("#flanagan-2013"))
    cite = open_page("cite/kaleji-2023/#P7)")
    cite.wait_for_url("**/cite/kaleji-2023/#p7")
    other = open_page(KINDS["term"] + "#p7")
    expect(other.locator(".revised")).to_contain_text("asks for passage 7, which this page does not have.")


@pytest.fixture
def disk(browser: Browser) -> Iterator[Page]:
    """A page opened from the disk."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


def test_links_open_from_a_disk_too(disk: Page, built: Path) -> None:
    at = f"file://{built}/{TEXT}index.html"
    for fragment, anchor in (("#P7.", "p7"), ("#p7–9", "p7-p9"), ("#%23p7", "p7")):
        disk.goto("about:blank")
        disk.goto(at + fragment)
        disk.wait_for_url(f"**/index.html#{anchor}")
        assert in_view(disk.locator("#p7"))
    disk.goto("about:blank")
    disk.goto(at + "#p99")
    expect(disk.locator(".revised")).to_contain_text("asks for passage 99,")
    disk.goto("about:blank")
    disk.goto(at + "?rev=4894E647.#P7.")
    disk.wait_for_url("**/index.html?rev=4894E647.#p7")
    wait_for_earlier_wordings(disk)
    assert in_view(disk.locator("#p7"))
    expect(disk.locator(".revised")).to_have_count(0)


# What is loaded


def test_earlier_wordings_are_loaded_only_by_a_link_with_a_revision(open_page: Opener, site: str) -> None:
    page = open_page(TEXT + "#p7")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.startswith("data/")] == []
    page.keyboard.press("c")
    expect(page.locator(".panel")).to_be_visible()
    assert [url for url in asked if url.startswith("data/")] == ["data/texts/kaleji-2023.js"]
    asked.clear()
    page.goto(f"{site}{TEXT}?rev=4894e647#p7")
    wait_for_earlier_wordings(page)
    assert [url for url in asked if url.startswith("data/")] == ["data/texts/kaleji-2023.history.js"]


# Selected words


def texts(built: Path) -> list[dict[str, Any]]:
    """The texts of the corpus, as they are given away."""
    return [
        json.loads(file.read_text("utf-8")) for file in sorted((built / "data/texts").glob("*-20??.json"))
    ]


def ambiguous(passages: list[dict[str, Any]], page: str) -> Iterator[tuple[str, int, int]]:
    """The phrases of one, two and three words of each passage that stand most often on its page."""
    for passage in passages:
        text = passage["text"]
        words = [match.span() for match in re.finditer(r"\w+(?:’\w+)?", text)]
        for count in (1, 2, 3):
            ends = zip(words, islice(words, count - 1, None), strict=False)
            phrases = [(first[0], last[1]) for first, last in ends]
            if phrases:
                often = [page.count(text[slice(*phrase)].lower()) for phrase in phrases]
                most = max(range(len(phrases)), key=lambda at: (often[at], at))
                yield passage["id"], *phrases[most]


def test_a_link_to_selected_words_leads_to_them_and_to_no_others(open_page: Opener, built: Path) -> None:
    """The judge is the search that the specification of browsers prescribes."""
    tried = 0
    for text in texts(built):
        page = open_page(f"texts/{text['slug']}/")
        page.evaluate(JUDGE)
        cases = list(ambiguous(text["passages"], page.evaluate("judge.text()")))
        found = page.evaluate(
            f"cases => cases.map((one) => directives.of(({RANGE})(one)))"
            ".map((made) => [made, made && judge.resolve(made)])",
            cases,
        )
        for (id_, start, end), (made, led) in zip(cases, found, strict=True):
            if made:
                assert led == {"id": id_, "start": start, "end": end}, f"{text['slug']}#{id_}{made}"
            else:  # a heading stands in the list of sections too, word for word
                whole = next(one["text"] for one in text["passages"] if one["id"] == id_)
                assert page.evaluate("judge.count", whole) > 1, f"{text['slug']}#{id_}"
            tried += 1
    assert tried > 250


def test_a_browser_goes_where_the_directive_leads(browser: Browser, site: str, built: Path) -> None:
    """A sample, since each needs a page of its own: the middle of the window goes through their line."""
    context = browser.new_context(viewport={"width": 1280, "height": 300})
    context.add_init_script(PLAIN_SCROLLING)
    for text in texts(built):
        page = context.new_page()
        page.goto(f"{site}texts/{text['slug']}/")
        page.evaluate(JUDGE)
        cases = list(ambiguous(text["passages"], page.evaluate("judge.text()")))
        passage = next((one for one in text["passages"] if "the Zangezur Corridor. For" in one["text"]), None)
        if passage:
            start = passage["text"].index("Zangezur Corridor. For")
            cases = [(passage["id"], start, start + len("Zangezur Corridor")), *cases]
        chosen = [case for case in cases if not case[0].startswith("s")]
        for case in (chosen[0], chosen[len(chosen) // 2], chosen[-1]):
            made = page.evaluate(f"one => directives.of(({RANGE})(one))", case)
            there = context.new_page()
            there.goto(f"{site}texts/{text['slug']}/#{case[0]}{made}")
            there.wait_for_function(
                f"""one => {{
                  const {{ top, bottom }} = ({RANGE})(one).getBoundingClientRect();
                  return top - 1 <= innerHeight / 2 && innerHeight / 2 < bottom;
                }}""",
                arg=case,
            )
            there.close()
        page.close()
    context.close()
