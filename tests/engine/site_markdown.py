"""The Markdown of a site, as the engine configures it for an edition that says nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig

from reader.site.direct.conversion import convert
from reader.site.engine import completed


@cache
def markdown() -> Markdown:
    """Return a converter with the extensions that every page of a site is read with."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Site", **completed({})})
    errors, _warnings = config.validate()
    assert not errors
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def converted(text: str) -> str:
    """Return a page as Markdown makes it, which is what is written directly too, if that can be done."""
    html = markdown().reset().convert(text)
    directly = convert(text, lambda to: to)
    if directly is not None:
        listed = [(one.level, one.id, one.words) for one in directly.headings]
        assert directly.html == html
        assert listed == list(_listed(vars(markdown())["toc_tokens"]))
    return html


def _listed(tokens: Iterable[Mapping[str, Any]]) -> Iterator[tuple[int, str, str]]:
    for one in tokens:
        yield one["level"], one["id"], one["name"]
        yield from _listed(one["children"])
