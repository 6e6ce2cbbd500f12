"""The raw text beside the reading text: the table at the foot of the apparatus of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from reader.history import origins, raw_rows
from reader.history.raw_rows import Piece, Row
from reader.model import Page, Passage, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.render import apparatus_phrases, phrases
from reader.render.apparatus_part import Around, Entry, Part
from reader.render.languages import of_block
from reader.render.markup import section
from reader.render.places_elsewhere import Place
from reader.words.languages import direction
from reader.words.signs import signed, writes_from_the_right
from reader.words.speech import Said, numbered

SPACE = re.compile(r"\s+")
SPACE_IN_LINES = re.compile(r"[^\S\n]+")
COLUMNS = (apparatus_phrases.RAW_LINE, apparatus_phrases.RAW_TEXT, apparatus_phrases.READING_TEXT)
WITHOUT_PASSAGE = {"emptied": apparatus_phrases.EMPTIED, origins.WITHHELD: apparatus_phrases.NOT_SHOWN}
WITHOUT_LINES = {"supplied": apparatus_phrases.NOT_IN_RAW, "shared": apparatus_phrases.NO_LINE_OF_ITS_OWN}
BY_LINES = HTML("\n")  # so that a change of one raw line is one line of a diff
HEAD = HTML('<tr{id}><th scope="row"><span class="unseen">{numbers}</span></th>')
RAW = HTML('<td class="raw" data-label="{column}">{parts}</td>')
READING = HTML('<td class="reading" data-label="{column}">{parts}</td></tr>')
RAW_LINE = HTML(
    '<div class="raw-line"{id}><span class="line-number">{number}</span> '
    '<span class="words"{language}>{words}</span></div>'
)


def raw_part(page: Page) -> Part:
    """Return the table of all rows as a section of the apparatus."""
    entries = [Entry(_places(row), partial(_row, row, page)) for row in raw_rows.rows(page)]
    return Part("raw", apparatus_phrases.RAW, [section(apparatus_phrases.RAW, "raw")], entries, _table)


def _table(rows: Iterable[HTML]) -> HTML:
    """The table of some rows, a block of HTML in which Markdown is not read."""
    columns = HTML().join(HTML('<th scope="col">{}</th>').format(name) for name in COLUMNS)
    return BY_LINES.join(
        [
            HTML('<table class="raw-view">'),
            HTML("<caption>{}</caption>").format(apparatus_phrases.RAW_TOLD),
            HTML("<thead><tr>{}</tr></thead>").format(columns),
            HTML("<tbody>"),
            *rows,
            HTML("</tbody>"),
            HTML("</table>"),
        ]
    )


def _places(row: Row) -> tuple[Place, ...]:
    """The places that a row has: its raw lines, each where it begins."""
    numbers = [row.anchor] if row.anchor else []
    numbers += [line.number for line in row.lines if line.first]
    return tuple(Place(f"raw-{number}", numbered(str(number))) for number in numbers)


def _row(row: Row, page: Page, around: Around) -> HTML:
    id_ = HTML(' id="raw-{}"').format(row.anchor) if row.anchor else HTML()
    return BY_LINES.join(
        [
            HEAD.format(id=id_, numbers=_numbers(row)),
            RAW.format(column=apparatus_phrases.RAW_TEXT, parts=BY_LINES.join(_raw(row, page))),
            READING.format(
                column=apparatus_phrases.READING_TEXT, parts=BY_LINES.join(_reading(row, page, around))
            ),
        ]
    )


def _raw(row: Row, page: Page) -> Iterator[HTML]:
    spelled = _spells_directions(row, page)
    for line in row.lines:
        id_ = HTML(' id="raw-{}"').format(line.number) if line.first else HTML()
        words = HTML().join(_raw_words(piece, spelled=spelled) for piece in line.pieces)
        yield RAW_LINE.format(
            id=id_, number=line.number, language=of_block(row_language(row, page)), words=words
        )
    if not row.lines:
        for fate in row.fates:
            yield _fate(WITHOUT_LINES.get(fate.kind, apparatus_phrases.NOT_SHOWN), fate.reason)


def _reading(row: Row, page: Page, around: Around) -> Iterator[HTML]:
    """The passage, and the cuts that fall within it; or why these lines are no passage."""
    if row.passage:
        words = HTML().join(_reading_words(piece, around) for piece in row.reading)
        if any(fate.kind == "supplied" for fate in row.fates):
            words = HTML("<ins>{}</ins>").format(words)
        yield _link(row.passage, page, around.here)
        yield HTML('<div class="words"{}>{}</div>').format(of_block(row.passage.language), words)
    for fate in row.fates if row.lines or not row.passage else ():
        cut = apparatus_phrases.LINE_CUT if row.passage else apparatus_phrases.WHOLE_CUT
        kind = apparatus_phrases.CUT_KINDS.get(fate.kind, fate.kind)
        what = WITHOUT_PASSAGE.get(fate.kind) or cut.format(lines=_lines(fate.lines), kind=kind)
        yield _fate(what, fate.reason)


def _link(passage: Passage, page: Page, here: Address) -> HTML:
    return HTML('<a class="of-passage" href="{href}" aria-label="{spoken}">{sign}</a>').format(
        href=addresses.passage(page.slug, passage.id).seen_from(here),
        spoken=passage.id.name.capitalize(),
        sign="§" if passage.kind == "heading" else passage.number,
    )


def _spells_directions(row: Row, page: Page) -> bool:
    """Whether marks of direction are spelling in raw lines, and no signs."""
    if direction(row_language(row, page)) == "rtl":
        return True
    return any(writes_from_the_right(piece.text) for line in row.lines for piece in line.pieces)


def _raw_words(piece: Piece, *, spelled: bool) -> HTML:
    words = SPACE.sub(" ", piece.text) if spelled else _spaced(piece.text)
    if piece.kind == "plain":
        return HTML.escape(words)
    if piece.kind == "sign":
        said = apparatus_phrases.SIGN_SHOWN.format(label=_spaced(piece.reason))
        return HTML('<del class="sign" title="{}">{}</del>').format(said, words)
    tag = "mark" if piece.kind == "sic" else "del"
    return HTML("<{tag}{title}>{words}</{tag}>").format(tag=tag, title=_title(piece), words=words)


def _reading_words(piece: Piece, around: Around) -> HTML:
    """Marked words lead to the entry above that gives the reason, for those who have no pointer to rest."""
    words = SPACE_IN_LINES.sub(" ", piece.text)  # of verse and of tables the lines are kept
    if piece.kind == "plain":
        return HTML.escape(words)
    to = around.where(piece.target).seen_from(around.here)
    return HTML('<{tag}><a href="{to}"{title}>{words}</a></{tag}>').format(
        tag="mark" if piece.kind == "sic" else "ins", to=to, title=_title(piece), words=words
    )


def _title(piece: Piece) -> HTML:
    return HTML(' title="{}"').format(_spaced(piece.reason)) if piece.kind != "cut" else HTML()


def _fate(what: Said, reason: str) -> HTML:
    phrase = apparatus_phrases.FATE_REASON if reason else apparatus_phrases.FATE
    told = HTML.say(phrase, what=what, reason=_spaced(reason))
    return HTML('<p class="fate">{}</p>').format(told)


def _numbers(row: Row) -> str:
    if row.lines:
        return _lines((row.lines[0].number, row.lines[-1].number))
    hidden = [fate.lines for fate in row.fates if fate.kind == origins.WITHHELD]
    return _lines(hidden[0]) if hidden else str(apparatus_phrases.NO_LINE)


def _lines(lines: tuple[int, int]) -> str:
    first, last = lines
    return (phrases.LINE if first == last else phrases.LINES).format(first=first, last=last)


def row_language(row: Row, page: Page) -> str:
    """Return the language of raw lines: that of the passage that they have become, or that of the text."""
    return row.passage.language if row.passage else page.language


def _spaced(words: str) -> str:
    """Raw words as they stand, but for spaces, with what would act on the page unseen made visible."""
    return SPACE.sub(" ", signed(words))
