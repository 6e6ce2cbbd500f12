"""Lines that end a text whatever follows, lines at its edges that say what they are, and lines to be spared.

"Read 11217 times"  "1623 просмотра"  "Leave a reply"  "About the author"     nothing of the text follows
"Vali Kaleji is Ph.D. …", where the byline says “By Vali Kaleji”              the same
"Disclaimer: …"  "Source: TRT World"  "08 ноября 2020"                        no text as last lines
a paragraph just above the text, on a page with hardly any furniture          kept: it may be an abstract
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.intake.dates import find_date
from reader.intake.looks import Look
from reader.intake.metadata import BYLINE, NAME

ENDING = re.compile(  # views, changes, comments, a note on the author
    r"(?:read \d+ times|\d[\d ,.]{0,9} (?:views|reads|просмотр\w{0,3}|بازدید)"
    r"|(?:views|просмотр\w{0,3}|بازدید):? \d"
    r"|last (?:modified|updated)\b|об авторе\b"
    r"|about the authors?\b|leave an? (?:comment|reply|response)\b"
    r"|post(?:ed)? a comment\b|add a comment\b"
    r"|\d{1,4} (?:thoughts?|responses?|replies|comments) (?:on|to)\b"
    r"|(?:like|share) this:$"
    r"|(?:\d{1,4} )?(?:comments?|comentarios|comentários|commentaires?|kommentare?|комментари[ийев]{1,2}"
    r"|نظرات)(?: \(?\d{1,4}\)?)?:?$)",
    re.IGNORECASE,
)
LAST = re.compile(
    r"(?:disclaimer|sources?|via|originally published|reprinted|источник|منبع|photo credits?|tags?"
    r"|filed under)\s*[:(]",
    re.IGNORECASE,
)
ABOUT = re.compile(r",? (?:is|was|has|writes|covers|reports|works|teaches|lives)\b")
SHORT = 14  # words of a line that ends a text
MOST = 0.5  # of the prose stands above what ends the text
PARAGRAPH = 16  # words of a line that is spared
NEAR = 2  # lines from the text within which one is spared
DOUBT = -2.0  # the score of a line below which it is not


def hard_end(lines: Sequence[Look]) -> int:
    """Return the first line that ends the text, whatever follows; the number of lines if none does."""
    whole = sum(one.prose for one in lines)
    author = _author(lines)
    above = 0.0
    for at, one in enumerate(lines):
        if above >= MOST * whole and above > 0 and (_ends(one) or _is_of(one, author)):
            return at
        above += one.prose
    return len(lines)


def _author(lines: Sequence[Look]) -> str:
    for one in lines:
        if one.size <= SHORT and (said := BYLINE.match(one.body)) and (name := NAME.match(said[1])):
            return name[0]
    return ""


def _ends(one: Look) -> bool:
    return one.size <= SHORT and ENDING.match(one.body) is not None


def _is_of(one: Look, author: str) -> bool:
    """Whether a line is a note on the author."""
    return bool(author) and one.text.startswith(author) and ABOUT.match(one.text, len(author)) is not None


def is_last(one: Look) -> bool:
    """Whether a line is no text where it stands last: a notice, a source, a date."""
    if one.size <= 5 and find_date(one.text):
        return True
    return one.size <= 80 and LAST.match(one.body) is not None


def is_announcing(one: Look) -> bool:
    """Whether a few words say nothing but share, subscribe or advertisement."""
    said = max((one.classes.get(name, 0) for name in ("share", "subscribe", "ad")), default=0)
    return 0 < one.size <= 5 and said >= 0.8 * one.size


def is_spared(one: Look, value: float, away: int) -> bool:
    """Whether a line just outside the text is kept all the same; `away` counts the lines between."""
    return (
        away <= NEAR
        and one.size >= PARAGRAPH
        and one.ending == "."
        and value > DOUBT
        and not LAST.match(one.body)
    )
