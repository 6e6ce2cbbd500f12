"""Editions whose sites speak Russian and Persian, right from `init`: whole, and without a word of English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from lxml import etree, html
from playwright.sync_api import Browser, Page, expect

from browser.fixtures import served
from build import main
from catalogues import spoken
from reader.project import catalogues
from small_project import SmallProject, copy_of_sound

ADDRESS = re.compile(r"\S*[/._#@]\S*")  # or the name of a file, or a type
WORD = re.compile(r"[A-Za-z]{2,}")
HEARD = ("aria-label", "title", "alt", "placeholder")
UNSAID = (
    "//script|//style|//code|//pre|//kbd|//*[@lang='en']|//*[@class='Z3988']"
    "|//h2[@id='shipped']/following::tbody"  # names of programs and of their makers
)


@dataclass(frozen=True)
class Tongue:
    """A language, what its pages must say, and where its sample stands."""

    tag: str
    direction: str
    text: str
    term: str
    said: Mapping[str, str] = field(hash=False)


RUSSIAN = Tongue(
    "ru",
    "ltr",
    "zimovka-pchel",
    "zimniy-klub",
    {
        "texts/index.html": "76 слов",
        "terms/zimniy-klub/index.html": "2 употребления в 1 тексте",
        "cite/zimovka-pchel/index.html": "абз. 1",
        "404.html": "Такой страницы нет",
        "about/addresses/index.html": "2 библиографические записи",
    },
)
PERSIAN = Tongue(
    "fa",
    "rtl",
    "qanat",
    "madar-chah",
    {
        "texts/index.html": "۸۹ واژه",
        "terms/madar-chah/index.html": "۲ کاربرد در ۱ متن",
        "cite/qanat/index.html": "بند ۱",
        "404.html": "چنین صفحه‌ای نیست",
        "bibliography/index.html": "کرجی، محمد بن حسن. ۱۹۶۶",
    },
)


TONGUES = pytest.mark.parametrize("tongue", [RUSSIAN, PERSIAN], ids=lambda one: one.tag)
Begin = Callable[[Tongue], SmallProject]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begin:
    """Begins an edition in a language, with its site, once."""

    @cache
    def begin(tongue: Tongue) -> SmallProject:
        folder = tmp_path_factory.mktemp(tongue.tag) / "edition"
        arguments = ["--language", tongue.tag, "--name", "", "--url", "https://reader.example/"]
        assert main(["init", str(folder), *arguments]) == 0
        assert main(["site", "--root", str(folder)]) == 0
        return SmallProject(folder)

    return begin


def english(tag: str) -> set[str]:
    """The words that the engine says in English, but for those that it says in another language too."""
    ours = {word.casefold() for one in spoken() for form in one.english for word in WORD.findall(form)}
    said = (form for forms in catalogues.of(tag).phrases.values() for form in forms)
    return ours - {word.casefold() for form in said for word in WORD.findall(form)}


def heard(page: html.HtmlElement) -> list[str]:
    """What is read and what is heard on a page, but for addresses and for what programs read."""
    for one in page.xpath(UNSAID):
        one.drop_tree()
    words = [*page.itertext(), *(one.get(name, "") for name in HEARD for one in page.iter(etree.Element))]
    return [" ".join(ADDRESS.sub(" ", one).split()) for one in words if one.strip()]


def pages(project: SmallProject) -> Iterator[tuple[str, html.HtmlElement]]:
    """The pages of a site by their paths."""
    for file in sorted((project.root / "site").rglob("*.html")):
        yield (
            file.relative_to(project.root / "site").as_posix(),
            html.document_fromstring(file.read_text("utf-8")),
        )


@TONGUES
def test_the_sample_is_whole(begun: Begin, tongue: Tongue) -> None:
    """A term, a note, a correction, a citation and a theme, in the language of the edition."""
    project = begun(tongue)
    project.good("check")
    text = (project.root / f"docs/texts/{tongue.text}.md").read_text("utf-8")
    for sign in (f"terms/{tongue.term}", "{.note ", "correction", "/bibliography/#", ".citation"):
        assert sign in text.replace("../bibliography.md#", "/bibliography/#"), sign
    assert (project.root / "docs/themes/index.md").is_file()
    assert not (project.root / "docs/about/problems.md").exists()


@TONGUES
def test_a_page_says_its_language_and_direction(begun: Begin, tongue: Tongue) -> None:
    """Every page of the site, the listings of the data too."""
    project = begun(tongue)
    for path, page in pages(project):
        assert page.get("lang") == tongue.tag, path
        body = page.find("body")
        assert page.get("dir") or body.get("dir") == tongue.direction, path


@TONGUES
def test_no_word_of_english(begun: Begin, tongue: Tongue) -> None:
    """Neither seen nor heard, on any page."""
    project = begun(tongue)
    ours, found = english(tongue.tag), {}
    for path, page in pages(project):
        words = [word for one in heard(page) for word in WORD.findall(one) if word.casefold() in ours]
        if words:
            found[path] = words
    assert found == {}


@TONGUES
def test_numbers_dates_and_forms(begun: Begin, tongue: Tongue) -> None:
    """By CLDR, on the pages."""
    project = begun(tongue)
    for path, words in tongue.said.items():
        page = html.document_fromstring((project.root / "site" / path).read_text("utf-8"))
        assert words in " ".join(str(page.xpath("string(//body)")).split()), path


def test_nothing_of_a_language_stays_behind(begun: Begin, tmp_path: Path) -> None:
    """A project in English is built after it, in the same process, byte for byte as before."""
    begun(PERSIAN)
    other = copy_of_sound(tmp_path / "other")
    before = other.files("docs")
    assert other.good("build").out == "docs: nothing has changed\n"
    assert other.files("docs") == before


# In a browser


@pytest.fixture
def persian(begun: Begin) -> Iterator[str]:
    """The address of the Persian edition."""
    with served(begun(PERSIAN).root / "site") as address:
        yield address


def shown(page: Page, selector: str) -> str:
    """What is written in an element, and what is said of it and of all in it."""
    element = page.locator(selector)
    expect(element).to_be_visible()
    heard = "e => [e, ...e.querySelectorAll('*')].map(o => o.getAttribute('aria-label') ?? '').join(' ')"
    return f"{element.inner_text()} {element.evaluate(heard)}"


def test_scripts_speak_persian(browser: Browser, persian: str) -> None:
    """The panel, the cards, the menu, the keys and the search; from the right, and no wider than a phone."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page.goto(f"{persian}texts/qanat/")
    page.locator("#p3 .number").click()
    said = shown(page, ".panel")
    assert "بند ۳" in said
    page.keyboard.press("Escape")
    page.locator("#p1 a.term").hover()
    said += shown(page, ".card")
    page.locator(".to-reading").click()
    said += shown(page, ".reading-menu")
    page.locator(".to-keys").click()
    said += shown(page, "dialog.keys")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.locator("dialog.search input").fill("مادرچاه")
    expect(page.locator("dialog.search .hit").first).to_be_visible()
    said += shown(page, "dialog.search")
    assert "۳ بند در ۱ متن" in said
    ours = english("fa")
    assert [word for word in WORD.findall(ADDRESS.sub(" ", said)) if word.casefold() in ours] == []
    for place in ("", "texts/qanat/", "terms/madar-chah/", "bibliography/", "apparatus/qanat/", "404.html"):
        page.set_viewport_size({"width": 360, "height": 700})
        page.goto(persian + place)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, place
        assert page.locator("h1").evaluate("e => getComputedStyle(e).direction") == "rtl", place
    page.close()
