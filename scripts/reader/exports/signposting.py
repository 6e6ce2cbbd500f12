"""Signposting (FAIR, level 2): links by which programs find from a page its address, its data and its record.

The same links stand in the head of the page and in `/data/texts/<slug>.linkset.json` (RFC 9264).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model import Library, Page, addresses
from reader.model.addresses import Address
from reader.references.item import item
from reader.references.schema_org import THINGS
from reader.words.json_text import as_json

LINKSET = "application/linkset+json"
PAGE = "text/html"
SCHEMA = "https://schema.org/"
# the other forms of a text, in the order in which they are offered: type, name, address
ITEMS = (
    ("application/json", "JSON", "texts/{}.json"),
    ("application/tei+xml", "TEI", "texts/{}.tei.xml"),
    ("text/plain", "TXT", "texts/{}.txt"),
    ("application/ld+json", "Web Annotation", "texts/{}.annotations.json"),
)
RECORDS = (
    ("application/x-bibtex", "references/{}.bib"),
    ("application/x-research-info-systems", "references/{}.ris"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: to a file or page of the site, or to an address elsewhere."""

    rel: str  # the relation: `cite-as`
    to: Address | str  # a whole address where it is text
    type: str = ""  # the media type; empty where it is not told

    def absolute(self, site_url: str) -> str:
        """Return where it leads, from anywhere."""
        return self.to if isinstance(self.to, str) else self.to.absolute(site_url)

    def seen_from(self, here: Address) -> str:
        """Return where it leads, as a page writes it."""
        return self.to if isinstance(self.to, str) else self.to.seen_from(here)


def files(page: Page, library: Library) -> list[tuple[str, str, str]]:
    """Return the other forms of a text: type, name, whole address."""
    return [
        (kind, name, addresses.data(path.format(page.slug)).absolute(library.site_url))
        for kind, name, path in ITEMS
    ]


def links(page: Page, library: Library) -> list[Link]:
    """Return the links of the page of a text."""
    return [*_links(page, library), Link("linkset", linkset_address(page), LINKSET)]


def linkset_address(page: Page) -> Address:
    """Return where the links of a text stand by themselves."""
    return addresses.data(f"texts/{page.slug}.linkset.json")


def linkset(page: Page, library: Library) -> str:
    """Return the links of a text and of its files, as a set for programs."""
    url, here = library.site_url, addresses.text(page.slug)
    own: dict[str, object] = {"anchor": here.absolute(url)}
    for link in _links(page, library):
        target = {"href": link.absolute(url)} | ({"type": link.type} if link.type else {})
        found = own.setdefault(link.rel, [])
        assert isinstance(found, list)
        found.append(target)
    back = [
        {"anchor": link.absolute(url), "collection": [{"href": here.absolute(url), "type": PAGE}]}
        for link in _links(page, library)
        if link.rel == "item"
    ]
    described = [
        {"anchor": link.absolute(url), "describes": [{"href": here.absolute(url), "type": PAGE}]}
        for link in _links(page, library)
        if link.rel == "describedby"
    ]
    return as_json({"linkset": [own, *back, *described]})


def _links(page: Page, library: Library) -> Iterator[Link]:
    record = library.references[page.slug]
    yield Link("cite-as", addresses.text(page.slug).absolute(library.site_url))
    yield Link("type", SCHEMA + THINGS.get(str(item(record)["type"]), "Article"))
    yield Link("type", f"{SCHEMA}AboutPage")
    if licence := page.source.about.rights.licence:
        yield Link("license", licence)
    for kind, _name, path in ITEMS:
        yield Link("item", addresses.data(path.format(page.slug)), kind)
    for kind, path in RECORDS:
        yield Link("describedby", addresses.data(path.format(record.address)), kind)
