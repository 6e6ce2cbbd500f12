"""Dates of access: what a style asks for, and what is not on record.

A date on which somebody has read a page is a fact like any other: it is printed where it is on record, and
where it is not that is told, since nobody can make it up afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from reader.model import Reference
from reader.model.dates import parse
from reader.references import forms

SOME_DAY = parse("1871-08-24")  # of no reading: it shows whether a style prints one


def lacks_access(reference: Reference, style: str, cache: Path) -> bool:
    """Return whether a style would print when a work was read, and nobody knows."""
    if not reference.get("url") or "urldate" in reference.dates:
        return False
    read = replace(reference, dates={**reference.dates, "urldate": SOME_DAY})
    plain, with_day = (forms.in_style({one.key: one}, style, cache)[one.key] for one in (reference, read))
    return plain != with_day


def undated(references: Mapping[str, Reference]) -> Iterator[Reference]:
    """Yield the web pages that have neither a date nor one of access, which most styles ask for then."""
    for one in references.values():
        if one.type == "online" and one.date is None and "urldate" not in one.dates:
            yield one
