"""Letters after years, which tell two works of the same name and year apart: 2021a, 2021b.

A key that ends in a letter after its year (`boltuc-2021b`) keeps that letter for good; the others get the
letters that are free, in the order of their keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, product
from string import ascii_lowercase

IN_KEY = re.compile(r"(?:\d{4}|nd)-?([a-z])$")


def letters(labels: Mapping[str, str]) -> dict[str, str]:
    """Return the letters of those keys whose labels others have too, and of no others."""
    alike: dict[str, list[str]] = {}
    for key, label in labels.items():
        alike.setdefault(label, []).append(key)
    return {key: letter for keys in alike.values() if len(keys) > 1 for key, letter in _given(keys)}


def _given(keys: Iterable[str]) -> Iterable[tuple[str, str]]:
    given: dict[str, str] = {}
    ordered = sorted(keys)
    for key in ordered:
        match = IN_KEY.search(key)
        if match and match[1] not in given.values():
            given[key] = match[1]
    kept = set(given.values())
    free = (letter for letter in _all_letters() if letter not in kept)
    for key in ordered:
        if key not in given:
            given[key] = next(free)
    return [(key, given[key]) for key in ordered]


def _all_letters() -> Iterator[str]:
    """a, b, … z, aa, ab, … zz, aaa, …"""
    for length in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=length))
