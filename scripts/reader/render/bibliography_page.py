"""The bibliography: `docs/bibliography.md`, every entry with the passages that cite it.

Where it has outgrown one page, each work has a page of its own, `docs/bibliography/<key>.md`, which says all
of it, and stands in the lists by author. The first page keeps the place of each entry that was published
there: the whole entry where that fits, else a line that leads to its page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.model import Library, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.references import phrases as of_references
from reader.render import left_pages, list_phrases, phrases
from reader.render.bibliography_entry import (
    BETWEEN,
    FORMATS,
    LINK,
    brief,
    cited_by,
    entry,
    first_of,
    listed,
)
from reader.render.concordance import Row, rows
from reader.render.languages import label_of
from reader.render.letters import letter_id, letter_of_id, place_of_letter
from reader.render.markup import Block, Markdown, document, front_matter, section, title
from reader.render.paging import Item, Sheet, documents, jumps, sheets, titled
from reader.words.order import sort_key

HERE = addresses.BIBLIOGRAPHY
BY_AUTHOR = addresses.WORKS_BY_AUTHOR
SECTIONS = (
    ("texts", phrases.THE_TEXTS),
    ("works", phrases.THE_WORKS),
    ("sources", phrases.THE_SOURCES),
)


def bibliography_sheets(library: Library) -> Iterator[tuple[Address, Markdown]]:
    """Yield the pages of the bibliography, each with its address."""
    pages = _Pages(library)
    if not library.published.entry_pages:
        yield HERE, pages.whole()
        return
    every = pages.by_author
    yield HERE, pages.first()
    yield from documents(BY_AUTHOR, every, pages.letters)
    for key in library.references:
        yield from pages.of_entry(key)


@dataclass(frozen=True)
class _Pages:
    """The pages of the bibliography of one library."""

    known: Library  # all that they are made of

    @cached_property
    def resting(self) -> Mapping[str, Sequence[tuple[Address, HTML]]]:
        """Where definitions and notes cite each work: the place, and what it is called."""
        return _resting_on(self.known)

    @cached_property
    def ordered(self) -> Sequence[str]:
        """The keys of all works, in the order of their entries."""
        library = self.known
        return sorted(library.references, key=lambda key: sort_key(library.formatted[key].plain))

    @cached_property
    def sections(self) -> Mapping[str, Sequence[str]]:
        """The keys of each section, in the same order."""
        library = self.known
        found: dict[str, list[str]] = {name: [] for name, _words in SECTIONS}
        for key in self.ordered:
            found["texts" if key in library.page else "works" if key in library.cited else "sources"].append(
                key
            )
        return found

    @cached_property
    def by_author(self) -> Sequence[Sheet[str]]:
        """The pages of the lists by author: each work stands in them once."""
        library = self.known
        names = {key: one.plain for key, one in library.formatted.items()}
        items = (
            Item(letter_id(names[key]), key, len(listed(key, library, BY_AUTHOR)))
            for key in sorted(self.ordered, key=lambda key: place_of_letter(names[key]))
        )
        return sheets(items, library.limits.sheet)

    def whole(self) -> Markdown:
        """Return the bibliography on one page."""
        blocks: list[Block] = [*self._head(), _by_text(self.known)]
        for name, words in SECTIONS:
            if keys := self.sections[name]:
                blocks.append(section(words, name))
                blocks += [entry(key, self.known, self._rests(key, HERE)) for key in keys]
        return document([*blocks, *left_pages.of_references(self.known)])

    def first(self) -> Markdown:
        """Return the first page, where each work has a page of its own."""
        library = self.known
        blocks: list[Block] = [*self._head(), Markdown.say(list_phrases.BIBLIOGRAPHY_BY_AUTHOR)]
        blocks += jumps(list_phrases.LETTERS, BY_AUTHOR, HERE, self.by_author, letter_of_id)
        if len(library.slugs) <= library.limits.rows:
            blocks.append(_by_text(library))
        return document([*blocks, *self._placed(), *left_pages.of_references(library)])

    def _placed(self) -> list[Block]:
        """What the first page says of works: as much as fits, and what was published there in any case."""
        library = self.known
        for whole in (("texts", "works"), ()):
            made = self._sections(whole)
            if sum(map(len, made)) <= library.limits.bibliography:
                return made
        published = {
            key
            for key in library.references
            if addresses.reference(key).written in library.published.editions
        }
        lines = [brief(key, library) for keys in self.sections.values() for key in keys if key in published]
        return [section(list_phrases.EARLIER_ENTRIES, "earlier"), *lines] if lines else []

    def _sections(self, whole: Sequence[str]) -> list[Block]:
        blocks: list[Block] = []
        for name, words in SECTIONS:
            if not (keys := self.sections[name]):
                continue
            blocks.append(section(words, name))
            if name in whole:
                blocks += [first_of(key, self.known, self._rests(key, HERE)) for key in keys]
            else:
                blocks.append(HTML("\n").join(brief(key, self.known) for key in keys))
        return blocks

    def letters(self, sheet: Sheet[str], here: Address) -> Iterator[Block]:
        """Yield what stands on a page of the lists by author."""
        yield front_matter(
            title=titled(list_phrases.WORKS_BY_AUTHOR, sheet.number), description=phrases.BIBLIOGRAPHY_TOLD
        )
        yield title(list_phrases.WORKS_BY_AUTHOR)
        yield from jumps(list_phrases.LETTERS, BY_AUTHOR, here, self.by_author, letter_of_id)
        for group, keys in sheet.groups:
            yield section(letter_of_id(group), group)
            yield from (listed(key, self.known, here) for key in keys)

    def of_entry(self, key: str) -> Iterator[tuple[Address, Markdown]]:
        """Yield the pages of one work: its entry, and where many places cite it, more of these."""
        library, at = self.known, addresses.entry(key)
        found = (Item("", row, row.size, len(row.uses)) for row in rows(library.cited.get(key, ()), library))
        every = sheets(found, library.limits.sheet, library.limits.uses)
        one = library.formatted[key]

        def write(sheet: Sheet[Row], here: Address) -> Iterator[Block]:
            yield front_matter(title=titled(one.label, sheet.number), description=one.plain)
            yield title(one.label)
            cited = [row for _group, found in sheet.groups for row in found]
            if sheet.number == 1:
                yield entry(key, library, self._rests(key, here), here, cited)
            else:
                yield HTML("\n").join(cited_by(cited, library, here))
            yield self._back(key, here)

        return documents(at, every, write)

    def _back(self, key: str, here: Address) -> HTML:
        """The way from an entry to its neighbours."""
        group = letter_id(self.known.formatted[key].plain)
        to = BY_AUTHOR.sheet(self._sheet_of[key]).at(group).seen_from(here)
        lists = [LINK.format(HERE.seen_from(here), of_references.BIBLIOGRAPHY)]
        lists.append(LINK.format(to, list_phrases.WORKS_UNDER.format(letter=letter_of_id(group))))
        return HTML('<p class="downloads">{}</p>').format(BETWEEN.join(lists))

    @cached_property
    def _sheet_of(self) -> Mapping[str, int]:
        return {item.what: sheet.number for sheet in self.by_author for item in sheet.items}

    def _rests(self, key: str, here: Address) -> list[HTML]:
        return [LINK.format(to.seen_from(here), name) for to, name in self.resting.get(key, ())]

    def _head(self) -> Iterator[Block]:
        yield front_matter(title=of_references.BIBLIOGRAPHY, description=phrases.BIBLIOGRAPHY_TOLD)
        yield title(of_references.BIBLIOGRAPHY)
        yield Markdown.say(phrases.BIBLIOGRAPHY_INTRO)
        yield _downloads()


def _downloads() -> HTML:
    files = BETWEEN.join(
        LINK.format(addresses.data(f"references.{end}").seen_from(HERE), name)
        for end, name in (*FORMATS, ("json", "CSL-JSON"))
    )
    told = HTML.say(phrases.WHOLE_BIBLIOGRAPHY, files=files)
    return HTML('<p class="downloads">{}</p>').format(told)


def _by_text(library: Library) -> HTML:
    """Links to the works that each text cites; a script makes filters of them."""
    citing = {use.slug for uses in library.cited.values() for use in uses}
    links = [
        HTML('<a href="{}" data-text="{}">{}</a>').format(
            addresses.text(slug).at("works-cited").seen_from(HERE),
            slug,
            label_of(slug, library, HTML),
        )
        for slug in library.slugs
        if slug in citing
    ]
    if not links:
        return HTML()
    told = HTML.say(phrases.CITED_IN_ONE, texts=BETWEEN.join(links))
    return HTML('<p class="by-text">{}</p>').format(told)


def _resting_on(library: Library) -> dict[str, list[tuple[Address, HTML]]]:
    """Where definitions and notes cite each reference: the place, and what it is called."""
    resting: dict[str, dict[Address, HTML]] = {}

    def add(keys: Iterable[str], at: Address, name: HTML) -> None:
        for key in keys:
            resting.setdefault(key, {}).setdefault(at, name)

    for term in library.terms:
        keys = [*term.references, *(key for since in term.since for key in since.references)]
        add(keys, addresses.term(term.id), HTML.escape(term.short or term.name))
    for page in library.pages:
        label = label_of(page.slug, library, HTML)
        for note in page.notes:
            name = HTML.say(phrases.PLACE, text=label, place=note.id.name)
            add(note.note.body.keys(), addresses.passage(page.slug, note.id), name)
    return {key: list(places.items()) for key, places in resting.items()}
