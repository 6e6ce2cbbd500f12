"""What stands in the head of a page for programs: cards, Dublin Core, JSON-LD, Signposting, feed and search.

It is written into the finished pages, so that it needs nothing of the theme and stands on every page. What
speaks of a text says the same as the rest of the page, since all of it comes from the CSL item of its record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from reader.exports import feed, opensearch, signposting
from reader.exports.data_package import downloads
from reader.model import Library, Page, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.references import description, dublin_core, schema_org
from reader.references.item import csl_type
from reader.site import cards, phrases
from reader.site.pdf import pdf_address

END = re.compile(r"[ \t]*</head>", re.IGNORECASE)
FURTHER = HTML('<meta name="robots" content="noindex, follow">')  # that a page has but a number
NAMED = re.compile(r'<link rel="(?:prev|next)"')
META = HTML('<meta name="{name}" content="{content}">')
PROPERTY = HTML('<meta property="{name}" content="{content}">')
LINK = HTML('<link rel="{rel}" href="{to}">')
TYPED = HTML('<link rel="{rel}" type="{type}" href="{to}">')
TITLED = HTML('<link rel="{rel}" type="{type}" title="{title}" href="{to}">')
ROW = HTML("    {}\n")
OBJECT = HTML('<script type="application/ld+json">{}</script>')
OF_A_SITE = frozenset({"webpage", "document"})  # what Open Graph calls a website, and is no article


@dataclass(frozen=True, slots=True)
class Told:
    """What the theme has written into the head of a page."""

    title: str  # without the name of the site, or that name
    description: str  # may be empty


def complete_heads(site: Path, library: Library, *, pdf: bool = False) -> None:
    """Write into the head of each page of `site` what programs look for there; `pdf`: each text has one."""
    texts = {addresses.text(page.slug): page for page in library.pages}
    left = {one.address.path for one in library.published.left if not one.address.fragment}
    for file in sorted(site.rglob("index.html")):
        folder = file.parent.relative_to(site).as_posix()
        here = Address("" if folder == "." else f"{folder}/")
        if here.path in left:
            continue
        page = file.read_text("utf-8")
        end = END.search(page)
        if end:
            told = _told(page[: end.start()], library.site_name)
            head = page[: end.start()]
            found = [*_rows(here, told, texts, library, pdf=pdf), *_neighbours(here, head, site)]
            whole = head + str(HTML("").join(map(ROW.format, found))) + page[end.start() :]
            file.write_text(whole, "utf-8", newline="\n")


def _neighbours(here: Address, head: str, site: Path) -> Iterator[HTML]:
    """The pages before and after one of a list, unless the navigation of the theme has named others.

    Only its first page is an address that lasts, so no index is to send anybody to a further one.
    """
    first, number = addresses.sheet_of(here) or (here, 1)
    if number > 1:
        yield FURTHER
    if NAMED.search(head):
        return
    if number > 1:
        yield LINK.format(rel="prev", to=first.sheet(number - 1).seen_from(here))
    after = first.sheet(number + 1)
    if addresses.sheet_of(after) and (site / after.path / "index.html").is_file():
        yield LINK.format(rel="next", to=after.seen_from(here))


def _told(head: str, site_name: str) -> Told:
    tree = html.document_fromstring(head + "</head>")
    title = " ".join(str(tree.findtext(".//title") or "").split())
    told = tree.xpath("string(//meta[@name='description']/@content)")
    return Told(title.removesuffix(f" - {site_name}") or site_name, " ".join(str(told).split()))


def _rows(
    here: Address, told: Told, texts: Mapping[Address, Page], library: Library, *, pdf: bool
) -> Iterator[HTML]:
    page = texts.get(here)
    if library.site_url != "/":
        yield from _card(here, told, page, library)
    if page:
        yield from _of_text(here, page, library)
        if pdf and page.passages:
            address = pdf_address(page).absolute(library.site_url)
            yield META.format(name="citation_pdf_url", content=address)
    elif here == addresses.FRONT:
        yield OBJECT.format(HTML.data(schema_org.site_object(library, told.description)))
    elif here == addresses.DATA_PAGE:
        yield OBJECT.format(HTML.data(schema_org.data_object(library, told.description, downloads(library))))
    yield from _everywhere(here, library)


def _of_text(here: Address, page: Page, library: Library) -> Iterator[HTML]:
    """What describes a text, and the links to its data."""
    yield LINK.format(rel="schema.DCTERMS", to=dublin_core.SCHEMA)
    for name, value in dublin_core.dublin_core(page, library):
        yield META.format(name=f"DCTERMS.{name}", content=value)
    for link in signposting.links(page, library):
        template = TYPED if link.type else LINK
        yield template.format(rel=link.rel, type=link.type, to=link.seen_from(here))
    files = signposting.files(page, library)
    yield OBJECT.format(HTML.data(schema_org.text_object(page, library, files)))


def _everywhere(here: Address, library: Library) -> Iterator[HTML]:
    """The feed and the search, which are those of the whole site."""
    if feed.is_made(library):
        # as two words: the theme takes a lone “alternate” for a translation of the page
        to = Address(feed.PATH).seen_from(here)
        yield TITLED.format(rel="alternate feed", type="application/atom+xml", title=phrases.FEED, to=to)
    if opensearch.is_made(library):
        to = Address(opensearch.PATH).seen_from(here)
        title = phrases.SEARCH.format(site=library.site_name)
        yield TITLED.format(rel="search", type=opensearch.TYPE, title=title, to=to)


def _card(here: Address, told: Told, page: Page | None, library: Library) -> Iterator[HTML]:
    """What others show beside a link: Open Graph, and the same for Twitter.

    A text has no `og:description`: reference managers would take the editors' words for its abstract.
    """
    record = library.references[page.slug] if page else None
    title = record.title if record else told.title
    kind = csl_type(record) if record else "webpage"
    picture = addresses.data(cards.path_of(page)).absolute(library.site_url)
    shows = phrases.CARD_SHOWS.format(title=title, site=library.site_name)
    graph = [
        ("og:title", title),
        ("og:type", "website" if kind in OF_A_SITE else "book" if kind == "book" else "article"),
        ("og:url", here.absolute(library.site_url)),
        ("og:description", "" if page else told.description),
        ("og:site_name", library.site_name if not record or description.venue_name(record) else ""),
        ("og:image", picture),
        ("og:image:type", "image/png"),
        ("og:image:width", str(cards.WIDTH)),
        ("og:image:height", str(cards.HEIGHT)),
        ("og:image:alt", shows),
    ]
    named = [
        ("twitter:card", "summary_large_image"),
        ("twitter:title", title),
        ("twitter:description", told.description),
        ("twitter:image", picture),
        ("twitter:image:alt", shows),
    ]
    yield from (PROPERTY.format(name=name, content=value) for name, value in graph if value)
    yield from (META.format(name=name, content=value) for name, value in named if value)
