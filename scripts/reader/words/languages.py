"""Languages as BCP 47 names them: whether a tag is one, its script, and the direction that is written in.

    "fa" -> Arab, rtl      "az-Cyrl" -> Cyrl, ltr      "English" -> no tag: write “en”

What is a tag is the registry of IANA (langcodes); scripts, names and digits are those of CLDR (babel).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import langcodes
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import parse_pattern

Direction = Literal["ltr", "rtl"]

UNDETERMINED = "und"
SUBTAG = re.compile(r"[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*")
DIGITS = {
    system: {ord("0") + value: chr(zero + value) for value in range(10)}
    for system, zero in (
        ("arab", 0x660),
        ("arabext", 0x6F0),
        ("beng", 0x9E6),
        ("deva", 0x966),
        ("mymr", 0x1040),
    )
}
RIGHT_TO_LEFT = frozenset(
    "Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb "
    "Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Todr Yezi".split()
)


def unfit(tag: str) -> str | None:
    """Return what to write instead of a tag that is none, and None for one that is."""
    plain = tag.strip()
    if SUBTAG.fullmatch(tag) and langcodes.tag_is_valid(tag):
        return None
    if known := named(plain):
        return f"write “{known}”, the tag of BCP 47"
    mended = "-".join(re.split(r"[_\s]+", plain.split(".")[0]))
    if mended != tag and SUBTAG.fullmatch(mended) and langcodes.tag_is_valid(mended):
        return f"write “{mended}”"
    return "write a tag of BCP 47, like “en”, “fa” or “zh-Hant”"


def named(name: str) -> str:
    """Return the tag of a language by its name, in English or in itself, or nothing."""
    plain = name.strip().casefold()
    return named_in_english(plain) or _own_names().get(plain, "")


def named_in_english(name: str) -> str:
    """Return the tag of a language by its English name, or nothing; quick, since one locale is read."""
    return _english_names().get(name.strip().casefold(), "")


def standard(tag: str) -> str:
    """Return a tag with its subtags in the capitals that BCP 47 recommends: “en-US” for “EN-us”."""
    return langcodes.standardize_tag(tag)


@cache
def primary(tag: str) -> str:
    """Return the language of a tag without script, region and variants: “de” of “de-CH”."""
    return tag.split("-", maxsplit=1)[0].casefold()


@cache
def region(tag: str) -> str:
    """Return the region that a tag names, in capitals, or nothing."""
    found = re.search(r"-([A-Za-z]{2}|\d{3})(?=-|$)", tag)
    return found[1].upper() if found else ""


@cache
def script(tag: str) -> str:
    """Return the script that a tag names, or in which its language is mostly written; “Latn” if unknown."""
    said = re.search(r"-([A-Za-z]{4})(?=-|$)", tag)
    if said:
        return said[1].title()
    likely = get_global("likely_subtags")
    base, where = primary(tag), region(tag)
    full = likely.get(f"{base}_{where}") or likely.get(base) or ""
    found = re.search(r"_([A-Z][a-z]{3})(?=_|$)", full)
    return found[1] if found else "Latn"


@cache
def direction(tag: str) -> Direction:
    """Return the direction in which a language is written."""
    return "rtl" if script(tag) in RIGHT_TO_LEFT else "ltr"


def language_name(tag: str, spoken: str = "en") -> str:
    """Return what a language is called in another, or nothing where CLDR has no name for it."""
    return str(locale(spoken).languages.get(primary(tag), ""))


@cache
def locale(tag: str) -> Locale:
    """Return what CLDR knows of a language, or of English where it knows nothing of it."""
    parts = [part for part in (primary(tag), script(tag), region(tag)) if part]
    for tried in (tag, "-".join(part for part in (parts[0], region(tag)) if part), parts[0]):
        try:
            return Locale.parse(tried, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return Locale("en")


def numeral(number: str, tag: str) -> str:
    """Return a number, with any letters in it, in the digits that a language is mostly written with."""
    digits = DIGITS.get(_numbering(tag))
    return number.translate(digits) if digits else number


@cache
def _numbering(tag: str) -> str:
    return "" if primary(tag) in {"", UNDETERMINED} else str(locale(tag).default_numbering_system)


def comma(tag: str) -> str:
    """Return the comma of a language, with the space after it where there is one."""
    commas = {"Arab": "، ", "Hans": "，", "Hant": "，", "Jpan": "、", "Ethi": "፣ "}
    return commas.get(script(tag or "en"), ", ")


def written_date(year: int, month: int | None, day: int | None, tag: str) -> str:
    """Return a day, a month or a year of the Gregorian calendar as a language writes it."""
    if not month:
        return numeral(str(year), tag)
    known = locale(tag)
    pattern = known.date_formats["long"] if day else known.datetime_skeletons.get("yMMMM")
    if pattern is None:
        return numeral(f"{known.months['stand-alone']['wide'][month]} {year}", tag)
    within, alone = known.months["format"], known.months["stand-alone"]
    names = {"MMMM": within["wide"][month], "LLLL": alone["wide"][month]}
    names |= {"MMM": within["abbreviated"][month], "LLL": alone["abbreviated"][month]}
    fields = names | {"M": str(month), "MM": f"{month:02d}", "y": str(year), "yyyy": str(year)}
    fields |= {"d": str(day), "dd": f"{day or 0:02d}", "L": str(month), "LL": f"{month:02d}"}
    fields["G"] = fields["GGGG"] = known.eras["abbreviated"][1]
    return numeral(str(parse_pattern(pattern).format) % fields, tag)


def within_year(month: int, day: int | None, tag: str) -> str:
    """Return a month, or a day of one, as a language writes it: “15 June”, “15 июня”, “۱۵ ژوئن”."""
    names = locale(tag).months["format" if day else "stand-alone"]["wide"]
    return numeral(f"{day or ''} {names[month]}".strip(), tag)


@cache
def _english_names() -> dict[str, str]:
    english = Locale("en").languages
    names = {name.casefold(): code.replace("_", "-") for code, name in sorted(english.items(), reverse=True)}
    return names | {"farsi": "fa", "mandarin": "zh", "castilian": "es", "jp": "ja", "cn": "zh"}


@cache
def _own_names() -> dict[str, str]:
    """What languages call themselves, with their tags: hundreds of locales are read for them."""
    names: dict[str, str] = {}
    for code in map(str, Locale("en").languages):
        try:
            own = Locale.parse(code).languages.get(code)
        except (ValueError, UnknownLocaleError):
            continue
        if own:
            names.setdefault(own.casefold(), code)
    return names
