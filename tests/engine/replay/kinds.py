"""What real revisions do to a text: their edits, sorted into kinds and counted, by the judge's measure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from reader.anchors.matching import Wording
from replay.judge import alike, held, is_other

NUMBERS = re.compile(r"\d+")
WHOLE = 0.9
ALL_BUT_A_WORD = 0.97
LONGER = 1.2
KINDS = (
    "words replaced",
    "a word or two",
    "sentence added",
    "sentence removed",
    "number changed",
    "heading renamed",
    "kind changed",
    "moved",
    "split",
    "merged",
    "inserted",
    "deleted",
)


def count(revisions: Sequence[Sequence[Wording]]) -> Counter[str]:
    """Count the edits of every step between two revisions."""
    counts: Counter[str] = Counter()
    for old, new in pairwise(revisions):
        counts += _of_step(old, new)
    return counts


def _of_step(old: Sequence[Wording], new: Sequence[Wording]) -> Counter[str]:
    """Sort what differs: what reads the same first, then the likest pairs, then parts, then the rest."""
    before, after = Counter(one.text for one in old), Counter(one.text for one in new)
    gone = list((before - after).elements())
    come = list((after - before).elements())
    counts = Counter({"moved": _moved(old, new), "kind changed": _kinds(old, new)})
    headings = {one.text for one in (*old, *new) if one.prefix == "s"}
    pairs = sorted(((alike(one, other), one, other) for one in gone for other in come), reverse=True)
    for figure, one, other in pairs:
        if figure < 0.3 or is_other(one, other):
            break
        if one in gone and other in come:
            gone.remove(one)
            come.remove(other)
            counts[_kind(one, other, headings, gone, come)] += 1
    return counts + Counter({"inserted": len(come), "deleted": len(gone)})


def _kind(old: str, new: str, headings: set[str], gone: list[str], come: list[str]) -> str:
    """The kind of a pair; the other part of a divided passage leaves `come`, that of a merged one `gone`."""
    if NUMBERS.sub("0", old) == NUMBERS.sub("0", new):
        return "number changed"
    if old in headings and new in headings:
        return "heading renamed"
    for kind, whole, rest, others in (("split", old, new, come), ("merged", new, old, gone)):
        part = next((one for one in others if held(one, whole) >= WHOLE and held(one, rest) < WHOLE), None)
        if part:
            others.remove(part)
            return kind
    return _of_sentences(old, new)


def _of_sentences(old: str, new: str) -> str:
    if held(old, new) >= ALL_BUT_A_WORD and len(new) > LONGER * len(old):
        return "sentence added"
    if held(new, old) >= ALL_BUT_A_WORD and len(old) > LONGER * len(new):
        return "sentence removed"
    return "a word or two" if alike(old, new) >= WHOLE else "words replaced"


def _moved(old: Sequence[Wording], new: Sequence[Wording]) -> int:
    both = {one.text for one in old} & {one.text for one in new}
    mine, theirs = ([one.text for one in side if one.text in both] for side in (old, new))
    same = sum(
        block.size for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    )
    return min(len(mine), len(theirs)) - same


def _kinds(old: Sequence[Wording], new: Sequence[Wording]) -> int:
    before, after = ({one.text: one.prefix for one in side} for side in (old, new))
    return sum(after[text] != prefix for text, prefix in before.items() if text in after)
