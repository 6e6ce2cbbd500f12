"""`/opensearch.xml`: how a browser searches this site from its own bar (OpenSearch 1.1)."""

from __future__ import annotations

from reader.exports import phrases
from reader.exports.phrasing import line
from reader.exports.xml import document, element_of
from reader.model import Library
from reader.model.addresses import SEARCH

PATH = "opensearch.xml"
TYPE = "application/opensearchdescription+xml"
SPACE = "http://a9.com/-/spec/opensearch/1.1/"
SHORT, LONG = 16, 48  # letters that the names may have
ENCODING = "UTF-8"


def is_made(library: Library) -> bool:
    """Return whether the search can be described: the site has an address."""
    return library.site_url != "/"


def description(library: Library) -> str:
    """Return the description of the search."""
    name = line(library.site_name)
    template = SEARCH.absolute(library.site_url).replace("{", "%7B").replace("}", "%7D") + "?q={searchTerms}"
    return document(
        element_of(
            SPACE,
            "OpenSearchDescription",
            element_of(SPACE, "ShortName", _short(name, SHORT)),
            element_of(SPACE, "LongName", _short(name, LONG)),
            element_of(SPACE, "Description", phrases.SEARCH_TOLD.format(site=name)[:1024]),
            element_of(SPACE, "Url", type="text/html", method="get", template=template),
            element_of(SPACE, "Language", "*"),
            element_of(SPACE, "InputEncoding", ENCODING),
        )
    )


def _short(name: str, size: int) -> str:
    """The name as far as it fits, in whole words where it has some."""
    if len(name) <= size:
        return name
    whole = name[: size + 1].rpartition(" ")[0]
    return whole or name[:size]
