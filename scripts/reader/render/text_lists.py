"""The lists of the texts: on the front page, on the index of texts, and by year, author and venue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reader.model import Library, Page, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.references import description
from reader.references import phrases as of_references
from reader.render import list_phrases, phrases
from reader.render.languages import language_of, title_of, within
from reader.render.letters import letter_id, letter_of_id, place
from reader.render.markup import Block, Markdown, document, front_matter, section, stacked, title
from reader.render.paging import Item, Sheet, documents, jumps, sheets, titled
from reader.words.speech import Said

LINK = Markdown("[{}]({})")
UNDATED = "undated"
FIND = HTML(
    '<form class="page-search" action="{to}" method="get" role="search">\n'
    '<label for="text-search">{label}</label>\n'
    '<input type="hidden" name="kind" value="text">\n'
    '<input id="text-search" name="q" type="search" autocomplete="off">\n'
    '<button type="submit">{button}</button>\n</form>'
)

Keys = Callable[[Page, Library], Iterable[str]]  # what a text stands under: a year, or names


def text_list(library: Library) -> Markdown:
    """Return the list for the front page, which shows the latest texts where there are many."""
    pages, most = library.pages, library.limits.front
    if len(pages) <= most:
        return document(_item(page, library, addresses.FRONT) for page in pages)
    latest = sorted(pages, key=lambda page: _day(page, library), reverse=True)[:most]
    told = list_phrases.ALL_TEXTS.format(number=len(pages))
    link = LINK.format(told, addresses.TEXTS.in_docs(addresses.FRONT))
    return document([*(_item(page, library, addresses.FRONT) for page in latest), link])


def text_sheets(library: Library) -> Iterator[tuple[Address, Markdown]]:
    """Yield the index of texts and, where they are many, the lists of them, each page with its address."""
    at = addresses.TEXTS
    many = len(library.pages) > library.limits.front

    def write(sheet: Sheet[Page], here: Address) -> Iterator[Block]:
        yield from _head(phrases.TEXTS, sheet)
        if many and sheet.number == 1:
            yield FIND.format(
                to=addresses.SEARCH.seen_from(here), label=list_phrases.FIND_TEXT, button=phrases.SEARCH
            )
            yield _other_lists(here)
        yield from (_item(page, library, here) for _group, found in sheet.groups for page in found)
        if sheet.number == 1:
            yield _to_timeline()

    items = [Item("", page, len(_item(page, library, at))) for page in library.pages]
    yield from documents(at, sheets(items, library.limits.sheet), write)
    for what in FACETS if many else ():
        yield from _by(what, library)


def _by(what: str, library: Library) -> Iterator[tuple[Address, Markdown]]:
    """The list by one thing: a text stands under each of its authors."""
    told, keys = FACETS[what]
    at, by_year = addresses.texts_by(what), what == "year"
    found = [(key, page) for page in library.pages for key in keys(page, library)]
    found.sort(key=lambda one: one[0] if by_year else place(one[0]), reverse=by_year)
    items = [
        Item(key if by_year else letter_id(key), page, len(_item(page, library, at))) for key, page in found
    ]
    every = sheets(items, library.limits.sheet)
    words = _year_named if by_year else letter_of_id

    def write(sheet: Sheet[Page], here: Address) -> Iterator[Block]:
        yield from _head(told, sheet)
        yield _other_lists(here)
        yield from jumps(told, at, here, every, words)
        for group, pages in sheet.groups:
            yield section(words(group), group)
            yield from (_item(page, library, here) for page in pages)

    return documents(at, every, write)


def _head(name: Said, sheet: Sheet[Page]) -> Iterator[Markdown]:
    yield front_matter(title=titled(name, sheet.number), description=phrases.TEXTS_TOLD)
    yield title(name)


def _other_lists(here: Address) -> Markdown:
    """Links to the list of all texts, and to those by year, author and venue."""
    lists: list[tuple[Said, Address]] = [(phrases.TEXTS, addresses.TEXTS)]
    lists += [(told, addresses.texts_by(what)) for what, (told, _keys) in FACETS.items()]
    links = (LINK.format(words, to.in_docs(here)) for words, to in lists if to != here)
    return Markdown.say(list_phrases.OTHER_LISTS, lists=Markdown(" · ").join(links))


def _day(page: Page, library: Library) -> str:
    date = library.references[page.slug].date
    return date.iso if date else ""


def _year(page: Page, library: Library) -> str:
    date = library.references[page.slug].date
    return f"year-{date.year}" if date else UNDATED


def _year_named(id_: str) -> str:
    return str(of_references.DATE_MISSING) if id_ == UNDATED else id_.removeprefix("year-")


def _years(page: Page, library: Library) -> Iterator[str]:
    yield _year(page, library)


def _authors(page: Page, library: Library) -> Iterator[str]:
    names = description.creators(library.references[page.slug]).names
    yield from (
        dict.fromkeys(name.inverted for name in names) if names else [str(of_references.AUTHOR_MISSING)]
    )


def _venues(page: Page, library: Library) -> Iterator[str]:
    yield description.venue_name(library.references[page.slug]) or str(list_phrases.NO_VENUE)


FACETS: dict[str, tuple[Said, Keys]] = {
    "year": (list_phrases.TEXTS_BY_YEAR, _years),
    "author": (list_phrases.TEXTS_BY_AUTHOR, _authors),
    "venue": (list_phrases.TEXTS_BY_VENUE, _venues),
}


def _to_timeline() -> Markdown:
    link = LINK.format(str(phrases.TIMELINE).lower(), addresses.TIMELINE.in_docs(addresses.TEXTS))
    return Markdown.say(phrases.TIMELINE_LINK, timeline=link)


def _item(page: Page, library: Library, here: Address) -> Markdown:
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
        Markdown("**[{}]({})**\n{{: .text-title}}").format(
            title_of(page.slug, library, Markdown), addresses.text(page.slug).in_docs(here)
        ),
        Markdown("{}\n{{: .text-facts}}").format(Markdown(" · ").join(filter(None, facts))),
    ]
    if page.source.about.summary:
        blocks.append(Markdown("{}\n{{: .text-summary}}").format(page.source.about.summary))
    return stacked(blocks)
