"""What a page says of its text to reference managers: Highwire `citation_*` tags, which Zotero reads.

It speaks of the original article as what is read, and of this site as where. All of it comes from the CSL
item of the record. What is not established is left out.
"""

from __future__ import annotations

from reader.model import Library, Page, addresses
from reader.references import description
from reader.references.description import text
from reader.references.item import item

PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
TAGS = {
    "report": ("citation_technical_report_institution", "publisher"),
    "thesis": ("citation_dissertation_institution", "publisher"),
    "paper-conference": ("citation_conference_title", "container-title"),
    "chapter": ("citation_inbook_title", "container-title"),
} | dict.fromkeys(PERIODICALS, ("citation_journal_title", "container-title"))


def highwire(page: Page, library: Library) -> list[tuple[str, str]]:
    """Return the `citation_*` tags of a text, in the order in which they are written."""
    record = library.references[page.slug]
    made = item(record)
    venue, field = TAGS.get(str(made["type"]), ("citation_publisher", "publisher"))
    first, _, last = text(made.get("page")).partition("-")
    tags = [("citation_title", record.title)]
    tags += [("citation_author", name.inverted) for name in description.people(record, "author")]
    tags += [("citation_editor", name.inverted) for name in description.people(record, "editor")]
    tags += [
        (venue, text(made.get(field) or made.get("publisher") or made.get("container-title"))),
        ("citation_publication_date", record.date.iso.replace("-", "/") if record.date else ""),
        ("citation_volume", text(made.get("volume"))),
        ("citation_issue", text(made.get("issue") or made.get("number"))),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        ("citation_technical_report_number", text(made.get("number")) if made["type"] == "report" else ""),
        ("citation_issn", text(made.get("ISSN"))),
        ("citation_isbn", text(made.get("ISBN"))),
        ("citation_doi", made.get("DOI", "")),
        ("citation_language", page.source.about.language),
        ("citation_fulltext_html_url", addresses.text(page.slug).absolute(library.site_url)),
        ("citation_public_url", made.get("URL", "")),
    ]
    return [(name, value) for name, value in tags if value]
