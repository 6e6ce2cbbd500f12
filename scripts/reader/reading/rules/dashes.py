r"""Hyphens that stand for dashes made en dashes.

    "similarly - that is"         ->  "similarly – that is"
    "relative power -, the"       ->  "relative power –, the"

A hyphen at the beginning of a line may be a list's, and stays. So does one in a sum: between two numbers, or
between a number and a letter that stands for one (7 - 5, n - 1, x - y = 2). Nobody can tell it from a range.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reader.reading.rules.rule import Proposal, Setting

DASH = regex.compile(r"(?<=\S )-(?=[ ,;:.)])")
NUMBER = r"[(\[−+±$€£¥₽₹~≈<>≤≥-]*\p{N}[\p{N}.,٫٬'’/:]*(?:[%‰°²³!)\]]|\p{Sc})*"
VARIABLE = r"[(\[]*(?:[b-hj-zB-HJ-Z]|\p{Greek})[\p{No}′)\]]*"
OPERATOR = r"[=+×÷⋅·*/^<>≤≥≈±−-]"
LEFT_NUMBER = regex.compile(rf"(?:^|\s){NUMBER} $")
RIGHT_NUMBER = regex.compile(rf" {NUMBER}(?=[\s.,;:?]|$)")
LEFT_VARIABLE = regex.compile(rf"(?:^|\s){VARIABLE} $")
RIGHT_VARIABLE = regex.compile(rf" {VARIABLE}(?=[\s.,;:?]|$)")
LEFT_OPERATOR = regex.compile(rf" {OPERATOR} \S+ $")
RIGHT_OPERATOR = regex.compile(rf" \S+ {OPERATOR}(?= )")
REACH = 40  # characters of a number that are looked at


def propose(text: str, _setting: Setting) -> Iterator[Proposal]:
    """Propose an en dash for each hyphen between spaces, or between a space and a stop."""
    for match in DASH.finditer(text):
        if not _is_minus(text, match.start()):
            yield match.start(), match.end(), "–"


def _is_minus(text: str, at: int) -> bool:
    """Whether the hyphen may be a minus: both its neighbours are numbers, or letters of a formula."""
    before, after = text[max(0, at - REACH) : at], text[at + 1 : at + REACH]
    left, right = LEFT_NUMBER.search(before), RIGHT_NUMBER.match(after)
    if left and right:
        return True
    letters = (left or LEFT_VARIABLE.search(before)) and (right or RIGHT_VARIABLE.match(after))
    equation = LEFT_OPERATOR.search(before) or RIGHT_OPERATOR.match(after)
    return bool(letters and (left or right or equation))
