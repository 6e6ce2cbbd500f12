"""After the pages: MkDocs, the search entries, the data files and the book, the check of links → `site/`."""

from __future__ import annotations

import shutil
from pathlib import Path

from reader.exports import data_files
from reader.exports.page_data import cite_files, page_data
from reader.model import Library
from reader.model.problems import ProblemsFound
from reader.project import output
from reader.site.epub import CACHE, epub
from reader.site.links import broken_links
from reader.site.publish import publish
from reader.site.search import rewrite_index


def build_site(root: Path, library: Library) -> int:
    """Make `site/` from `docs/` and return the number of its pages; on any problem leave it as it was."""
    new = root / output.WORK / "site"
    shutil.rmtree(new, ignore_errors=True)
    problems = publish(root, new, {"edition": library.edition})
    if not problems:
        scripts = {f"texts/{page.slug}.js": page_data(page, library) for page in library.pages}
        for path, text in (data_files(library) | scripts | cite_files(library)).items():
            file = new / "data" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        (new / "data" / "reader.epub").write_bytes(epub(library, root / CACHE))
        rewrite_index(new, library)
        problems = broken_links(new)
    if problems:
        shutil.rmtree(new, ignore_errors=True)
        raise ProblemsFound(problems, "site/ is as it was")
    output.replace_folder(new, root / "site")
    return sum(1 for _page in (root / "site").rglob("*.html"))
