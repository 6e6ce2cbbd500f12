"""Give what is new an id that nobody has had: `p12a` after p12, or the next number at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count

from reader.anchors.given import suffix
from reader.model import Anchor


def number(series: Sequence[str], used: set[str], kept: Mapping[int, str]) -> tuple[str, ...]:
    """Return an id for every place: `kept` as they are, new ones of the series that stands for the place.

    `used` are all ids that were ever given.
    """
    ids = dict(kept)
    used = used | set(ids.values())
    for prefix in dict.fromkeys(series):
        mine = {place: id_ for place, id_ in ids.items() if id_.startswith(prefix)}
        last = max(mine, default=-1)
        given = (Anchor.of(id_) for id_ in used)
        highest = max((anchor.number for anchor in given if anchor.series.sign == prefix), default=0)
        before = f"{prefix}0"
        for place, own in enumerate(series):
            if own == prefix and place not in ids:
                if place > last:
                    highest += 1
                    ids[place] = f"{prefix}{highest}"
                else:
                    ids[place] = _inserted(before, used)
                used.add(ids[place])
            if ids.get(place, "").startswith(prefix):
                before = ids[place]
    return tuple(ids[place] for place in range(len(series)))


def _inserted(after: str, used: set[str]) -> str:
    """The first id of the kind `p12a` after `p12` (or `p12c`) that nobody has had."""
    anchor = Anchor.of(after)
    stem = f"{anchor.series.sign}{anchor.number}"
    return next(id_ for number in count(1) if (id_ := stem + suffix(number)) not in used)
