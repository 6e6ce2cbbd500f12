"""A line of the ledger: what an anchor stands for, or stood for before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.words.letters import fingerprint, revision, seen

State = Literal["live", "was", "regularised", "retired"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a ledger; `lands` is empty unless the anchor is retired."""

    id: str  # the anchor as it is written
    state: State  # what the line says of it
    fingerprint: str  # the revision that links carry
    edition: str  # that in which this came about
    lands: str
    wording: str  # whole

    @property
    def is_main(self) -> bool:
        """Whether it is the line of an anchor, and not one of its earlier wordings."""
        return self.state in ("live", "retired")

    def is_seen_as(self, text: str) -> bool:
        """Whether a reader sees nothing in `text` that is not in its wording, or the other way round."""
        return seen(self.wording) == seen(text) and self.fingerprint in names(text)


def names(wording: str) -> tuple[str, str]:
    """Return the fingerprints that a wording may have: that of now, and that of the first edition.

    The first edition took the fingerprint of the letters. A wording keeps the one that it was given, since
    links carry it.
    """
    return revision(wording), fingerprint(wording)
