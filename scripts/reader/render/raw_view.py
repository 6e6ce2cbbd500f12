"""The raw text beside the reading text: the table at the foot of the apparatus of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.history import origins, raw_rows
from reader.history.raw_rows import Piece, Row
from reader.model import Page, Passage, addresses
from reader.render.escape import html
from reader.words.signs import visible

SPACE = re.compile(r"\s+")
CAPTION = (
    "Each run of raw lines, with their numbers and without blank lines, beside what became of it. Struck "
    "through is what was cut or corrected, underlined what the editors put there, dotted what looks like a "
    "mistake and was kept. Differences of spaces and quotation marks are not marked."
)
COLUMNS = ("Line", "Raw text", "Reading text")
WITHOUT_PASSAGE = {
    "emptied": "Nothing of it is left in the reading text.",
    origins.WITHHELD: "Not shown.",
}
WITHOUT_LINES = {
    "supplied": "Not in the raw text; supplied by the editors",
    "shared": "No raw line of its own: it comes from a correction of the words above",
}


def raw_table(page: Page) -> Iterator[str]:
    """Yield the heading and the table, a block of HTML in which Markdown is not read."""
    yield "## Raw text beside the reading text {#raw}"
    columns = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS)
    yield "\n".join(
        [
            '<table class="raw-view">',
            f"<caption>{CAPTION}</caption>",
            f"<thead><tr>{columns}</tr></thead>",
            "<tbody>",
            *(_row(row, page) for row in raw_rows.rows(page)),
            "</tbody>",
            "</table>",
        ]
    )


def _row(row: Row, page: Page) -> str:
    anchor = f' id="raw-{row.anchor}"' if row.anchor else ""
    return (
        f'<tr{anchor}><th scope="row"><span class="unseen">{_numbers(row)}</span></th>\n'
        f'<td class="raw" data-label="{COLUMNS[1]}">{_joined(_raw(row, page))}</td>\n'
        f'<td class="reading" data-label="{COLUMNS[2]}">{_joined(_reading(row, page))}</td></tr>'
    )


def _joined(parts: Iterable[str]) -> str:
    """A line each, so that a change of one raw line is one line of a diff."""
    return "\n".join(parts)


def _raw(row: Row, page: Page) -> Iterator[str]:
    for line in row.lines:
        id_ = f' id="raw-{line.number}"' if line.first else ""
        words = "".join(map(_raw_words, line.pieces))
        number = f'<span class="line-number">{line.number}</span>'
        yield f'<div class="raw-line"{id_}>{number} <span class="words"{_language(page)}>{words}</span></div>'
    if not row.lines:
        for fate in row.fates:
            yield _fate(WITHOUT_LINES.get(fate.kind, "Not shown"), fate.reason)


def _reading(row: Row, page: Page) -> Iterator[str]:
    """The passage, and the cuts that fall within it; or why these lines are no passage."""
    if row.passage:
        supplied = any(fate.kind == "supplied" for fate in row.fates)
        words = "".join(map(_reading_words, row.reading))
        words = f"<ins>{words}</ins>" if supplied else words
        yield _link(row.passage, page)
        yield f'<div class="words"{_language(page)}>{words}</div>'
    for fate in row.fates if row.lines or not row.passage else ():
        within = f"{_lines(fate.lines)} cut" if row.passage else "Cut"
        yield _fate(WITHOUT_PASSAGE.get(fate.kind) or f"{within}, {fate.kind}", fate.reason)


def _link(passage: Passage, page: Page) -> str:
    sign = "§" if passage.kind == "heading" else passage.number
    href = addresses.passage(page.slug, passage.id).seen_from(addresses.apparatus(page.slug))
    return f'<a class="of-passage" href="{href}" aria-label="{passage.id.name.capitalize()}">{sign}</a>'


def _raw_words(piece: Piece) -> str:
    words = _shown(piece.text)
    if piece.kind == "plain":
        return words
    tag = "mark" if piece.kind == "sic" else "del"
    return f"<{tag}{_title(piece)}>{words}</{tag}>"


def _reading_words(piece: Piece) -> str:
    """Marked words lead to the entry above that gives the reason, for those who have no pointer to rest."""
    words = _shown(piece.text)
    if piece.kind == "plain":
        return words
    tag = "mark" if piece.kind == "sic" else "ins"
    return f'<{tag}><a href="#{piece.target}"{_title(piece)}>{words}</a></{tag}>'


def _title(piece: Piece) -> str:
    return f' title="{_shown(piece.reason)}"' if piece.kind != "cut" else ""


def _fate(what: str, reason: str) -> str:
    told = f"{what}: {_shown(reason)}." if reason else f"{what.rstrip('.')}."
    return f'<p class="fate">{told}</p>'


def _numbers(row: Row) -> str:
    if row.lines:
        return _lines((row.lines[0].number, row.lines[-1].number))
    hidden = [fate.lines for fate in row.fates if fate.kind == origins.WITHHELD]
    return _lines(hidden[0]) if hidden else "No line"


def _lines(lines: tuple[int, int]) -> str:
    first, last = lines
    return f"Line {first}" if first == last else f"Lines {first}–{last}"


def _language(page: Page) -> str:
    language = page.source.about.language
    return "" if language == "en" else f' lang="{html(language)}" dir="auto"'


def _shown(words: str) -> str:
    """Raw words as they stand, but for spaces, with what would act on the page unseen made visible."""
    return html(SPACE.sub(" ", visible(words)))
