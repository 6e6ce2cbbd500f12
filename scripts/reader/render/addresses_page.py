"""How many addresses were published, and what became of those that have left: `docs/about/addresses.md`.

What this build publishes counts as well, whether it is recorded already or not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reader.model import Library, addresses
from reader.model.published import Left
from reader.render import phrases
from reader.render.left_pages import title
from reader.render.markup import Markdown, code, document, front_matter, section
from reader.render.markup import title as heading
from reader.words.speech import comma

HERE = addresses.ADDRESSES
KINDS = {  # by the beginning of an address, and whether it is that of a place on a page
    ("texts", False): phrases.OF_TEXTS,
    ("texts", True): phrases.OF_PASSAGES,
    ("terms", False): phrases.OF_TERMS,
    ("bibliography", True): phrases.OF_REFERENCES,
}


def addresses_page(library: Library) -> Markdown:
    """Return the Markdown of the page of addresses."""
    declared = [one for one in library.published.left if not one.follows]
    return document(
        [
            front_matter(title=phrases.ADDRESSES, description=phrases.ADDRESSES_TOLD),
            heading(phrases.ADDRESSES),
            Markdown.say(phrases.ADDRESSES_INTRO, register=code("addresses.lock")),
            _counted(library),
            *_left(declared, library),
        ]
    )


def _counted(library: Library) -> Markdown:
    """One sentence, of what readers link to; the pages that come with these go without saying."""
    published = (*library.published.editions, *library.published.unrecorded)
    counts = Counter(filter(None, map(_kind, published)))
    parts = [KINDS[kind].counted(counts[kind]) for kind in KINDS if counts[kind]]
    return Markdown.say(phrases.ADDRESSES_COUNTED, kinds=comma().join(parts))


def _kind(written: str) -> tuple[str, bool] | None:
    address = addresses.parse(written)
    if address is None or address == addresses.NAMES:
        return None
    folder, _, rest = address.path.partition("/")
    kind = folder, bool(address.fragment)
    return kind if kind in KINDS and (rest or address.fragment) else None


def _left(declared: list[Left], library: Library) -> Iterator[Markdown]:
    if not declared:
        yield Markdown.say(phrases.NONE_LEFT)
        return
    moved = [one for one in declared if one.leads]
    gone = [one for one in declared if not one.leads]
    if moved:
        yield section(phrases.MOVED, "moved")
        yield Markdown("\n").join(_moved(one, library) for one in moved)
    if gone:
        yield section(phrases.GONE_ONES, "gone")
        yield Markdown("\n").join(map(_gone, gone))


def _moved(one: Left, library: Library) -> Markdown:
    leads = one.leads or one.address
    link = Markdown("[{}]({})").format(title(leads, library), leads.in_docs(HERE))
    told = Markdown.say(phrases.ONE_MOVED, old=code(one.address.written), new=link, reason=one.reason)
    return Markdown("- {}").format(told)


def _gone(one: Left) -> Markdown:
    told = Markdown.say(phrases.ONE_GONE, old=code(one.address.written), what=one.was, reason=one.reason)
    return Markdown("- {}").format(told)
