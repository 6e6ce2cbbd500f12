"""Editions: their order, what each did to a text, and when a text was last changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.history.wordings import Event, events
from reader.model import NOTE, Anchor, Page

Order = tuple[list[int], str]


@dataclass(frozen=True, slots=True)
class Change:
    """What one edition did to one text: `first` says that it is new, `notes` counts those new or reworded."""

    edition: str  # its name
    page: Page  # the text
    events: tuple[Event, ...]  # what was done to passages, in the order of the ledger
    first: bool
    notes: int

    def count(self, what: str) -> int:
        """The number of passages that were `added`, `reworded` or `retired`."""
        return sum(one.what == what for one in self.events)


def order(edition: str) -> Order:
    """Return a key by which editions stand in their order: 2 before 10."""
    return [int(part) for part in re.findall(r"\d+", edition)], edition


def place(edition: str) -> str:
    """Return the place of an edition on the page of changes: `edition-2`."""
    name = re.sub(r"\W+", "-", edition).strip("-").lower()
    return f"edition-{name}"


def changes(pages: Sequence[Page]) -> list[Change]:
    """Return what each edition did to each text, the newest edition first, texts in their order."""
    found: list[Change] = []
    for page in pages:
        every, notes = events(page), _notes(page)
        editions = sorted({*(one.edition for one in every), *notes}, key=order)
        for edition in editions:
            here = tuple(one for one in every if one.edition == edition)
            found.append(Change(edition, page, here, edition == editions[0], notes[edition]))
    newest = sorted({one.edition for one in found}, key=order, reverse=True)
    return sorted(found, key=lambda one: newest.index(one.edition))


def _notes(page: Page) -> Counter[str]:
    """How many notes have the wording that an edition gave them."""
    lines = [line for line in page.ledger if line.state == "live"]
    ids = [(Anchor.of(line.id), line.edition) for line in lines]
    return Counter(edition for id_, edition in ids if id_.series == NOTE and id_ not in page.withheld_notes)


def last(page: Page) -> str:
    """Return the last edition that changed what the page of a text shows, or nothing where none is known.

    Notes count, and what the rights withhold does not.
    """
    hidden = {*page.withheld, *page.withheld_notes}
    known = {line.edition for line in page.ledger if Anchor.of(line.id) not in hidden}
    return max(known, key=order, default="")
