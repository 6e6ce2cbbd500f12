"""Dispersion strips: where in each text a term is used, drawn as SVG at build time.

    Kaleji 2023     ──|────||──|──      a row a text that uses it, a tick a use at its place

On the page of a term each tick is a link, and a table says the same in words; in the index of terms one
small strip holds all texts side by side, and the number beside it says what it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from reader.model import Library, Use, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.references import description
from reader.render import phrases
from reader.render.languages import within
from reader.render.markup import Markdown
from reader.words.speech import comma, numbered, written

WIDTH = 1000
ROW = HTML(
    '<div class="strip-row"><a href="{to}">{text}</a>'
    '<svg viewBox="0 0 {width} 24" preserveAspectRatio="none" role="group" aria-label="{spoken}">'
    "{line}{ticks}</svg></div>"
)
LINE = HTML('<path d="M0 12H{}" class="line"/>')
TICK = HTML('<a href="{to}" aria-label="{spoken}"><path d="M{place:.0f} 3V21"/><title>{spoken}</title></a>')
TOLD = HTML('<tr><th scope="row">{text}</th><td>{number}</td><td>{passages}</td></tr>')
TABLE = HTML(
    '<div class="unseen"><table class="told"><caption>{caption}</caption><thead><tr>{columns}</tr></thead>'
    "<tbody>{rows}</tbody></table></div>"
)
SMALL = Markdown(
    '<svg class="small-strip" viewBox="0 0 {width} 24" preserveAspectRatio="none" aria-hidden="true">'
    "{parts}</svg>"
)

SMALL_LINE = Markdown('<path d="M{:.0f} 12H{:.0f}" class="line"/>')
SMALL_TICK = Markdown('<path d="M{:.0f} 4V20"/>')


def strip(uses: Sequence[Use], library: Library, here: Address) -> HTML:
    """Return the strip of some uses of a term with its table, as a block of HTML for the page `here`.

    A text that has none has no row, or every page would be made anew when a text is added.
    """
    rows: list[HTML] = []
    told: list[HTML] = []
    for slug, of_text in groupby(uses, key=lambda use: use.slug):
        found = list(of_text)
        label = description.label(library.references[slug])
        ticks = (
            _tick(use, place, label, here) for use, place in zip(found, _places(found, library), strict=True)
        )
        rows.append(
            ROW.format(
                to=addresses.text(slug).seen_from(here),
                text=within(label, "", HTML),
                width=WIDTH,
                spoken=phrases.STRIP_COUNT.format(text=label, number=len(found)),
                line=LINE.format(WIDTH),
                ticks=HTML().join(ticks),
            )
        )
        passages = comma().join(dict.fromkeys(numbered(use.passage.label) for use in found))
        told.append(TOLD.format(text=within(label, "", HTML), number=written(len(found)), passages=passages))
    return HTML("\n").join([HTML('<div class="strip">'), *rows, _table(told), HTML("</div>")])


def small_strip(uses: Sequence[Use], library: Library) -> Markdown:
    """Return all texts side by side in one small drawing, for those who see it."""
    share = WIDTH / max(1, len(library.slugs))
    parts: list[Markdown] = []
    for index, slug in enumerate(library.slugs):
        left = index * share
        parts.append(SMALL_LINE.format(left + 8, left + share - 8))
        here = [use for use in uses if use.slug == slug]
        inner = share - 16
        parts += [SMALL_TICK.format(left + 8 + place * inner / WIDTH) for place in _places(here, library)]
    return SMALL.format(width=WIDTH, parts=Markdown().join(parts))


def _table(rows: Iterable[HTML]) -> HTML:
    names = (phrases.TEXT, phrases.USES, phrases.PASSAGES)
    columns = HTML().join(HTML('<th scope="col">{}</th>').format(name) for name in names)
    return TABLE.format(caption=phrases.STRIP_TOLD, columns=columns, rows=HTML().join(rows))


def _tick(use: Use, place: float, label: str, here: Address) -> HTML:
    href = addresses.passage(use.slug, use.passage).seen_from(here)
    return TICK.format(to=href, spoken=phrases.PLACE.format(text=label, place=use.passage.name), place=place)


def _places(uses: Iterable[Use], library: Library) -> list[float]:
    """Where uses stand in their text, from 0 to `WIDTH`, by the letters before them."""
    found: list[float] = []
    for use in uses:
        begins, length = library.extents[use.slug]
        found.append(WIDTH * (begins[use.passage] + use.start) / max(1, length))
    return found
