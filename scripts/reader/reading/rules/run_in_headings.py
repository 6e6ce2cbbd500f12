r"""Headings set apart from the paragraph they open, where source.toml names them.

"BACKGROUND: After the collapse"    ->  "BACKGROUND:\n\nAfter the collapse"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting

LINE = re.compile(r"[^\n]+")


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose a paragraph break for the space after each run-in heading."""
    if not setting.headings:
        return
    for match in LINE.finditer(text):
        heading = setting.headings.get(setting.raw_line(match.start()), "")
        if heading and match[0].startswith(heading + " "):
            end = match.start() + len(heading)
            yield end, end + 1, "\n\n"
