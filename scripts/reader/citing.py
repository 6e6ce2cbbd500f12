"""Citations of a passage, in any style and for any reference manager."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches

from reader import formats
from reader.formats import Locator
from reader.model import Formatted, Library, Page, Passage
from reader.render.escape import html

PLACE = re.compile(r"([^#]+)#(.+)")


class UnknownPlace(Exception):
    """There is no such text or passage; `near` are places like it."""

    def __init__(self, message: str, meant: str, known: Iterable[str]) -> None:
        self.near = get_close_matches(meant, list(known), 3)
        super().__init__(message)


def cite_passage(
    library: Library, place: str, form: str, styled: Callable[[], Mapping[str, Formatted]]
) -> str:
    """Return the citation of `place`, which is written `kaleji-2023#p7`.

    `styled` gives the formatted references, and is asked only where a style matters.
    """
    page, passage = _find(library, place)
    record, locator = library.references[page.slug], locator_of(library, page, passage)
    if form == "bibtex":
        return formats.bibtex(record, locator)
    if form == "ris":
        return formats.ris(library.items[page.slug], locator)
    if form == "csl-json":
        return formats.csl_json([formats.located(library.items[page.slug], locator)])
    return sentence(styled()[page.slug], locator, form) + "\n"


def locator_of(library: Library, page: Page, passage: Passage) -> Locator:
    """Return where a passage is, with the link that carries its revision."""
    label = "sec." if passage.kind == "heading" else "para."
    link = f"{library.site_url}texts/{page.slug}/?rev={passage.revision}#{passage.id}"
    return Locator(label, passage.number, link)


def sentence(formatted: Formatted, locator: Locator, form: str) -> str:
    """Return a reference followed by its passage, as text or as HTML."""
    place = f"{locator.label.capitalize()} {locator.number}"
    if form == "html":
        return f'{formatted.entry} {place}, <a href="{html(locator.link)}">{html(locator.link)}</a>.'
    return f"{formatted.plain.rstrip('.')}. {place}, {locator.link}."


def _find(library: Library, place: str) -> tuple[Page, Passage]:
    pages = {page.slug: page for page in library.pages}
    match = PLACE.fullmatch(place)
    if not match:
        message = f"“{place}” is not of the form kaleji-2023#p7"
        raise UnknownPlace(message, place, [f"{slug}#p1" for slug in pages])
    page = pages.get(match[1])
    if page is None:
        raise UnknownPlace(f"there is no text “{match[1]}”", match[1], pages)
    passages = {passage.id: passage for passage in page.passages}
    if match[2] not in passages:
        raise UnknownPlace(f"{page.slug} has no passage “{match[2]}”", match[2], passages)
    return page, passages[match[2]]
