"""What the site ships: nothing that no page uses, and nothing whose licence is not told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from license_expression import get_spdx_licensing
from lxml import html
from playwright.sync_api import Browser

from browser.fixtures import search
from browser.pages import KINDS
from reader.site import engine
from reader.site.joined import SCRIPT, SHEET
from reader.site.shipped import SHIPPED, Component
from reader.site.unused import drop_unused

SPEC = find_spec("material")
assert SPEC
assert SPEC.origin
THEME = Path(SPEC.origin).parent / "templates"
ICONS = {
    "material": "Material Design Icons",
    "octicons": "Octicons",
    "fontawesome": "Font Awesome Free, icons",
}
DRAWN = re.compile(
    r"\bd=['\"]([^'\"]+)['\"]"
)  # the outline of an icon, which is the same wherever it is drawn


def covers(component: Component, path: str) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in component.files)


def shipped(built: Path) -> list[str]:
    """The files of the site that are no page, no text and no data."""
    return sorted(
        file.relative_to(built).as_posix() for file in (built / "assets").rglob("*") if file.is_file()
    )


# Nothing that no page uses

SITE = {
    "texts/index.html": '<link rel="stylesheet" href="../assets/a.css"><code>assets/unused.js</code>'
    '<script id="__config">{"search": "../assets/threads/w.js"}</script>',
    "assets/a.css": '@import "b.css"; i { background: url( "pictures/dot.svg?v=2#a" ) }'
    "/*# sourceMappingURL=a.css.map */",
    "assets/b.css": "@font-face { src: url(../fonts/f.woff2), url('fonts/f.woff2') }",
    "assets/threads/w.js": "importScripts(`${base}/inner.js`)\n//# sourceMappingURL=w.js.map",
    "assets/threads/inner.js": "new Worker('./far.mjs')",
    "assets/far.mjs": "",
    "assets/pictures/dot.svg": "",
    "assets/fonts/f.woff2": "",
}
UNUSED = {
    "assets/a.css.map": "",
    "assets/threads/w.js.map": "",
    "assets/pictures/deep/unused.png": "",
    "assets/unused.js": "import('./only-by-unused.js')",
    "assets/only-by-unused.js": "import('./unused.js')",
    "assets/javascripts/lunr/min/lunr.fr.min.js": "",
    "assets/javascripts/lunr/wordcut.js": "",
}


def written(root: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def test_what_is_referred_to_stays_and_the_rest_goes(tmp_path: Path) -> None:
    site = written(tmp_path / "site", SITE | UNUSED)
    assert drop_unused(site, [tmp_path / "docs"]) == sorted(UNUSED)
    left = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    assert left == set(SITE)
    assert all(any(folder.iterdir()) for folder in site.rglob("*") if folder.is_dir()), (
        "an empty folder is left"
    )
    assert drop_unused(site, [tmp_path / "docs"]) == []


@pytest.mark.parametrize("path", SITE)
def test_each_way_of_referring_is_followed(tmp_path: Path, path: str) -> None:
    """Without the file that leads to them, the files behind it go: none of them stays by chance."""
    site = written(tmp_path / "site", {one: "" if one == path else text for one, text in SITE.items()})
    gone = drop_unused(site, [tmp_path / "docs"])
    behind = {
        "texts/index.html": set(SITE) - {"texts/index.html"},
        "assets/a.css": {"assets/b.css", "assets/fonts/f.woff2", "assets/pictures/dot.svg"},
        "assets/b.css": {"assets/fonts/f.woff2"},
        "assets/threads/w.js": {"assets/threads/inner.js", "assets/far.mjs"},
        "assets/threads/inner.js": {"assets/far.mjs"},
    }
    assert set(gone) == behind.get(path, set())


def test_a_file_of_the_edition_stays_with_what_it_refers_to(tmp_path: Path) -> None:
    """An editor has put it there, and somebody may have linked to it."""
    site = written(tmp_path / "site", SITE | UNUSED)
    docs = written(tmp_path / "docs", {"assets/unused.js": UNUSED["assets/unused.js"]})
    gone = drop_unused(site, [docs])
    assert set(UNUSED) - set(gone) == {"assets/unused.js", "assets/only-by-unused.js"}


def test_nothing_of_the_search_of_the_theme_stays(tmp_path: Path) -> None:
    """Each page names its worker in the settings of the theme, and nothing ever starts it."""
    worker = "assets/javascripts/workers/search.js"
    page = {"index.html": f'<script id="__config">{{"search": "{worker}"}}</script>'}
    site = written(tmp_path / "site", page | {worker: "", "assets/javascripts/lunr/wordcut.js": ""})
    drop_unused(site, [tmp_path / "docs"])
    assert [file.name for file in site.rglob("*") if file.is_file()] == ["index.html"]


DEAD = r"""async ([theme, joined]) => {
  const divided = (list) => list.split(/,(?![^(]*\))/).map((one) => one.trim());
  const inner = (one) => (one.cssRules && !(one instanceof CSSKeyframesRule) ? rules(one) : []);
  const of = (one) => (one.selectorText ? divided(one.selectorText) : inner(one));
  const rules = (sheet) => [...sheet.cssRules].flatMap(of);
  const read = async (text) => rules(await new CSSStyleSheet().replace(text));
  const kept = new Set(await read(joined));
  const left = (await read(theme)).filter((one) => !kept.has(one));
  const parts = /::?(before|after|marker|-[a-z-]+|placeholder|backdrop)/g;  // of elements
  const found = (selector) => {
    try { return document.querySelector(selector); } catch { return null; }
  };
  return [left.length, left.filter((one) => found(one.replace(parts, "") || "*"))];
}"""


def test_what_is_left_out_of_the_sheet_of_the_theme_is_for_nothing(
    browser: Browser, built: Path, site: str
) -> None:
    """No selector of it fits anything on any kind of page; there are hundreds."""
    [theme] = (THEME / "assets/stylesheets").glob("main.*.css")
    sheets = [theme.read_text("utf-8"), (built / SHEET).read_text("utf-8")]
    page = browser.new_page()
    for address in KINDS.values():
        page.goto(site + address, wait_until="commit")
        page.wait_for_load_state("domcontentloaded")
        number, fitting = page.evaluate(DEAD, sheets)
        assert number > 400
        assert fitting == []
    page.close()


def test_a_browser_asks_for_every_file_that_is_shipped(browser: Browser, built: Path, site: str) -> None:
    """What it never asks for on any kind of page and in the search is shipped for nothing.

    Two files wait for what this edition has not: a page that has moved (`test_browser_moved` sees it), and a
    text of many pages (`test_browser_paging`).
    """
    context = browser.new_context()
    asked: set[str] = set()
    context.on("request", lambda request: asked.add(request.url))
    page = context.new_page()
    for address in ("data/texts/", *KINDS.values()):
        page.goto(site + address, wait_until="networkidle")
        asked |= {
            urljoin(page.url, icon)
            for icon in page.locator("link[rel~=icon]").evaluate_all("links => links.map(link => link.href)")
        }
    search(page, "CSTO")
    context.close()
    unasked = set(shipped(built)) - {unquote(urlsplit(url).path).lstrip("/") for url in asked}
    assert unasked == {"assets/further.js", "assets/moved.js"}


# Nothing whose licence is not told


def test_every_file_has_an_owner(built: Path) -> None:
    """A file is the edition's own, or a row of the table covers it."""
    ours = {file.relative_to(engine.THEME).as_posix() for file in (engine.THEME / "assets").rglob("*")}
    ours |= {SCRIPT}  # in which they are joined
    told = {path for path in shipped(built) for one in SHIPPED if covers(one, path)}
    assert set(shipped(built)) == told | (ours & set(shipped(built)))
    assert not told & ours


@pytest.mark.parametrize("component", SHIPPED, ids=lambda component: str(component.name))
def test_every_row_is_of_something_shipped(component: Component, built: Path) -> None:
    """A row whose files are gone thanks somebody for nothing; a licence is an expression of SPDX."""
    for pattern in component.files:
        assert next(built.glob(pattern), None), pattern
    assert not get_spdx_licensing().validate(component.licence).errors


def bundled(built: Path) -> Iterator[tuple[str, str]]:
    """The packages of others in each file of the theme, by the map of its sources that comes with it."""
    for path in shipped(built):
        sheets = sorted((THEME / "assets/stylesheets").glob("main.*.map")) if path == SHEET else []
        for source in sheets or [one for one in [THEME / f"{path}.map"] if one.is_file()]:
            for one in json.loads(source.read_text("utf-8"))["sources"]:
                if found := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)/", one):
                    yield path, found[1]


def test_what_the_theme_has_bundled_is_told(built: Path) -> None:
    """A new library in a new version of the theme must not slip in."""
    found = set(bundled(built))
    assert len(found) > 5
    for path, package in found:
        [row] = [one for one in SHIPPED if one.name.lower() == package]
        assert covers(row, path), (path, package)


def test_the_sets_of_the_icons_are_told(built: Path) -> None:
    """Each icon drawn in a page or a style sheet is one of a set that is named with that file."""
    sets: dict[str, str] = {}
    for file in sorted((THEME / ".icons").glob("*/**/*.svg")):
        name = file.relative_to(THEME / ".icons").parts[0]
        sets |= dict.fromkeys(DRAWN.findall(file.read_text("utf-8")), name)
    used: set[tuple[str, str]] = set()
    pages = [built / address / "index.html" for kind, address in KINDS.items() if kind != "missing"]
    for file in [*pages, built / "assets/site.css"]:
        path = file.relative_to(built).as_posix()
        used |= {(path, sets[icon]) for icon in DRAWN.findall(file.read_text("utf-8")) if icon in sets}
    assert {"material"} <= {name for _path, name in used} <= set(ICONS)  # others come with admonitions
    for path, name in used:
        [row] = [one for one in SHIPPED if one.name == ICONS[name]]
        assert covers(row, path), (path, name)


def test_versions_are_those_that_the_files_say(built: Path) -> None:
    said = {
        "Material for MkDocs": version("mkdocs-material"),
        "clipboard": re.findall(r"clipboard\.js v([\d.]+)", _text(built, "clipboard")),
    }
    told = {one.name: one.version for one in SHIPPED if one.version}
    assert {name: found if isinstance(found, str) else "".join(found) for name, found in said.items()} == told


def _text(built: Path, name: str) -> str:
    [row] = [one for one in SHIPPED if one.name == name]
    return next(built.glob(row.files[0])).read_text("utf-8")


def test_the_page_of_licences_tells_all_of_it(built: Path) -> None:
    tree = html.parse(str(built / "about/licences/index.html"), html.HTMLParser(encoding="utf-8"))
    rows = [
        [" ".join(cell.text_content().split()) for cell in row.iterchildren()]
        for row in tree.xpath("//main//table/tbody/tr")
    ]
    assert [(row[0], row[1].replace("and", "AND"), row[2]) for row in rows] == [
        (f"{one.name} {one.version}".strip(), one.licence, one.holders) for one in SHIPPED
    ]
    about = html.parse(str(built / "about/index.html"), html.HTMLParser(encoding="utf-8"))
    assert "licences/" in about.xpath("//main//a/@href")
