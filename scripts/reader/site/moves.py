"""Redirects: pages that have moved lead on by themselves, without a script and on any server."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import dirname, relpath

from reader.model import Library
from reader.model.addresses import Address
from reader.model.markup import HTML

END = HTML("</head>")
SCRIPT = "assets/moved.js"  # keeps the place and the revision that a link has
ROW = HTML("    {}\n")
REFRESH = HTML('<meta http-equiv="refresh" content="0; url={to}">')
CANONICAL_LINK = HTML('<link rel="canonical" href="{to}">')
CANONICAL = re.compile(r'[ \t]*<link rel="canonical"[^>]*>\n?')


def redirect(site: Path, library: Library) -> None:
    """Write into the head of each page of `site` that has moved where it leads."""
    for left in library.published.left:
        if left.leads and not left.address.fragment:
            file = site / left.address.path / "index.html"
            page = CANONICAL.sub("", file.read_text("utf-8"), count=1)
            head = _head(left.address, left.leads, library.site_url, script=(site / SCRIPT).is_file())
            file.write_text(page.replace(END, head + END, 1), "utf-8", newline="\n")


def _head(here: Address, leads: Address, site_url: str, *, script: bool) -> HTML:
    rows = [
        REFRESH.format(to=leads.seen_from(here)),
        CANONICAL_LINK.format(to=leads.absolute(site_url)),
    ]
    if script:
        rows.append(
            HTML('<script src="{}" defer></script>').format(relpath(SCRIPT, dirname(here.path) or "."))
        )
    return HTML("").join(ROW.format(row) for row in rows)
