"""The lines of stanzas and the rows of tables that ever had an address: `#p3.4` leads somewhere for good."""

from __future__ import annotations

from collections.abc import Mapping

from reader.model import Anchor, Page


def most_lines(page: Page) -> Mapping[Anchor, int]:
    """Return how many lines a passage has had at most, for those that have or had more than one."""
    most: dict[Anchor, int] = {passage.id: len(passage.lines) for passage in page.passages if passage.lines}
    for line in page.ledger:
        if "\n" in line.wording:
            id_ = Anchor.of(line.id)
            most[id_] = max(most.get(id_, 0), line.wording.count("\n") + 1)
    return most
