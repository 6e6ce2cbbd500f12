r"""Special spaces made plain, runs of spaces made one.

"by\xa0Vali"    ->  "by Vali"
"at  This"      ->  "at This"
"a\t b"         ->  "a b"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting

SPACES = re.compile(r"[^\S\n]+")


def propose(text: str, _setting: Setting) -> Iterator[Proposal]:
    """Propose one plain space for each run of white space within a line."""
    for match in SPACES.finditer(text):
        if match[0] != " ":
            yield match.start(), match.end(), " "
