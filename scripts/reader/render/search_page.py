"""The page of the search: a box for scripts to fill, and the lists that lead everywhere without them."""

from __future__ import annotations

from reader.model import addresses
from reader.model.markup import HTML
from reader.references import phrases as of_references
from reader.render import phrases
from reader.render.markup import Markdown, document, front_matter, title

BOX = HTML('<div class="search-page search"><p>{}</p></div>')
LINK = Markdown("[{}]({})")
LISTS = (
    (addresses.TEXTS, phrases.TEXTS),
    (addresses.TERMS, phrases.TERMS),
    (addresses.NAMES, phrases.INDEX_OF_NAMES),
    (addresses.BIBLIOGRAPHY, of_references.BIBLIOGRAPHY),
)


def search_page() -> Markdown:
    """Return the Markdown of `docs/search.md`; what is in the box stays where no script runs."""
    lists = Markdown(" · ").join(LINK.format(words, to.in_docs(addresses.SEARCH)) for to, words in LISTS)
    return document(
        [
            front_matter(title=phrases.SEARCH, description=phrases.SEARCH_TOLD),
            title(phrases.SEARCH),
            BOX.format(phrases.SEARCH_NEEDS),
            Markdown.say(phrases.SEARCH_LISTS, lists=lists),
        ]
    )
