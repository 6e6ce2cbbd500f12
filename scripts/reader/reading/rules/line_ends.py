r"""Line ends of other systems made plain.

"a\r\nb"  ->  "a\nb"
"a\rb"    ->  "a\nb"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting

FOREIGN = re.compile(r"\r\n?")


def propose(text: str, _setting: Setting) -> Iterator[Proposal]:
    """Propose a line feed for every carriage return, with or without one."""
    for match in FOREIGN.finditer(text):
        yield match.start(), match.end(), "\n"
