"""All files of `docs/` that the build writes, by their paths below it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reader.model import Library
from reader.render.addresses_page import addresses_page
from reader.render.apparatus_page import apparatus_index, apparatus_page
from reader.render.bibliography_page import bibliography_page
from reader.render.changes_page import changes_page
from reader.render.cite_page import cite_page
from reader.render.compare_page import compare_page
from reader.render.data_page import data_page
from reader.render.documents import filled
from reader.render.kept_page import kept_page
from reader.render.left_pages import left_page
from reader.render.markup import Markdown
from reader.render.names_index import names_index
from reader.render.problems_page import problems_page
from reader.render.search_page import search_page
from reader.render.term_pages import term_index, term_page
from reader.render.text_lists import text_index, text_list
from reader.render.text_page import text_page
from reader.render.timeline_page import timeline_page


def generated(library: Library) -> dict[str, str]:
    """Return the text of every generated file of `docs/`, and of the pages that quote passages."""
    files = {path: str(make()) for path, make in makers(library).items()}
    for path, (text, quoted) in library.quoted.items():
        files[path] = str(filled(path, text, quoted, library))
    return files


def makers(library: Library) -> dict[str, Callable[[], Markdown]]:
    """Return what makes each generated file of `docs/`, by its path below that."""
    files: dict[str, Callable[[], Markdown]] = {
        "texts/index.md": partial(text_index, library),
        "texts/list.md": partial(text_list, library, "texts/"),
        "terms/index.md": partial(term_index, library),
        "terms/names.md": partial(names_index, library),
        "apparatus/index.md": partial(apparatus_index, library),
        "apparatus/changes.md": partial(changes_page, library),
        "data.md": partial(data_page, library),
        "bibliography.md": partial(bibliography_page, library),
        "search.md": search_page,
        "kept.md": kept_page,
        "compare.md": partial(compare_page, library),
        "timeline.md": partial(timeline_page, library),
        "about/problems.md": problems_page,
        "about/addresses.md": partial(addresses_page, library),
    }
    for page in library.pages:
        files[f"texts/{page.slug}.md"] = partial(text_page, page, library)
        files[f"apparatus/{page.slug}.md"] = partial(apparatus_page, page, library)
        files[f"cite/{page.slug}.md"] = partial(cite_page, page, library)
    for term in library.terms:
        files[f"terms/{term.id}.md"] = partial(term_page, term, library)
    for one in library.published.left:
        if not one.address.fragment:
            files[one.address.file] = partial(left_page, one, library)
    return files
