"""Check every link of the built site: the page, and the place on the page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from reader.making.make import Maker
from reader.model.problems import Problem
from reader.project import files

HERE = "https://site.invalid/"
REFERRING = {"a": "href", "link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src"}
TOP = "__top"  # where a link of the theme leads to the top of a page
PLAIN = re.compile(r"(?!/|[^#]*//)([\w./-]+)(?:#([\w-]*))?")  # a way to a page, which nearly all links are
OUTSIDE = "404.html"  # served at any depth: its links are absolute, and tested in a browser
# The ids of a page, and its links within the site: as they are written, the file, and the place there
_Read = tuple[tuple[str, ...], tuple[tuple[str, str, str], ...]]


def broken_links(site: Path, maker: Maker) -> list[Problem]:
    """Return a problem (L01) for each link within the site that leads nowhere."""
    found = frozenset(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    pages = sorted(path for path in found if path.endswith(".html") and path != OUTSIDE)
    prints = {path: files.fingerprint((site / path).read_bytes()) for path in pages}
    read: dict[str, _Read] = dict(maker.each("links", _read, site, prints))
    ids = {path: frozenset(one[0]) for path, one in read.items()}
    return [
        Problem(f"site/{path}", 1, "L01", f"“{link}” leads nowhere")
        for path, (_ids, links) in read.items()
        for link, file, place in links
        if file not in found or (place and file in ids and place not in ids[file] and place != TOP)
    ]


def _read(site: Path, path: str) -> _Read:
    """What the check needs to know of a page."""
    tree = html.parse(str(site / path), html.HTMLParser(encoding="utf-8"))
    folder = posixpath.dirname(path)
    targets = {link: _target(path, folder, link) for link in _links(tree)}
    within = ((link, *target) for link, target in targets.items() if target)
    return tuple(dict.fromkeys(map(str, tree.xpath("//@id")))), tuple(within)


def _links(tree: etree._ElementTree) -> Iterator[str]:
    for element in tree.iter(*REFERRING):
        link = element.get(REFERRING[str(element.tag)])
        if link and element.get("rel") != "canonical":
            yield link


def _target(path: str, folder: str, link: str) -> tuple[str, str] | None:
    """The file within the site that a link of a page leads to, and the place there."""
    if link.startswith("#"):
        return path, unquote(link[1:])
    return _elsewhere(folder, link)


@lru_cache(maxsize=100_000)
def _elsewhere(folder: str, link: str) -> tuple[str, str] | None:
    if plain := PLAIN.fullmatch(link):
        way, place = plain.groups("")
        file = posixpath.normpath(f"/{folder}/{way}").lstrip("/")
        is_folder = not file or way.endswith("/") or way.rpartition("/")[2] in {".", ".."}
        return posixpath.join(file, "index.html") if is_folder else file, place
    joined = urljoin(f"{HERE}{folder}/" if folder else HERE, link)
    if not joined.startswith(HERE):
        return None
    target = urlsplit(joined)
    place = unquote(target.path).lstrip("/")
    return place + "index.html" if not place or place.endswith("/") else place, unquote(target.fragment)
