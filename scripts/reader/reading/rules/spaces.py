r"""Special spaces made plain, runs of spaces made one.

"by\xa0Vali"    ->  "by Vali"
"at  This"      ->  "at This"
"a\t b"         ->  "a b"
"« Oui »"       ->  "«\xa0Oui\xa0»"     in French, which breaks no line there
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting
from reader.words.spacing import between_words

SPACES = re.compile(r"[^\S\n]+")


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose one space for each run of white space within a line."""
    for match in SPACES.finditer(text):
        left, right = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        within = left not in {"", "\n"} and right not in {"", "\n"}
        wanted = between_words(left, right, setting.language(match.start())) if within else " "
        if match[0] != wanted:
            yield match.start(), match.end(), wanted
