"""All pages of an edition as sheets: those of a few shapes, and what an editor wrote, by Python-Markdown."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown as Parser
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.meta import get_data

from reader.making.make import Maker
from reader.model.addresses import FRONT
from reader.project import files
from reader.project.texts_below import TextsBelow
from reader.site.direct.conversion import Heading
from reader.site.direct.frames import Sheet, address
from reader.site.direct.plan import sheets

LINKS = {"a": "href", "img": "src"}  # what Markdown makes of links to files


def written(
    config: MkDocsConfig, pages: Mapping[str, str], maker: Maker, folder: Path
) -> tuple[dict[str, Sheet], Mapping[str, str]]:
    """Return all pages that are shown, and their HTML, by their paths below `docs/`; it lies in `folder`."""
    docs = Path(config.docs_dir)
    known = {file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.is_file()} | set(pages)
    left_out = [spec for spec in (config.exclude_docs, config.draft_docs) if spec]
    shown = {path for path in known if not any(one.match_file(path) for one in left_out)}
    paths = [path for path in sorted(shown) if path.endswith(".md")]
    listed = dict(_titles(config.nav or []))
    ours = [path for path in paths if path in pages]
    every = frozenset(path for path in known if path.endswith(".md"))
    made, _words = sheets(pages, ours, every, maker, folder)
    for path in paths:
        if path not in made:
            text = pages[path] if path in pages else (docs / path).read_text("utf-8-sig")
            made[path], html = _sheet(path, text, config, known, listed.get(path))
            files.write(folder / path, html.encode())
    return {path: made[path] for path in paths}, TextsBelow(folder, dict.fromkeys(paths))


class _Links(Treeprocessor):
    """Links to files of `docs/` lead to their addresses in the site."""

    def __init__(self, path: str, known: Collection[str]) -> None:
        super().__init__()
        self.path, self.known = path, known

    def run(self, root: Element) -> None:
        """Change the links of a page."""
        for element in root.iter():
            name = LINKS.get(element.tag)
            to = element.get(name) if name else None
            if name and to:
                element.set(name, self._address(to))

    def _address(self, to: str) -> str:
        parts = urlsplit(to)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return to
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(parts.path)))
        if target not in self.known:
            return to
        page = target.endswith(".md")
        way = posixpath.relpath((address(target) if page else target) or ".", address(self.path) or ".")
        return parts._replace(path=f"{way}/" if page else way).geturl()


class _WithLinks(Extension):
    def __init__(self, links: _Links) -> None:
        super().__init__()
        self.links = links

    def extendMarkdown(self, md: Parser) -> None:  # noqa: N802
        """Let the links be changed last, as MkDocs does."""
        md.treeprocessors.register(self.links, "relpath", 0)


def _sheet(
    path: str, text: str, config: MkDocsConfig, known: Collection[str], named: str | None
) -> tuple[Sheet, str]:
    """A page as Python-Markdown has it, with the extensions of the edition; and its HTML."""
    body, meta = get_data(text)
    markdown = Parser(
        extensions=[*config.markdown_extensions, _WithLinks(_Links(path, known))],
        extension_configs=config.mdx_configs,
    )
    html = markdown.convert(body)
    headings = list(_headings(getattr(markdown, "toc_tokens", [])))
    first = next((one.words for one in headings if one.level == 1), "")
    meta = json.loads(json.dumps(meta, default=str))
    title = str(meta.get("title") or named or unescape(first) or _from_name(path))
    if not headings or headings[0].level != 1:
        html = f"<h1>{escape(title)}</h1>\n{html}"
        headings.insert(0, Heading(1, "", str(escape(title))))
    if path != FRONT.file:  # which is called after the site, unless it says otherwise
        meta["title"] = title
    return Sheet(path, meta, tuple(headings)), html


def _from_name(path: str) -> str:
    """What MkDocs calls a page that nobody has given a title."""
    name = Path(path).stem.replace("-", " ").replace("_", " ")
    return name.capitalize() if name.lower() == name else name


def _headings(tokens: list[Any]) -> Iterator[Heading]:
    for one in tokens:
        yield Heading(one["level"], one["id"], one["name"])
        yield from _headings(one["children"])


def _titles(nav: object) -> Iterator[tuple[str, str]]:
    """The names that a navigation gives to pages, by their paths."""
    if isinstance(nav, Mapping):
        for name, to in nav.items():
            if isinstance(to, str):
                yield to, str(name)
            else:
                yield from _titles(to)
    elif isinstance(nav, list):
        for one in nav:
            yield from _titles(one)
