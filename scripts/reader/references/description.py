"""How texts and wordings are called: from the CSL item of the record, and nowhere else."""

from __future__ import annotations

import re

from reader.model import Page, Reference
from reader.model.names import Name, Names, listed
from reader.model.rich_text import plain
from reader.references import phrases
from reader.references.item import GUARD, container, csl_type, publisher
from reader.words.languages import primary, written_date
from reader.words.speech import comma, language

NUMBERED = (("volume", phrases.VOLUME), ("number", phrases.NUMBER), ("issue", phrases.ISSUE))
WORDS_A_MINUTE = 230
TAG = re.compile(r"</?(?:span|i|b|sup|sub|sc)\b[^>]*>")


def text(value: object) -> str:
    """Return a value of an item as one line of text, without markup."""
    return " ".join(TAG.sub("", str(value or "")).replace(GUARD, "").split())


def creators(record: Reference) -> Names:
    """Return the authors of a work, and the editors of one that has none.

    A body that is the venue as well is no author: it says only where the text stands.
    """
    for field in ("author", "editor"):
        names = record.names.get(field, Names())
        others = tuple(name for name in names if name.in_full != venue_name(record))
        if others:
            return Names(others, names.more)
    return Names()


def authors(record: Reference) -> str:
    """Return “Vali Kaleji”, “A and B”, “A et al.”, “A (editor)”, or nothing where none is established."""
    names = creators(record)
    said = listed([name.in_full for name in names], more=names.more)
    if not said or _are_authors(record):
        return said
    phrase = phrases.EDITOR if len(names.names) == 1 and not names.more else phrases.EDITORS
    return phrase.format(names=said)


def people(record: Reference, role: str) -> tuple[Name, ...]:
    """Return the established authors, or editors, one by one."""
    if role == "author":
        return creators(record).names if _are_authors(record) else ()
    return record.names.get(role, Names()).names


def _are_authors(record: Reference) -> bool:
    return any(name in record.names.get("author", Names()) for name in creators(record))


def label(record: Reference) -> str:
    """Return “Kaleji 2023”, or the venue and the year of a text without an established author."""
    names = creators(record)
    name = listed([name.last for name in names], more=names.more) if names else venue_name(record)
    return f"{name} {record.date.year if record.date else ''}".strip()


def venue_name(record: Reference) -> str:
    """Return the journal, book, site or body that published the text."""
    return plain(container(record) or publisher(record))


def venue(record: Reference) -> str:
    """Return the venue with what places the text in it: section or series, volume and number."""
    within = plain(container(record))
    parts = [venue_name(record), record.get("titleaddon")]
    if editors := people(record, "editor") if within else ():
        parts.append(phrases.EDITED_BY.format(names=listed([name.in_full for name in editors])))
    for field, phrase in NUMBERED:
        if record.get(field):
            parts.append(phrase.format(number=record.get(field)))
    if within and csl_type(record) == "chapter":
        parts.append(plain(publisher(record)))
    return comma().join(part for part in parts if part)


def date(record: Reference, tag: str = "") -> str:
    """Return “15 June 2023”, “June 2023” or “2023”, as exactly as it is known, or two of them for a range.

    A plain date is written as its language does, “15. Juni 2023”, “۱۵ ژوئن ۲۰۲۳”, any other as the site does.
    """
    if not record.date:
        return ""
    point = record.date.point
    plain_date = not record.date.span and point.exact and not point.season and point.year > 0
    if primary(tag or language()) == primary(language()) or not plain_date:
        return record.date.words
    return written_date(point.year, point.month, point.day, tag)


def minutes(page: Page) -> int:
    """Return how long the text takes to read, in whole minutes, one at least."""
    return max(1, round(page.words / WORDS_A_MINUTE))
