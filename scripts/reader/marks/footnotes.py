"""Mark the places where the text calls the notes of its source."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from reader.model import Anchor, CalledFootnote, Cleaned, Footnote, Mark, Passage


def call(passages: Sequence[Passage], cleaned: Cleaned) -> tuple[list[Passage], list[CalledFootnote]]:
    """Return the passages with a mark at each place that calls a note, and the notes in this order."""
    said: defaultdict[int, list[Anchor]] = defaultdict(list)
    for one in passages:
        if one.kind == "footnote":
            said[one.raw[0]].append(one.id)
    called: list[CalledFootnote] = []
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    starts = [one.start for one in passages]
    places = [(one.start, one.entry) for one in cleaned.placed if isinstance(one.entry, Footnote)]
    for offset, entry in sorted(places, key=lambda place: place[0]):
        ids = [id_ for line in entry.lines for id_ in said[line]]
        at = bisect_right(starts, offset) - 1
        if not ids or at < 0:
            continue  # told already: nothing is left of the note, or of the text
        note = CalledFootnote(entry.label, passages[at].id, tuple(ids), entry.place)
        place = min(offset - starts[at], len(passages[at].text))
        marks[at].append(Mark(place, place, "footnote", str(note.id)))
        called.append(note)
    return [one.with_marks(marks[at]) if at in marks else one for at, one in enumerate(passages)], called
