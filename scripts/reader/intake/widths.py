"""How wide a line of print is, by the letters that stand in it.

A paragraph's last line ends where it will; every other line is as full as the next word allows. Whether the
next word would still have fitted is the surest sign of a paragraph's end, and it is a matter of widths: in
proportional type “ill” takes a third of “mom”. Widths are those of two common faces, in thousandths of the
type's size, and a fixed width for typescript; which of them fits a text best is measured on the text.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SMALL = "abcdefghijklmnopqrstuvwxyz"
SIGNS = ".,:;'\"-‐()!?$%&/“”‘’—–…"


class _Face(dict[str, int]):
    """The widths of a face; letters that it does not name are taken for those of their kind."""

    def __missing__(self, letter: str) -> int:
        kind = 700 if letter.isupper() else 520 if letter.islower() else 500
        width = 1000 if "\u2e80" <= letter <= "\uffef" else kind
        self[letter] = width
        return width


def _face(small: str, large: str, signs: str, digit: int, space: int) -> _Face:
    face = _Face({" ": space} | {str(number): digit for number in range(10)})
    for letters, widths in ((SMALL, small), (SMALL.upper(), large), (SIGNS, signs)):
        face.update(zip(letters, map(int, widths.split()), strict=True))
    return face


SANS = _face(
    "556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500",
    "667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611",
    "278 278 278 278 200 355 333 333 333 333 278 556 556 889 667 278 333 333 222 222 1000 556 1000",
    digit=556,
    space=278,
)
SERIF = _face(
    "444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444",
    "722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611",
    "250 250 250 250 200 408 333 333 333 333 333 444 500 833 778 278 444 444 333 333 1000 500 1000",
    digit=500,
    space=250,
)
FACES: tuple[Mapping[str, int] | None, ...] = (SANS, SERIF, None)  # None: every letter is as wide as another
OUTLIER = 1.2  # a line so much wider than most is two that have run together
FULLEST = 0.95
ENOUGH = 1000  # lines by which a face is told


@dataclass(frozen=True, slots=True)
class Measure:
    """The widths of the lines of a text, of the first word of each with its space, and of a full line.

    All are in ems.
    """

    lines: list[float]  # one width for each line
    words: list[float]  # the same for its first word
    full: float  # that all but the widest twentieth keep to


def measure(lines: Sequence[str], running: Sequence[int]) -> Measure:
    """Return the widths of some lines, by the face in which those that surely run on are most alike."""
    some = [lines[at] for at in running[:ENOUGH]] or list(lines[:ENOUGH])
    face = min(FACES, key=lambda one: _spread([width(line, one) for line in some]))
    widths = [width(line, face) for line in lines]
    words = [width(f" {line.split(maxsplit=1)[0]}", face) for line in lines]
    sample = _usual([widths[at] for at in running] or widths)
    return Measure(widths, words, sample[int(FULLEST * (len(sample) - 1))])


def _usual(widths: Sequence[float]) -> list[float]:
    """Widths in order, without lines that have run together."""
    found = sorted(widths)
    return [one for one in found if one < OUTLIER * found[len(found) // 2]] or found


def _spread(widths: Sequence[float]) -> float:
    """How far some widths lie apart, as a share of their mean."""
    usual = _usual(widths)
    mean = statistics.fmean(usual)
    return statistics.pstdev(usual, mean) / mean if mean else 9.0


def width(text: str, face: Mapping[str, int] | None) -> float:
    """Return how wide a text is in a face."""
    return 0.6 * len(text) if face is None else sum(map(face.__getitem__, text)) / 1000
