"""Drop what the theme brings and nothing refers to: maps of its sources, its search, pictures.

What is used is found by following references: from the pages and from the edition's own files, through style
sheets and scripts, to what those name in turn. Files that lie in `docs/` stay in any case: an editor has put
them there, and somebody may have linked to them. So do those of the engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from posixpath import basename, dirname, join, normpath

FOLDER = "assets"
OF_ITS_SEARCH = (f"{FOLDER}/javascripts/lunr/", f"{FOLDER}/javascripts/workers/")  # each page names it
ON_PAGES = re.compile(rf"""["'(=,]\s*(?:[^"'()<>\s]*/)?({FOLDER}/[\w./@+-]+)""")
IN_STYLES = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")
IN_SCRIPTS = r"""["'`/]{}["'`?#]"""  # not in a comment that names the map of the source


def drop_unused(site: Path, kept: Sequence[Path]) -> list[str]:
    """Remove the files that no page needs and return their paths below `site`; those in `kept` stay."""
    found = {file.relative_to(site).as_posix() for file in (site / FOLDER).rglob("*") if file.is_file()}
    own = {path for path in found if any((folder / path).is_file() for folder in kept)}
    wanted = {path for path in found if path in own or not path.startswith(OF_ITS_SEARCH)}
    used = (own | _on_pages(site)) & wanted
    waiting = sorted(used)
    while waiting:
        path = waiting.pop()
        new = (set(_named(site, path, found)) & wanted) - used
        used |= new
        waiting += sorted(new)
    unused = sorted(found - used)
    for path in unused:
        _remove(site, path)
    return unused


def _on_pages(site: Path) -> set[str]:
    """What pages name by its whole path, in links and in the settings of the theme; words are none."""
    pages = sorted(site.rglob("*.html"))
    return {path for page in pages for path in ON_PAGES.findall(page.read_text("utf-8"))}


def _named(site: Path, path: str, found: Iterable[str]) -> Iterator[str]:
    """What a style sheet names from where it lies, and what a script names by its last part at least."""
    if path.endswith(".css"):
        for name in IN_STYLES.findall((site / path).read_text("utf-8")):
            yield normpath(join(dirname(path), re.split("[?#]", name)[0]))
    elif path.endswith((".js", ".mjs", ".json", ".webmanifest")):
        text = (site / path).read_text("utf-8")
        yield from (one for one in found if re.search(IN_SCRIPTS.format(re.escape(basename(one))), text))


def _remove(site: Path, path: str) -> None:
    """Remove a file, and the folders that are empty then."""
    (site / path).unlink()
    for folder in (site / path).parents:
        if any(folder.iterdir()):
            break
        folder.rmdir()
