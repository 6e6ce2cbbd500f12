"""The apparatus of a text: `docs/apparatus/<slug>.md`.

Where the text is long, it is divided among pages; the first keeps the place of each entry and each raw line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reader.model import Library, Page, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.render import apparatus_phrases
from reader.render.apparatus_part import Around, Entry, Part
from reader.render.apparatus_sections import sections
from reader.render.languages import title_of
from reader.render.markup import Block, Markdown, front_matter, title
from reader.render.paging import Item, Sheet, documents, sheets, titled
from reader.render.places_elsewhere import SCRIPT, Place, elsewhere, taken
from reader.render.received.part import received

LINK = Markdown("[{}]({})")
_Written = tuple[Entry, HTML]  # an entry, and as it would be written if all stood on one page


def apparatus_sheets(page: Page, library: Library) -> Iterator[tuple[Address, Markdown]]:
    """Yield the pages of the apparatus of one text, each with its address."""
    at = addresses.apparatus(page.slug)
    parts = {part.id: part for part in sections(page)}
    alone = Around(at, at.at)  # as all of it would be on one page
    items = [item for part in parts.values() for item in _items(part, alone)]
    size, places = (
        sum(item.size for item in items),
        sum(len(item.what[0].places) for item in items if item.what),
    )
    every = sheets(items, library.limits.part, taken=taken(places, size, library.limits))
    number_of = {
        place.id: sheet.number
        for sheet in every
        for item in sheet.items
        for place in (item.what[0].places if item.what else ())
    }

    def write(sheet: Sheet[_Written | None], here: Address) -> Iterator[Block]:
        yield from _head(page, library, sheet, here)
        if sheet.number == 1:
            yield from elsewhere(at, [_places(one, parts) for one in every], library.limits.places)
            yield from received(page)
        around = Around(here, lambda id_: at.sheet(number_of.get(id_, 1)).at(id_))
        for id_, found in sheet.groups:
            part = parts[id_]
            yield from part.head if id_ in sheet.begins else part.head[:1]
            known = [one for one in found if one]
            entries = [first if sheet.of == 1 else entry.write(around) for entry, first in known]
            yield from [part.table(entries)] if part.table else entries

    return documents(at, every, write)


def _items(part: Part, alone: Around) -> Iterator[Item[_Written | None]]:
    size = sum(map(len, part.head))
    if not part.entries:
        yield Item(part.id, None, size)
    for entry in part.entries:
        written = entry.write(alone)
        yield Item(part.id, (entry, written), size + len(written))
        size = 0


def _places(sheet: Sheet[_Written | None], parts: Mapping[str, Part]) -> list[Place]:
    begun = [Place(id_, str(parts[id_].name), linked=True) for id_ in sheet.begins]
    return begun + [place for item in sheet.items if item.what for place in item.what[0].places]


def _head(page: Page, library: Library, sheet: Sheet[_Written | None], here: Address) -> Iterator[Markdown]:
    name = library.references[page.slug].title
    leads_on = {"scripts": [SCRIPT]} if sheet.number == 1 < sheet.of else {}
    yield front_matter(
        title=titled(apparatus_phrases.APPARATUS_OF.format(title=name), sheet.number),
        description=apparatus_phrases.APPARATUS_OF_TOLD.format(title=name),
        **leads_on,
    )
    yield title(apparatus_phrases.APPARATUS)
    shown = title_of(page.slug, library, Markdown)
    text = LINK.format(shown, addresses.text(page.slug).in_docs(here))
    yield Markdown.say(apparatus_phrases.APPARATUS_INTRO, text=text)


def index_sheets(library: Library) -> Iterator[tuple[Address, Markdown]]:
    """Yield the pages of the list of apparatuses, each with its address."""
    at = addresses.APPARATUS

    def item(page: Page, here: Address) -> Markdown:
        to = addresses.apparatus(page.slug).in_docs(here)
        return Markdown("- [{}]({})").format(title_of(page.slug, library, Markdown), to)

    def write(sheet: Sheet[Page], here: Address) -> Iterator[Block]:
        name = titled(apparatus_phrases.APPARATUS, sheet.number)
        yield front_matter(title=name, description=apparatus_phrases.APPARATUS_TOLD)
        yield title(apparatus_phrases.APPARATUS)
        yield Markdown.say(apparatus_phrases.APPARATUS_LISTED)
        yield Markdown("\n").join(item(page, here) for _group, pages in sheet.groups for page in pages)

    items = [Item("", page, len(item(page, at))) for page in library.pages]
    return documents(at, sheets(items, library.limits.sheet), write)
