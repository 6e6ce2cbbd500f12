"""The ids that a ledger has given, as its header lists them: `p1-p34 p12a-p12c s1-s5`.

A number is given once, so the last of each series is the highest number that was ever given in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reader.model import Anchor
from reader.model.anchor import SERIES

SIGNS = [*SERIES]
MOST = 1_000_000  # ids in a row: more are a slip, and would only fill the memory


def listed(ids: Collection[str]) -> str:
    """Return ids as a header lists them: series by series, numbers before insertions, rows of them as one."""
    runs: list[list[str]] = []
    for id_ in sorted(ids, key=order):
        if runs and _next(runs[-1][-1]) == id_:
            runs[-1].append(id_)
        else:
            runs.append([id_])
    return " ".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def read(text: str) -> list[str] | None:
    """Return the ids of such a list, or nothing where it is none."""
    found: list[str] = []
    for run in text.split():
        first, dash, last = run.partition("-")
        ids = list(_from(first, last if dash else first))
        if not ids:
            return None
        found += ids
    return found


def order(id_: str) -> tuple[int, bool, int, int, str]:
    """Return the place of an id in a list: series, numbers, and then what was inserted."""
    anchor = Anchor.of(id_)
    more = anchor.insertion
    return SIGNS.index(anchor.series.sign), bool(more), anchor.number, len(more), more


def suffix(number: int) -> str:
    """Return what is added to an id for the first, second … insertion after it: 1 → a, 26 → z, 27 → aa."""
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters


def _place(letters: str) -> int:
    """1 for a, 27 for aa: `suffix` the other way."""
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - ord("a") + 1
    return place


def _next(id_: str) -> str:
    anchor = Anchor.of(id_)
    if anchor.insertion:
        return f"{anchor.series.sign}{anchor.number}{suffix(_place(anchor.insertion) + 1)}"
    return f"{anchor.series.sign}{anchor.number + 1}"


def _from(first: str, last: str) -> Iterator[str]:
    """The ids from the first to the last, which are of one row; nothing where they are not."""
    one, other = Anchor.parse(first), Anchor.parse(last)
    if one is None or other is None or one.series != other.series:
        return
    sign = one.series.sign
    if not one.insertion and not other.insertion:
        yield from (f"{sign}{number}" for number in _bounded(one.number, other.number))
    elif one.insertion and other.insertion and one.number == other.number:
        places = _bounded(_place(one.insertion), _place(other.insertion))
        yield from (f"{sign}{one.number}{suffix(place)}" for place in places)


def _bounded(first: int, last: int) -> range:
    return range(first, last + 1 if last - first < MOST else first)
