"""What a text says of itself: title, author, date, venue, DOI, ISSN, address; and which lines say it.

    "By Vali Kaleji"  "08 ноября 2020"  "۱۲ آبان ۱۳۹۹"  "Geopolitical Report 2785-2598 Volume 13 Issue 8"

What a format says itself comes first; the lines around the beginning of the text, and at its end, come after.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reader.intake.dates import find_date
from reader.intake.looks import Look

DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]{1,120}")
ISSN = re.compile(r"\b(\d{4}-\d{3}[\dXx])\b")
URL = re.compile(r"https?://[^\s<>\"]{4,300}")
BYLINE = re.compile(
    r"(?:by|von|par|por|di|автор:?|авторы:?|текст:?|نویسنده:?|author:?|authors:?|written by)\s+(.{3,80})",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){1,4}")
JOURNAL = re.compile(r"\bvol(?:ume)?\b|\bissue\b|\bno\.|\bjournal\b|\bissn\b|\bтом\b|\bвып", re.IGNORECASE)
VENUE = re.compile(r"\d|\bvol(?:ume)?\b|\bno\.|\bissue\b|\bтом\b", re.IGNORECASE)
LONGEST_TITLE = 40  # words
NOT_TITLES = frozenset({"share", "nav", "account", "legal", "caption", "byline"})
SITE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$|\s+-\s+[^-]{2,40}$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a text; `lines` say where: raw line → what stands there."""

    title: str = ""  # each of these is empty where nothing is known
    author: str = ""  # a name, without “by”
    date: str = ""  # EDTF
    venue: str = ""  # the journal or publisher, without volume and issue
    doi: str = ""  # such as 10.1000/182
    issn: str = ""  # 1234-5678
    url: str = ""  # what the format gives
    language: str = ""  # a tag, if the format gives one
    lines: Mapping[int, str] = field(default_factory=dict)


def metadata(lines: Sequence[Look], first: int, last: int, given: Mapping[str, str]) -> Metadata:
    """Return what lines outside the text, which stands from `first` to `last`, say of it."""
    around = [*lines[:first], *lines[last + 1 :]]
    above = lines[max(0, first - 25) : first]
    where: dict[int, str] = {}
    title = given.get("title", "") or _title(lines, above)
    for one in around:
        if said := _says(one, title):
            where[one.line] = said
    near = [one for one in around if one.line in where]
    dates = [found for one in near if "date" in where[one.line] and (found := find_date(one.text))]
    return Metadata(
        title=title,
        author=given.get("author", "") or _author([*above[::-1], *near]),
        date=given.get("date", "") or (dates[0] if dates else ""),
        venue=given.get("publisher", "") or _venue(one.text for one in near if where[one.line] == "venue"),
        doi=given.get("doi", "") or _first(DOI, near or around).rstrip(".,;)"),
        issn=_first(ISSN, [one for one in around if JOURNAL.search(one.text)]),
        url=given.get("url", ""),
        lines=where,
    )


def _title(lines: Sequence[Look], above: Sequence[Look]) -> str:
    """The title: what the page calls itself, what it says twice, or the likeliest line above the text."""
    could = [one for one in above if 2 <= one.size <= LONGEST_TITLE and not one.dated]
    first = lines[0] if lines else None
    for one in could:
        if first is not None and one is not first and one.size >= 3 and one.key in first.key:
            return one.text
    times = Counter(one.key for one in could if one.size >= 4)
    for one in could:
        if times[one.key] > 1:
            return one.text
    if first is not None and first in could and first.text.isascii() == _is_ascii(lines):
        return SITE.sub("", first.text)
    likely = [
        one for one in could if one.size >= 3 and one.ending != "." and not NOT_TITLES & one.classes.keys()
    ]
    return max(likely, key=lambda one: (min(one.size, 8), one.line)).text if likely else ""


def _is_ascii(lines: Sequence[Look]) -> bool:
    """Whether most lines are written in plain Latin letters."""
    return 2 * sum(one.text.isascii() for one in lines) > len(lines)


def _says(one: Look, title: str) -> str:
    """What of the text a line outside it says, if it does."""
    words = set(title.lower().split())
    own = set(one.text.lower().split())
    if title and one.text == title:
        return "title"
    if len(own) >= 3 and len(own & words) >= 0.8 * len(own) and len(own & words) >= 0.6 * len(words):
        return "title"
    if BYLINE.fullmatch(one.body) and one.size <= 14:
        return "author and date" if find_date(one.text) else "author"
    if one.size <= 14 and find_date(one.text):
        return "date"
    if one.size <= 25 and (DOI.search(one.text) or (JOURNAL.search(one.text) and one.digits > 0.05)):
        return "venue"
    return ""


def _venue(lines: Iterable[str]) -> str:
    """The name of a journal: what stands before its numbers."""
    for line in lines:
        name = VENUE.split(line, maxsplit=1)[0].strip(" ,;:.(|–—-")
        if 2 <= len(name.split()) <= 12:
            return name
    return ""


def _author(lines: Iterable[Look]) -> str:
    for one in lines:
        if one.size <= 14 and (found := BYLINE.match(one.body)) and (name := NAME.match(found[1])):
            return name[0].rstrip(".")
    return ""


def _first(pattern: re.Pattern[str], lines: Iterable[Look]) -> str:
    for one in lines:
        if found := pattern.search(one.text):
            return found[(found.re.groups and 1) or 0]
    return ""
