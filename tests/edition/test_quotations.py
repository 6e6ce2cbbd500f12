"""Quotations in hand-written pages: always those of the passage, and an error where it has no such words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import html5lib
import markdown
import pytest

from reader import pipeline
from reader.marks.quotations import CLOSE, quotations
from reader.model import Library
from reader.model.names import Body, Names
from reader.render.documents import filled

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def library() -> Library:
    return pipeline.read(ROOT)


def quote(spec: str, library: Library) -> tuple[list[str], list[str]]:
    """The words that a page with one quotation quotes, and its problems."""
    text = f"Before.\n\n<!-- quote {spec} -->\n{CLOSE}\n\nAfter.\n"
    pages = {page.slug: page for page in library.pages}
    found, problems = quotations("docs/themes/x.md", text, pages)
    return [one.text for one in found], [str(one) for one in problems]


def test_a_stretch_runs_from_its_first_to_its_last_words(library: Library) -> None:
    words, problems = quote("kaleji-2023#p7 “Unlike Iran, … Zangezur Corridor.”", library)
    assert (words, problems) == (["Unlike Iran, Russia did not oppose the Zangezur Corridor."], [])


def test_without_words_the_whole_passage_is_quoted(library: Library) -> None:
    words, problems = quote("trt-world-2022#p1", library)
    assert words == [
        "Tehran is wary of destabilisation in Central Asia, which could pose a threat to its economic and "
        "national security."
    ]
    assert problems == []


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("kaleji-2022#p7", "docs/themes/x.md:3: H01 there is no text “kaleji-2022” — perhaps “kaleji-2023”"),
        ("kaleji-2023#p77", "docs/themes/x.md:3: H01 kaleji-2023 has no p77"),
        ("kaleji-2023#p7 “Unlike Irak, … Corridor.”", "docs/themes/x.md:3: H02 “Unlike Irak,” is not in p7"),
        ("kaleji-2023#p7 “Corridor”", "docs/themes/x.md:3: H02 “Corridor” is 2 times in p7"),
        (
            "kaleji-2023#p7 “For example, … Unlike Iran,”",
            "docs/themes/x.md:3: H02 “Unlike Iran,” comes before",
        ),
    ],
)
def test_words_that_are_not_there_are_an_error(library: Library, spec: str, message: str) -> None:
    words, problems = quote(spec, library)
    assert words == []
    assert len(problems) == 1
    assert problems[0].startswith(message)


def test_a_quotation_that_is_not_closed_is_an_error(library: Library) -> None:
    pages = {page.slug: page for page in library.pages}
    _found, problems = quotations("docs/x.md", "<!-- quote trt-world-2022#p1 -->\n\nText.\n", pages)
    assert [one.code for one in problems] == ["H03"]


def test_filling_a_page_again_changes_nothing(library: Library) -> None:
    """What an earlier build has written between the comments is replaced, not kept beside the new."""
    pages = {page.slug: page for page in library.pages}
    text = f"Before.\n\n<!-- quote trt-world-2022#p1 -->\n{CLOSE}\n\nAfter.\n"
    first = filled("themes/x.md", text, quotations("x", text, pages)[0], library)
    again = filled("themes/x.md", first, quotations("x", first, pages)[0], library)
    assert first == again
    assert "> Tehran is wary of destabilisation" in first
    assert "(../texts/trt-world-2022.md#p1)" in first


def test_the_label_of_a_quotation_is_words(library: Library) -> None:
    """A name can hold what Markdown and HTML act on, and the page is a hand-written one."""
    (page,) = [page for page in library.pages if page.slug == "trt-world-2022"]
    name = "Institute <img src=x onerror=alert(1)> [A](javascript:x) *B* `C`"
    record = replace(library.references[page.slug], names={"author": Names((Body(name),))})
    hostile = replace(library, references={**library.references, page.slug: record})
    text = f"<!-- quote {page.slug}#p1 -->\n{CLOSE}\n"
    made = filled("themes/x.md", text, quotations("x", text, {page.slug: page})[0], hostile)
    tree = html5lib.parse(markdown.markdown(str(made), extensions=["attr_list"]), namespaceHTMLElements=False)
    (quotation,) = tree.iter("blockquote")
    assert [one.tag for one in quotation.iter()] == ["blockquote", "p", "p", "a"]
    (label,) = quotation.iter("a")
    assert label.text == f"{name} 2022, 1"


def test_the_themes_quote_the_passages_as_they_are(library: Library) -> None:
    """Every theme is there, and what it quotes is on the disk as the passages have it."""
    assert set(library.quoted) >= {
        f"themes/{name}.md" for name in ("central-asia", "south-caucasus", "institutions", "partnership")
    }
    for path, (text, quoted) in library.quoted.items():
        assert text == filled(path, text, quoted, library)
