"""Changes between editions, from the ledgers: `docs/apparatus/changes.md`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.history.editions import order, place
from reader.history.wordings import Event, events
from reader.model import Library, Page, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.render import list_phrases, phrases
from reader.render.markup import Block, Markdown, front_matter, section, title
from reader.render.paging import Item, Sheet, documents, jumps, sheets, titled
from reader.words.difference import compare
from reader.words.speech import comma

AT = addresses.CHANGES
HEADING = 200  # characters of the heading that an entry may stand under
TAGS = {"gone": HTML("<del>{}</del>"), "new": HTML("<ins>{}</ins>")}
CHANGE = HTML('<div class="change"><p class="where">{where}</p><p>{words}</p></div>')


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the page: what was done to a text, in one event or in several that are told together."""

    page: Page  # the text
    told: str  # “first”, “regularised” or “event”
    events: Sequence[Event]


def changes_sheets(library: Library) -> Iterator[tuple[Address, Markdown]]:
    """Yield the pages of changes, each with its address: the newest edition first."""
    found = {page.slug: events(page) for page in library.pages}
    editions = sorted({one.edition for several in found.values() for one in several}, key=order, reverse=True)
    names = {place(edition): edition for edition in editions}
    items = [
        Item(place(edition), one, HEADING + len(_written(one, AT)))
        for edition in editions
        for page in library.pages
        for one in _entries(page, edition, found[page.slug])
    ]
    every = sheets(items, library.limits.sheet)

    def write(sheet: Sheet[_Entry], here: Address) -> Iterator[Block]:
        yield front_matter(title=titled(phrases.CHANGES, sheet.number), description=phrases.CHANGES_TOLD)
        yield title(phrases.CHANGES)
        yield Markdown.say(phrases.CHANGES_INTRO, edition=library.edition)
        if sheet.of > 1:
            yield from jumps(list_phrases.EDITIONS, AT, here, every, lambda id_: names[id_])
        for id_, entries in sheet.groups:
            yield section(Markdown.say(phrases.EDITION_NAMED, edition=names[id_]), id_)
            for slug, of_text in groupby(entries, key=lambda one: one.page.slug):
                name = Markdown.escape(library.references[slug].title)
                yield Markdown("### [{}]({})").format(name, addresses.text(slug).in_docs(here))
                yield from (_written(one, here) for one in of_text)

    return documents(AT, every, write)


def _entries(page: Page, edition: str, every: Sequence[Event]) -> Iterator[_Entry]:
    """What an edition did to a text; where it brought the text, what it added is counted."""
    here = [one for one in every if one.edition == edition]
    if not here:
        return
    first = min((one.edition for one in every), key=order)
    if edition == first:
        yield _Entry(page, "first", [one for one in here if one.what == "added"])
        here = [one for one in here if one.what != "added"]
    if regularised := [one for one in here if one.what == "regularised"]:
        yield _Entry(page, "regularised", regularised)
    for one in here:
        if one.what != "regularised":
            yield _Entry(page, "event", [one])


def _written(entry: _Entry, here: Address) -> Block:
    if entry.told == "first":
        number = len(entry.events)
        return Markdown.say(phrases.FIRST_PUBLISHED.of(number), number=number)
    if entry.told == "regularised":
        links = HTML.escape(comma()).join(_link(entry.page, one, here) for one in entry.events)
        return HTML("<p>{}</p>").format(HTML.say(phrases.REGULARISED, passages=links))
    return _event(entry.page, entry.events[0], here)


def _event(page: Page, event: Event, here: Address) -> HTML:
    if event.what == "reworded":
        words = HTML().join(_run(kind, text) for kind, text in compare(event.old, event.new))
    else:
        words = HTML.escape(event.new or event.old)
    return CHANGE.format(
        where=HTML.say(phrases.EVENTS[event.what], passage=_link(page, event, here)), words=words
    )


def _link(page: Page, event: Event, here: Address) -> HTML:
    href = addresses.passage(page.slug, event.passage).seen_from(here)
    return HTML('<a href="{}">{}</a>').format(href, event.passage.name)


def _run(kind: str, text: str) -> HTML:
    return TAGS[kind].format(text) if kind in TAGS else HTML.escape(text)
