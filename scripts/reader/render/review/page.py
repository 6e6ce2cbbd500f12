"""The page on which an editor looks through a text: raw lines by fate beside the reading text.

It is no page of the site: one file, which loads nothing and is sent nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.model.markup import HTML
from reader.model.review import UNKNOWN, Change, Review, ReviewLine, ReviewRow, Said
from reader.render.review import phrases
from reader.render.review.look import PAGE, SCRIPT, STYLE

UNSURE = 75  # per cent: what is less sure is looked at first
HEADER = HTML("<header>\n<h1>{title}</h1>\n<p>{told}</p>\n<p>{counted}</p>\n{notes}\n</header>")
KEY = HTML('<span class="key-{fate}">{name}</span>')
ROW = HTML('<section class="row">\n<div class="raw">{raw}</div>\n<div>{reading}</div>\n</section>')
LINE = HTML(
    '<details class="line {fate}{unsure}"><summary title="{title}"><span class="number">{number}</span>'
    '<span class="words" dir="auto">{words}</span></summary>\n{more}</details>'
)
READING = HTML(
    '<div class="reading {kind}" dir="auto"><span class="kind" dir="ltr">{name}</span>{words}</div>'
)
CHANGE = HTML(
    '<div class="change">{what}<pre>{toml}</pre><button type="button" class="copy" data-done="{done}">{copy}'
    "</button></div>"
)


def review_page(review: Review) -> str:
    """Return the whole page."""
    title = phrases.OF.format(slug=review.slug)
    lines = [line for row in review.rows for line in row.lines]
    unsure = sum(_is_unsure(line) for line in lines)
    cut = sum(line.fate == "cut" for line in lines)
    notes = HTML().join(HTML("<p>{}</p>").format(note) for note in review.notes)
    header = HEADER.format(
        title=title,
        told=phrases.TOLD,
        counted=HTML.say(phrases.COUNTED, lines=len(lines), cut=cut, unsure=unsure),
        notes=notes,
    )
    keys = HTML("\n").join(KEY.format(fate=fate, name=name) for fate, name in phrases.FATES.items())
    legend = HTML('<p class="legend">{}</p>').format(keys)
    rows = HTML("\n").join(map(_row, review.rows))
    body = HTML("{}\n{}\n<main>\n{}\n</main>").format(header, legend, rows)
    return str(PAGE.format(title=title, style=STYLE, body=body, script=SCRIPT))


def _row(row: ReviewRow) -> HTML:
    blocks = [READING.format(kind=kind, name=kind, words=words) for kind, words in row.blocks]
    return ROW.format(raw=HTML("\n").join(map(_line, row.lines)), reading=HTML("\n").join(blocks))


def _line(line: ReviewLine) -> HTML:
    if line.fate == "blank":
        return HTML('<div class="blank"></div>')
    said = [_said(one) for one in line.said]
    told = HTML().join(HTML("<li>{}</li>").format(one) for one in said)
    more = [HTML('<ul class="said">{}</ul>').format(told)] if said else []
    more += map(_change, line.changes)
    return LINE.format(
        fate=line.fate,
        unsure=" unsure" if _is_unsure(line) else "",
        title="; ".join(said) or phrases.TEXT,
        number=line.number,
        words=line.text,
        more=HTML("\n").join(more),
    )


def _is_unsure(line: ReviewLine) -> bool:
    """Whether a decision is unsure, or detectors would decide otherwise than the file says."""
    other = any(not one.place for one in line.said)
    return other or UNKNOWN < line.sure < UNSURE


def _said(one: Said) -> str:
    phrase = phrases.SURE if one.sure != UNKNOWN else phrases.DECIDED
    said = phrase.format(what=one.what, sure=one.sure)
    return "".join(_parts(said, one))


def _parts(said: str, one: Said) -> Iterator[str]:
    yield said
    if one.reason:
        yield phrases.REASON.format(reason=one.reason)
    if one.place:
        yield phrases.PLACE.format(place=one.place)


def _change(change: Change) -> HTML:
    return CHANGE.format(
        what=change.what,
        toml=change.toml or phrases.DROP,
        copy=phrases.COPY,
        done=phrases.COPIED,
    )
