"""A date in TEI: in words, and as far as W3C has it."""

from __future__ import annotations

import re

from reader.exports.phrasing import line
from reader.exports.xml import Element, element
from reader.model.dates import Date, parse

W3C_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def date(known: Date) -> Element:
    """Return the `date`: a day, a month or a year, or the ends of a span."""
    ends = {"from": known.start, "to": known.end} if known.span else {"when": known.start}
    exact = {
        name: point.iso
        for name, point in ends.items()
        if point and not point.vague and W3C_DATE.fullmatch(point.iso)
    }
    return element("date", line(known.words), **exact)


def day(written: str) -> Element:
    """Return the `date` of a day that is written 2026-11-25."""
    return date(parse(written))
