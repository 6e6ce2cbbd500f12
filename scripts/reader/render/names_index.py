"""The index of names, as at the end of a book: persons and places with the passages that name them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from reader.model import Library, Use, addresses
from reader.render import phrases
from reader.render.languages import label_of, within
from reader.render.markup import Markdown, boxed, document, front_matter, title

LINK = Markdown("[{}]({})")
NAMED = frozenset({"person", "place"})


def names_index(library: Library) -> Markdown:
    """Return the Markdown of the index of persons and places."""
    terms = sorted(
        (term for term in library.terms if term.kind in NAMED), key=lambda term: term.name.casefold()
    )
    items = [
        Markdown("- [{}]({}.md): {}").format(
            within(term.name, term.language, Markdown), term.id, _places(library.uses[term.id], library)
        )
        for term in terms
        if term.id in library.uses
    ]
    list_of_terms = Markdown("[{}](index.md)").format(phrases.LIST_OF_TERMS)
    return document(
        [
            front_matter(title=phrases.INDEX_OF_NAMES, description=phrases.INDEX_OF_NAMES_TOLD),
            title(phrases.INDEX_OF_NAMES),
            Markdown.say(phrases.INDEX_OF_NAMES_INTRO, list=list_of_terms),
            boxed("names", Markdown("\n").join(items)),
        ]
    )


def _places(uses: Iterable[Use], library: Library) -> Markdown:
    texts = []
    for slug, found in groupby(uses, key=lambda use: use.slug):
        links = Markdown(", ").join(
            LINK.format(id_.label, addresses.passage(slug, id_).in_docs(addresses.NAMES))
            for id_ in dict.fromkeys(use.passage for use in found)
        )
        label = label_of(slug, library, Markdown)
        texts.append(Markdown("{} {}").format(label, links))
    return Markdown("; ").join(texts)
