"""The Markdown of a site, as the engine configures it for an edition that says nothing of it."""

from __future__ import annotations

from functools import cache

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig

from reader.site.engine import completed


@cache
def markdown() -> Markdown:
    """Return a converter with the extensions that every page of a site is read with."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Site", **completed({})})
    errors, _warnings = config.validate()
    assert not errors
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
