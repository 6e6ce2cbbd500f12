"""How like two texts are: in words, and in where their paragraphs begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Indel

WORD = re.compile(r"\w+")
BLANK = re.compile(r"\n\s*\n")


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return WORD.findall(text)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, which blank lines divide."""
    return [one for one in BLANK.split(text) if WORD.search(one)]


def shared(wanted: str, found: str) -> tuple[float, float]:
    """Return precision and recall of the rows of four words."""
    want, have = _fours(wanted), _fours(found)
    both = (want & have).total()
    return both / max(have.total(), 1), both / max(want.total(), 1)


def _fours(text: str) -> Counter[tuple[str, ...]]:
    found = words(text)
    return Counter(tuple(found[at : at + 4]) for at in range(max(1, len(found) - 3)) if found)


def boundaries(wanted: Sequence[str], found: Sequence[str]) -> tuple[float, float]:
    """Return precision and recall of the places where paragraphs begin, found by aligning their words."""
    want, have = [[words(one) for one in text if words(one)] for text in (wanted, found)]
    flat, other = [word for one in have for word in one], [word for one in want for word in one]
    place: dict[int, int] = {}
    for code in Indel.opcodes(flat, other):
        if code.tag == "equal":
            place |= {
                code.src_start + at: code.dest_start + at for at in range(code.src_end - code.src_start)
            }
    ends, here = _ends(want), {place.get(end - 1, -end) + 1 for end in _ends(have)}
    return len(ends & here) / max(len(here), 1), len(ends & here) / max(len(ends), 1)


def _ends(paragraphs: Sequence[Sequence[str]]) -> set[int]:
    total, found = 0, set()
    for one in paragraphs[:-1]:
        total += len(one)
        found.add(total)
    return found
