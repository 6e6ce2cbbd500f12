"""What a page says of its text in Dublin Core: `<meta name="DCTERMS.title" …>`.

It speaks of the original as it was published. `source` is where: programs take it for the name of the journal
or site. No abstract is given, since what the editors say of a text is none.
"""

from __future__ import annotations

from reader.model import Library, Page, addresses
from reader.references import description
from reader.references.description import text
from reader.references.item import item

SCHEMA = "http://purl.org/dc/terms/"


def dublin_core(page: Page, library: Library) -> list[tuple[str, str]]:
    """Return the terms of a text with their values, in the order in which they are written."""
    record = library.references[page.slug]
    made, rights = item(record), page.source.about.rights
    whole = text(made.get("container-title"))
    terms = [("title", record.title)]
    terms += [("creator", name.inverted) for name in description.people(record, "author")]
    terms += [("contributor", name.inverted) for name in description.people(record, "editor")]
    terms += [
        ("issued", record.date.iso if record.date else ""),
        ("source", whole or text(made.get("publisher"))),
        ("publisher", text(made.get("publisher")) if whole else ""),
        ("language", page.source.about.language),
        ("identifier", addresses.text(page.slug).absolute(library.site_url)),
        ("isVersionOf", text(made.get("URL"))),
        ("bibliographicCitation", library.formatted[page.slug].plain),
        ("rights", rights.statement),
        ("license", rights.licence),
    ]
    return [(name, value) for name, value in terms if value]
