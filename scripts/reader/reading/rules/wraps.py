r"""Lines of a paragraph joined with one space, where the raw text is wrapped.

"has been\nof importance"     ->  "has been of importance"
"one paragraph\n\nanother"    ->  as it is
"Part one\nThe sea"           ->  "Part one The sea"     within a heading, in any text
"a line of verse\nanother"    ->  as it is
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting

WRAP = re.compile(r"(?<=[^\n])\n(?=[^\n])")


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose a space for each line end within a paragraph."""
    wrapped = setting.layout == "hard-wrapped"
    for match in WRAP.finditer(text) if wrapped or setting.plan.joined else ():
        if wrapped and setting.keeps(match.start()):
            continue
        if wrapped or setting.raw_line(match.start()) in setting.plan.joined:
            yield match.start(), match.end(), " "
