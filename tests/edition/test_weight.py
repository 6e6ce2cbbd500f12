"""What a page weighs, compressed as a server sends it: with style sheets, scripts and fonts, under 150 kB."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from browser.fixtures import ROOT

MOST = 150_000
LOADED = re.compile(r'(?:<script src|<link rel="(?:stylesheet|icon|preload)" href| data-late)="([^"]+)"')
SLUGS = sorted(path.parent.name for path in (ROOT / "sources").glob("*/source.toml"))


def compressed(file: Path) -> int:
    """The bytes that a server sends of a file."""
    return len(gzip.compress(file.read_bytes(), 6))


def test_a_text_is_light_and_read_before_any_script(built: Path) -> None:
    """All scripts but two small ones wait for the page; neither of these is large."""
    for slug in SLUGS:
        page = built / "texts" / slug / "index.html"
        html = page.read_text("utf-8")
        files = [(page.parent / name).resolve() for name in LOADED.findall(html)]
        assert {"site.css", "site.js", "early.js"} < {file.name for file in files}
        assert compressed(page) + sum(map(compressed, files)) < MOST, slug
        at_once = re.findall(r'<script src="([^"]+)"></script>', html)
        assert sum(compressed(page.parent / name) for name in at_once) < 1500, at_once
