"""Where else a passage lives: pages that quote it, notes that refer to it, passages that are near to it."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Library, Page, Passage, addresses
from reader.model.addresses import Address
from reader.model.connections import REASONS, Mention, Near, PassagePlace
from reader.model.markup import HTML
from reader.references import description
from reader.render import phrases
from reader.words.speech import comma

LIST = HTML('<ul class="elsewhere">{}</ul>')
ROW = HTML("<li>{}</li>")
LINK = HTML('<a href="{href}">{words}</a>')


def elsewhere(page: Page, passage: Passage, library: Library, here: Address) -> HTML:
    """Return a list of where else a passage lives, or nothing."""
    place = (page.slug, passage.id)
    rows = [ROW.format(row) for row in _rows(place, library, here)]
    return LIST.format(HTML("").join(rows)) if rows else HTML("")


def _rows(place: PassagePlace, library: Library, here: Address) -> Iterator[HTML]:
    for mention in library.connections.mentions.get(place, ()):
        yield _mention(mention, here)
    for near in library.connections.near.get(place, ()):
        yield _near(near, library, here)


def _mention(mention: Mention, here: Address) -> HTML:
    href = mention.at.seen_from(here)
    if not mention.note:
        return HTML.say(phrases.QUOTED_ON, page=LINK.format(href=href, words=mention.name))
    note = LINK.format(href=href, words=mention.note.name)
    return HTML.say(phrases.REFERRED_TO, note=note, text=mention.name)


def _near(near: Near, library: Library, here: Address) -> HTML:
    label = description.label(library.record(near.slug))
    words = phrases.PASSAGE_OF.format(text=label, passage=near.passage.name)
    href = addresses.passage(near.slug, near.passage).seen_from(here)
    terms = comma().join(library.term[id_].short or library.term[id_].name for id_ in near.terms[:REASONS])
    return HTML.say(phrases.NEAR_TO, passage=LINK.format(href=href, words=words), terms=terms)
