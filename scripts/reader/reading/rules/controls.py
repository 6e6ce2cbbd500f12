r"""Control characters shown as visible signs, so that nothing acts on the page unseen.

"a\0b"       ->  "a␀b"
"a\x7fb"     ->  "a␡b"
"a\u202eb"   ->  "a⇽b"     right-to-left override and its kin
"a\u2066b"   ->  "a⇾b"     left-to-right isolate and its kin
"a\u2069b"   ->  "a⇿b"     the end of either, or a direction not said
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting
from reader.words.signs import CONTROL, SIGNS


def propose(text: str, _setting: Setting) -> Iterator[Proposal]:
    """Propose a visible sign for each C0, C1 and bidirectional control character."""
    for match in CONTROL.finditer(text):
        yield match.start(), match.end(), SIGNS[match[0]]
