"""The index of names, as at the end of a book: persons and places with the passages that name them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reader.model import Library, Term, Use, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.render import list_phrases, phrases
from reader.render.languages import label_of, within
from reader.render.letters import letter_id, letter_of_id, place
from reader.render.markup import Block, Markdown, boxed, document, front_matter, section, title
from reader.render.paging import Item, Sheet, jumps, sheets, steps, titled
from reader.words.speech import comma, numbered, semicolon

LINK = Markdown("[{}]({})")
AT = addresses.NAMES


def names_sheets(library: Library) -> Iterator[tuple[Address, Markdown]]:
    """Yield the pages of the index of persons and places, each with its address."""
    kinds = {kind for kind, one in library.term_kinds.items() if one.named}
    named = (term for term in library.terms if term.kind in kinds and term.id in library.uses)
    items = [
        Item(letter_id(term.name), term, len(_name(term, library, AT)))
        for term in sorted(named, key=lambda term: place(term.name))
    ]
    every = sheets(items, library.limits.sheet)
    for sheet in every:
        here = AT.sheet(sheet.number)
        list_of_terms = LINK.format(phrases.LIST_OF_TERMS, addresses.TERMS.in_docs(here))
        head: list[Block] = [
            front_matter(
                title=titled(phrases.INDEX_OF_NAMES, sheet.number), description=phrases.INDEX_OF_NAMES_TOLD
            ),
            title(phrases.INDEX_OF_NAMES),
            Markdown.say(phrases.INDEX_OF_NAMES_INTRO, list=list_of_terms),
        ]
        yield here, document([*head, *_groups(sheet, every, library), *steps(AT, sheet)])


def _groups(sheet: Sheet[Term], every: list[Sheet[Term]], library: Library) -> Iterator[Block]:
    """The names by their letters, and above them, where there are several letters, links to these."""
    here = AT.sheet(sheet.number)
    links: list[HTML] = jumps(list_phrases.LETTERS, AT, here, every, letter_of_id)
    yield from links
    for group, terms in sheet.groups:
        if links:
            yield section(letter_of_id(group), group)
        yield boxed("names", Markdown("\n").join(_name(term, library, here) for term in terms))


def _name(term: Term, library: Library, here: Address) -> Markdown:
    name = LINK.format(within(term.name, term.language, Markdown), addresses.term(term.id).in_docs(here))
    return Markdown("- {}: {}").format(name, _places(library.uses[term.id], library, here))


def _places(uses: tuple[Use, ...], library: Library, here: Address) -> Markdown:
    """Every passage that names it; where they are many, how many there are."""
    if len(uses) > library.limits.uses:
        texts = len({use.slug for use in uses})
        number = phrases.USED_TIMES.counted(len(uses))
        return Markdown.say(phrases.USED, uses=number, texts=phrases.IN_TEXTS.counted(texts))
    rows: list[Markdown] = []
    for slug, found in groupby(uses, key=lambda use: use.slug):
        links = Markdown.escape(comma()).join(
            LINK.format(numbered(id_.label), addresses.passage(slug, id_).in_docs(here))
            for id_ in dict.fromkeys(use.passage for use in found)
        )
        rows.append(Markdown("{} {}").format(label_of(slug, library, Markdown), links))
    return Markdown.escape(semicolon()).join(rows)
