"""What stands where something was published once: where it is now, or what it was and why it is gone.

The front matter of such a page says `published: "moved"` or `"gone"`, by which the next build knows it as its
own wherever it lies, and `leads`, from which its redirect is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Anchor, Library, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.model.published import Left
from reader.render import phrases
from reader.render.markup import Block, Markdown, document, front_matter
from reader.render.markup import title as heading

PLACE = HTML('<p class="retired" id="{id_}">{says}</p>')
LINK = HTML('<a href="{href}">{name}</a>')


def left_page(left: Left, library: Library) -> Markdown:
    """Return the Markdown of the page at an address that has left."""
    return document(_moved(left, left.leads, library) if left.leads else _gone(left, library))


def for_now() -> str:
    """Return the reason that readers are told where a text is missing until a mistake in it is mended."""
    return str(phrases.FOR_NOW)


def of_references(library: Library) -> Iterator[HTML]:
    """Yield the places of entries that have left the bibliography, seen only by those who follow a link."""
    for left in library.published.left:
        if not left.address.fragment:
            continue
        reason = _sentence(left.reason)
        if left.leads:
            place = _whither(left.leads, library, addresses.BIBLIOGRAPHY)
            says = HTML.say(phrases.ENTRY_MOVED, place=place, reason=reason)
        else:
            says = HTML.say(phrases.ENTRY_GONE, edition=left.edition, what=left.was, reason=reason)
        yield PLACE.format(id_=left.address.fragment, says=says)


def title(address: Address, library: Library) -> str:
    """Return what readers call the thing at an address: a title, a name, or the address itself."""
    gone = next((one for one in library.published.left if one.address == address), None)
    if gone and gone.was and not gone.leads:
        return gone.was
    folder, _, rest = address.path.partition("/")
    name = rest.removesuffix("/")
    if folder == "texts" and name in library.page and not address.fragment:
        return library.references[name].title
    if folder == "terms" and name in library.term:
        return library.term[name].name
    key = library.key_at.get(address.fragment or name) if folder == "bibliography" else None
    return library.formatted[key].label if key else address.written


def _moved(left: Left, leads: Address, library: Library) -> Iterator[Block]:
    here = left.address
    yield front_matter(
        title=phrases.MOVED,
        description=phrases.MOVED_TOLD.format(address=leads.written),
        published="moved",
        leads=leads.written,
    )
    yield heading(phrases.PAGE_MOVED)
    says = phrases.BELONGED_TO if left.follows and _is_gone(leads, library) else phrases.MOVED_TO
    reason = "" if left.follows else f" {_sentence(left.reason)}"
    told = HTML.say(says, place=_whither(leads, library, here), reason=reason)
    yield HTML('<p class="moved">{}</p>').format(told)
    for id_ in left.anchors:
        place = LINK.format(href=leads.at(id_).seen_from(here), name=id_.name)
        yield _place(id_, HTML.say(phrases.PART_MOVED, name=id_.name.capitalize(), place=place))


def _gone(left: Left, library: Library) -> Iterator[Block]:
    yield front_matter(title=left.was, description=phrases.GONE_TOLD, published="gone")
    yield heading(left.was)
    told = HTML.say(phrases.GONE, edition=left.edition, reason=_sentence(left.reason))
    yield HTML('<p class="gone">{}</p>').format(told)
    key = next((key for key in library.references if addresses.text(key) == left.address), None)
    if key:
        record = library.entry(key).seen_from(left.address)
        bibliography = LINK.format(href=record, name=phrases.BIBLIOGRAPHY_NAMED)
        yield HTML("<p>{}</p>").format(HTML.say(phrases.STILL_RECORDED, bibliography=bibliography))
    for id_ in left.anchors:
        yield _place(id_, HTML.say(phrases.PART_GONE, name=id_.name.capitalize()))


def _place(id_: Anchor, says: HTML) -> HTML:
    return PLACE.format(id_=id_, says=says)


def _whither(leads: Address, library: Library, here: Address) -> HTML:
    link = _link(leads, library, here)
    return HTML.say(phrases.GONE_TOO, place=link) if _is_gone(leads, library) else link


def _is_gone(address: Address, library: Library) -> bool:
    return any(one.address == address for one in library.published.left)


def _link(address: Address, library: Library, here: Address) -> HTML:
    return LINK.format(href=address.seen_from(here), name=title(address, library))


def _sentence(reason: str) -> str:
    words = " ".join(reason.split())
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
