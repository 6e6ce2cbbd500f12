"""All files of `docs/` that the build writes, by their paths below it."""

from __future__ import annotations

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
from reader.render.names_index import names_index
from reader.render.problems_page import problems_page
from reader.render.search_page import search_page
from reader.render.term_pages import term_index, term_page
from reader.render.text_lists import text_index, text_list
from reader.render.text_page import text_page
from reader.render.timeline_page import timeline_page
from reader.words.speech import ENGLISH


def generated(library: Library) -> dict[str, str]:
    """Return the text of every generated file of `docs/`, and of the pages that quote passages."""
    with library.speech.spoken():
        return {path: str(text) for path, text in _generated(library).items()}


def _generated(library: Library) -> dict[str, str]:
    files: dict[str, str] = {
        "texts/index.md": text_index(library),
        "texts/list.md": text_list(library, "texts/"),
        "terms/index.md": term_index(library),
        "terms/names.md": names_index(library),
        "apparatus/index.md": apparatus_index(library),
        "apparatus/changes.md": changes_page(library),
        "data.md": data_page(library),
        "bibliography.md": bibliography_page(library),
        "search.md": search_page(),
        "kept.md": kept_page(),
        "compare.md": compare_page(library),
        "timeline.md": timeline_page(library),
        "about/addresses.md": addresses_page(library),
    }
    if library.speech.language == ENGLISH:  # in which problems are told
        files["about/problems.md"] = problems_page()
    for page in library.pages:
        files[f"texts/{page.slug}.md"] = text_page(page, library)
        files[f"apparatus/{page.slug}.md"] = apparatus_page(page, library)
        files[f"cite/{page.slug}.md"] = cite_page(page, library)
    for term in library.terms:
        files[f"terms/{term.id}.md"] = term_page(term, library)
    for one in library.published.left:
        if not one.address.fragment:
            files[one.address.file] = left_page(one, library)
    for path, (text, quoted) in library.quoted.items():
        files[path] = filled(path, text, quoted, library)
    return files
