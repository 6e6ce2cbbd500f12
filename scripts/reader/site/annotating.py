"""The annotations of each text, which say where their words stand on the page as it is served."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from reader.exports import web_annotations
from reader.model import Library
from reader.model.addresses import text as address_of
from reader.model.pieces import Made, Piece
from reader.project import files
from reader.site.page_text import shown
from reader.words.json_text import as_json


def pieces(site: Path, library: Library) -> Iterator[Piece]:
    """Yield the pieces of the annotations, one a text; they are made of the pages in the folder `site`."""
    for slug in library.slugs:
        file = site / address_of(slug).path / "index.html"
        yield Piece(slug, partial(_of_text, slug, file), files.fingerprint(file.read_bytes()))


def _of_text(slug: str, file: Path, library: Library) -> Made:
    page = library.page[slug]
    found = web_annotations.collection(page, library, shown(page, file.read_text("utf-8")))
    return {f"texts/{slug}.annotations.json": as_json(found)}
