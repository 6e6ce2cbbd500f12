"""The raw text beside the reading text: nothing of either is missing, doubled or said of the wrong line."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given

from hostile import AT, source, sources, text_lines
from reader.anchors.proposal import anchor
from reader.marks.emendations import emend
from reader.marks.rights import published
from reader.model import (
    Anchor,
    Correction,
    CorrectionsFile,
    Cut,
    Library,
    Lines,
    Page,
    Passage,
    Publication,
    Rights,
    Sic,
    Source,
    Supply,
    addresses,
)
from reader.pipeline import read
from reader.render import apparatus_phrases
from reader.render.apparatus_part import Around
from reader.render.raw_view import raw_part
from reader.render.text_page import text_page
from reader.words.letters import letters as alphanumeric
from reader.words.signs import signed, visible
from site_markdown import markdown
from small_project import copy_of_sound, table

ROOT = Path(__file__).parents[2]
OF_DIRECTION = re.compile("[\u200e\u200f\u061c⇾⇽]")  # as they stand, or as they are shown
SLUGS = ("boltuc-2021", "jces-2020", "kaleji-2023", "lengruber-2020", "trt-world-2022")


@lru_cache(maxsize=1)
def library() -> Library:
    """Return the real project."""
    return read(ROOT)


def real(slug: str) -> Page:
    """Return one of the real texts."""
    (page,) = [page for page in library().pages if page.slug == slug]
    return page


def made(of: Source) -> Page:
    """Return the page of a source, whatever problems there are beside it."""
    anchored, _problems = anchor(of, "1")
    assert anchored is not None
    passages = [
        Passage(id_, block.kind, block.text, "", block.raw, block.start, block.after_pause)
        for id_, block in zip(map(Anchor.of, anchored.proposal.ids), anchored.blocks, strict=False)
    ]
    passages, emendations = emend(passages, anchored.cleaned)
    return published(Page(of, anchored.cleaned, tuple(passages), (), (), tuple(emendations)))


def parsed(text: str) -> Element:
    """Return the tree that a browser makes of HTML."""
    return html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)


def shown(page: Page) -> Element:
    """Return the table of a page."""
    part, here = raw_part(page), addresses.apparatus(page.slug)
    assert part.head[0].endswith("{#raw}")
    assert part.table
    markup = part.table(entry.write(Around(here, here.at)) for entry in part.entries)
    (view,) = parsed(markup).iter("table")
    return view


def words(element: Element) -> str:
    """Return the text of an element, with its spaces made one."""
    return " ".join("".join(element.itertext()).split())


def letters(text: str) -> str:
    """Return raw text as it may be shown, without its spaces and its marks of direction."""
    return "".join(OF_DIRECTION.sub("", visible(text)).split())


def of_class(element: Element, name: str) -> list[Element]:
    """Return the elements of a class below another."""
    return [one for one in element.iter() if one.get("class") == name]


def raw_lines(page: Page) -> dict[int, str]:
    """Return the raw lines that are not blank, by their numbers."""
    lines = enumerate(text_lines(page.cleaned.raw.text), 1)
    return {number: letters(line) for number, line in lines if signed(line).strip()}


def lines_shown(view: Element) -> dict[int, str]:
    """Return the raw lines of a table, the parts of a line put together in their order."""
    found: dict[int, str] = {}
    for line in of_class(view, "raw-line"):
        number, content = line
        at = int(words(number))
        found[at] = found.get(at, "") + letters(words(content))
    return found


def ids(element: Element) -> list[str]:
    """Return the ids of an element and of what is in it."""
    return [str(one.get("id")) for one in element.iter() if one.get("id")]


def rows(view: Element) -> list[tuple[Element, Element]]:
    """Return the cells of each row, left and right."""
    found = [list(row) for row in view.iter("tr")]
    assert [words(cell) for cell in found[0]] == ["Line", "Raw text", "Reading text"]
    return [(raw, reading) for _line, raw, reading in found[1:]]


def passages_shown(view: Element) -> list[tuple[str, str]]:
    """Return where each passage at the right leads, and its text."""
    found = []
    for _raw, reading in rows(view):
        for link in of_class(reading, "of-passage"):
            (content,) = of_class(reading, "words")
            found.append((str(link.get("href")), "".join(content.itertext())))
    return found


def row_with(view: Element, *, line: int = 0, passage: str = "") -> tuple[Element, Element]:
    """Return the row on which a link to a raw line lands, or that has a passage."""
    (row,) = [
        (raw, reading)
        for raw, reading in rows(view)
        if f"raw-{line}" in ids(raw)
        or any(str(link.get("href")).endswith(f"#{passage}") for link in of_class(reading, "of-passage"))
    ]
    return row


def check(page: Page) -> Element:
    """Assert that both texts stand there whole, each line and passage once and in order."""
    view = shown(page)
    assert lines_shown(view) == raw_lines(page)
    numbers = [int(words(number)) for number in of_class(view, "line-number")]
    assert numbers == sorted(numbers)
    assert len(ids(view)) == len(set(ids(view)))
    assert {f"raw-{number}" for number in raw_lines(page)} <= set(ids(view))
    assert {f"raw-{passage.raw[0]}" for passage in page.passages} <= set(ids(view))
    expected = [(f"../../texts/{page.slug}/#{one.id}", letters(one.text)) for one in page.passages]
    assert [(link, letters(text)) for link, text in passages_shown(view)] == expected
    return view


@pytest.mark.parametrize("slug", SLUGS)
def test_both_texts_stand_there_whole(slug: str) -> None:
    """A line that is missing was lost silently; one that stands twice was never received."""
    page = real(slug)
    view = check(page)
    assert [text for _link, text in passages_shown(view)] == [passage.text for passage in page.passages]
    links = re.findall(r'data-raw="(\d+)"', text_page(page, library()))
    assert [f"raw-{line}" in ids(view) for line in links] == [True] * len(page.passages)


@given(sources())
def test_both_texts_stand_there_whole_whatever_they_are(of: Source) -> None:
    """However an editor cuts, corrects and supplies, and whatever the raw text holds."""
    check(made(of))


@pytest.mark.parametrize("slug", SLUGS)
def test_cut_lines_are_struck_through_with_their_reason(slug: str) -> None:
    """Who wonders where a line went reads it there."""
    page = real(slug)
    view = shown(page)
    cuts = {line: one for one in page.source.about.cut for line in range(one.lines[0], one.lines[1] + 1)}
    corrected = {one.line: letters(one.find) for one in page.source.corrections.correction}
    for number, text in raw_lines(page).items():
        raw, reading = row_with(view, line=number)
        (line,) = [one for one in of_class(raw, "raw-line") if one.get("id") == f"raw-{number}"]
        struck = "".join(letters(words(one)) for one in line.iter("del"))
        if number in cuts:
            assert struck == text
            kind = apparatus_phrases.CUT_KINDS[cuts[number].kind]
            assert words(reading) == f"Cut, {kind}: {cuts[number].reason}."
        else:
            assert struck == corrected.get(number, "")


@pytest.mark.parametrize("slug", SLUGS)
def test_corrections_and_sics_are_marked_on_both_sides(slug: str) -> None:
    """The words of the editors can be told from those of the text, and lead to the reason for them."""
    page = real(slug)
    view = shown(page)
    for one in page.emendations:
        entry = one.entry
        raw, reading = row_with(view, passage=str(one.passage))
        if isinstance(entry, Supply):
            assert [words(ins) for ins in reading.iter("ins")] == [entry.text]
            assert words(raw) == f"Not in the raw text; supplied by the editors: {entry.reason}."
            continue
        left, right = ("del", "ins") if isinstance(entry, Correction) else ("mark", "mark")
        found = [mark for mark in raw.iter(left) if mark.get("title") == entry.reason]
        assert letters(entry.find) in "".join(letters(words(mark)) for mark in found)
        (link,) = [link for mark in reading.iter(right) for link in mark if link.get("href") == f"#{one.id}"]
        assert link.get("title") == entry.reason
        expected = entry.find if isinstance(entry, Sic) else entry.replace
        assert alphanumeric(words(link)) == alphanumeric(expected)


@pytest.mark.parametrize("line", [17, 21, 35])
def test_a_run_in_heading_and_its_paragraph_share_a_raw_line(line: int) -> None:
    """Each has its part of the line; a link to the line lands on the first."""
    view = shown(real("kaleji-2023"))
    parts = [one for one in of_class(view, "raw-line") if words(one[0]) == str(line)]
    assert [one.get("id") for one in parts] == [f"raw-{line}", None]
    (heading, reading), (paragraph, after) = [
        row for row in rows(view) if any(part in row[0] for part in parts)
    ]
    as_shown = words(of_class(reading, "words")[0])  # in other capitals and without its colon
    assert as_shown == words(heading[0][1]).removesuffix(":").capitalize()
    assert words(heading[0][1]).isupper()
    assert words(paragraph[0][1])[:30] == words(of_class(after, "words")[0])[:30]


def test_marks_of_direction_beside_letters_that_are_written_from_the_right() -> None:
    """There they are spelling, as in the reading text; elsewhere they are shown."""
    view = shown(made(source("کندو\u200f (bee)\n\nThe tide\u200f.")))
    found = [("".join(raw.itertext()), "".join(reading.itertext())) for raw, reading in rows(view)]
    assert "کندو\u200f (bee)" in found[0][0] and "کندو\u200f (bee)" in found[0][1]
    assert "The tide⇽." in found[1][0] and "The tide⇽." in found[1][1]


def test_a_cut_within_a_paragraph_is_told_beside_it() -> None:
    """The header of a printed page interrupts a paragraph, and does not end it."""
    of = source("One\nPage 7\ntwo.\n\nThree.", "hard-wrapped")
    cut = Cut(lines=Lines((2, 2)), begins="Page", kind="furniture", reason="header", at=AT)
    view = check(made(replace(of, about=replace(of.about, cut=(cut,)))))
    raw, reading = row_with(view, passage="p1")
    assert [words(line) for line in of_class(raw, "raw-line")] == ["1 One", "2 Page 7", "3 two."]
    assert [words(one) for one in raw.iter("del")] == ["Page 7"]
    assert words(reading) == "1 One two. Line 2 cut, frame of the page: header."


def test_a_line_of_which_nothing_is_left_says_so() -> None:
    """A line corrected away is not cut, and not forgotten."""
    of = source("One.\n\nx\n\nTwo.")
    gone = Correction(line=3, find="x", replace="", reason="a stray sign", at=AT)
    view = check(made(replace(of, corrections=CorrectionsFile(correction=(gone,), at=AT))))
    raw, reading = row_with(view, line=3)
    assert [(words(one), one.get("title")) for one in raw.iter("del")] == [("x", "a stray sign")]
    assert words(reading) == "Nothing of it is left in the reading text."


@pytest.mark.parametrize("ids_shown", [("p2",), ()])
def test_what_rights_withhold_is_shown_on_neither_side(ids_shown: tuple[str, ...]) -> None:
    """The raw text is as much protected as the reading text, and so is what was cut from it."""
    of = source("Secret one.\n\nMenu\n\nShown two.\n\nSecret three.")
    cut = Cut(lines=Lines((3, 3)), begins="Menu", kind="furniture", reason="secret menu", at=AT)
    publication: Publication = "excerpt" if ids_shown else "record"
    rights = Rights(
        statement="None.", publication=publication, passages=tuple(map(Anchor.of, ids_shown)), at=AT
    )
    view = shown(made(replace(of, about=replace(of.about, cut=(cut,), rights=rights))))
    told = [(words(raw), words(reading)) for raw, reading in rows(view)]
    not_shown = ("Not shown.", "Not shown.")
    assert told == ([not_shown, ("5 Shown two.", "2 Shown two."), not_shown] if ids_shown else [not_shown])
    assert "ecret" not in words(view)
    assert "Menu" not in words(view)


HOSTILE = """\
<script>alert(1)</script> &lt;b&gt; <img src=x onerror=alert(1)> </td></table> {#p1} *a*

--8<-- "index.md"

</table><iframe src="x"> \x00 \u202e bell

[x](javascript:alert(1)) wrong words
"""
ABOUT = """\
language = "en"
layout = "line-per-paragraph"
sha256 = "{sha256}"

[rights]
statement = "None."
publication = "full"

[[cut]]
lines = "3"
begins = "--8<--"
kind = "furniture"
reason = "</del><script>alert(1)</script>"
"""


def test_a_hostile_text_is_shown_and_does_nothing(tmp_path: Path) -> None:
    """Raw text is untrusted at the left as at the right, and so are the reasons of an editor."""
    project = copy_of_sound(tmp_path / "project")
    project.text("bad-2020", HOSTILE, ABOUT, "Bad")
    reason = '"><script>alert(1)</script>'
    entry = table("correction", "x", line=7, find="wrong", replace="<b>right</b>", reason=reason)
    project.append("sources/bad-2020/corrections.toml", entry)
    project.accepted()
    page = (project.root / "docs/apparatus/bad-2020.md").read_text("utf-8")
    tree = parsed(markdown().reset().convert(page.split("---\n", 2)[2]))
    (view,) = [one for one in tree.iter("table") if one.get("class") == "raw-view"]
    assert lines_shown(view) == {
        number: letters(line) for number, line in enumerate(HOSTILE.split("\n"), 1) if line
    }
    names = {one.tag for one in view.iter()}
    assert names == set("table caption thead tbody tr th td div span p a del ins".split())
    assert not any(name.startswith("on") for one in view.iter() for name in one.attrib)
    assert all(str(link.get("href")).startswith(("../../texts/bad-2020/#", "#c")) for link in view.iter("a"))
    assert [one.get("title") for one in view.iter("del")] == [None, reason]
    assert [words(one) for one in view.iter("ins")] == ["<b>right</b>"]
