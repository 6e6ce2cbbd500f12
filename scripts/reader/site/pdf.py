"""A PDF of each text beside its page, printed by Chromium with the style sheets for paper.

What is printed is the page without its scripts: it is then all there at once, and the same each time.
"""

from __future__ import annotations

import re
from pathlib import Path

from reader.exports.book import as_of
from reader.model import Library, Page, addresses
from reader.model.addresses import Address
from reader.project import chromium

SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL | re.IGNORECASE)


def pdf_address(page: Page) -> Address:
    """Return where the PDF of a text lies: beside its page, as Google Scholar wants it."""
    return Address(f"{addresses.text(page.slug).path}{page.slug}.pdf")


def print_texts(site: Path, library: Library, program: str) -> None:
    """Print the page of each text of which any words are shown."""
    for page in library.pages:
        if page.passages:
            to = pdf_address(page).path
            folder = (site / to).parent
            bare = folder / "print.html"  # beside the page, where its style sheets are found
            try:
                bare.write_text(
                    SCRIPT.sub("", (folder / "index.html").read_text("utf-8")), "utf-8", newline="\n"
                )
                data = chromium.printed(program, bare, f"site/{to}", as_of(library))
            finally:
                bare.unlink(missing_ok=True)
            (site / to).write_bytes(data)
