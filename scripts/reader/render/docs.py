"""All files of `docs/` that the build writes, and the pieces that they are made in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from reader.model import Library, Page, addresses
from reader.model.addresses import Address
from reader.model.pieces import Made, Piece
from reader.model.published import Left
from reader.render import apparatus_page, term_pages
from reader.render.addresses_page import addresses_sheets
from reader.render.bibliography_page import bibliography_sheets
from reader.render.changes_page import changes_sheets
from reader.render.cite_page import cite_sheets
from reader.render.compare_page import compare_page
from reader.render.data_page import data_page
from reader.render.documents import filled
from reader.render.kept_page import kept_page
from reader.render.left_pages import left_page
from reader.render.markup import Markdown
from reader.render.names_index import names_sheets
from reader.render.problems_page import problems_page
from reader.render.search_page import search_page
from reader.render.text_lists import text_list, text_sheets
from reader.render.text_page import text_page
from reader.render.timeline_page import timeline_sheets
from reader.words.speech import ENGLISH

PROBLEMS = "about/problems.md"
SINGLE: dict[str, Callable[[Library], Markdown]] = {
    "texts/list.md": text_list,
    "data.md": data_page,
    "search.md": lambda _library: search_page(),
    "kept.md": lambda _library: kept_page(),
    "compare.md": compare_page,
    PROBLEMS: lambda _library: problems_page(),
}
Sheets = Callable[[Library], Iterable[tuple[Address, Markdown]]]
# What is divided among several pages where it is long
LISTS: dict[str, Sheets] = {
    "texts": text_sheets,
    "apparatus": apparatus_page.index_sheets,
    "changes": changes_sheets,
    "terms": term_pages.index_sheets,
    "names": names_sheets,
    "bibliography": bibliography_sheets,
    "timeline": timeline_sheets,
    "addresses": addresses_sheets,
}
# The pages of each text, by the folders that they lie in
OF_A_TEXT: dict[str, Callable[[Page, Library], Iterable[tuple[Address, Markdown]]]] = {
    "texts": lambda page, library: [(addresses.text(page.slug), text_page(page, library))],
    "apparatus": apparatus_page.apparatus_sheets,
    "cite": cite_sheets,
}


def generated(library: Library) -> dict[str, str]:
    """Return the text of every generated file of `docs/`, and of the pages that quote passages."""
    with library.speech.spoken():
        return {path: text for piece in pieces(library) for path, text in piece.make(library).items()}


def pieces(library: Library) -> Iterator[Piece]:
    """Yield the pieces that these files are made in."""
    for path, page in SINGLE.items():
        if path != PROBLEMS or library.speech.language == ENGLISH:  # in which problems are told
            yield Piece(path, partial(_single, path, page))
    for name, sheets in LISTS.items():
        yield Piece(f"list/{name}", partial(_list, sheets))
    for term in library.terms:
        yield Piece(f"term/{term.id}", partial(_term, term.id))
    for slug in library.slugs:
        for folder in OF_A_TEXT:
            yield Piece(f"{folder}/{slug}", partial(_of_a_text, folder, slug))
    for one in library.published.left:
        if not one.address.fragment:
            yield Piece(one.address.file, partial(_left, one))
    yield from quoting(library)


def quoting(library: Library) -> Iterator[Piece]:
    """Yield those of the pages that an editor wrote and that quote passages, or count."""
    for path in library.quoted:
        yield Piece(f"quoting/{path}", partial(_quoting, path))


def _single(path: str, page: Callable[[Library], Markdown], library: Library) -> Made:
    return {path: str(page(library))}


def _list(sheets: Sheets, library: Library) -> Made:
    return {at.file: str(page) for at, page in sheets(library)}


def _term(id_: str, library: Library) -> Made:
    return {at.file: str(page) for at, page in term_pages.term_sheets(library.term[id_], library)}


def _of_a_text(folder: str, slug: str, library: Library) -> Made:
    return {at.file: str(page) for at, page in OF_A_TEXT[folder](library.page[slug], library)}


def _left(left: Left, library: Library) -> Made:
    return {left.address.file: str(left_page(left, library))}


def _quoting(path: str, library: Library) -> Made:
    text, quoted = library.quoted[path]
    return {path: str(filled(path, text, quoted, library))}
