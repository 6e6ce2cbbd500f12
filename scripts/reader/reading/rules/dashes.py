r"""Hyphens that stand for dashes made en dashes.

    "similarly - that is"         ->  "similarly – that is"
    "relative power -, the"       ->  "relative power –, the"

A hyphen at the beginning of a line may be a list's, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting

DASH = re.compile(r"(?<=\S )-(?=[ ,;:.)])")


def propose(text: str, _setting: Setting) -> Iterator[Proposal]:
    """Propose an en dash for each hyphen between spaces, or between a space and a stop."""
    for match in DASH.finditer(text):
        yield match.start(), match.end(), "–"
