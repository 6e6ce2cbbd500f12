"""What a passage said before: its earlier wordings, each with what has changed since."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from reader.anchors import ledger
from reader.model import NOTE, Anchor, Page
from reader.words.letters import revision
from reader.words.segmentation import clusters, has_unspaced

Kind = Literal["same", "gone", "new"]
WORD = re.compile(r"\s*\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Earlier:
    """A wording that a passage has had: `revisions` are those that links to it carry."""

    revisions: tuple[str, ...]
    edition: str
    wording: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that an edition did to a passage."""

    passage: Anchor
    what: Literal["added", "reworded", "retired"]
    edition: str
    old: str
    new: str


def earlier(page: Page) -> dict[Anchor, list[Earlier]]:
    """Return the earlier wordings of every passage that has or had an address, the latest first."""
    was: dict[Anchor, list[ledger.Line]] = {}
    for anchor, line in _lines(page):
        if line.state != "live":
            was.setdefault(anchor, []).append(line)
    return {
        anchor: [
            Earlier(revisions(line.wording), line.edition, line.wording)
            for line in sorted(lines, key=_edition, reverse=True)
        ]
        for anchor, lines in was.items()
    }


def revisions(wording: str) -> tuple[str, ...]:
    """Return the revisions by which links name a wording, the one that new links carry first."""
    return (revision(wording),)


def events(page: Page) -> list[Event]:
    """Return what the editions did to the passages, notes left aside, in the order of the ledger."""
    found: list[Event] = []
    history: dict[Anchor, list[ledger.Line]] = {}
    for anchor, line in _lines(page):
        if anchor.series != NOTE and anchor not in page.withheld:
            history.setdefault(anchor, []).append(line)
    for id_, lines in history.items():
        wordings = sorted((line for line in lines if line.state != "retired"), key=_edition)
        if wordings:
            found.append(Event(id_, "added", wordings[0].edition, "", wordings[0].wording))
        for old, new in pairwise(wordings):
            found.append(Event(id_, "reworded", new.edition, old.wording, new.wording))
        for line in lines:
            if line.state == "retired":
                found.append(Event(id_, "retired", line.edition, line.wording, ""))
    return found


def compare(old: str, new: str) -> list[tuple[Kind, str]]:
    """Return two wordings as runs that stayed, went and came.

    A run is of whole words, or of characters where a script writes no spaces.
    """
    before, after = _words(old), _words(new)
    head, tail = _ends(before, after)
    changed = SequenceMatcher(None, before[head : len(before) - tail], after[head : len(after) - tail], False)
    runs: list[tuple[Kind, str]] = [("same", "".join(before[:head]))]
    for kind, first, last, begin, end in changed.get_opcodes():
        gone = "".join(before[head + first : head + last])
        if kind == "equal":
            runs.append(("same", gone))
        else:
            runs += [("gone", gone), ("new", "".join(after[head + begin : head + end]))]
    runs.append(("same", "".join(before[len(before) - tail :])))
    return [run for run in runs if run[1]]


def _words(text: str) -> list[str]:
    pieces = WORD.findall(text)
    return [part for piece in pieces for part in (clusters(piece) if has_unspaced(piece) else [piece])]


def _ends(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many words two wordings have in common at their beginnings, and at their ends."""
    most = min(len(before), len(after))
    head = next((at for at in range(most) if before[at] != after[at]), most)
    most -= head
    return head, next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)


def _lines(page: Page) -> list[tuple[Anchor, ledger.Line]]:
    lines, _problems = ledger.parse(page.source.file("anchors.lock"), page.source.ledger)
    return [(Anchor.of(line.id), line) for line in lines]


def _edition(line: ledger.Line) -> tuple[int, list[int], str]:
    """Earlier wordings first, and these in the order of their editions: 2 before 10."""
    return line.state == "live", [int(part) for part in re.findall(r"\d+", line.edition)], line.edition
