"""Which part of `docs/` a build makes, and which names no file of it may have."""

from __future__ import annotations

import re

FOLDERS = (
    "texts",
    "terms",
    "apparatus",
    "cite",
    "bibliography",
)  # below docs/, and holding nothing else
FILES = (
    "bibliography.md",
    "data.md",
    "search.md",
    "kept.md",
    "compare.md",
    "timeline.md",
    "about/problems.md",
    "about/addresses.md",
)
DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)  # Windows can make no file of these names, whatever their ending
# How a page begins that stands, anywhere in docs/, for one that has moved or is gone
LEFT = re.compile(r'---\n(?:\w+: .*\n)*published: "(?:moved|gone)"\n')
