"""The table of weights beside the detectors, as it is read from the disk."""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).parents[1] / "intake" / "weights.tsv"


@cache
def weights_table() -> str:
    """Return the text of the table of weights."""
    return TABLE.read_text("utf-8")
