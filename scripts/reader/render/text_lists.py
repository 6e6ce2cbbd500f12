"""The list of the texts, for the index of texts and for the front page."""

from __future__ import annotations

from reader.model import Library, Page
from reader.references import description
from reader.render.escape import front_matter, inline, line


def text_index(library: Library) -> str:
    """Return the Markdown of the index of texts."""
    head = front_matter(title="Texts", description="The texts of this reader").rstrip()
    return "\n\n".join([head, "# Texts", text_list(library, "").rstrip()]) + "\n"


def text_list(library: Library, folder: str) -> str:
    """Return the list of texts with author, venue, date and length; `folder` leads to their pages."""
    return "\n\n".join(_item(page, library, folder) for page in library.pages) + "\n"


def _item(page: Page, library: Library, folder: str) -> str:
    record = library.references[page.slug]
    author = description.authors(record) or "author not established"
    facts = [author, description.venue(record), description.date(record), f"{page.words:,} words"]
    lines = [
        f"**[{inline(record.get('title'))}]({folder}{page.slug}.md)**\n{{: .text-title}}",
        " · ".join(inline(fact) for fact in facts if fact) + "\n{: .text-facts}",
    ]
    if page.source.about.summary:
        lines.append(line(page.source.about.summary) + "\n{: .text-summary}")
    return "\n\n".join(lines)
