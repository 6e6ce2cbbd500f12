"""What a passage said before: its earlier wordings, each with what has changed since."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from reader.model import NOTE, Anchor, Page
from reader.model.ledger import Line
from reader.words.letters import REVISION_DIGITS


@dataclass(frozen=True, slots=True)
class Earlier:
    """A wording that a passage has had: `revision` is what links to it carry."""

    revision: str
    edition: str  # the first that had it
    wording: str  # whole


@dataclass(frozen=True, slots=True)
class Event:
    """Something that an edition did to a passage; of what it has `regularised` no notice is given."""

    passage: Anchor  # its anchor
    what: Literal["added", "reworded", "regularised", "retired"]  # what was done
    edition: str  # the one that did it
    old: str  # the wording before, or nothing
    new: str  # the wording after, or nothing


def earlier(page: Page) -> dict[Anchor, list[Earlier]]:
    """Return the earlier wordings of every passage that has or had an address, the latest first."""
    was: dict[Anchor, list[Line]] = {}
    for anchor, line in _lines(page):
        if line.state in ("was", "retired"):
            was.setdefault(anchor, []).append(line)
    return {
        anchor: [
            Earlier(line.fingerprint[:REVISION_DIGITS], line.edition, line.wording)
            for line in sorted(lines, key=_edition, reverse=True)
        ]
        for anchor, lines in was.items()
    }


def events(page: Page) -> list[Event]:
    """Return what the editions did to the passages, notes left aside, in the order of the ledger."""
    found: list[Event] = []
    history: dict[Anchor, list[Line]] = {}
    for anchor, line in _lines(page):
        if anchor.series != NOTE and anchor not in page.withheld:
            history.setdefault(anchor, []).append(line)
    for id_, lines in history.items():
        wordings = sorted((line for line in lines if line.state in ("live", "was")), key=_edition)
        if wordings:
            found.append(Event(id_, "added", wordings[0].edition, "", wordings[0].wording))
        for old, new in pairwise(wordings):
            found.append(Event(id_, "reworded", new.edition, old.wording, new.wording))
        for line in lines:
            if line.state in ("retired", "regularised"):
                found.append(Event(id_, line.state, line.edition, line.wording, ""))
    return found


def _lines(page: Page) -> list[tuple[Anchor, Line]]:
    return [(Anchor.of(line.id), line) for line in page.ledger]


def _edition(line: Line) -> tuple[int, list[int], str]:
    """Earlier wordings first, and these in the order of their editions: 2 before 10."""
    return line.state == "live", [int(part) for part in re.findall(r"\d+", line.edition)], line.edition
