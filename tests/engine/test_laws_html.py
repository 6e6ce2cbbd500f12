"""The reader sees the reading text (DESIGN, law 4): what the page shows is what the cleaning gave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args
from xml.etree.ElementTree import Element

import html5lib
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

import site_markdown
from hostile import AT, source, sources, texts
from reader.model import (
    MARKUP,
    Anchor,
    BlockKind,
    CalledFootnote,
    Correction,
    Emendation,
    Formatted,
    Library,
    Mark,
    MarkKind,
    Note,
    NumberedNote,
    Page,
    Passage,
    PlacedPage,
    Reference,
    Sic,
    Term,
)
from reader.model.markup import HTML
from reader.model.prose import Prose, Text
from reader.reading.blocks import split
from reader.reading.cleaning import clean
from reader.render.text_page import text_page
from reader.words.signs import visible

ROOT = Path(__file__).parents[2]
KINDS: tuple[MarkKind, ...] = (
    "term",
    "citation",
    "note",
    "correction",
    "sic",
    "footnote",
    "page",
    *MARKUP,
)
TARGETS: dict[MarkKind, str] = {
    "term": "csto",
    "citation": "waltz-1979",
    "link": "https://x.test/(a)*?b=_c_&d",
    "foreign": "fa",
}
INLINE = {"a", "span", "em", "strong", "sup", "sub"}
SHOWN_AS: dict[MarkKind, str] = {
    "term": "a.term",
    "citation": "a.citation",
    "link": "a.of-source",
    "foreign": "span.foreign",
    "small-capitals": "span.small-capitals",
    "emphasis": "em",
    "strong": "strong",
    "superscript": "sup",
    "subscript": "sub",
}
OTHER_TAGS = {"preformatted": "pre", "table": "div"}
OF_TABLES = {"div", "table", "thead", "tbody", "tr", "th", "td"}
A_NOTE = Prose(((Text("A note."),),))
TERM = Term(id="csto", name="CSTO", forms=("CSTO",), kind="treaty", definition="A treaty.", at=AT)
RECORDS = {
    key: Reference(key, "misc", {"title": "A text"}, f"@misc{{{key},\n  title = {{A text}},\n}}", AT)
    for key in ("text", "waltz-1979")
}
FORMATTED = {key: Formatted(HTML("A text."), "A text.", "A text") for key in RECORDS}


def shown(page: Page, library: Library | None = None) -> Element:
    """Return the tree that a browser makes of the page of a text."""
    library = library or Library((page,), (TERM,), RECORDS, FORMATTED)
    body, _meta = get_data(text_page(page, library))
    html = site_markdown.converted(body)
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)


@st.composite
def pages(draw: st.DrawFn, *, most_marks: int) -> Page:
    """Return a page of passages with hostile wordings, of every kind, and up to so many marks on each."""
    of = draw(sources())
    of = replace(of, about=replace(of.about, language=draw(st.sampled_from(["en", "fa"]))))
    cleaned, _problems = clean(of)
    assert cleaned is not None
    blocks, _problems = split(of, cleaned)
    passages: list[Passage] = []
    emendations: list[Emendation] = []
    notes: list[NumberedNote] = []
    footnotes: list[CalledFootnote] = []
    print_pages: list[PlacedPage] = []
    for number, block in enumerate(blocks, 1):
        text, kind = block.text, block.kind
        if kind == "paragraph":
            kind = draw(st.sampled_from(get_args(BlockKind)))
        id_ = f"{'s' if kind == 'heading' else 'p'}{number}"
        marks: list[Mark] = []
        for start, end, mark_kind in draw(st.lists(spans(text), max_size=most_marks)):
            links = [one for one in marks if one.kind in {"term", "citation"}]
            if mark_kind in {"term", "citation"} and any(
                one.start < end and start < one.end for one in links
            ):
                continue  # the glossary and the citations see to that
            target = TARGETS.get(mark_kind, "")
            if mark_kind in (*MARKUP, "correction") and any(
                one.kind == mark_kind and one.start < end and start < one.end for one in marks
            ):
                continue  # the same words are not marked twice, nor corrected
            if mark_kind == "footnote":
                target = f"f{len(footnotes) + 1}"
                footnotes.append(CalledFootnote(draw(texts(2)), Anchor.of(id_), (Anchor.of(target),), "foot"))
            if mark_kind == "page":
                target = f"page-{len(print_pages) + 1}"
                print_pages.append(PlacedPage(target, draw(texts(2)), Anchor.of(id_)))
            if mark_kind in {"correction", "sic"}:
                target = f"c{len(emendations) + 1}"
                entry = (
                    Correction(line=1, find=draw(texts(3)), replace="x", reason=draw(texts(3)), at=AT)
                    if mark_kind == "correction"
                    else Sic(line=1, find=draw(texts(3)), reason=draw(texts(3)), at=AT)
                )
                emendations.append(Emendation(target, Anchor.of(id_), entry))
            if mark_kind == "note":
                target = f"n{len(notes) + 1}"
                note = Note(Anchor.of(id_), text[start:end], "context", A_NOTE, AT)
                notes.append(NumberedNote(Anchor.of(target), note))
            marks.append(Mark(end if mark_kind in {"footnote", "page"} else start, end, mark_kind, target))
        pause = draw(st.booleans())
        shape = block.shape if kind != "heading" else replace(block.shape, level=draw(st.integers(1, 6)))
        passages.append(
            Passage(Anchor.of(id_), kind, text, "00000000", (1, 1), 0, pause, tuple(marks), shape)
        )
    shown_ = replace(of, about=replace(of.about, cut=()))  # of which some are of lines that are not there
    return Page(
        shown_,
        cleaned,
        tuple(passages),
        (),
        tuple(notes),
        tuple(emendations),
        footnotes=tuple(footnotes),
        print_pages=tuple(print_pages),
    )


def spans(text: str) -> st.SearchStrategy[tuple[int, int, MarkKind]]:
    """Return stretches of a text, none of them empty."""
    two = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    return st.tuples(two, st.sampled_from(KINDS)).map(lambda drawn: (drawn[0][0], drawn[0][1], drawn[1]))


def by_id(tree: Element) -> dict[str, Element]:
    """Return the elements that can be linked to; an id that stands twice leads to the wrong one."""
    found: dict[str, Element] = {}
    for element in tree.iter():
        id_ = element.get("id")
        if id_ is not None:
            assert id_ not in found, f"the id {id_} stands twice"
            found[id_] = element
    return found


def check_wordings(page: Page, tree: Element) -> dict[str, Element]:
    """Assert that each passage shows its words, all of them and nothing else."""
    elements = by_id(tree)
    for passage in page.passages:
        element = elements[str(passage.id)]
        assert "".join(element.itertext()) == passage.text
        heading = f"h{min(passage.shape.level + 1, 6)}"
        assert element.tag == {"heading": heading, **OTHER_TAGS}.get(passage.kind, "p")
        allowed = INLINE | (OF_TABLES if passage.kind == "table" else set())
        assert {inner.tag for inner in element.iter() if inner is not element} <= allowed
        for at, line in enumerate(passage.lines, 1):
            assert "".join(elements[f"{passage.id}.{at}"].itertext()).removesuffix("\n") == line
    return elements


def one_page(text: str, kind: BlockKind) -> Page:
    """Return a page of one passage."""
    of = source("x")
    cleaned, _problems = clean(of)
    assert cleaned is not None
    anchor = Anchor.of("s1" if kind == "heading" else "p1")
    passage = Passage(anchor, kind, text, "00000000", (1, 1), 0, False)
    return Page(of, cleaned, (passage,), (), (), ())


@given(pages(most_marks=0))
def test_the_page_shows_the_reading_text(page: Page) -> None:
    """Raw text is untrusted: an asterisk, a tag or a brace in it is a sign like any other."""
    check_wordings(page, shown(page))


@given(pages(most_marks=5))
def test_marks_add_nothing_that_can_be_read(page: Page) -> None:
    """A term, a citation, a note or a correction must not cost or add a character, however they nest."""
    elements = check_wordings(page, shown(page))
    for passage in page.passages:
        element = elements[str(passage.id)]
        covered = offsets(element)
        between = {at for at, sign in enumerate(passage.text) if passage.lines and sign in "\t\n"}
        marks = [one for one in passage.marks if passage.kind != "heading" or one.kind in (*MARKUP, "page")]
        cited = spread(mark for mark in marks if mark.kind in {"term", "citation"})
        for kind, name in SHOWN_AS.items():
            words = spread(mark for mark in marks if mark.kind == kind) - between
            assert covered.get(name, set()) - between == (words - cited if kind == "link" else words), kind
        for link in element.iter("a"):
            assert not any(inner.tag == "a" for inner in link.iter() if inner is not link)
        for mark in marks:
            check_place(mark, element, elements)
            if mark.kind == "note":
                assert elements[f"{mark.target}-in-text"].get("href") == f"#{mark.target}"
            if mark.kind in {"correction", "sic"}:
                check_emendation(page, mark, elements[mark.target])


def offsets(element: Element) -> dict[str, set[int]]:
    """Return which characters of a passage stand in which elements: `em`, `a.term`."""
    found: dict[str, set[int]] = {}
    at = 0

    def walk(one: Element, within: tuple[str, ...]) -> None:
        read(one.text, within)
        for child in one:
            name = f"{child.tag}.{child.get('class')}" if child.get("class") else str(child.tag)
            walk(child, (*within, name))
            read(child.tail, within)

    def read(text: str | None, within: tuple[str, ...]) -> None:
        nonlocal at
        for inside in within if text else ():
            found.setdefault(inside, set()).update(range(at, at + len(text or "")))
        at += len(text or "")

    walk(element, ())
    return found


def spread(marks: Iterable[Mark]) -> set[int]:
    """Return the characters that some marks cover."""
    return {offset for mark in marks for offset in range(mark.start, mark.end)}


def check_place(mark: Mark, passage: Element, elements: Mapping[str, Element]) -> None:
    """Assert that a page and the sign of a footnote are there, and that no link of the source is lost."""
    if mark.kind == "link":
        assert mark.target in {link.get("href") for link in passage.iter("a")}
    if mark.kind == "page":
        assert elements[mark.target].get("class") == "page-break"
    if mark.kind == "footnote":
        assert elements[f"{mark.target}-in-text"].get("href") == f"#{mark.target}"


def check_emendation(page: Page, mark: Mark, element: Element) -> None:
    """Assert that a correction tells the raw reading, a slip its reason, and nothing acts unseen."""
    entry = next(one.entry for one in page.emendations if one.id == mark.target)
    assert element.get("class") == mark.kind
    title = str(element.get("title"))
    told = entry.find if isinstance(entry, Correction) else entry.reason
    assert " ".join(visible(told).split()) in " ".join(title.split())
    assert visible(title) == title


@given(
    texts().map(lambda text: " ".join(visible(text).split())).filter(bool),
    st.sampled_from(get_args(BlockKind)),
)
@example("1. one", "paragraph")
@example("# one #", "heading")
@example("one {#two .three}", "heading")
@example("one {: #two }", "paragraph")
@example("[TOC]", "paragraph")
@example('--8<-- "mkdocs.yml"', "paragraph")
@example("<script>alert(1)</script>", "heading")
@example("a &lt; b &amp;lt; c &#60;", "paragraph")
@example("*[CSTO]: a treaty", "paragraph")
@example("\\*not\\* \\\\ \\", "heading")
@example("![a](b) <https://x.org> [a][b]", "paragraph")
def test_a_passage_of_any_kind_shows_its_text(text: str, kind: BlockKind) -> None:
    """The same without cleaning before it: whatever a rule lets through is shown as it is."""
    page = one_page(text, kind)
    check_wordings(page, shown(page))


def test_an_exclamation_mark_before_a_link() -> None:
    """An exclamation mark and a link are an image to Markdown: the note sign after it would be one."""
    page = one_page("Stop!CSTO", "paragraph")
    marks = Mark(0, 5, "note", "n1"), Mark(5, 9, "term", TERM.id)
    note = NumberedNote(Anchor.of("n1"), Note(Anchor.of("p1"), "Stop!", "context", A_NOTE, AT))
    page = replace(page, passages=(replace(page.passages[0], marks=marks),), notes=(note,))
    elements = check_wordings(page, shown(page))
    assert elements["n1-in-text"].tag == "a"


def test_what_a_browser_would_run_is_text() -> None:
    """A raw text cannot put a script, a style or an image on the page."""
    words = '<script>x()</script> <style>y</style> <img src=x onerror="z()"> <a href="javascript:x()">a</a>'
    tree = shown(one_page(words, "paragraph"))
    names: set[Any] = {element.tag for element in tree.iter()}
    assert not names & {"script", "style", "img", "iframe", "object"}
    assert not any(str(link.get("href")).startswith("javascript:") for link in tree.iter("a"))
