"""Where the editors speak of a passage: the pages that quote it, and the notes that refer to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model import Anchor, Library, Page, addresses
from reader.model.connections import Mention, PassagePlace
from reader.model.prose import Emphasis, Inline, Link, PassageReference, Strong

HEADING = re.compile(r"^# (.+?)(?: *\{.*\})? *$", re.MULTILINE)
PASSAGE = re.compile(r"/texts/([^/#?]+)/(?:\?[^#]*)?#(\w+)")


def mentions(library: Library) -> dict[PassagePlace, tuple[Mention, ...]]:
    """Return where each passage is spoken of: pages first, then notes, in the order of the texts."""
    found: dict[PassagePlace, dict[Mention, None]] = {}
    for place, mention in (*_quoted(library), *_noted(library)):
        found.setdefault(place, {})[mention] = None
    return {place: tuple(several) for place, several in found.items()}


def _quoted(library: Library) -> Iterator[tuple[PassagePlace, Mention]]:
    for path, (text, quotations) in library.quoted.items():
        heading = HEADING.search(text)
        mention = Mention(addresses.of_docs(path), heading[1] if heading else path)
        for one in quotations:
            yield (one.slug, one.passage), mention


def _noted(library: Library) -> Iterator[tuple[PassagePlace, Mention]]:
    for page in library.pages:
        name = library.record(page.slug).title
        for numbered in page.notes:
            mention = Mention(addresses.passage(page.slug, numbered.id), name, numbered.id)
            for paragraph in numbered.note.body.paragraphs:
                for place in _places(paragraph, page):
                    if place != (page.slug, numbered.note.passage):
                        yield place, mention


def _places(inlines: tuple[Inline, ...], page: Page) -> Iterator[PassagePlace]:
    for one in inlines:
        if isinstance(one, PassageReference):
            yield page.slug, one.id
        elif isinstance(one, Link) and (found := PASSAGE.fullmatch(one.target)):
            anchor = Anchor.parse(found[2])
            if anchor:
                yield found[1], anchor
        elif isinstance(one, Emphasis | Strong):
            yield from _places(one.inner, page)
