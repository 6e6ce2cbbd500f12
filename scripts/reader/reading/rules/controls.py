r"""Control characters shown as visible signs, so that nothing acts on the page unseen.

"a\0b"       ->  "a␀b"
"a\x7fb"     ->  "a␡b"
"a\u202eb"   ->  "a⇽b"     right-to-left override and its kin
"a\u2066b"   ->  "a⇾b"     left-to-right isolate and its kin
"a\u2069b"   ->  "a⇿b"     the end of either, or a direction not said
"a\u200fb"   ->  as it is   a mark of direction is left to a rule of its own
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting
from reader.words.signs import ACTING, SIGNS


def propose(text: str, _setting: Setting) -> Iterator[Proposal]:
    """Propose a visible sign for each C0 and C1 control character, and each that embeds a direction."""
    for match in ACTING.finditer(text):
        yield match.start(), match.end(), SIGNS[match[0]]
