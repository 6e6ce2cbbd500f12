"""The kinds of terms and of notes: those that an edition has of its own, or these where it names none.

`[[tool.reader.term_kind]]` and `[[tool.reader.note_kind]]` in pyproject.toml name others, in their order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from reader.words.speech import Phrase, Said

TermKind = Annotated[str, "of terms"]  # the id of one
NoteKind = Annotated[str, "of notes"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of terms or of notes, as pages call it."""

    name: Said  # what one of them is called
    group: Said  # what all of them are called, in the index
    named: bool = False  # whether they stand in the index of names too


TermKinds = Mapping[TermKind, Kind]  # by their ids, in the order of the index
NoteKinds = Mapping[NoteKind, Kind]


TERM_KINDS: TermKinds = {
    "organisation": Kind(Phrase("Organisation"), Phrase("Organisations")),
    "treaty": Kind(Phrase("Treaty, agreement or format"), Phrase("Treaties, agreements and formats")),
    "corridor": Kind(Phrase("Corridor or pipeline"), Phrase("Corridors and pipelines")),
    "place": Kind(Phrase("Place"), Phrase("Places"), named=True),
    "concept": Kind(Phrase("Concept"), Phrase("Concepts")),
    "conflict": Kind(Phrase("Conflict or event"), Phrase("Conflicts and events")),
    "person": Kind(Phrase("Person"), Phrase("Persons"), named=True),
}
NOTE_KINDS: NoteKinds = {
    "context": Kind(Phrase("Context"), ""),
    "since": Kind(Phrase("Since then"), ""),
    "correction": Kind(Phrase("Correction"), ""),
    "sic": Kind(Phrase("So in the text"), ""),
    "source": Kind(Phrase("Source"), ""),
}
