"""The map of the site for crawlers, and what they may read: `/sitemap.xml` and `/robots.txt`.

A page has the day of the last edition that changed it where that is known: of what belongs to a text by its
ledger, of a page that is new in this edition by the register. Of all others nothing is said, since a day that
is not true teaches crawlers to believe none. A map that is longer than crawlers take is divided, and
`/sitemap.xml` is then the index of its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from reader.exports.xml import Element, document, element_of
from reader.history.editions import last, order
from reader.model import Library, addresses
from reader.model.addresses import Address
from reader.model.limits import Limits

MAP, PART = "sitemap.xml", "sitemap-{}.xml"
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
ROBOTS = "User-agent: *\nDisallow:\n"
DESK = "User-agent: *\nDisallow: /\n"

Row = tuple[Element, str]  # an address in the map, and its day


def sitemaps(pages: Iterable[Address], library: Library) -> dict[str, str]:
    """Return the map of some pages by the names of its files; without an address of the site it is empty."""
    rows = [
        (_element("url", page.absolute(library.site_url), day), day)
        for page in sorted(pages, key=lambda page: page.path)
        for day in [changed(page, library)]
        if library.site_url != "/"
    ]
    parts = [*_divided(rows, library.limits)]
    if len(parts) == 1:
        return {MAP: document(element_of(SPACE, "urlset", *(row for row, _day in rows)))}
    files: dict[str, str] = {}
    index: list[Element] = []
    for number, part in enumerate(parts, 1):
        name = PART.format(number)
        files[name] = document(element_of(SPACE, "urlset", *(row for row, _day in part)))
        index.append(_element("sitemap", library.site_url + name, max(day for _row, day in part)))
    return files | {MAP: document(element_of(SPACE, "sitemapindex", *index))}


def _divided(rows: Iterable[Row], limits: Limits) -> Iterator[list[Row]]:
    """The rows in parts of which each is short enough; there is one."""
    part: list[Row] = []
    room = limits.map_bytes
    for row in rows:
        size = len(etree.tostring(row[0]))
        if part and (size > room or len(part) == limits.map):
            yield part
            part, room = [], limits.map_bytes
        part.append(row)
        room -= size
    yield part


def _element(name: str, address: str, day: str) -> Element:
    """An address with the day on which it was last changed, where that is known."""
    told = element_of(SPACE, "lastmod", day) if day else None
    return element_of(SPACE, name, element_of(SPACE, "loc", address), told)


def robots(library: Library) -> str:
    """Return what crawlers may read: everything, by the map; nothing of what is for a desk alone."""
    if library.desk:
        return DESK
    where = f"\nSitemap: {library.site_url}{MAP}\n" if library.site_url != "/" else ""
    return ROBOTS + where


def changed(page: Address, library: Library) -> str:
    """Return the day on which a page was last changed, or nothing where it is not known."""
    return library.releases.get(_edition(page, library), "")


def _edition(page: Address, library: Library) -> str:
    whole = addresses.whole(page)
    text = library.page.get(whole.path.removeprefix("texts/").rstrip("/"))
    if text and whole == addresses.text(text.slug):
        return last(text)
    if page == addresses.CHANGES:
        return max((last(one) for one in library.pages), key=order, default="")
    first = library.published.editions.get(page.written, library.edition)
    return first if first == library.edition else ""
