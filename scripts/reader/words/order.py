"""The order of names and titles: that of the Unicode Collation Algorithm, with its default table.

Čapek stands at C and Ó Tuathail at O; quotation marks and other signs before the first letter do not count.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pyuca import Collator

SIGNS = re.compile(r"^\W+")


@lru_cache(maxsize=1)
def _collator() -> Collator:
    return Collator()


def sort_key(text: str) -> tuple[int, ...]:
    """Return what `text` is sorted by."""
    bare = SIGNS.sub("", text)
    return tuple(_collator().sort_key(bare))
