"""The map of the site for crawlers, and what they may read: `/sitemap.xml` and `/robots.txt`.

A page has the day of the last edition that changed it where that is known: of what belongs to a text by its
ledger, of a page that is new in this edition by the register. Of all others nothing is said, since a day that
is not true teaches crawlers to believe none.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.exports.xml import document, element_of
from reader.history.editions import last, order
from reader.model import Library, addresses
from reader.model.addresses import Address

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
ROBOTS = "User-agent: *\nDisallow:\n"
DESK = "User-agent: *\nDisallow: /\n"


def sitemap(pages: Iterable[Address], library: Library) -> str:
    """Return the map of some pages, which stand at addresses of the whole web or in no map at all."""
    rows = [
        element_of(
            SPACE,
            "url",
            element_of(SPACE, "loc", page.absolute(library.site_url)),
            element_of(SPACE, "lastmod", day) if (day := changed(page, library)) else None,
        )
        for page in sorted(pages, key=lambda page: page.path)
        if library.site_url != "/"
    ]
    return document(element_of(SPACE, "urlset", *rows))


def robots(library: Library) -> str:
    """Return what crawlers may read: everything, by the map; nothing of what is for a desk alone."""
    if library.desk:
        return DESK
    where = f"\nSitemap: {library.site_url}sitemap.xml\n" if library.site_url != "/" else ""
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
