"""Files at the top of the site that programs look for: map, rules for crawlers, feed, search."""

from __future__ import annotations

from pathlib import Path

from reader.exports import feed, opensearch
from reader.exports.sitemap import MAP, robots, sitemaps
from reader.model import Library, addresses
from reader.model.addresses import Address


def write_for_crawlers(site: Path, library: Library) -> None:
    """Write them; what an editor has put into `docs/` under these names stays, but for the map of MkDocs.

    That map has the day of the build for every page, and a packed copy of it has the minute.
    """
    (site / f"{MAP}.gz").unlink(missing_ok=True)
    for name, text in sitemaps(_pages(site, library), library).items():
        _write(site / name, text)
    made = {"robots.txt": robots(library)}
    if feed.is_made(library):
        made[feed.PATH] = feed.feed(library)
    if opensearch.is_made(library):
        made[opensearch.PATH] = opensearch.description(library)
    for name, text in made.items():
        if not (site / name).exists():
            _write(site / name, text)


def _pages(site: Path, library: Library) -> list[Address]:
    """The pages that stand: not those that lead on, no lists of files, and no further pages of a list.

    What stands on further pages has addresses of its own, and may stand on another of them tomorrow.
    """
    left = {one.address.path for one in library.published.left if not one.address.fragment}
    folders = [file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")]
    paths = ["" if folder == "." else f"{folder}/" for folder in folders]
    pages = (Address(path) for path in paths if path not in left)
    return [page for page in pages if not addresses.sheet_of(page)]


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8", newline="\n")
