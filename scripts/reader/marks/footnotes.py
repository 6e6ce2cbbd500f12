"""Mark the places where the text calls the notes of its source."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import CalledFootnote, Cleaned, Footnote, Mark, Passage


def call(passages: Sequence[Passage], cleaned: Cleaned) -> tuple[list[Passage], list[CalledFootnote]]:
    """Return the passages with a mark at each place that calls a note, and the notes in this order."""
    called: list[CalledFootnote] = []
    marked = list(passages)
    places = [(one.start, one.entry) for one in cleaned.placed if isinstance(one.entry, Footnote)]
    for offset, entry in sorted(places, key=lambda place: place[0]):
        first, last = entry.note
        said = [one.id for one in passages if one.kind == "footnote" and first <= one.raw[0] <= last]
        at = _passage(passages, offset)
        if not said or at is None:
            continue  # told already: nothing is left of the note, or of the text
        note = CalledFootnote(entry.label, passages[at].id, tuple(said), entry.place)
        place = min(max(0, offset - passages[at].start), len(passages[at].text))
        marked[at] = marked[at].with_marks([Mark(place, place, "footnote", str(note.id))])
        called.append(note)
    return marked, called


def _passage(passages: Sequence[Passage], offset: int) -> int | None:
    """The last passage that begins before an offset, or at it."""
    return max((at for at, one in enumerate(passages) if one.start <= offset), default=None)
