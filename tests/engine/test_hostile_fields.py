"""Hostile words in every field that an editor writes are words everywhere, and nothing else.

What was built is read by parsers that are not ours (html5lib, lxml, json) and opened in Chromium with its
policy switched off, so that nothing but the escapes stands between the words and the reader.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import html5lib
import pytest
from lxml import etree
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from browser.fixtures import search, served
from hostile_fields import HOST, PICTURE, SLUG, WORK, hostile_fields, printed, words
from reader.words.letters import letters

ADDRESSES = ("href", "src", "srcset", "action", "formaction", "data", "poster", "background", "xlink:href")
SPOKEN = ("title", "alt", "content", "aria-label", "placeholder", "value")
OF_WORDS = frozenset({"xss", "u", "s", "i", "b", "img", "iframe", "textarea", "object"})  # no page has any


@cache
def built() -> tuple[TemporaryDirectory[str], Path]:
    """The site of the project, made once."""
    folder = TemporaryDirectory()
    return folder, hostile_fields(Path(folder.name) / "project").root / "site"


def site() -> Path:
    """The folder of the site."""
    return built()[1]


@cache
def pages() -> dict[str, Element]:
    """The tree of every page, as a browser makes it."""
    files = sorted(site().rglob("*.html"))
    return {
        file.relative_to(site()).as_posix(): html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
        for file in files
    }


def elements(tree: Element) -> Iterator[tuple[str, Element]]:
    """The elements of a tree with their names, without namespaces; comments have none."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            yield element.tag.rpartition("}")[2], element


def text(element: Element) -> str:
    """The text of an element and of all within it."""
    return "".join(element.itertext())


def acting(tree: Element) -> Iterator[str]:
    """What only hostile words can have made: elements, handlers, addresses."""
    for name, element in elements(tree):
        if (name in OF_WORDS and not is_figure(element)) or (
            name == "script" and "canary" in (element.text or "") and not is_data(element)
        ):
            yield f"<{name}>"
        for attribute, value in element.items():
            if attribute.startswith("on") or attribute in {"autofocus", "style"}:
                yield f"<{name} {attribute}>"
            if attribute in ADDRESSES and is_foreign(value):
                yield f"<{name} {attribute}={value}>"


def is_figure(element: Element) -> bool:
    """Whether it is the picture that the text has, with what the editor says that it shows."""
    return element.get("alt") == words("zzfigurealtzz") and not is_foreign(element.get("src") or "")


def is_data(script: Element) -> bool:
    """Whether no browser runs a script."""
    return script.get("type") in {"application/json", "application/ld+json"}


def is_foreign(address: str) -> bool:
    """Whether an address runs a script, or asks the host of the hostile words."""
    parts = urlsplit(address.strip())
    return parts.scheme.lower() not in {"", "http", "https", "mailto", "data"} or parts.netloc == HOST


def test_no_page_holds_what_words_have_made() -> None:
    found = {name: list(acting(tree)) for name, tree in pages().items()}
    assert {name: made for name, made in found.items() if made} == {}


@pytest.mark.parametrize(
    ("page", "title", "description"),
    [
        (f"texts/{SLUG}/index.html", printed("zztitlezz"), words("zzsourcefilesummaryzz")),
        ("terms/league/index.html", words("zztermnamezz"), words("zztermdefinitionzz")),
        ("index.html", None, words("zzindexdescriptionzz")),
        ("own/index.html", words("zznavpagezz"), words("zzowndescriptionzz")),
        ("untitled/index.html", "Untitled", words("zzuntitleddescriptionzz")),
        ("texts/index.html", "Texts", "The texts of this reader"),
    ],
)
def test_a_title_and_a_description_are_whole(page: str, title: str | None, description: str) -> None:
    """Signs that end an attribute or open a tag are signs of the words."""
    tree = pages()[page]
    shown = next(text(element) for name, element in elements(tree) if name == "title")
    site_name = words("zzsitenamezz")
    assert shown == (f"{title} - {site_name}" if title else f"{words('zzindextitlezz')} - {site_name}")
    (told,) = [one.get("content") for _name, one in elements(tree) if one.get("name") == "description"]
    assert told == description


def everything_said() -> str:
    """All that the pages say: their text, and what their attributes say of it."""
    said: list[str] = []
    for tree in pages().values():
        said.append(text(tree))
        shown = [one for _name, one in elements(tree) if one.get("class") != "Z3988"]  # which programs read
        said += (value for one in shown for name, value in one.items() if name in SPOKEN)
    return letters(" ".join(said))


def test_words_that_are_shown_are_shown_whole() -> None:
    """Of a field that readers see no word is lost: neither as a tag, nor as an attribute, nor as Markdown."""
    said = everything_said()
    fields = {field.partition(" ")[0]: field for field in _fields()}
    seen = {name for name in fields if letters(name) in said}
    assert [name for name in sorted(seen) if letters(fields[name]) not in said] == []
    assert {
        "zztitlezz", "zzsourcefilesummaryzz", "zzrightsstatementzz", "zzcutreasonzz",
        "zzcorrectionreplacezz", "zzcorrectionreasonzz", "zzsupplyreasonzz", "zzsicreasonzz",
        "zztermnamezz", "zztermshortzz", "zztermdefinitionzz", "zztermnativezz", "zztermvariantszz",
        "zzsincetextzz", "zzsettingseditionzz", "zznotebodyzz", "zzsitenamezz", "zzsitedescriptionzz",
        "zzsiteauthorzz", "zzcopyrightzz", "zznavsectionzz", "zznavpagezz", "zznavindexzz",
        "zztoctitlezz", "zzuntitleddescriptionzz", "zzbookpublisherzz", "zzbookannotationzz",
        "zzarticlejournaltitlezz",
    } - seen == set()  # fmt: skip


def _fields() -> Iterator[str]:
    """The words of every field, as the files of the project hold them: by the token that each begins with."""
    root = site().parent
    tokens: set[str] = set()
    for path in ("glossary.toml", "references.bib", "mkdocs.yml", "pyproject.toml"):
        tokens |= _tokens((root / path).read_text("utf-8"))
    beside = [file for file in root.glob(f"sources/{SLUG}/*") if file.name != PICTURE.name]
    for file in [*beside, *root.glob("docs/*.md")]:
        tokens |= _tokens(file.read_text("utf-8"))
    for token in sorted(tokens):
        yield printed(token) if token.startswith(("zzarticle", "zzbook", "zztitle")) else words(token)


def _tokens(written: str) -> set[str]:
    return {word.strip('"[{') for word in written.split() if word.strip('"[{').startswith("zz")} - {""}


def test_files_of_the_search_are_data() -> None:
    """Each is one assignment of JSON, whatever words are in it, and the theme's own index is not built."""
    files = sorted((site() / "search").glob("*.js"))
    assert {file.name for file in files} >= {"core.js", "w0.js", "r0.js", "t0.js"}
    for file in files:
        begins = f"(window.readerSearch??={{}}).{file.stem}="
        script = file.read_text("utf-8")
        assert script.startswith(begins)
        json.loads(script.removeprefix(begins).removesuffix(";\n"))
    assert not list((site() / "search").glob("*.json"))


def test_data_of_a_page_is_json() -> None:
    """What a page embeds for programs ends where it should, and says the title as it is."""
    (script,) = [
        element.text
        for name, element in elements(pages()[f"texts/{SLUG}/index.html"])
        if name == "script" and element.get("type") == "application/ld+json"
    ]
    assert json.loads(script or "")["headline"] == printed("zztitlezz")
    for file in (site() / "data").rglob("*.json"):
        json.loads(file.read_text("utf-8"))


def xml_files() -> Iterator[tuple[str, bytes]]:
    """TEI, the parts of the EPUB, and the map of the site."""
    for file in [*(site() / "data").rglob("*.xml"), site() / "sitemap.xml"]:
        yield file.name, file.read_bytes()
    with ZipFile(site() / "data/reader.epub") as book:
        for name in book.namelist():
            if name.endswith((".xhtml", ".opf", ".ncx", ".xml")):
                yield name, book.read(name)


def test_xml_holds_what_was_meant_alone() -> None:
    """A strict parser reads TEI and EPUB, and finds no element, handler or address of the words."""
    names = set()
    for name, data in xml_files():
        names.add(name)
        root: Any = etree.fromstring(data)
        found = [one for one in acting(root) if one != "<i>"]
        assert found == [], name
        assert "script" not in {one for one, _element in elements(root)}, name
    assert f"{SLUG}.tei.xml" in names
    assert "EPUB/nav.xhtml" in names


# In a browser

WATCH = (
    "window.fired = []; Object.defineProperty(window, 'canary', { set(what) { window.fired.push(what); } });"
)


@pytest.fixture
def reader(browser: Browser) -> Iterator[tuple[Page, str, list[str]]]:
    """A page without the policy, the address of the site, and what has gone wrong so far."""
    with served(site()) as address:
        context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 800})
        context.add_init_script(WATCH)
        page = context.new_page()
        trouble: list[str] = []

        def foreign(route: Route) -> None:
            trouble.append(f"a request to {route.request.url}")
            route.abort()

        def dismissed(dialog: Dialog) -> None:
            trouble.append(f"a dialog: {dialog.message}")
            dialog.dismiss()

        page.route(lambda url: not url.startswith((address, "data:", "blob:")), foreign)
        page.on("dialog", dismissed)
        yield page, address, trouble
        context.close()


def check(page: Page, trouble: list[str]) -> None:
    """Assert that nothing has run, asked or made an element."""
    assert trouble == []
    for frame in page.frames:
        assert frame.evaluate("[...window.fired ?? []]") == [], page.url
        assert frame.locator("xss").count() == 0, page.url


def test_no_page_runs_words(reader: tuple[Page, str, list[str]]) -> None:
    """On every page, with the pointer and the focus on all that says more."""
    page, address, trouble = reader
    for name in pages():
        page.goto(address + name)
        check(page, trouble)
        for said in page.locator(
            "a.term, a.citation, a.note, .correction, .md-content [title]:not(.Z3988)"
        ).all()[:12]:
            said.hover(force=True)
        page.evaluate("dispatchEvent(new Event('resize'))")
        check(page, trouble)


def test_neither_cards_nor_the_panel_run_words(reader: tuple[Page, str, list[str]]) -> None:
    page, address, trouble = reader
    page.goto(f"{address}texts/{SLUG}/")
    for selector in ("a.term", "a.note", "a.citation"):
        page.locator(f"#p1 {selector}").first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(page.locator(".card")).to_be_visible()
        check(page, trouble)
        page.keyboard.press("Escape")
    page.locator("#p1 .number").focus()
    page.keyboard.press("c")
    panel = page.locator(".panel")
    expect(panel).to_be_visible()
    styles = panel.locator("#panel-style")
    for index in range(styles.locator("option").count()):
        styles.select_option(index=index)
        expect(panel.locator(".panel-preview")).to_contain_text("<xss>")
    check(page, trouble)


@pytest.mark.parametrize(
    "field", ["zztermshortzz", "zztermnamezz", "zztitlezz", "zzindextagszz", "zzowntagszz", "zzbook"]
)
def test_search_results_do_not_run_words(reader: tuple[Page, str, list[str]], field: str) -> None:
    """Titles, texts and tags of hits are shown as they are."""
    page, address, trouble = reader
    page.goto(f"{address}bibliography/#{WORK}")
    hits = search(page, field)
    for hit in hits.all():
        hit.hover()
    check(page, trouble)
    hits.first.click()
    page.wait_for_load_state("networkidle")
    check(page, trouble)
