"""Numbers as signs that stand in any script as they are: five bits a sign, the lowest first.

0 -> A    31 -> f    32 -> gB    1000 -> of
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
MORE = 32  # a sign from here on says that another follows


@lru_cache(maxsize=4096)
def number(value: int) -> str:
    """Return a number that is not negative as signs."""
    signs = ""
    while value >= MORE:
        signs += SIGNS[MORE + value % MORE]
        value //= MORE
    return signs + SIGNS[value]


def numbers(values: Iterable[int]) -> str:
    """Return numbers one after the other; each says itself where it ends."""
    return "".join(map(number, values))
