"""Places in files: where an entry of an editor stands, and the raw lines that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

Lines = NewType("Lines", tuple[int, int])  # the first and last of a range, written "37-81" or "9"
Day = NewType("Day", str)  # a day of the calendar, written 2026-11-25


@dataclass(frozen=True, slots=True)
class At:
    """A place in a file of the project: `path` is relative to its root."""

    path: str
    line: int  # from 1
