"""The editor's prose says the same everywhere: on the page, in TEI, in the book, in plain text.

The judge is a reading of the tree of its own, below, and parsers that are not ours.
"""

from __future__ import annotations

import json
import string
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from hostile import AT, texts
from reader.exports import plain, tei, web_annotations
from reader.exports.book import book
from reader.exports.phrasing import legal
from reader.exports.web_annotations import Shown
from reader.model import Anchor, Formatted, Library, Mark, Note, NumberedNote, Page, Retired
from reader.model.markup import HTML
from reader.model.prose import (
    CitedWork,
    Emphasis,
    Inline,
    Link,
    PassageReference,
    Prose,
    ProseCitation,
    Strong,
    Text,
)
from reader.project import prose
from reader.render.text_page import text_page
from reader.words.signs import visible
from site_markdown import markdown
from tei_schema import tei_all
from test_laws_html import RECORDS, TERM, one_page, shown

SITE = "https://reader.example.org/"
LABEL = 'Wáltz & *Co* [1979] <b>"x"</b> p2'
FORMATTED = {key: Formatted(HTML("A text."), "A text.", LABEL) for key in RECORDS}
TARGETS = [
    "https://example.org/a_b?c=1&copy=2#e",
    "http://example.org/(x)*y*'z'",
    "mailto:a_b@example.org",
    "/terms/csto/#x_y_z",
    "/",
]
PASSAGES = {"p1": True, "p2": False, "p3": True}  # and whether the page has a place for it
NAMES = {"t": "http://www.tei-c.org/ns/1.0"}


# ---- random prose
P1 = Anchor.of("p1")


def words(longest: int = 8) -> st.SearchStrategy[str]:
    """Return words as a note holds them: on one line, of whatever signs."""
    return texts(longest).map(lambda text: " ".join(visible(text).split()))


def _inlines(*, within_link: bool, depth: int) -> st.SearchStrategy[tuple[Inline, ...]]:
    spaced = st.tuples(words(), st.booleans(), st.booleans())
    kinds: list[st.SearchStrategy[Inline]] = [
        spaced.map(lambda one: Text(" " * one[1] + one[0] + " " * one[2])),
    ]
    if not within_link:
        works = st.builds(CitedWork, st.sampled_from(sorted(RECORDS)), words(3), words(3))
        kinds.append(st.lists(works, min_size=1, max_size=3).map(lambda one: ProseCitation(tuple(one))))
        kinds.append(st.sampled_from(sorted(PASSAGES)).map(lambda one: PassageReference(Anchor.of(one))))
    if depth:
        inner = _inlines(within_link=within_link, depth=depth - 1)
        kinds += [inner.map(Emphasis), inner.map(Strong)]
        if not within_link:
            linked = _inlines(within_link=True, depth=depth - 1)
            kinds.append(st.builds(Link, st.sampled_from(TARGETS), linked))
    return st.lists(st.one_of(kinds), min_size=1, max_size=4).map(tuple)


def trees() -> st.SearchStrategy[Prose]:
    """Return prose of some paragraphs, each of which says something."""
    paragraphs = _inlines(within_link=False, depth=2).filter(lambda one: bool(squeezed(read(one, "p"))))
    return st.lists(paragraphs, min_size=1, max_size=3).map(lambda one: Prose(tuple(one)))


# ---- the judge


def read(inlines: tuple[Inline, ...], passage: str) -> str:
    """Return what inlines say; `passage` comes before the number of one that they name."""
    said = ""
    for one in inlines:
        if isinstance(one, Text):
            said += one.words
        elif isinstance(one, PassageReference):
            said += passage + one.id.label
        elif isinstance(one, ProseCitation):
            said += f"({'; '.join(map(cited, one.works))})"
        else:
            said += read(one.inner, passage)
    return said


def cited(work: CitedWork) -> str:
    """Return what stands for a work within the brackets of a citation."""
    before, after = f"{work.prefix} " if work.prefix else "", f", {work.locator}" if work.locator else ""
    return before + LABEL + after


def squeezed(text: str) -> str:
    """Return a text with each run of blanks as one, and none at its ends."""
    return " ".join(text.split())


def hrefs(inlines: tuple[Inline, ...]) -> Iterator[str]:
    """Yield where the links of inlines lead on a page of a text, in their order."""
    for one in inlines:
        if isinstance(one, Link):
            yield f"../..{one.target}" if one.target.startswith("/") else one.target
        if isinstance(one, Emphasis | Strong | Link):
            yield from hrefs(one.inner)
        elif isinstance(one, ProseCitation):
            yield from (f"../bibliography.md#{work.key}" for work in one.works)
        elif isinstance(one, PassageReference) and PASSAGES[str(one.id)]:
            yield f"#{one.id}"


def links(inlines: tuple[Inline, ...]) -> Iterator[str]:
    """Yield the targets of the links of inlines, in their order."""
    for one in inlines:
        if isinstance(one, Link):
            yield one.target
        if isinstance(one, Emphasis | Strong | Link):
            yield from links(one.inner)


def count(inlines: tuple[Inline, ...], kind: type[Inline]) -> int:
    """Return how many inlines are of one kind."""
    inner = sum(count(one.inner, kind) for one in inlines if isinstance(one, Emphasis | Strong | Link))
    return inner + sum(isinstance(one, kind) for one in inlines)


# ---- where prose is shown


def noted(body: Prose) -> tuple[Page, Library]:
    """Return a page with one note, and a place for those passages that have one."""
    page = one_page("The League met.", "paragraph")
    mark = Mark(4, 10, "note", "n1")
    gone = Retired(Anchor.of("p3"), Anchor.of("p1"), kept_words=True, wording="Gone.")
    page = replace(
        page,
        passages=(replace(page.passages[0], marks=(mark,)),),
        notes=(NumberedNote(Anchor.of("n1"), Note(Anchor.of("p1"), "League", "context", body, AT)),),
        retired=(gone,),
    )
    return page, Library((page,), (TERM,), RECORDS, FORMATTED, site_url=SITE)


def note_of(page: Page, library: Library) -> Element:
    """Return the note as a browser has it."""
    tree = shown(page, library)
    return next(one for one in tree.iter("div") if one.get("id") == "n1")


@given(trees())
@example(Prose(((Emphasis((Text("a"),)), Text("b"), Strong((Text("*"),)), Text("_c_")),)))
@example(Prose(((Text("Stop!"), PassageReference(P1), Text(": x")),)))
@example(Prose(((Text("1. # one"),), (Text("- {: #x }"),), (PassageReference(P1), Text("{.y}")))))
@example(Prose(((Link("/", (Text("[x](y)"), Emphasis((Text("](z)"),)))), Text("(w)")),)))
@example(Prose(((ProseCitation((CitedWork("text", "*p*. [5]", "<see>"),)),),)))
@example(Prose(((Link('https://x.org/"><script>`*a*[b](c){.d}', (Text("a"),)),),)))
def test_the_page_says_what_the_note_says(body: Prose) -> None:
    """Its words and links in their order, and emphasis; nothing in them acts as markup."""
    page, library = noted(body)
    _head, *paragraphs = note_of(page, library)
    assert [one.tag for one in paragraphs] == ["p"] * len(body.paragraphs)
    for element, inlines in zip(paragraphs, body.paragraphs, strict=True):
        assert squeezed("".join(element.itertext())) == squeezed(read(inlines, "passage "))
        assert [one.get("href") for one in element.iter("a")] == list(hrefs(inlines))
        for tag, kind in (("em", Emphasis), ("strong", Strong)):
            assert sum(1 for _ in element.iter(tag)) == count(inlines, kind)
        assert {one.tag for one in element.iter()} <= {"p", "a", "em", "strong"}


@given(trees())
def test_tei_says_what_the_note_says(body: Prose) -> None:
    """The words, emphasis and links, valid against the schema of the TEI Consortium."""
    page, library = noted(body)
    tree = etree.fromstring(tei.document(page, library).encode())
    paragraphs = tree.findall(".//t:note/t:p", NAMES)
    for element, inlines in zip(paragraphs, body.paragraphs, strict=True):
        assert squeezed("".join(map(str, element.itertext()))) == squeezed(legal(read(inlines, "p")))
        assert len(element.findall(".//t:hi[@rend='italic']", NAMES)) == count(inlines, Emphasis)
        assert len(element.findall(".//t:hi[@rend='bold']", NAMES)) == count(inlines, Strong)
        targets = [one.get("target") for one in element.findall(".//t:ref", NAMES)]
        assert targets == [SITE + one[1:] if one.startswith("/") else one for one in links(inlines)]
    assert tei_all().validate(tree), list(tei_all().error_log)[:3]


def nodes(value: Any, kind: str) -> Iterator[Any]:
    """Yield the nodes of one kind in a document of pandoc, in their order."""
    if isinstance(value, dict):
        if value.get("t") == kind:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from nodes(one, kind)


def said(value: Any) -> str:
    """Return the words of a part of a document of pandoc."""
    if isinstance(value, list):
        return "".join(map(said, value))
    match value:
        case {"t": "Str", "c": str(text)} | {"t": "RawInline", "c": ["html", str(text)]}:
            return text
        case {"t": "Link", "c": [_, inner, _]} | {"t": "Span", "c": [_, inner]}:
            return said(inner)
        case {"t": "Emph" | "Strong" | "Para", "c": inner}:
            return said(inner)
    raise AssertionError(value)


@given(trees())
def test_the_book_says_what_the_note_says(body: Prose) -> None:
    """The words, emphasis and links, in the document that pandoc makes the book of."""
    _page, library = noted(body)
    [note] = nodes(json.loads(book(library)), "Note")
    expected = [legal(read(inlines, "p")) for inlines in body.paragraphs]
    expected[0] = f"League: {expected[0]}"
    assert [said(block) for block in note["c"]] == expected
    assert sum(1 for _ in nodes(note, "Emph")) == sum(count(one, Emphasis) for one in body.paragraphs)
    strong = 1 + sum(count(one, Strong) for one in body.paragraphs)  # the lemma is strong too
    assert sum(1 for _ in nodes(note, "Strong")) == strong
    works = sum(len(one.works) for one in body.citations())
    found = list(nodes(note, "Link"))
    assert len(found) == works + sum(count(one, Link) for one in body.paragraphs)
    for link in found:
        assert str(link["c"][2][0]).startswith(("#work-", "https://", "http://", "mailto:"))


@given(trees())
def test_plain_text_and_annotations_say_what_the_note_says(body: Prose) -> None:
    """The words on a line, and no markup."""
    page, library = noted(body)
    expected = [squeezed(legal(read(inlines, "p"))) for inlines in body.paragraphs]
    *_, row = plain.text(page, library).removesuffix("\n").split("\n\n")
    assert row == f"note 1 (passage 1, “League”): {' '.join(expected)}"
    [item] = web_annotations.collection(page, library, Shown("", {}))["first"]["items"]
    assert item["body"]["value"] == "\n\n".join(expected)


# ---- reading


@given(texts(30))
def test_an_escaped_sign_is_a_sign(text: str) -> None:
    """Whatever a note wants to say, it can: a backslash before each sign, and it stands as it is."""
    words_ = squeezed(visible(text))
    escaped = "".join(f"\\{sign}" if sign in string.punctuation else sign for sign in words_)
    tree, problems = prose.parse("notes.md", 1, escaped)
    assert problems == []
    assert read(tuple(one for paragraph in tree.paragraphs for one in paragraph), "p") == words_


PIECES = [
    *"*_[]()<>!@;,`#-+&\\\n \"'/p19",
    *("**", "__", "](", "[@", "[@a, p. 5]", "<b>", "</b>", "<!--", "-->", "https://", "\n\n", "\n    ", "> "),
    *("javascript:", "mailto:", "[x]: y\n", "![", "&#42;", "  \n", "```", "1. ", "\0", "\x1c", "\u2028", "é"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example("*a " * 400 + "b* " * 400)
@example("[" * 400 + "](x)" * 400)
@example("> " * 400 + "x")
@example("![" * 60 + "](x)" * 60)
def test_no_note_breaks_the_build(text: str) -> None:
    """Any Markdown is a tree that every output can show, or has problems at lines that it has."""
    tree, problems = prose.parse("notes.md", 7, text)
    assert all(7 <= one.line <= 7 + text.count("\n") for one in problems)
    assert all("\n" not in str(one) for one in problems)
    if problems or not tree.paragraphs:
        return
    page, library = noted(tree)
    formatted = dict.fromkeys([*RECORDS, *tree.keys()], FORMATTED["text"])
    library = replace(library, formatted=formatted, references=dict.fromkeys(formatted, RECORDS["text"]))
    assert len(note_of(page, library)) == 1 + len(tree.paragraphs)
    assert tei_all().validate(etree.fromstring(tei.document(page, library).encode()))
    assert sum(1 for _ in nodes(json.loads(book(library)), "Note")) == 1


@pytest.mark.parametrize("before", ["", "a\n", "a *b\nc* [d](\nhttps://x.org) `\n\\\n"])
def test_what_a_note_names_knows_its_line(before: str) -> None:
    """A key, a locator or a passage that is wrong is reported where it stands, not where the note begins."""
    text = f"{before}see p9 [@waltz-1979]\nand\n\n*p8\n[@text]*"
    tree, _problems = prose.parse("notes.md", 40, text)
    first = 40 + before.count("\n")
    assert [one.line for one in tree.passages()] == [first, first + 3]
    assert [one.line for one in tree.citations()] == [first, first + 4]


def test_an_image_cannot_come_of_a_link() -> None:
    """Read as a page, the most that a note can hold is a link: no picture, no frame, no script."""
    page, library = noted(Prose(((Text("!"), Link("https://x.org", (Text("a"),))),)))
    html = markdown().reset().convert(text_page(page, library).split("---\n", 2)[2])
    assert "<img" not in html
