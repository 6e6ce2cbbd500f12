"""The data files of the site: what a page shows, for programs, in one format a module.

`data_files` is the only registry, but for annotations, which need the page as it is served (see `site`). A
page holds what its rights allow to be shown, so that no format can give away more than the page does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from reader.exports import plain, signposting, tei, text_json
from reader.exports.data_package import table_files
from reader.exports.glossary_json import glossary
from reader.exports.json_schema import SCHEMA
from reader.exports.left_data import left_files
from reader.exports.term_uses import term_uses
from reader.model import Library, Page
from reader.model.pieces import Made, Piece
from reader.references import formats
from reader.words.json_text import as_json

# what lies in /data/texts/ for each text: the end of its name, and what makes it
TEXT_FORMATS: dict[str, Callable[[Page, Library], str]] = {
    ".json": lambda page, library: as_json(text_json.text(page, library)),
    ".tei.xml": tei.document,
    ".txt": plain.text,
    ".linkset.json": signposting.linkset,
}


def data_files(library: Library) -> dict[str, str]:
    """Return the files of `/data/` by their paths below it."""
    with library.speech.spoken():
        made = {path: text for piece in pieces(library) for path, text in piece.make(library).items()}
        return made | {path: "".join(parts) for path, parts in joined(library, made.__getitem__)}


def pieces(library: Library) -> Iterator[Piece]:
    """Yield the pieces that these files are made in, but those that are `joined` of others."""
    for slug in library.slugs:
        yield Piece(f"text/{slug}", partial(_text, slug))
    for key in library.references:
        yield Piece(f"work/{key}", partial(_work, key))
    for path, make in WHOLE.items():
        yield Piece(path, partial(_whole, path, make))
    yield Piece("tables", table_files)
    yield Piece("uses", term_uses)


def joined(library: Library, read: Callable[[str], str]) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the files that are put together of those that are made in pieces, each in its parts.

    `read` gives the text of one of those.
    """
    works = [f"references/{record.address}" for record in library.references.values()]
    yield "references.bib", ("\n" * (at > 0) + read(f"{work}.bib") for at, work in enumerate(works))
    yield "references.ris", (read(f"{work}.ris") for work in works)
    yield "corpus.tei.xml", tei.corpus((read(f"texts/{slug}.tei.xml") for slug in library.slugs), library)
    for path, text in left_files(library, read).items():
        yield path, (text,)


def _text(slug: str, library: Library) -> Made:
    page = library.page[slug]
    return {f"texts/{slug}{end}": make(page, library) for end, make in TEXT_FORMATS.items()}


def _work(key: str, library: Library) -> Made:
    record = library.references[key]
    file = f"references/{record.address}"
    return {f"{file}.bib": formats.bibtex(record), f"{file}.ris": formats.ris(library.items[key])}


def _whole(path: str, make: Callable[[Library], str], library: Library) -> Made:
    return {path: make(library)}


WHOLE: dict[str, Callable[[Library], str]] = {
    "texts/schema.json": lambda _library: as_json(SCHEMA),
    "glossary.json": lambda library: as_json(glossary(library)),
    "references.json": lambda library: formats.csl_json(library.items.values()),
}
