"""Write the page of a review outside of the site, and show it in the browser of whoever asked for it."""

from __future__ import annotations

import webbrowser
from pathlib import Path

from reader.project import files, journal


def write(root: Path, slug: str, page: str) -> Path:
    """Write the page, and return where it is."""
    path = f"{journal.WORK}/review-{slug}.html"
    journal.refuse_links(root, [path])
    file = root / path
    files.write(file, page.encode())
    return file


def show(file: Path) -> bool:
    """Open a file in a browser; whether there was one."""
    try:
        return webbrowser.open(file.resolve().as_uri())
    except webbrowser.Error:
        return False
