"""Mark corrections and sics in the passages, and number them through a text."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Cleaned, Correction, Emendation, Mark, Passage, Sic

LETTERS = {"correction": "c", "sic": "k", "supply": "a"}


def emend(passages: Sequence[Passage], cleaned: Cleaned) -> tuple[list[Passage], list[Emendation]]:
    """Return the passages with their corrections and sics marked, and these numbered `c1 …`, `k1 …`.

    What is supplied is numbered too (`a1 …`); it is a passage of its own and needs no mark.
    """
    marked: list[Passage] = []
    emendations: list[Emendation] = []
    count = dict.fromkeys(LETTERS.values(), 0)
    for passage in passages:
        marks: list[Mark] = []
        end = passage.start + len(passage.text)
        for spot in cleaned.spots:
            if not passage.start <= spot.start < end:
                continue
            letter = LETTERS[type(spot.entry).__name__.lower()]
            count[letter] += 1
            id_ = f"{letter}{count[letter]}"
            emendations.append(Emendation(id_, passage.id, spot.entry))
            start, stop = spot.start - passage.start, min(spot.end, end) - passage.start
            if isinstance(spot.entry, Correction):
                marks.append(Mark(start, stop, "correction", id_))
            elif isinstance(spot.entry, Sic):
                marks.append(Mark(start, stop, "sic", id_))
        marked.append(passage.with_marks(marks))
    return marked, emendations
