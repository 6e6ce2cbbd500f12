"""Whether words stand by themselves in a text: not within a longer word, an address or a sum of money.

Iran    in “Iran’s”, “(Iran)”, “l’Iran”, “Iran-led”       yes
Iran    in “Iranian”, “www.iran.example”, “Iran_x”        no
Sha     in “Sha’ban”                                      no: the word goes on after the apostrophe
US      in “US$5”                                         no: the sign belongs to it
潮汐    in “潮汐每天”                          yes: ICU finds the end of a word there
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

import regex

from reader.words.breaks import is_whole
from reader.words.signs import INVISIBLE

JOINERS = "\u200c\u200d"  # they hold the parts of one word together: ایران‌شناسی is no use of ایران
APOSTROPHES = "'’‘"
# What may follow an apostrophe and leave the word before it whole, and what may stand before one
ENDINGS = regex.compile(r"['’](?:s|S|d|ll|m|re|ve)(?![\p{L}\p{M}\p{N}])")
ELIDED = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|entr|dell|all|nell|sull|dall|coll|"
    r"quest|quell|un|bell|sant)['’]$",
    regex.IGNORECASE,
)
LONGEST_ELIDED = 12
SUFFIXED = frozenset(("tr", "az", "crh", "gag"))  # languages that put endings after the apostrophe of a name
SPACE = regex.compile(r"[^\S\t\r\n]")
DASH = regex.compile(r"(?<=[^\s\d] )-(?= [^\s\d])")
END = r"\s<>\"“”«»„，。、；：！？（）「」『』"
ADDRESS = regex.compile(
    rf"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.|mailto:|doi:\s?10\.|10\.\d{{4,9}}/)[^{END}]+"
    rf"|[\p{{L}}\p{{N}}._%+-]+@[\p{{L}}\p{{N}}-]+(?:\.[\p{{L}}\p{{N}}-]+)+"
    rf"|(?<![\p{{L}}\p{{N}}.@-])(?:[\p{{L}}\p{{N}}](?:[\p{{L}}\p{{N}}-]*[\p{{L}}\p{{N}}])?\.)+[a-z]{{2,24}}"
    rf"(?![\p{{L}}\p{{N}}])(?:[:/?#][^{END}]*)?"
    rf"|(?<![\p{{L}}\p{{N}}])@[\p{{L}}\p{{N}}_]+"
)


@lru_cache(maxsize=64)
def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the addresses of the web and of mail stand in a text."""
    return tuple(match.span() for match in ADDRESS.finditer(text)) if "." in text or "@" in text else ()


def stands_alone(text: str, start: int, end: int, language: str = "en") -> bool:
    """Return whether `text[start:end]` stands by itself."""
    before, after = text[start - 1 : start], text[end : end + 1]
    around = before + after
    if "+" in text[start:end] and "+" in around:
        return False
    if any(unicodedata.category(sign) == "Sc" for sign in around) or any(sign in JOINERS for sign in around):
        return False
    if _within(addresses(text), start, end):
        return False
    if not (_may_begin(text, start, before) and _may_end(text, end, after, language)):
        return False
    return not (_is_of_word(before) or _is_of_word(after)) or is_whole(text, start, end)


def never_found(form: str) -> str | None:
    """Return what to write instead of a form that no reading text can hold as a whole, or None."""
    tidy = " ".join(INVISIBLE.sub("", form).split())
    if tidy != SPACE.sub(" ", form):
        what = (
            "characters that nobody can see"
            if INVISIBLE.search(form)
            else "spaces at an end, or two together"
        )
        return f"a reading text has no {what}: write “{tidy}”"
    if DASH.search(form):
        return f"a hyphen between spaces is a dash in a reading text: write “{DASH.sub('–', form)}”"
    if unicodedata.category(form[0])[0] == "M" or form[0] in JOINERS or form[-1] in JOINERS:
        return "begin it with a letter and end it with one: a mark or a joiner belongs to the word beside it"
    if _within(addresses(form), 0, len(form)):
        return "nothing is looked for in addresses of the web or of mail: write the name"
    return None


def _may_begin(text: str, start: int, before: str) -> bool:
    """Whether what stands before an apostrophe or a low line leaves the words whole."""
    if before in APOSTROPHES and before and _is_of_word(text[start - 2 : start - 1]):
        return ELIDED.search(text, max(0, start - LONGEST_ELIDED), start) is not None
    return not (before == "_" and _is_of_word(text[start - 2 : start - 1]))


def _may_end(text: str, end: int, after: str, language: str) -> bool:
    goes_on = _is_of_word(text[end + 1 : end + 2])
    if after in APOSTROPHES and after and goes_on:
        return language.split("-", maxsplit=1)[0] in SUFFIXED or ENDINGS.match(text, end) is not None
    return not (after == "_" and goes_on)


def _is_of_word(sign: str) -> bool:
    return bool(sign) and unicodedata.category(sign)[0] in "LMN"


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch lies in one of some spans that stand in their order."""
    at = bisect_left(spans, (end, 0)) - 1
    return at >= 0 and spans[at][0] <= start < spans[at][1]
