"""Check every link of the built site: the page, and the place on the page."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from reader.model import Library
from reader.model.problems import Problem

HERE = "https://site.invalid/"
REFERRING = {"a": "href", "link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src"}


def broken_links(site: Path, _library: Library) -> list[Problem]:
    """Return a problem (L01) for each link within the site that leads nowhere."""
    files = frozenset(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    ids: dict[str, frozenset[str]] = {}
    found: list[tuple[str, str]] = []
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        if path == "404.html":  # served at any depth: its links are absolute, and tested in a browser
            continue
        tree = html.parse(str(file), html.HTMLParser(encoding="utf-8"))
        ids[path] = frozenset(tree.xpath("//@id"))
        found += [(path, link) for link in _links(tree)]
    return [
        Problem(f"site/{path}", 1, "L01", f"“{link}” leads nowhere")
        for path, link in dict.fromkeys(found)
        if not _resolves(files, path, _target(posixpath.dirname(path), link), ids)
    ]


def _links(tree: etree._ElementTree) -> Iterator[str]:
    for element in tree.iter(*REFERRING):
        link = element.get(REFERRING[str(element.tag)])
        if link and element.get("rel") != "canonical":
            yield link


@lru_cache(maxsize=100_000)
def _target(folder: str, link: str) -> tuple[str | None, str] | None:
    """The file that a link from a page in `folder` leads to, none for that page itself, and the place."""
    if link.startswith("#"):
        return None, unquote(link[1:])
    joined = urljoin(f"{HERE}{folder}/" if folder else HERE, link)
    if not joined.startswith(HERE):
        return None
    target = urlsplit(joined)
    place = unquote(target.path).lstrip("/")
    return place + "index.html" if not place or place.endswith("/") else place, unquote(target.fragment)


def _resolves(
    files: Collection[str],
    path: str,
    target: tuple[str | None, str] | None,
    ids: Mapping[str, Collection[str]],
) -> bool:
    if target is None:
        return True
    file, fragment = target[0] or path, target[1]
    if file not in files:
        return False
    return not fragment or file not in ids or fragment in ids[file] or fragment == "__top"
