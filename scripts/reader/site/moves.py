"""Redirects: pages that have moved lead on by themselves, without a script and on any server."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from posixpath import dirname, relpath

from reader.model import Library
from reader.model.addresses import Address

SCRIPT = "assets/moved.js"  # keeps the place and the revision that a link has
CANONICAL = re.compile(r'[ \t]*<link rel="canonical"[^>]*>\n?')


def redirect(site: Path, library: Library) -> None:
    """Write into the head of each page of `site` that has moved where it leads."""
    for left in library.published.left:
        if left.leads and not left.address.fragment:
            file = site / left.address.path / "index.html"
            page = CANONICAL.sub("", file.read_text("utf-8"), count=1)
            head = _head(left.address, left.leads, library.site_url, script=(site / SCRIPT).is_file())
            file.write_text(page.replace("</head>", head + "</head>", 1), "utf-8", newline="\n")


def _head(here: Address, leads: Address, site_url: str, *, script: bool) -> str:
    to = escape(leads.seen_from(here))
    rows = [
        f'<meta http-equiv="refresh" content="0; url={to}">',
        f'<link rel="canonical" href="{escape(leads.absolute(site_url))}">',
    ]
    if script:
        rows.append(f'<script src="{relpath(SCRIPT, dirname(here.path) or ".")}" defer></script>')
    return "".join(f"    {row}\n" for row in rows)
