"""What an edition did to a text, in words: “2 passages added, 3 reworded”."""

from __future__ import annotations

from reader.exports import phrases
from reader.history.editions import Change
from reader.words.speech import comma


def told(change: Change) -> str:
    """Return how many passages and notes are new or other than before."""
    added = phrases.PASSAGES if change.first else phrases.ADDED
    kinds = (("added", added), ("reworded", phrases.REWORDED), ("retired", phrases.RETIRED))
    said = [phrase.counted(number) for kind, phrase in kinds if (number := change.count(kind))]
    if change.notes:
        said.append((phrases.NOTES if change.first else phrases.NOTES_CHANGED).counted(change.notes))
    return comma().join(said) or str(phrases.ONLY_SIGNS)
