"""The search of the site: what can be found, and the index by which a browser finds it, in small scripts.

A browser loads nothing of it until somebody searches, and then a few files: `core.js`, the run of words
that each word of the query stands in, and the records of the hits that it shows. They are scripts, since a
page that was opened from a disk may load nothing else.

What a browser does with them, slips of the finger and the order of hits included, stands in `find-*.js` of
`theme/assets/`; words are folded and stemmed there as in `words/`.
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from reader.model import Library
from reader.project import files
from reader.site.search.index import Index
from reader.site.search.records import records
from reader.site.search.shards import scripts
from reader.site.search.written_pages import written_pages

FOLDER = "search"


def write_search(site: Path, docs: Path, library: Library, generated: Container[str]) -> None:
    """Write the index of all that `site` shows below `site/search/`, and how a browser asks for it.

    `generated` are the paths of the pages below `docs` that nobody wrote by hand.
    """
    found = Index.of(records(library, written_pages(site, docs, generated)))
    for name, script in scripts(found).items():
        files.write(site / FOLDER / f"{name}.js", script.encode())
