r"""Control characters shown as visible signs, so that nothing acts on the page unseen.

"a\0b"       ->  "a␀b"
"a\x7fb"     ->  "a␡b"
"a\u202eb"   ->  "a⇽b"     right-to-left override and its kin
"a\u2066b"   ->  "a⇾b"     left-to-right isolate and its kin
"a\u2069b"   ->  "a⇿b"     the end of either, or a direction not said
"a\u200fb"   ->  "a⇽b"     a mark of direction, in a text without a letter that is written from the right
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting
from reader.words.languages import direction
from reader.words.signs import ACTING, CONTROL, SIGNS, writes_from_the_right


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose a visible sign for each C0, C1 and bidirectional control character."""
    spelling = direction(setting.language(0)) == "rtl" or writes_from_the_right(text)
    for match in (ACTING if spelling else CONTROL).finditer(text):
        yield match.start(), match.end(), SIGNS[match[0]]
