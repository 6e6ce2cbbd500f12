"""How a browser offers the search of the site as one of its own, by OpenSearch 1.1."""

from __future__ import annotations

from reader.model import Library, addresses
from reader.model.markup import HTML
from reader.site import phrases

FILE = "opensearch.xml"
LONGEST_NAME = 16  # letters that it may have there
DESCRIPTION = HTML("""\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{name}</ShortName>
  <Description>{told}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="{address}?q={{searchTerms}}"/>
</OpenSearchDescription>
""")


def description(library: Library) -> HTML:
    """Return the description, which names the page of the search at the published address of the site."""
    name = library.site_name[:LONGEST_NAME]
    told = phrases.SEARCH_OF.format(site=library.site_name)
    return DESCRIPTION.format(name=name, told=told, address=addresses.SEARCH.absolute(library.site_url))
