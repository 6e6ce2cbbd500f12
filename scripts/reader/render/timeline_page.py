"""The timeline: what is dated in texts, notes and definitions, drawn at build time and told as a table.

    2020  ──────|──|||─     a row a year, a tick a date at its place in it

The drawing is for those who see it: its ticks lead where the rows of the table do, which says the same in
words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.model import Anchor, Library, addresses
from reader.model.connections import Dated
from reader.model.markup import HTML
from reader.references import description
from reader.render import phrases
from reader.render.languages import within
from reader.render.markup import Block, Markdown, document, front_matter, title
from reader.words.languages import written_date
from reader.words.sentences import opening

WIDTH = 1000
MONTHS, DAYS = 12, 31
LONGEST = 320  # characters of a sentence
ROW = HTML(
    '<div class="strip-row"><a href="#y{year}" tabindex="-1">{year}</a>'
    '<svg viewBox="0 0 {width} 24" preserveAspectRatio="none"><path d="M0 12H{width}" class="line"/>{ticks}'
    "</svg></div>"
)
TICK = HTML('<a href="{to}" tabindex="-1"><path d="M{place:.0f} 3V21"/><title>{spoken}</title></a>')
DRAWN = HTML('<div class="strip timeline" aria-hidden="true">{rows}</div>')
TABLE = HTML(
    '<table class="dated"><caption class="unseen">{caption}</caption><thead class="unseen"><tr>{columns}</tr>'
    "</thead>{years}</table>"
)
COLUMN = HTML('<th scope="col">{}</th>')
BODY = HTML('<tbody id="y{year}">{rows}</tbody>')
EVENT = HTML('<tr><th scope="row">{when}</th><td>{words}</td><td><a href="{to}">{where}</a></td></tr>')


def timeline_page(library: Library) -> Markdown:
    """Return the Markdown of `docs/timeline.md`."""
    dated = library.connections.timeline
    years = [(year, list(events)) for year, events in groupby(dated, key=lambda one: one.when[:4])]
    return document(
        [
            front_matter(title=phrases.TIMELINE, description=phrases.TIMELINE_TOLD),
            title(phrases.TIMELINE),
            Markdown.say(phrases.TIMELINE_INTRO if dated else phrases.TIMELINE_EMPTY),
            *_blocks(years, library),
        ]
    )


def _blocks(years: Sequence[tuple[str, list[Dated]]], library: Library) -> Iterator[Block]:
    if not years:
        return
    yield DRAWN.format(rows=HTML("\n").join(_row(year, events, library) for year, events in years))
    columns = HTML("").join(COLUMN.format(words) for words in phrases.TIMELINE_COLUMNS)
    bodies = [
        BODY.format(year=year, rows=HTML("\n").join(_event(one, library) for one in events))
        for year, events in years
    ]
    yield TABLE.format(caption=phrases.TIMELINE, columns=columns, years=HTML("\n").join(bodies))


def _row(year: str, events: Sequence[Dated], library: Library) -> HTML:
    ticks = [
        TICK.format(
            to=one.at.seen_from(addresses.TIMELINE),
            place=_place(one.when),
            spoken=f"{_written(one.when)}, {_where(one, library)}",
        )
        for one in events
    ]
    return ROW.format(year=year, width=WIDTH, ticks=HTML("").join(ticks))


def _place(when: str) -> float:
    """Where a date stands in its year; a month in its middle."""
    _year, month, *day = (int(part) for part in when.split("-"))
    return WIDTH * (month - 1 + (day[0] if day else 15) / DAYS) / MONTHS


def _event(one: Dated, library: Library) -> HTML:
    return EVENT.format(
        when=_written(one.when),
        words=within(opening(one.words, LONGEST), one.language, HTML),
        to=one.at.seen_from(addresses.TIMELINE),
        where=_where(one, library),
    )


def _written(when: str) -> str:
    year, month, *day = (int(part) for part in when.split("-"))
    return written_date(year, month, day[0] if day else None, "en-GB")


def _where(one: Dated, library: Library) -> str:
    """What the place is called: a passage or a note of a text, or a term."""
    if one.of in library.page:
        label = description.label(library.record(one.of))
        return phrases.PASSAGE_OF.format(text=label, passage=Anchor.of(one.at.fragment).name)
    return library.term[one.of].short or library.term[one.of].name
