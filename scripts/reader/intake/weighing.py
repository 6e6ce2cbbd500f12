"""What features weigh: linear models, kept as a table that a person can read (`weights.tsv`).

    feature     text    begins  ends    amid
    bulletS     -0.41   -0.20   -0.33   -0.08

A line's score is the sum of the weights of its features; the logistic function makes a confidence of it.
Nothing is learned here: `scripts/train.py` writes the table.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LINES = ("text", "begins", "ends", "amid")
STARTS = ("paragraph",)
Row = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """The tables of the models: `lines` for pages of the web, `starts` for paragraphs of print."""

    lines: Mapping[str, Row]
    starts: Mapping[str, Row]


def read(table: str) -> Weights:
    """Return the weights of a table; lines that begin with “#” are its header."""
    lines: dict[str, Row] = {}
    starts: dict[str, Row] = {}
    for row in table.splitlines():
        name, *numbers = row.split("\t")
        if numbers and not name.startswith("#"):
            (lines if len(numbers) == len(LINES) else starts)[name] = tuple(map(float, numbers))
    return Weights(lines, starts)


def score(features: Iterable[str], table: Mapping[str, Row]) -> Row:
    """Return the sums of the weights of some features, one for each model of the lines of a page."""
    text = begins = ends = amid = 0.0
    for row in filter(None, map(table.get, features)):
        text += row[0]
        begins += row[1]
        ends += row[2]
        amid += row[3]
    return text, begins, ends, amid


def start_score(features: Iterable[str], table: Mapping[str, Row]) -> float:
    """Return the sum of the weights of some features for the beginning of a paragraph."""
    return sum(row[0] for row in filter(None, map(table.get, features)))


def confidence(value: float) -> float:
    """Return how sure a score is, between 0 and 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
