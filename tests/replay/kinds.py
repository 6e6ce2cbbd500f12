"""What real revisions do to a text: their edits, sorted into kinds and counted, by the judge's measure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from reader.anchors.matching import Wording
from replay.judge import alike, held, is_other

NUMBERS = re.compile(r"\d+")
WHOLE = 0.9
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
    for old, new in zip(revisions, revisions[1:], strict=False):
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
    """The kind of a pair; the other part of a divided passage is taken from `come`, a merged one from `gone`."""
    if NUMBERS.sub("0", old) == NUMBERS.sub("0", new):
        return "number changed"
    if old in headings and new in headings:
        return "heading renamed"
    part = next((one for one in come if held(one, old) >= WHOLE and held(one, new) < WHOLE), None)
    if part:
        come.remove(part)
        return "split"
    part = next((one for one in gone if held(one, new) >= WHOLE and held(one, old) < WHOLE), None)
    if part:
        gone.remove(part)
        return "merged"
    if held(old, new) >= 0.97 and len(new) > 1.2 * len(old):
        return "sentence added"
    if held(new, old) >= 0.97 and len(old) > 1.2 * len(new):
        return "sentence removed"
    return "a word or two" if alike(old, new) >= WHOLE else "words replaced"


def _moved(old: Sequence[Wording], new: Sequence[Wording]) -> int:
    both = {one.text for one in old} & {one.text for one in new}
    mine, theirs = ([one.text for one in side if one.text in both] for side in (old, new))
    same = sum(block.size for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks())
    return min(len(mine), len(theirs)) - same


def _kinds(old: Sequence[Wording], new: Sequence[Wording]) -> int:
    before, after = ({one.text: one.prefix for one in side} for side in (old, new))
    return sum(after[text] != prefix for text, prefix in before.items() if text in after)
