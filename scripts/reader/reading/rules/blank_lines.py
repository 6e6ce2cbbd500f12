r"""Blocks set apart by one blank line, and none at either end of the text.

"a\n\n\n\nb"    ->  "a\n\nb"
"a\nb"          ->  "a\n\nb"     where a line is a paragraph
"a\nb"          ->  as it is     in verse, a table, or preformatted text
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting

LINE_ENDS = re.compile(r"\n+")


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose exactly one blank line for each run of line ends, and none at the ends of the text."""
    for match in LINE_ENDS.finditer(text):
        at_an_end = match.start() == 0 or match.end() == len(text)
        wanted = "" if at_an_end else "\n\n"
        if match[0] == "\n" and not at_an_end and setting.keeps(match.start()):
            continue
        if match[0] != wanted:
            yield match.start(), match.end(), wanted
