"""How many addresses were published, and what became of those that have left: `docs/about/addresses.md`.

What this build publishes counts as well, whether it is recorded already or not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reader.model import Library, addresses
from reader.model.addresses import Address
from reader.model.published import Left
from reader.render import phrases
from reader.render.left_pages import title
from reader.render.markup import Block, Markdown, code, front_matter, section
from reader.render.markup import title as heading
from reader.render.paging import Item, Sheet, documents, sheets, titled
from reader.words.speech import comma, numbered

HERE = addresses.ADDRESSES
SECTIONS = {"moved": phrases.MOVED, "gone": phrases.GONE_ONES}
WORKS = ("bibliography", True)
KINDS = {  # by the beginning of an address, and whether it is that of a place on a page
    ("texts", False): phrases.OF_TEXTS,
    ("texts", True): phrases.OF_PASSAGES,
    ("terms", False): phrases.OF_TERMS,
    WORKS: phrases.OF_REFERENCES,
}


def addresses_sheets(library: Library) -> Iterator[tuple[Address, Markdown]]:
    """Yield the pages of addresses, each with its own: those that have moved, then those that are gone."""
    declared = [one for one in library.published.left if not one.follows]
    ordered = [*(one for one in declared if one.leads), *(one for one in declared if not one.leads)]
    items = [Item("moved" if one.leads else "gone", one, len(_line(one, library, HERE))) for one in ordered]

    def write(sheet: Sheet[Left], here: Address) -> Iterator[Block]:
        yield front_matter(title=titled(phrases.ADDRESSES, sheet.number), description=phrases.ADDRESSES_TOLD)
        yield heading(phrases.ADDRESSES)
        yield Markdown.say(phrases.ADDRESSES_INTRO, register=code("addresses.lock"))
        yield _counted(library)
        if not items:
            yield Markdown.say(phrases.NONE_LEFT)
        for id_, several in sheet.groups:
            yield section(SECTIONS[id_], id_)
            yield Markdown("\n").join(_line(one, library, here) for one in several)

    return documents(HERE, sheets(items, library.limits.sheet), write)


def _counted(library: Library) -> Markdown:
    """One sentence, of what readers link to; the pages that come with these go without saying."""
    published = (*library.published.editions, *library.published.unrecorded)
    counts = Counter(filter(None, map(_kind, published)))
    counts[WORKS] = sum(map(library.published.is_work, published))
    parts = [KINDS[kind].counted(counts[kind]) for kind in KINDS if counts[kind]]
    return Markdown.say(phrases.ADDRESSES_COUNTED, kinds=comma().join(parts))


def _kind(written: str) -> tuple[str, bool] | None:
    address = addresses.parse(written)
    if address is None or address == addresses.NAMES:
        return None
    folder, _, rest = address.path.partition("/")
    kind = folder, bool(address.fragment)
    return kind if kind in KINDS and (rest or address.fragment) else None


def _line(one: Left, library: Library, here: Address) -> Markdown:
    said: dict[str, str | Markdown] = {"old": code(one.address.written), "reason": one.reason}
    if one.left_in:
        said["edition"] = numbered(one.left_in)
    if one.leads:
        said["new"] = Markdown("[{}]({})").format(title(one.leads, library), one.leads.in_docs(here))
        phrase = phrases.ONE_MOVED_IN if one.left_in else phrases.ONE_MOVED
    else:
        said["what"] = one.was
        phrase = phrases.ONE_GONE_IN if one.left_in else phrases.ONE_GONE
    return Markdown("- {}").format(Markdown.say(phrase, **said))
