"""After the pages: MkDocs, the search, the data files and the book, the check of links → `site/`."""

from __future__ import annotations

from pathlib import Path

from reader.exports import as_json, data_files, web_annotations
from reader.exports.history_data import history_data
from reader.exports.page_data import cite_files, entry_data, page_data
from reader.model import Library
from reader.model.addresses import COMPARE, DATA_PAGE, KEPT, SEARCH, TIMELINE
from reader.model.addresses import text as address_of
from reader.model.problems import ProblemsFound
from reader.project import files, output
from reader.references import citeproc
from reader.references.forms import in_style
from reader.site import cards, engine, phrases, words
from reader.site.checks import check_site
from reader.site.crawlers import write_for_crawlers
from reader.site.data_index import index_data
from reader.site.epub import CACHE, epub
from reader.site.heads import complete_heads
from reader.site.moves import redirect
from reader.site.page_text import shown
from reader.site.pdf import print_texts
from reader.site.publish import publish
from reader.site.search import write_search
from reader.site.shipped import SHIPPED
from reader.site.unused import drop_unused
from reader.words.speech import numbered

OUTSIDE = (DATA_PAGE, SEARCH, KEPT, COMPARE, TIMELINE)  # pages that no navigation needs to name


def build_site(root: Path, library: Library, chromium: str = "") -> int:
    """Make `site/` from `docs/` and return the number of its pages; on any problem leave it as it was.

    With the program `chromium`, there is a PDF of each text.
    """
    with library.speech.spoken():
        return _built(root, library, chromium)


def _built(root: Path, library: Library, chromium: str) -> int:
    new = output.new_site(root)
    outside = [one.address.file for one in library.published.left if not one.address.fragment]
    told = {name: phrase.format(site=library.site_name) for name, phrase in phrases.TEMPLATES.items()}
    extra = {"edition": numbered(library.edition), "shipped": SHIPPED, "words": told}
    problems = publish(root, new, extra, [*outside, *(one.file for one in OUTSIDE)])
    if not problems:
        if library.speech.scripts:
            files.write(new / words.PATH, words.words(library.speech).encode())
        redirect(new, library)
        _write_data(root, new, library)
        complete_heads(new, library, pdf=bool(chromium))
        write_search(new, root / "docs", library)
        drop_unused(new, [root / "docs", engine.THEME])
        write_for_crawlers(new, library)
        if chromium:
            print_texts(new, library, chromium)
        index_data(new, library)
        problems = check_site(new, library)
    if problems:
        raise ProblemsFound(problems, "site/ is as it was")
    pages = sum(1 for _page in new.rglob("*.html"))
    output.write_site(root)
    return pages


def _write_data(root: Path, new: Path, library: Library) -> None:
    """Write the files of `/data/`."""
    scripts = {f"texts/{page.slug}.js": page_data(page, library) for page in library.pages}
    histories = {f"texts/{page.slug}.history.js": history_data(page) for page in library.pages}
    styled = {name: in_style(library.references, name, root / citeproc.CACHE) for name in library.styled}
    citing = cite_files(library) | entry_data(library, styled)
    made = data_files(library) | scripts | histories | citing
    data = {path: text.encode() for path, text in made.items()} | cards.cards(library, root / cards.CACHE)
    for page in library.pages:
        markup = (new / address_of(page.slug).path / "index.html").read_text("utf-8")
        notes = web_annotations.collection(page, library, shown(page, markup))
        data[f"texts/{page.slug}.annotations.json"] = as_json(notes).encode()
    data["reader.epub"] = epub(library, root / CACHE)
    for path, content in data.items():
        files.write(new / "data" / path, content)
    for path, picture in library.pictures.items():
        files.write(new / path, picture)
