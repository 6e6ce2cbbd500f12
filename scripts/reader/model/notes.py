"""The notes of the editors."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.anchor import Anchor
from reader.model.kinds import NoteKind
from reader.model.lines import At
from reader.model.prose import Prose


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's note on a lemma of a passage."""

    passage: Anchor  # that which has the lemma
    lemma: str  # words of the passage, which it has once
    kind: NoteKind  # what the note is about
    body: Prose  # what it says, read from Markdown
    at: At  # where its heading stands
