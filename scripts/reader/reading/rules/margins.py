r"""Spaces at the beginning and end of lines removed.

" Abstract"     ->  "Abstract"
"diverged. \n"  ->  "diverged.\n"
"    And I"     ->  "  And I"        of a stanza whose other lines begin with two spaces
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model.shapes import VERBATIM
from reader.reading.rules.rule import Proposal, Setting

MARGIN = re.compile(r"^ +| +$", re.MULTILINE)


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose to remove the spaces at either end of each line."""
    for match in MARGIN.finditer(text):
        end = match.end()
        if match.start() == 0 or text[match.start() - 1] == "\n":
            end = _indented(match, text, setting)
        if match.start() < end:
            yield match.start(), end, ""


def _indented(match: re.Match[str], text: str, setting: Setting) -> int:
    """Where the spaces end that are removed at the beginning of a line."""
    part = None if text[match.end() : match.end() + 1] in ("", "\n") else setting.part(match.start())
    if part is None:
        return match.end()
    if part.kind in VERBATIM:
        return match.start()
    if part.kind == "verse":
        return min(match.end(), match.start() + setting.plan.indents.get(part.number, 0))
    return match.end()
