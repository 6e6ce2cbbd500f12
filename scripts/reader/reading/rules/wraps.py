r"""Lines of a paragraph joined with the space of their language, where the raw text is wrapped.

"has been\nof importance"     ->  "has been of importance"
"he said--\nnothing"          ->  "he said--nothing"     a dash that has no space before it has none after it
"潮汐每天\n涨落"                ->  "潮汐每天涨落"          nor have Chinese and Thai
"one paragraph\n\nanother"    ->  as it is
"外国の商品を\n販売する"        ->  "外国の商品を販売する"   where a script writes no spaces
"Part one\nThe sea"           ->  "Part one The sea"     within a heading, in any text
"a line of verse\nanother"    ->  as it is
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting
from reader.words.spacing import between_lines, keeps_apart

WRAP = re.compile(r"(?<=[^\n])\n(?=[^\n])")
ATTACHED = re.compile(r"(?<=[^\s—–―‒-])(?:--|[—―⸺–‒])$")
REACH = 4


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose what stands between two words for each line end within a paragraph."""
    if setting.layout != "hard-wrapped" and not (setting.plan.joined or setting.plan.joins):
        return
    wraps = setting.wraps()
    apart = keeps_apart(text)
    for match in WRAP.finditer(text):
        at = match.start()
        wrapped = wraps(at)
        if wrapped and setting.keeps(at):
            continue
        if wrapped or setting.raw_line(at) in setting.plan.joined:
            attached = ATTACHED.search(text, max(0, at - REACH), at)
            tag = setting.language(at)
            yield at, at + 1, "" if attached else between_lines(text[at - 1], text[at + 1], tag, apart=apart)
