"""A text whose format tells what each line is: what is cut, what is a heading, a list, a quotation, verse.

    Row("Home", tag="nav")  ->  cut, furniture: “navigation”        Row("Of lamps", tag="h2")  ->  heading, 2

A PDF says nothing, but its extractor has seen where lines stand, so its rows are tagged too; their blank
lines set paragraphs apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from reader.intake.dates import find_date
from reader.intake.in_line import InLine, entries
from reader.intake.looks import look
from reader.intake.metadata import Metadata, metadata
from reader.intake.pages import Line
from reader.intake.proposal import Block, Decided, merged
from reader.intake.sheet import Row, Sheet
from reader.model import Layout, Lines

CUTS = {  # kind of cut, confidence, reason
    "nav": ("furniture", 0.95, "navigation"),
    "aside": ("boilerplate", 0.9, "stands beside the text: shares, related items, comments, notices"),
    "header": ("furniture", 0.9, "stands above the text"),
    "footer": ("furniture", 0.9, "stands below the text"),
    "form": ("boilerplate", 0.95, "a form, or an invitation to subscribe"),
    "button": ("furniture", 0.97, "something to click"),
    "title": ("metadata", 0.95, "the title, shown above the text from its record"),
    "author": ("metadata", 0.85, "the author, shown above the text from its record"),
    "date": ("metadata", 0.9, "date, shown above the text from its record"),
    "figcaption": ("furniture", 0.8, "caption or credit of a picture"),
}
OF_PAGES = {
    "header": ("furniture", 0.95, "running head or page number"),
    "footer": ("furniture", 0.95, "running foot or page number"),
    "aside": ("furniture", 0.7, "does not lie as the page does"),
}
PARTS = {
    "li": "item",
    "dd": "item",
    "blockquote": "quotation",
    "verse": "verse",
    "pre": "preformatted",
}
CELLS = {"td", "th"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
OF_RECORD = {"title", "author", "date"}


@dataclass(frozen=True, slots=True)
class Told:
    """What a format tells of a text; `paragraphs` are those of wrapped lines, for their hyphens.

    `in_lines` is what it sets apart within lines.
    """

    layout: Layout  # wrapped where rows have pages, else a paragraph on each line
    reason: str  # of `layout`, in words
    decided: list[Decided]  # cuts, then parts, then headings
    blocks: list[Block]  # the paragraphs of the text, in its order
    about: Metadata  # title, author and the like
    paragraphs: list[list[Line]]
    in_lines: list[InLine]


def is_tagged(sheet: Sheet) -> bool:
    """Return whether a format has told what the lines of a sheet are."""
    return any(row.tag for row in sheet.rows)


def judge(sheet: Sheet) -> Told:
    """Return what is decided of a sheet by what its format tells."""
    rows = list(enumerate(sheet.rows, 1))
    wrapped = any(row.page for row in sheet.rows)
    cuts = [cut for line, row in rows if row.text.strip() and (cut := _cut(line, row, wrapped=wrapped))]
    gone = {cut.first for cut in cuts}
    kept = [(line, row) for line, row in rows if line not in gone]
    paragraphs = list(_paragraphs(kept))
    blank = [line for line, row in rows if not row.text.strip()] if not wrapped else []
    decided = [*merged(cuts, blank), *_parts(paragraphs), *_headings(paragraphs)]
    blocks = [
        (look(" ".join(row.text for _line, row in one), one[0][0], 1), Lines((one[0][0], one[-1][0])))
        for one in paragraphs
    ]
    layout: Layout = "hard-wrapped" if wrapped else "line-per-paragraph"
    reason = "lines as they are printed" if wrapped else "each block of the source is a line"
    lines = [[Line(row.text, line, 0) for line, row in one] for one in paragraphs]
    apart = entries(sheet, kept)
    return Told(layout, reason, decided, blocks, _about(sheet), lines if wrapped else [], apart)


Numbered = tuple[int, Row]


def _cut(line: int, row: Row, *, wrapped: bool) -> Decided | None:
    said = OF_PAGES.get(row.tag) if wrapped else CUTS.get(row.tag)
    if said is None:
        return None
    kind, confidence, reason = said
    return Decided(line, line, "cut", confidence, reason, kind)


def _paragraphs(kept: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """The rows of each paragraph: blank ones set wrapped lines apart, else every row is one, but in verse."""
    found: list[Numbered] = []
    for line, row in kept:
        goes_on = bool(found and row.text.strip()) and row.begins is False
        if found and not goes_on:
            yield found
            found = []
        if row.text.strip():
            found.append((line, row))
    if found:
        yield found


def _headings(paragraphs: Sequence[Sequence[Numbered]]) -> Iterator[Decided]:
    for one in paragraphs:
        line, row = one[0]
        if row.tag in HEADINGS and len(one) == 1:
            words = " ".join(row.text.split())
            yield Decided(line, line, "heading", 0.9, "a heading of the source", words, HEADINGS[row.tag])


def _parts(paragraphs: Sequence[Sequence[Numbered]]) -> Iterator[Decided]:
    """Neighbouring paragraphs of one kind, as one part; each stanza by itself."""
    for kind, found in groupby(paragraphs, _kind):
        group = list(found)
        if kind == "table":
            yield from _tables(group)
        elif kind == "verse":
            for one in group:
                yield Decided(one[0][0], one[-1][0], "part", 0.8, "short lines that breaks divide", kind)
        elif kind:
            yield Decided(group[0][0][0], group[-1][-1][0], "part", 0.85, "the source says so", kind)


def _kind(paragraph: Sequence[Numbered]) -> str:
    tag = paragraph[0][1].tag
    return "table" if tag in CELLS else PARTS.get(tag, "")


def _tables(group: Sequence[Sequence[Numbered]]) -> Iterator[Decided]:
    """Rows of one table have as many cells; a single row is no table."""
    rows = [one[0] for one in group]
    for _cells, found in groupby(rows, lambda row: row[1].text.count("\t")):
        those = list(found)
        if len(those) > 1:
            header = sum(1 for _one in takewhile(lambda row: row[1].tag == "th", those))
            yield Decided(those[0][0], those[-1][0], "table", 0.85, "the source says so", level=header)


def _about(sheet: Sheet) -> Metadata:
    """What the format says of the text, and which lines say it too."""
    lines = {line: row.tag for line, row in enumerate(sheet.rows, 1) if row.tag in OF_RECORD}
    found = metadata([], 0, 0, sheet.meta)
    first = {tag: sheet.rows[line - 1].text for line, tag in reversed(list(lines.items()))}
    return Metadata(
        title=found.title or first.get("title", ""),
        author=found.author or first.get("author", ""),
        date=_date(found.date) or _date(first.get("date", "")),
        venue=found.venue,
        doi=found.doi,
        issn=found.issn or sheet.meta.get("issn", ""),
        url=found.url,
        language=sheet.meta.get("language", ""),
        lines=lines,
    )


def _date(said: str) -> str:
    """A date as records have it, or nothing."""
    return said if ISO.fullmatch(said) else find_date(said)
