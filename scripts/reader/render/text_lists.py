"""The list of the texts, for the index of texts and for the front page."""

from __future__ import annotations

from reader.model import Library, Page, addresses
from reader.references import description
from reader.references import phrases as of_references
from reader.render import phrases
from reader.render.languages import language_of, title_of, within
from reader.render.markup import Markdown, document, front_matter, stacked, title


def text_index(library: Library) -> Markdown:
    """Return the Markdown of the index of texts."""
    head = front_matter(title=phrases.TEXTS, description=phrases.TEXTS_TOLD)
    items = (_item(page, library, "") for page in library.pages)
    return document([head, title(phrases.TEXTS), *items, _to_timeline()])


def _to_timeline() -> Markdown:
    link = Markdown("[{}]({})").format(
        str(phrases.TIMELINE).lower(), addresses.TIMELINE.in_docs(addresses.TEXTS)
    )
    return Markdown.say(phrases.TIMELINE_LINK, timeline=link)


def text_list(library: Library, folder: str) -> Markdown:
    """Return the list of texts with author, venue, date and length; `folder` leads to their pages."""
    return document(_item(page, library, folder) for page in library.pages)


def _item(page: Page, library: Library, folder: str) -> Markdown:
    record = library.references[page.slug]
    tag = language_of(page.slug, library)
    authors = description.authors(record)
    facts = [
        within(authors, tag, Markdown) if authors else Markdown.escape(of_references.AUTHOR_MISSING),
        within(description.venue(record), tag, Markdown) if description.venue(record) else None,
        Markdown.escape(description.date(record)),
        Markdown.escape(phrases.WORDS.counted(page.words)),
    ]
    blocks = [
        Markdown("**[{}]({}{}.md)**\n{{: .text-title}}").format(
            title_of(page.slug, library, Markdown), folder, page.slug
        ),
        Markdown("{}\n{{: .text-facts}}").format(Markdown(" · ").join(filter(None, facts))),
    ]
    if page.source.about.summary:
        blocks.append(Markdown("{}\n{{: .text-summary}}").format(page.source.about.summary))
    return stacked(blocks)
