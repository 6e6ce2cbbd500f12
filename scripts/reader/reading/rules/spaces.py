r"""Special spaces made plain, runs of spaces made one.

"by\xa0Vali"    ->  "by Vali"
"at  This"      ->  "at This"
"a\t b"         ->  "a b"
"« Oui »"       ->  "«\xa0Oui\xa0»"     in French, which breaks no line there
"\tAnd I"        ->  "    And I"     at the beginning of a line of verse
"a\tb"          ->  as it is         between the cells of a table
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model.shapes import TAB, VERBATIM
from reader.reading.rules.rule import Proposal, Setting
from reader.words.spacing import between_words

SPACES = re.compile(r"[^\S\n]+")
SPECIAL = re.compile(r"[^\S\n\t ]")


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose one space for each run of white space within a line."""
    for match in SPACES.finditer(text):
        wanted = _wanted(match, text, setting)
        if match[0] != wanted:
            yield match.start(), match.end(), wanted


def _wanted(match: re.Match[str], text: str, setting: Setting) -> str:
    """What a run of white space becomes: in verse, in tables and in preformatted text it says something."""
    spaces, start = match[0], match.start()
    left, right = text[start - 1 : start], text[match.end() : match.end() + 1]
    within = left not in {"", "\n"} and right not in {"", "\n"}
    plain = between_words(left, right, setting.language(start)) if within else " "
    if spaces == plain:
        return plain
    part = setting.part(start)
    headed = setting.raw_line(start) in setting.headings  # which is no row and no line of verse
    kind = part.kind if part and not headed else ""
    if kind in VERBATIM:
        return SPECIAL.sub(" ", spaces)
    if kind == "verse" and text[start - 1 : start] in ("", "\n"):
        return " " * len(spaces.expandtabs(TAB))
    return "".join(sign for sign in spaces if sign == "\t") or plain if kind == "table" else plain
