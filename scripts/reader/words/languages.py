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

Direction = Literal["ltr", "rtl"]

UNDETERMINED = "und"
SUBTAG = re.compile(r"[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*")
RIGHT_TO_LEFT = frozenset(
    "Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb "
    "Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Todr Yezi".split()
)


def unfit(tag: str) -> str | None:
    """Return what to write instead of a tag that is none, and None for one that is."""
    plain = tag.strip()
    if SUBTAG.fullmatch(tag) and langcodes.tag_is_valid(tag):
        return None
    named = _names().get(plain.casefold())
    if named:
        return f"write “{named}”, the tag of BCP 47"
    mended = "-".join(re.split(r"[_\s]+", plain.split(".")[0]))
    if mended != tag and SUBTAG.fullmatch(mended) and langcodes.tag_is_valid(mended):
        return f"write “{mended}”"
    return "write a tag of BCP 47, like “en”, “fa” or “zh-Hant”"


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
    named = re.search(r"-([A-Za-z]{4})(?=-|$)", tag)
    if named:
        return named[1].title()
    likely = get_global("likely_subtags")
    base, where = primary(tag), region(tag)
    full = likely.get(f"{base}_{where}") or likely.get(base) or ""
    found = re.search(r"_([A-Z][a-z]{3})(?=_|$)", full)
    return found[1] if found else "Latn"


@cache
def direction(tag: str) -> Direction:
    """Return the direction in which a language is written."""
    return "rtl" if script(tag) in RIGHT_TO_LEFT else "ltr"


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


@cache
def _names() -> dict[str, str]:
    """The names of languages, in English and in themselves, with their tags."""
    english = Locale("en").languages
    names = {name.casefold(): code.replace("_", "-") for code, name in sorted(english.items(), reverse=True)}
    for code in english:
        try:
            own = Locale.parse(str(code)).languages.get(code)
        except (ValueError, UnknownLocaleError):
            continue
        if own:
            names.setdefault(own.casefold(), code)
    return names | {"farsi": "fa", "mandarin": "zh", "castilian": "es", "jp": "ja", "cn": "zh"}
