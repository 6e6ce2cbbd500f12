r"""Lines of a paragraph joined with one space, where the raw text is wrapped.

"has been\nof importance"     ->  "has been of importance"
"one paragraph\n\nanother"    ->  as it is
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting

WRAP = re.compile(r"(?<=[^\n])\n(?=[^\n])")


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose a space for each line end within a paragraph."""
    if setting.layout != "hard-wrapped":
        return
    for match in WRAP.finditer(text):
        yield match.start(), match.end(), " "
