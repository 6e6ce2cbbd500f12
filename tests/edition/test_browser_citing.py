"""Citing in a real Chromium: the panel by mouse, touch and keyboard, ranges, revisions, retired addresses."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.accessible import violations
from browser.fixtures import ROOT, Opener, in_view, once, search_box, wait_for_earlier_wordings
from browser.pages import KINDS
from build import main
from reader.site.engine import THEME

CLIPBOARD = ["clipboard-read", "clipboard-write"]


def copied(page: Page, kind: str = "text/plain") -> str:
    """What lies on the clipboard."""
    script = """async kind => {
      const [item] = await navigator.clipboard.read();
      return item.types.includes(kind) ? await (await item.getType(kind)).text() : "";
    }"""
    return str(page.evaluate(script, kind))


def press(page: Page, name: str) -> None:
    """Press a button of the panel and wait until it says that it has copied."""
    page.locator(".panel").get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".panel-status")).to_have_text(f"{name}: copied")


@cache
def said(*arguments: str) -> str:
    """What the command line prints for `cite`."""
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(["cite", *arguments, "--root", str(ROOT)]) == 0
    return out.getvalue().replace("\r\n", "\n")  # the ends of lines in RIS are those of Windows


def cited(*arguments: str) -> str:
    """The same without the end of the line."""
    return said(*arguments).removesuffix("\n")


def test_the_number_opens_a_panel_that_copies_what_the_command_line_prints(open_page: Opener) -> None:
    """One source of truth: the two may never differ by a byte."""
    page = open_page(KINDS["text"], permissions=CLIPBOARD)
    page.locator("#p7").hover()
    page.locator("#p7 .number").click()
    expect(page.get_by_role("dialog", name="Cite passage 7")).to_be_visible()
    press(page, "Copy citation")
    assert copied(page) == cited("kaleji-2023#p7")
    assert "<em>Central Asia-Caucasus Analyst</em>" in copied(page, "text/html")
    for style, name in (
        ("apa", "APA"),
        ("modern-language-association", "MLA"),
        ("gost-r-7-0-5-2008", "GOST"),
    ):
        page.get_by_label("Style", exact=True).select_option(label=name)
        press(page, "Copy citation")
        assert copied(page) == cited("kaleji-2023#p7", "--style", style)
    for form, name in (("bibtex", "BibTeX"), ("ris", "RIS"), ("csl-json", "CSL-JSON")):
        press(page, name)
        assert copied(page).replace("\r\n", "\n") == said("kaleji-2023#p7", "--format", form)


def test_a_whole_text_is_cited_from_its_head(open_page: Opener) -> None:
    """The link to the page of citations opens the panel, and the focus goes back to it."""
    page = open_page(KINDS["text"], permissions=CLIPBOARD)
    link = page.get_by_role("link", name="this text, or a passage of it")
    link.click()
    expect(page.get_by_role("dialog", name="Cite this text")).to_be_visible()
    expect(page.get_by_role("button", name="Copy quotation")).to_have_count(0)
    press(page, "Copy link")
    assert copied(page) == "https://reader.example.org/texts/kaleji-2023/"
    page.get_by_label("Style", exact=True).select_option(label="Chicago, notes")
    for form, name in (("bibliography", "Bibliography"), ("note", "Note"), ("in-text", "In the text")):
        page.get_by_label("as", exact=True).select_option(label=name)
        press(page, "Copy citation")
        style = ("--style", "chicago-notes-bibliography", "--as", form)
        assert copied(page) == cited("kaleji-2023", *style)
        assert copied(page, "text/html") == f"<p>{cited('kaleji-2023', *style, '--format', 'html')}</p>"
    for manager, name in (("bibtex", "BibTeX"), ("ris", "RIS"), ("csl-json", "CSL-JSON")):
        press(page, name)
        assert copied(page).replace("\r\n", "\n") == said("kaleji-2023", "--format", manager)
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


@pytest.mark.parametrize("key", ["waltz-1979", "kaleji-2023"])
def test_any_entry_of_the_bibliography_is_cited_where_it_stands(open_page: Opener, key: str) -> None:
    """The form that was chosen last is offered again, and the panel is accessible."""
    page = open_page("bibliography/", permissions=CLIPBOARD)
    button = page.locator(f"#{key}").get_by_role("button", name=f"Cite {key}")
    button.click()
    panel = page.get_by_role("dialog", name=re.compile("Cite "))
    expect(panel).to_be_visible()
    assert violations(page) == []
    for style, name in (("apa", "APA"), ("chicago-notes-bibliography", "Chicago, notes")):
        page.get_by_label("Style", exact=True).select_option(label=name)
        for form, words in (("bibliography", "Bibliography"), ("in-text", "In the text"), ("note", "Note")):
            page.get_by_label("as", exact=True).select_option(label=words)
            press(page, "Copy citation")
            assert copied(page) == cited(key, "--style", style, "--as", form)
    for manager, name in (("bibtex", "BibTeX"), ("ris", "RIS"), ("csl-json", "CSL-JSON")):
        press(page, name)
        assert copied(page).replace("\r\n", "\n") == said(key, "--format", manager)
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    button.click()
    expect(page.get_by_label("as", exact=True)).to_have_value("note")


def test_a_work_whose_citations_do_not_load_says_so(open_page: Opener) -> None:
    page = open_page("bibliography/")
    page.route(
        "**/data/references/*.js", lambda route: route.fulfill(content_type="text/javascript", body="")
    )
    page.locator("#waltz-1979").get_by_role("button", name="Cite waltz-1979").click()
    panel = page.get_by_role("dialog", name="Cite waltz-1979")
    expect(panel).to_contain_text("The citations did not load.")
    expect(panel.get_by_role("link", name="BibTeX")).to_have_count(1)


def test_the_link_that_is_copied_lands_on_its_passage_without_a_notice(open_page: Opener) -> None:
    page = open_page(KINDS["text"] + "#p7", permissions=CLIPBOARD)
    page.keyboard.press("c")
    press(page, "Copy link")
    link = copied(page)
    assert link.startswith("https://reader.example.org/texts/kaleji-2023/?rev=")
    other = open_page(link.removeprefix("https://reader.example.org/"))
    assert in_view(other.locator("#p7"))
    expect(other.locator("#p7 .number")).to_be_visible()
    wait_for_earlier_wordings(other)
    expect(other.locator(".revised")).to_have_count(0)


def test_the_panel_works_by_keyboard_and_gives_the_focus_back(open_page: Opener) -> None:
    page = open_page(KINDS["text"], permissions=CLIPBOARD)
    number = page.locator("#p3 .number")
    number.focus()
    page.keyboard.press("c")
    expect(page.get_by_role("button", name="Copy link")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy quotation")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Copy quotation: copied")
    assert copied(page).startswith("The process began with the Second Karabakh War")
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_have_count(0)
    expect(number).to_be_focused()


def test_the_panel_follows_the_reader_to_another_passage(open_page: Opener) -> None:
    """What is cited is what the page shows; the focus stays in the panel, and goes back to the passage."""
    page = open_page(KINDS["text"] + "#p2", permissions=CLIPBOARD)
    page.keyboard.press("c")
    expect(page.get_by_role("dialog", name="Cite passage 2")).to_be_visible()
    expect(page.locator("#p2")).to_have_class("passage cited")
    page.keyboard.press("j")
    panel = page.get_by_role("dialog", name="Cite passage 3")
    expect(panel.get_by_role("button", name="Copy link")).to_be_focused()
    expect(page.locator(".cited")).to_have_count(1)
    assert page.url.endswith("#p3")
    press(page, "Copy citation")
    assert copied(page) == cited("kaleji-2023#p3")
    assert panel.locator(".panel-preview em").all_inner_texts() == ["Central Asia-Caucasus Analyst"]
    page.keyboard.press("Shift+Tab")  # round and round, and never out of it
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.closest('.panel') !== null")
    page.keyboard.press("Escape")
    expect(page.locator("#p3 .number")).to_be_focused()
    expect(page.locator(".cited")).to_have_count(0)


def test_the_panel_offers_the_whole_text_and_tells_where_else_a_passage_lives(open_page: Opener) -> None:
    page = open_page(KINDS["text"] + "#p3", permissions=CLIPBOARD)
    page.keyboard.press("c")
    panel = page.get_by_role("dialog", name="Cite passage 3")
    elsewhere = panel.get_by_role("list", name="Elsewhere")
    expect(elsewhere).to_contain_text("quoted in The South Caucasus and the corridors")
    expect(elsewhere).to_contain_text("near to Lengruber 2020, passage 12: Yerevan, Baku, Nagorno-Karabakh")
    panel.get_by_label("Cite", exact=True).select_option(label="the whole text")
    expect(panel.get_by_role("button", name="Copy quotation")).to_have_count(0)
    press(page, "Copy citation")
    assert copied(page) == cited("kaleji-2023")
    elsewhere.get_by_role("link", name="Lengruber 2020, passage 12", exact=True).click()
    page.wait_for_url("**/texts/lengruber-2020/#p12")


def test_keys_of_a_single_sign_can_be_turned_off_for_good(open_page: Opener) -> None:
    """As WCAG 2.1.4 asks; the button that lists them stays."""
    page = open_page(KINDS["text"] + "#p2")
    page.get_by_role("button", name="Reading").click()
    page.get_by_role("button", name="Keys", exact=True).click()
    keys = page.get_by_role("dialog", name="Keys")
    keys.get_by_label("Keys of a single letter or sign are on").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    for key in ("j", "c", "?", "/", "n", "."):
        page.keyboard.press(key)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url.endswith("#p2")
    page.get_by_role("button", name="Reading").click()
    page.get_by_role("button", name="Keys", exact=True).click()
    keys.get_by_label("Keys of a single letter or sign are on").check()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(keys).to_be_visible()


def test_numbers_leave_no_trail_in_the_history_and_nothing_in_what_is_copied(open_page: Opener) -> None:
    """A visit is one entry of the history, and a link without words is of no use elsewhere."""
    page = open_page(KINDS["text"], permissions=CLIPBOARD)
    visits = page.evaluate("history.length")
    for id_ in ("p1", "p2", "p3"):
        page.locator(f"#{id_} .number").click()
        expect(page.locator(".panel")).to_be_visible()
        assert page.url.endswith(f"#{id_}")
        page.keyboard.press("Escape")
    assert page.evaluate("history.length") == visits
    page.evaluate(
        """() => getSelection().setBaseAndExtent(
        document.getElementById("p2"), 0, document.getElementById("p4"), 2)"""
    )
    page.keyboard.press("Control+c")
    rich = copied(page, "text/html")
    assert "close relations between Tehran and Moscow" in rich
    assert re.findall(r"<a [^>]*></a>", rich) == []


def test_selected_words_are_quoted_with_a_link_that_finds_them(open_page: Opener) -> None:
    page = open_page(KINDS["text"], permissions=CLIPBOARD)
    page.evaluate(
        """() => {
          const passage = document.getElementById("p8");
          const node = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT).nextNode();
          const range = document.createRange();
          range.setStart(node, 0);
          range.setEnd(node, 35);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          document.dispatchEvent(new PointerEvent("pointerup"));
        }"""
    )
    page.get_by_role("button", name="Cite", exact=True).click()
    box = page.locator(".panel").bounding_box()
    assert box
    assert box["y"] > 100  # at the words, not in the corner of the window
    press(page, "Copy quotation")
    quotation, citation = copied(page).split("\n")[:2]
    assert quotation == "Also, Russia’s views regarding Isra"
    assert citation + "\n" == said("kaleji-2023#p8")
    press(page, "Copy link")
    assert copied(page).endswith(
        "#p8:~:text=Also%2C%20Russia%E2%80%99s%20views%20regarding%20Israel%E2%80%99s"
    )


def test_a_selection_over_passages_cites_their_range(open_page: Opener) -> None:
    page = open_page(KINDS["text"], permissions=CLIPBOARD)
    page.evaluate(
        """() => { const range = document.createRange();
        range.setStart(document.getElementById("p8"), 1); range.setEnd(document.getElementById("p9"), 2);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.keyboard.press("c")
    expect(page.get_by_role("dialog", name="Cite passages 8–9")).to_be_visible()
    press(page, "Copy citation")
    assert copied(page) == cited("kaleji-2023#p8-p9")
    page.get_by_label("as", exact=True).select_option(label="In the text")
    press(page, "Copy citation")
    assert copied(page) == cited("kaleji-2023#p8-p9", "--as", "in-text") == "(Kaleji 2023, paras. 8–9)"


def test_a_range_to_a_section_names_both_units(open_page: Opener) -> None:
    page = open_page(KINDS["text"], permissions=CLIPBOARD)
    page.evaluate(
        """() => { const range = document.createRange();
        range.setStart(document.getElementById("p3"), 1); range.setEnd(document.getElementById("s2"), 2);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.keyboard.press("c")
    expect(page.get_by_role("dialog", name="Cite passage 3 to section 2")).to_be_visible()
    press(page, "Copy citation")
    assert copied(page) == cited("kaleji-2023#p3-s2")
    page.get_by_label("as", exact=True).select_option(label="Note")
    press(page, "Copy citation")
    assert copied(page) == cited("kaleji-2023#p3-s2", "--as", "note")
    press(page, "CSL-JSON")
    assert copied(page).replace("\r\n", "\n") == said("kaleji-2023#p3-s2", "--format", "csl-json")
    assert "para. 3–sec. 2" in copied(page)


def test_the_panel_works_by_touch(open_page: Opener) -> None:
    page = open_page(KINDS["text"], width=360, height=740, has_touch=True, is_mobile=True)
    page.locator("#p2 .number").tap()
    panel = page.locator(".panel")
    expect(panel).to_be_visible()
    box = panel.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    for button in panel.get_by_role("button").all():
        size = button.bounding_box()
        assert size
        assert min(size["width"], size["height"]) >= 24


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_and_the_list_of_keys_are_accessible(open_page: Opener, scheme: str) -> None:
    page = open_page(KINDS["text"] + "#p7", color_scheme=scheme)
    page.keyboard.press("c")
    expect(page.locator(".panel")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("cite the passage in view")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("dialog.keys")).to_have_count(0)


def test_no_key_fires_in_a_field(open_page: Opener) -> None:
    page = open_page()
    page.get_by_label("Search the texts, terms and references").fill("")
    page.keyboard.type("cjk?")
    expect(page.get_by_label("Search the texts, terms and references")).to_have_value("cjk?")
    expect(page.locator(".panel, dialog.keys")).to_have_count(0)


def test_a_range_is_marked_and_scrolled_to(open_page: Opener) -> None:
    page = open_page("texts/kaleji-2023/#p3-p5")
    expect(page.locator(".in-range")).to_have_count(4)  # p3, s2, p4, p5
    assert in_view(page.locator("#p3"))


@pytest.mark.parametrize("revision", ["00000000", "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "a.b.c"])
def test_an_unknown_revision_says_so_and_does_nothing_else(open_page: Opener, revision: str) -> None:
    """What the address holds is compared and never shown: markup in it stays dead."""
    page = open_page(f"texts/kaleji-2023/?rev={revision}#p7")
    expect(page.locator(".revised")).to_contain_text("a revision of passage 7 that this reader does not know")
    expect(page.locator(".revised img")).to_have_count(0)


def without_data(page: Page, address: str, *, answer: str) -> None:
    """Open an address where the data of the text comes as something else, as from a host that lost it."""
    page.route("**/data/texts/*.js", lambda route: route.fulfill(content_type="text/javascript", body=answer))
    page.goto(address)


@pytest.mark.parametrize("answer", ["", "window.another = {};"])
def test_a_link_with_a_revision_says_that_its_history_did_not_load(
    open_page: Opener, site: str, answer: str
) -> None:
    page = open_page()
    without_data(page, f"{site}texts/kaleji-2023/?rev=00000000#p7", answer=answer)
    notice = page.locator(".revised")
    expect(notice).to_have_count(1)
    expect(notice).to_contain_text("its history did not load")
    assert in_view(notice)
    page.evaluate("location.hash = '#p3-p5'")
    expect(page.locator("#p3").locator("xpath=preceding-sibling::*[1]")).to_have_class("revised")
    expect(notice).to_have_count(1)


def test_the_panel_says_that_the_citations_did_not_load_and_tries_again(open_page: Opener, site: str) -> None:
    page = open_page()
    without_data(page, f"{site}texts/kaleji-2023/#p7", answer="")
    page.keyboard.press("c")
    panel = page.get_by_role("dialog", name="Cite passage 7")
    expect(panel).to_contain_text("The citations did not load.")
    expect(panel.get_by_role("button", name="Close")).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_have_count(0)
    page.unroute("**/data/texts/*.js")
    page.keyboard.press("c")
    expect(page.get_by_role("button", name="Copy link")).to_be_focused()
    page.keyboard.press("Escape")
    without_data(page, f"{site}texts/kaleji-2023/#p8", answer="")
    page.reload()
    page.keyboard.press("c")
    page.get_by_role("link", name="all citations of this text").click()
    assert page.url == f"{site}cite/kaleji-2023/#p8"


def test_without_scripts_there_is_a_page_of_citations(open_page: Opener) -> None:
    page = open_page(KINDS["text"], java_script_enabled=False)
    page.get_by_role("link", name="this text, or a passage of it").click()
    assert page.url.endswith("/cite/kaleji-2023/")
    entry = page.locator("#p7")
    entry.locator("summary").click()
    assert said("kaleji-2023#p7").strip() in entry.inner_text()
    assert said("kaleji-2023#p7", "--style", "apa").strip() in entry.inner_text()


@pytest.fixture(scope="module")
def later_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real project one edition later: a passage reworded, one divided, two made one, one taken out."""
    return once(tmp_path_factory, "later", make_later_edition)


def make_later_edition(root: Path) -> None:
    for name in ("docs", "sources"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("glossary.toml", "references.bib", "mkdocs.yml", "pyproject.toml", "docs.lock"):
        shutil.copy(ROOT / name, root / name)
    settings = root / "pyproject.toml"
    settings.write_text(
        re.sub(r'(?m)^edition = ".+?"', 'edition = "99"', settings.read_text("utf-8"), count=1), "utf-8"
    )
    corrections = root / "sources/kaleji-2023/corrections.toml"
    corrections.write_text(
        corrections.read_text("utf-8")
        + '\n[[correction]]\nline = 29\nfind = "differ considerably from Iran’s"\n'
        'replace = "are considerably unlike those of Iran"\nreason = "a test of editions"\n',
        "utf-8",
    )
    about = root / "sources/trt-world-2022/source.toml"
    about.write_text(
        about.read_text("utf-8") + '\n[[cut]]\nlines = "19"\nbegins = "He said"\nkind = "duplicate"\n'
        'reason = "a test of editions"\n',
        "utf-8",
    )
    assert main(["accept", "--yes", "--root", str(root)]) == 0
    assert main(["site", "--root", str(root)]) == 0


@pytest.fixture
def later(browser: Browser) -> Iterator[Page]:
    """A page opened from the disk, where nothing can be fetched."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


def test_a_link_from_the_first_edition_shows_both_wordings(later: Page, later_edition: Path) -> None:
    """A citation made from one edition still finds its words in the next, and says that they have changed."""
    old = said("kaleji-2023#p8").split("kaleji-2023/")[-1].strip().rstrip(".")
    later.goto(f"file://{later_edition}/site/texts/kaleji-2023/index.html{old}")
    notice = later.locator(".revised")
    expect(notice).to_contain_text("Passage 8 has been revised since it was cited (from edition 1)")
    expect(notice.locator("del")).to_contain_text(["differ", "from Iran’s"])
    expect(notice.locator("ins")).to_contain_text(["are", "unlike those of Iran"])
    assert in_view(notice)
    same = said("kaleji-2023#p7").split("kaleji-2023/")[-1].strip().rstrip(".")
    later.goto("about:blank")
    later.goto(f"file://{later_edition}/site/texts/kaleji-2023/index.html{same}")
    wait_for_earlier_wordings(later)
    expect(later.locator(".revised")).to_have_count(0)


def test_a_link_to_a_retired_passage_says_where_it_stood(later: Page, later_edition: Path) -> None:
    later.goto(f"file://{later_edition}/site/texts/trt-world-2022/index.html#p9")
    expect(later.locator("#p9")).to_have_text(
        "Passage 9 is no longer in this text. It stood between passage 8 and passage 10."
    )
    assert in_view(later.locator("#p9"))


@pytest.mark.parametrize(("place", "marked"), [("p8-p10", ["p8", "p10"]), ("p9-p11", ["p9", "p10", "p11"])])
def test_a_range_out_of_which_a_passage_has_gone_says_so(
    later: Page, later_edition: Path, place: str, marked: list[str]
) -> None:
    """The passages that have stayed are not taken for revised: revisions are not counted off one by one."""
    old = said(f"trt-world-2022#{place}").split("trt-world-2022/")[-1].strip().rstrip(".")
    later.goto(f"file://{later_edition}/site/texts/trt-world-2022/index.html{old}")
    wait_for_earlier_wordings(later)
    assert later.locator(".in-range").evaluate_all("all => all.map((one) => one.id)") == marked
    notice = later.locator(".revised")
    if "p9" in marked:
        expect(later.locator("#p9")).to_be_visible()
        expect(notice).to_have_count(0)
    else:
        expect(notice).to_have_text("The link also cites what does not stand here now: passage 9.")
        notice.get_by_role("link").click()
        expect(later.locator("#p9")).to_contain_text("Passage 9 is no longer in this text.")
        assert in_view(later.locator("#p9"))


def test_the_search_works_from_a_disk_and_lands_on_the_passage(later: Page, later_edition: Path) -> None:
    """No server, no worker, no index pages: the hit still opens its passage, with the words marked."""
    later.goto(f"file://{later_edition}/site/index.html")
    later.keyboard.press("/")
    expect(search_box(later)).to_be_focused()
    later.keyboard.type("CSTO")
    later.locator('.hit[href*="kaleji-2023"][href$="#p3"]').click()
    later.wait_for_url("**/texts/kaleji-2023/index.html?h=CSTO#p3")
    expect(later.locator("#p3 mark").first).to_have_text("CSTO")
    later.locator("#p3 a.term", has_text="CSTO").click()
    later.wait_for_url("**/terms/csto/index.html")


def test_the_changes_of_the_edition_are_listed(later: Page, later_edition: Path) -> None:
    later.goto(f"file://{later_edition}/site/apparatus/changes/index.html")
    expect(later.locator("#edition-99")).to_be_visible()
    expect(later.locator(".change").filter(has_text="passage 8 reworded")).to_contain_text(
        "unlike those of Iran"
    )
    expect(later.locator(".change").filter(has_text="passage 9 retired")).to_contain_text("He said")


def test_a_text_on_a_disk_that_lacks_its_data_says_so(
    later: Page, later_edition: Path, tmp_path: Path
) -> None:
    """Here no server answers at all: the script fails to load."""
    site = shutil.copytree(later_edition / "site", tmp_path / "site")
    (site / "data/texts/kaleji-2023.history.js").unlink()
    later.goto(f"file://{site}/texts/kaleji-2023/index.html?rev=00000000#p7")
    expect(later.locator(".revised")).to_contain_text("its history did not load")


def documented(script: str, name: str) -> set[str]:
    """The properties that the scripts know of a type: those of its JSDoc comment."""
    text = (THEME / "assets" / script).read_text("utf-8")
    comments = re.findall(r"/\*\*.*?\*/", text, re.DOTALL)
    (comment,) = (one for one in comments if f"@typedef {{object}} {name}\n" in one)
    return set(re.findall(r"@property \{.+\} (\w+)", comment))


def left(script: Path, name: str) -> Any:
    """The data that a script leaves under a name of the window."""
    return json.loads(script.read_text("utf-8").removeprefix(f"window.{name} = ").rstrip().removesuffix(";"))


def test_the_data_of_a_page_have_the_shape_that_the_scripts_document(later_edition: Path) -> None:
    data = left(later_edition / "site/data/texts/kaleji-2023.js", "readerText")
    assert set(data) == documented("reader.js", "PageData")
    assert {frozenset(one) for one in data["passages"].values()} == {
        frozenset(documented("reader.js", "PassageData"))
    }
    assert set(data["templates"]) == set(data["styles"])
    kinds = {"", "page", "pages", "paragraph", "paragraphs", "place", "section", "sections"}
    for forms in data["templates"].values():
        assert set(forms) == set(data["forms"]) == {"bibliography", "note", "in-text"}
        assert {frozenset(one) for one in forms.values()} == {frozenset(kinds)}
        made = {frozenset(words) for one in forms.values() for words in one.values()}
        assert made == {frozenset({"text", "html"})}
    assert set(data["formats"]) == {"bibtex", "ris", "csl-json"}
    assert {frozenset(one) for one in data["formats"].values()} == {frozenset({"", "place"})}
    entry = left(later_edition / "site/data/references/waltz-1979.js", "readerEntry")
    assert set(entry) == documented("reader.js", "PageData") - {"passages", "connections", "report"} | {
        "name"
    }


def test_the_history_of_a_text_has_the_shape_that_the_scripts_document(later_edition: Path) -> None:
    history = left(later_edition / "site/data/texts/kaleji-2023.history.js", "readerHistory")
    assert set(history) == documented("wordings.js", "TextHistory")
    passages = history["passages"].values()
    assert {frozenset(one) for one in passages} == {frozenset(documented("wordings.js", "PassageHistory"))}
    reworded = {id_ for id_, passage in history["passages"].items() if passage["earlier"]}
    assert reworded == {
        "p8",
        "s1",
        "s2",
        "s3",
    }  # the headings by the second edition, which shows them as such
    (earlier,) = history["passages"]["p8"]["earlier"]
    assert set(earlier) == documented("wordings.js", "EarlierWording")
    assert earlier["revisions"] == ["17956fd6"]
    assert {type(run) for run in earlier["runs"]} == {int, str}
    retired = left(later_edition / "site/data/texts/trt-world-2022.history.js", "readerHistory")["retired"]
    assert list(retired) == ["p9"]
    assert re.fullmatch("[0-9a-f]{8}", *retired["p9"])
