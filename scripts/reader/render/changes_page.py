"""Changes between editions, from the ledgers: `docs/apparatus/changes.md`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.history.editions import order, place
from reader.history.wordings import Event, events
from reader.model import Library, Page, addresses
from reader.model.markup import HTML
from reader.render import phrases
from reader.render.markup import Block, Markdown, document, front_matter, section, title
from reader.words.difference import compare
from reader.words.speech import comma

TAGS = {"gone": HTML("<del>{}</del>"), "new": HTML("<ins>{}</ins>")}
CHANGE = HTML('<div class="change"><p class="where">{where}</p><p>{words}</p></div>')


def changes_page(library: Library) -> Markdown:
    """Return the Markdown of the page of changes, the newest edition first."""
    found = {page.slug: events(page) for page in library.pages}
    editions = sorted({one.edition for several in found.values() for one in several}, key=order, reverse=True)
    blocks: list[Block] = [
        front_matter(title=phrases.CHANGES, description=phrases.CHANGES_TOLD),
        title(phrases.CHANGES),
        Markdown.say(phrases.CHANGES_INTRO, edition=library.edition),
    ]
    for edition in editions:
        words = Markdown.say(phrases.EDITION_NAMED, edition=edition)
        blocks.append(section(words, place(edition)))
        for page in library.pages:
            here = [one for one in found[page.slug] if one.edition == edition]
            if here:
                blocks += _text(page, here, found[page.slug], library)
    return document(blocks)


def _text(page: Page, here: Sequence[Event], every: Sequence[Event], library: Library) -> Iterator[Block]:
    name = Markdown.escape(library.references[page.slug].title)
    yield Markdown("### [{}]({})").format(name, addresses.text(page.slug).in_docs(addresses.CHANGES))
    first = min((one.edition for one in every), key=order)
    added = [one for one in here if one.what == "added"]
    if here[0].edition == first:
        yield Markdown.say(phrases.FIRST_PUBLISHED.of(len(added)), number=len(added))
        here = [one for one in here if one.what != "added"]
    regularised = [one for one in here if one.what == "regularised"]
    if regularised:
        links = HTML.escape(comma()).join(_link(page, one) for one in regularised)
        yield HTML("<p>{}</p>").format(HTML.say(phrases.REGULARISED, passages=links))
    for one in here:
        if one.what != "regularised":
            yield _event(page, one)


def _event(page: Page, event: Event) -> HTML:
    if event.what == "reworded":
        words = HTML().join(_run(kind, text) for kind, text in compare(event.old, event.new))
    else:
        words = HTML.escape(event.new or event.old)
    return CHANGE.format(where=HTML.say(phrases.EVENTS[event.what], passage=_link(page, event)), words=words)


def _link(page: Page, event: Event) -> HTML:
    href = addresses.passage(page.slug, event.passage).seen_from(addresses.CHANGES)
    return HTML('<a href="{}">{}</a>').format(href, event.passage.name)


def _run(kind: str, text: str) -> HTML:
    return TAGS[kind].format(text) if kind in TAGS else HTML.escape(text)
