"""The timeline: what is dated in texts, notes and definitions, drawn at build time and told as a table.

    2020  ──────|──|||─     a row a year, a tick a date at its place in it

The drawing is for those who see it: its ticks lead where the rows of the table do, which says the same in
words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import Anchor, Library, addresses
from reader.model.addresses import Address
from reader.model.connections import Dated
from reader.model.markup import HTML
from reader.references import description
from reader.render import list_phrases, phrases
from reader.render.languages import within
from reader.render.markup import Block, Markdown, front_matter, title
from reader.render.paging import Item, Sheet, documents, jumps, sheets, titled
from reader.words.languages import numeral, within_year, written_date
from reader.words.sentences import opening
from reader.words.speech import ENGLISH, language

AT = addresses.TIMELINE
WIDTH = 1000
YEARS = 60  # that are linked one by one where there are several pages; of more, the first of each decade
MONTHS, DAYS = 12, 31
BRITISH = "en-GB"  # the day before the month
LONGEST = 320  # characters of a sentence
ROW = HTML(
    '<div class="strip-row"><a href="#y{year}" tabindex="-1">{year}</a>'
    '<svg viewBox="0 0 {width} 24" preserveAspectRatio="none"><path d="M0 12H{width}" class="line"/>{ticks}'
    "</svg></div>"
)
TICK = HTML('<a href="{to}" tabindex="-1"><path d="{drawn}"/><title>{spoken}</title></a>')
DRAWN = HTML('<div class="strip timeline" aria-hidden="true">{rows}</div>')
TABLE = HTML(
    '<table class="dated"><caption class="unseen">{caption}</caption><thead class="unseen"><tr>{columns}</tr>'
    "</thead>{years}</table>"
)
COLUMN = HTML('<th scope="col">{}</th>')
BODY = HTML('<tbody id="{id}">{rows}</tbody>')
EVENT = HTML('<tr><th scope="row">{when}</th><td>{words}</td><td><a href="{to}">{where}</a></td></tr>')


def timeline_sheets(library: Library) -> Iterator[tuple[Address, Markdown]]:
    """Yield the pages of the timeline, each with its address."""
    dated = library.connections.timeline
    items = [Item(f"y{one.when[:4]}", one, _size(one, library)) for one in dated]
    every = sheets(items, library.limits.concordance)
    years = {item.group for item in items}
    first_of = {year[:4]: year for year in sorted(years, reverse=True)}  # of each decade
    named = years if len(years) <= YEARS else set(first_of.values())

    def write(sheet: Sheet[Dated], here: Address) -> Iterator[Block]:
        yield front_matter(title=titled(phrases.TIMELINE, sheet.number), description=phrases.TIMELINE_TOLD)
        yield title(phrases.TIMELINE)
        yield Markdown.say(phrases.TIMELINE_INTRO if dated else phrases.TIMELINE_EMPTY)
        if sheet.of > 1:
            yield from jumps(list_phrases.YEARS, AT, here, every, lambda id_: id_[1:] if id_ in named else "")
        yield from _blocks(list(sheet.groups), here, library)

    return documents(AT, every, write)


def _size(one: Dated, library: Library) -> int:
    """How many characters an event takes, in the drawing and in the table."""
    return len(_event(one, AT, library)) + len(_tick(one, AT, library))


def _blocks(years: Sequence[tuple[str, list[Dated]]], here: Address, library: Library) -> Iterator[Block]:
    if not years:
        return
    rows = (_row(id_.removeprefix("y"), events, here, library) for id_, events in years)
    yield DRAWN.format(rows=HTML("\n").join(rows))
    columns = HTML("").join(COLUMN.format(words) for words in phrases.TIMELINE_COLUMNS)
    bodies = [
        BODY.format(id=id_, rows=HTML("\n").join(_event(one, here, library) for one in events))
        for id_, events in years
    ]
    yield TABLE.format(caption=phrases.TIMELINE, columns=columns, years=HTML("\n").join(bodies))


def _row(year: str, events: Sequence[Dated], here: Address, library: Library) -> HTML:
    ticks = HTML("").join(_tick(one, here, library) for one in events)
    return ROW.format(year=year, width=WIDTH, ticks=ticks)


def _tick(one: Dated, here: Address, library: Library) -> HTML:
    spoken = f"{_written(one)}, {_where(one, library)}"
    return TICK.format(to=one.at.seen_from(here), drawn=_drawn(one), spoken=spoken)


def _drawn(one: Dated) -> str:
    """A stroke at a date; what lasted within a year is a line from its first day to its last."""
    start = _place(one.when)
    if one.until[:4] != one.when[:4]:
        return f"M{start:.0f} 3V21"
    end = _place(one.until)
    return f"M{start:.0f} 3V21M{start:.0f} 12H{end:.0f}M{end:.0f} 3V21"


def _place(when: str) -> float:
    """Where a date stands in its year; a month in its middle."""
    _year, month, day = _parts(when)
    return WIDTH * (month - 1 + (day or 15) / DAYS) / MONTHS


def _event(one: Dated, here: Address, library: Library) -> HTML:
    return EVENT.format(
        when=_written(one),
        words=within(opening(one.words, LONGEST), one.language, HTML),
        to=one.at.seen_from(here),
        where=_where(one, library),
    )


def _written(one: Dated) -> str:
    """“9 November 2020”, “19–20 September 2023”, “27 September – 10 November 2020”."""
    tag = BRITISH if language() == ENGLISH else language()
    year, month, day = _parts(one.when)
    if not one.until:
        return written_date(year, month, day, tag)
    until = _parts(one.until)
    last = written_date(*until, tag)
    if year != until[0]:
        return f"{written_date(year, month, day, tag)} – {last}"
    if day and month == until[1] and last.startswith(numeral(str(until[2]), tag)):
        return f"{numeral(str(day), tag)}–{last}"
    return f"{within_year(month, day, tag)} – {last}"


def _parts(when: str) -> tuple[int, int, int | None]:
    year, month, *day = (int(part) for part in when.split("-"))
    return year, month, day[0] if day else None


def _where(one: Dated, library: Library) -> str:
    """What the place is called: a passage or a note of a text, or a term."""
    if one.of in library.page:
        label = description.label(library.record(one.of))
        return phrases.PASSAGE_OF.format(text=label, passage=Anchor.of(one.at.fragment).name)
    return library.term[one.of].short or library.term[one.of].name
