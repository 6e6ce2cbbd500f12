"""The index of names, as at the end of a book: persons and places with the passages that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from unicodedata import normalize

from reader.model import Library, Term, Use, addresses
from reader.model.markup import HTML
from reader.render import phrases
from reader.render.languages import label_of, within
from reader.render.markup import Block, Markdown, boxed, document, front_matter, section, title
from reader.words.order import sort_key
from reader.words.speech import comma, numbered, semicolon

LINK = Markdown("[{}]({})")
JUMP = HTML('<a href="#{id}">{letter}</a>')
JUMPS = HTML('<nav class="jumps" aria-label="{name}">{links}</nav>')
OTHER = "#"  # stands for figures and signs


def names_index(library: Library) -> Markdown:
    """Return the Markdown of the index of persons and places."""
    kinds = {kind for kind, one in library.term_kinds.items() if one.named}
    named = (term for term in library.terms if term.kind in kinds and term.id in library.uses)
    letters = {
        letter: list(terms)
        for letter, terms in groupby(sorted(named, key=lambda term: sort_key(term.name)), key=_letter)
    }
    list_of_terms = Markdown("[{}](index.md)").format(phrases.LIST_OF_TERMS)
    return document(
        [
            front_matter(title=phrases.INDEX_OF_NAMES, description=phrases.INDEX_OF_NAMES_TOLD),
            title(phrases.INDEX_OF_NAMES),
            Markdown.say(phrases.INDEX_OF_NAMES_INTRO, list=list_of_terms),
            *_groups(letters, library),
        ]
    )


def _letter(term: Term) -> str:
    """The letter that a name stands under: without its accents, and one sign for all that is no letter."""
    first = next((sign for sign in normalize("NFKD", term.name) if sign.isalnum()), "")
    return first.upper() if first.isalpha() else OTHER


def _groups(letters: Mapping[str, Iterable[Term]], library: Library) -> Iterator[Block]:
    """The names by their letters, and above them, where there are several letters, links to these."""
    links = [JUMP.format(id=_id(letter), letter=letter) for letter in letters]
    if len(links) > 1:
        yield JUMPS.format(name=phrases.LETTERS, links=HTML(" ").join(links))
    for letter, terms in letters.items():
        if len(links) > 1:
            yield section(letter, _id(letter))
        yield _names(terms, library)


def _id(letter: str) -> str:
    return f"letter-{letter.lower() if letter != OTHER else '0'}"


def _names(terms: Iterable[Term], library: Library) -> Markdown:
    items = [
        Markdown("- [{}]({}.md): {}").format(
            within(term.name, term.language, Markdown), term.id, _places(library.uses[term.id], library)
        )
        for term in terms
    ]
    return boxed("names", Markdown("\n").join(items))


def _places(uses: Iterable[Use], library: Library) -> Markdown:
    texts = []
    for slug, found in groupby(uses, key=lambda use: use.slug):
        links = Markdown.escape(comma()).join(
            LINK.format(numbered(id_.label), addresses.passage(slug, id_).in_docs(addresses.NAMES))
            for id_ in dict.fromkeys(use.passage for use in found)
        )
        label = label_of(slug, library, Markdown)
        texts.append(Markdown("{} {}").format(label, links))
    return Markdown.escape(semicolon()).join(texts)
