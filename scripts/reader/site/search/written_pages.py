"""The hand-written pages as the search knows them: a record for each section, read from the built page.

A page whose front matter says `search: {exclude: true}` is left out; the build says so of its own pages,
whose records come from the library. Of those that list what there is, the title alone is found.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree, html
from mkdocs.utils.meta import get_data

from reader.model import addresses
from reader.model.addresses import Address
from reader.site.search.records import Kind, Record

LISTS = (
    addresses.TEXTS,
    addresses.TERMS,
    addresses.NAMES,
    addresses.BIBLIOGRAPHY,
    addresses.APPARATUS,
    addresses.CHANGES,
)
ARTICLE = "//article[contains(concat(' ', @class, ' '), ' md-content__inner ')]"
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
UNREAD = frozenset({"script", "style", "form", "nav", "noscript", "template", "svg"})
THEMES = "themes/"


def written_pages(site: Path, docs: Path, generated: Container[str]) -> Iterator[Record]:
    """Yield the sections of all pages of `site` that were written by hand, in the order of addresses.

    `generated` are the paths of all others below `docs`.
    """
    for file in sorted(site.rglob("index.html")):
        folder = file.parent.relative_to(site).as_posix()
        address = Address("" if folder == "." else f"{folder}/")
        if (source := _source(docs, address)) is None:
            continue
        path = source.relative_to(docs).as_posix()
        excluded, tags = (True, ()) if path in generated else _said(source)
        if excluded and address not in LISTS:
            continue
        sections = list(_sections(file, address))
        if excluded:
            sections = [replace(one, text="") for one in sections[:1]]
        yield from (replace(one, names=tags) for one in sections[:1])
        yield from sections[1:]


def _source(docs: Path, address: Address) -> Path | None:
    """The file of `docs/` that a page was made from."""
    stem = docs / address.path
    places = (docs / address.file, stem / "index.md", stem / "README.md", stem.with_suffix(".md"))
    return next((one for one in places if one.is_file()), None)


def _said(source: Path) -> tuple[bool, tuple[str, ...]]:
    """Whether the front matter of a page leaves it out, and the tags that it gives it."""
    _text, meta = get_data(source.read_text("utf-8-sig"))
    said, tags = meta.get("search"), meta.get("tags")
    excluded = isinstance(said, dict) and bool(said.get("exclude"))
    return excluded, tuple(map(str, tags)) if isinstance(tags, list) else ()


def _sections(file: Path, address: Address) -> Iterator[Record]:
    tree = html.parse(str(file), html.HTMLParser(encoding="utf-8"))
    found = tree.xpath(ARTICLE)
    if not found:
        return
    path = address.path
    kind: Kind = "theme" if path.startswith(THEMES) and path != THEMES else "page"
    here, title, said = path, " ".join(str(tree.findtext(".//title") or "").split()), list[str]()
    for element, words in _read(found[0]):
        if element is None:
            said.append(words)
            continue
        if any(one.strip() for one in said) or here != path:
            yield _section(kind, here, title, said)
        here = path if element.tag == "h1" else f"{path}#{element.get('id')}"
        title, said = words, []
    yield _section(kind, here, title, said)


def _section(kind: Kind, address: str, title: str, said: list[str]) -> Record:
    return Record(kind, address, title, " ".join("".join(said).split()))


def _read(element: etree._Element) -> Iterator[tuple[etree._Element | None, str]]:
    """Yield the words of a page in their order, and each heading that begins a section."""
    if isinstance(element.tag, str) and element.tag not in UNREAD:
        if element.tag in HEADINGS and (element.get("id") or element.tag == "h1"):
            yield element, " ".join("".join(map(str, element.itertext())).split())
        else:
            block = element.tag in {"p", "li", "dt", "dd", "td", "th", "div", "blockquote", "pre"}
            yield None, (" " if block else "") + (element.text or "")
            for child in element:
                yield from _read(child)
    if element.tail:
        yield None, element.tail
