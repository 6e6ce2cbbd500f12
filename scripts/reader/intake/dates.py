"""Dates as texts write them, in English, Russian and Persian among others, as EDTF.

    "November 18, 2021"  "18 Nov 2021"  "2021-11-18"  "18.11.2021"   ->   2021-11-18
    "08 ноября 2020"     ->   2020-11-08
    "۱۸ آبان ۱۳۹۹"       ->   2020-11-08      a year of the Persian calendar

Where the order of day and month is open (“5/6/2020”), nothing is returned: a date is found or it is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reader.model.dates import LENGTHS

NAMES = """january jan januar janvier enero janeiro gennaio января январь ocak ژانویه
february feb februar février febrero fevereiro febbraio февраля февраль şubat فوریه
march mar märz mars marzo março марта март mart مارس
april apr avril abril aprile апреля апрель nisan آوریل
may mai mayo maio maggio мая май mayıs مه
june jun juni juin junio junho giugno июня июнь haziran ژوئن
july jul juli juillet julio julho luglio июля июль temmuz ژوئیه
august aug août agosto августа август ağustos اوت
september sep sept septembre septiembre setembro settembre сентября сентябрь eylül سپتامبر
october oct oktober octobre octubre outubro ottobre октября октябрь ekim اکتبر
november nov novembre noviembre novembro ноября ноябрь kasım نوامبر
december dec dezember décembre diciembre dezembro dicembre декабря декабрь aralık دسامبر"""
MONTHS = {name: number for number, row in enumerate(NAMES.split("\n"), 1) for name in row.split()}
PERSIAN = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
ISO = re.compile(r"\b((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})\b")
POINTS = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)\b")
DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|º)?\.?\s+(?:de\s+)?([^\W\d_]{2,12})\.?,?\s+(?:de\s+)?(\d{4})\b"
)
MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
MONTH_ALONE = re.compile(r"\b([^\W\d_]{3,12})\.?,?\s+((?:19|20)\d\d)\b")
NOWRUZ = (1399, 2020, 20)  # the first day of that Persian year was on this day of March
LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})  # years of 33 that have a day more, for 1343–1472
LOOKED_AT = 300  # characters


def find_date(text: str) -> str:
    """Return the first date of a line as EDTF, or nothing."""
    plain = _western(text[:LOOKED_AT])
    return next(filter(None, (found for form in (_figures, _words, _month) for found in form(plain))), "")


def _figures(plain: str) -> Iterator[str]:
    for found in ISO.finditer(plain):
        yield _checked(int(found[1]), int(found[2]), int(found[3]))
    for found in POINTS.finditer(plain):
        first, second, year = map(int, found.groups())
        if first > 12 or "." in found[0] or first == second:
            yield _checked(year, second, first)
        elif second > 12:
            yield _checked(year, first, second)


def _words(plain: str) -> Iterator[str]:
    yield from (_named(found[2], int(found[1]), int(found[3])) for found in DAY_FIRST.finditer(plain))
    yield from (_named(found[1], int(found[2]), int(found[3])) for found in MONTH_FIRST.finditer(plain))


def _month(plain: str) -> Iterator[str]:
    for found in MONTH_ALONE.finditer(plain):
        if month := MONTHS.get(found[1].lower()):
            yield f"{found[2]}-{month:02}"


def _western(text: str) -> str:
    """A text with the digits of every script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() and sign > "²" else sign for sign in text)


def _named(name: str, day: int, year: int) -> str:
    if month := MONTHS.get(name.lower()):
        return _checked(year, month, day)
    if name in PERSIAN and 1343 <= year <= 1472:
        return _from_persian(year, PERSIAN.index(name) + 1, day)
    return ""


def _checked(year: int, month: int, day: int) -> str:
    if not (1500 <= year <= 2200 and 1 <= month <= 12 and 1 <= day <= _length(year, month)):
        return ""
    return f"{year}-{month:02}-{day:02}"


def _length(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return LENGTHS[month - 1] - (month == 2 and not leap)


def _from_persian(year: int, month: int, day: int) -> str:
    """A day of the Persian calendar as one of ours."""
    if not 1 <= day <= (31 if month <= 6 else 30):
        return ""
    start, ours, first = NOWRUZ
    days = first - 1 + 31 * min(month - 1, 6) + 30 * max(0, month - 7) + day - 1
    step = 1 if year >= start else -1
    for one in range(start, year, step):
        days += step * (366 if (one if step > 0 else one - 1) % 33 in LEAP else 365)
    month = 3
    while days >= _length(ours, month):
        days -= _length(ours, month)
        ours, month = (ours + 1, 1) if month == 12 else (ours, month + 1)
    while days < 0:
        ours, month = (ours - 1, 12) if month == 1 else (ours, month - 1)
        days += _length(ours, month)
    return f"{ours}-{month:02}-{days + 1:02}"
