r"""Spaces at the beginning and end of lines removed.

" Abstract"     ->  "Abstract"
"diverged. \n"  ->  "diverged.\n"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting

MARGIN = re.compile(r"^ +| +$", re.MULTILINE)


def propose(text: str, _setting: Setting) -> Iterator[Proposal]:
    """Propose to remove the spaces at either end of each line."""
    for match in MARGIN.finditer(text):
        yield match.start(), match.end(), ""
