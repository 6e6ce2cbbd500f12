"""All files of `docs/` that the build writes, by their paths below it."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Library
from reader.model.addresses import Address
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

# What is divided among several pages where it is long
LISTS = (
    text_sheets,
    apparatus_page.index_sheets,
    changes_sheets,
    term_pages.index_sheets,
    names_sheets,
    bibliography_sheets,
    timeline_sheets,
    addresses_sheets,
)


def generated(library: Library) -> dict[str, str]:
    """Return the text of every generated file of `docs/`, and of the pages that quote passages."""
    with library.speech.spoken():
        return {path: str(text) for path, text in _generated(library).items()} | quoting(library)


def quoting(library: Library) -> dict[str, str]:
    """Return the pages of `docs/` that an editor wrote and that quote passages, with these filled in."""
    with library.speech.spoken():
        return {
            path: str(filled(path, text, quoted, library)) for path, (text, quoted) in library.quoted.items()
        }


def _generated(library: Library) -> dict[str, str]:
    files: dict[str, str] = {
        "texts/list.md": text_list(library),
        "data.md": data_page(library),
        "search.md": search_page(),
        "kept.md": kept_page(),
        "compare.md": compare_page(library),
    }
    if library.speech.language == ENGLISH:  # in which problems are told
        files["about/problems.md"] = problems_page()
    files |= {at.file: page for at, page in _lists(library)}
    for page in library.pages:
        files[f"texts/{page.slug}.md"] = text_page(page, library)
    for one in library.published.left:
        if not one.address.fragment:
            files[one.address.file] = left_page(one, library)
    return files


def _lists(library: Library) -> Iterator[tuple[Address, Markdown]]:
    """All that is divided among several pages where it is long."""
    for pages in LISTS:
        yield from pages(library)
    for page in library.pages:
        yield from apparatus_page.apparatus_sheets(page, library)
        yield from cite_sheets(page, library)
    for term in library.terms:
        yield from term_pages.term_sheets(term, library)
