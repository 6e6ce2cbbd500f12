"""Damage to letters: words that optical recognition or a wrong encoding has spoilt, with a likely mending.

    "lookingithe"      ->  "looking the"       a letter stands for a space
    "policy,rwhich"    ->  "policy, which"     the same after a comma
    "rnodern"          ->  "modern"            letters that look like others
    "growthrelated"    ->  "growth-related"    a hyphen that was lost at a line's end
    "pr0gress"         ->  "progress"          a digit amid letters

They are proposed as comments in `corrections.toml` and never applied: only an editor changes words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex
import wordfreq

TOKEN = regex.compile(r"[\p{L}\p{N}]+(?:[,.;:][\p{L}]+)*")
LOOKALIKE = (
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("li", "h"),
    ("1", "l"),
    ("0", "o"),
    ("5", "s"),
    ("l", "i"),
)
KNOWN = 2.5  # on the Zipf scale
RARE = 0.0
LONGEST = 40
MOST = 200  # candidates of one text
LETTERS = "irlt"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a mistake: proposed as a comment in `corrections.toml`, never applied."""

    line: int  # the raw line, from 1, on which the block with it begins
    find: str  # as it stands in the text
    replace: str  # what it may have been
    reason: str  # why, for the comment


def candidates(lines: Sequence[tuple[int, str]], language: str) -> Iterator[Candidate]:
    """Yield words that nobody knows and that one change makes words; lines come with their numbers."""
    if language not in wordfreq.available_languages() or language in ("zh", "ja", "ko", "th"):
        return
    seen: set[str] = set()
    found = 0
    for number, text in lines:
        for token in TOKEN.findall(text):
            if found >= MOST or token in seen or not 5 <= len(token) <= LONGEST:
                continue
            seen.add(token)
            if mended := _mended(token, language):
                found += 1
                yield Candidate(number, token, *mended)


def _mended(token: str, language: str) -> tuple[str, str] | None:
    """What a damaged word may have been, and why."""
    if token.isdigit() or (token[1:] != token[1:].lower() and "," not in token):
        return None
    if any(sign in token for sign in ",;"):
        return _after_a_comma(token, language)
    if "." in token or ":" in token or _zipf(token, language) > RARE:
        return None
    for wrong, right in LOOKALIKE:
        for at in _places(token, wrong):
            one = token[:at] + right + token[at + len(wrong) :]
            if _zipf(one, language) >= KNOWN + 0.5:
                return one, f"“{token}” is no known word; “{wrong}” looks like “{right}”"
    if token[0].isupper():
        return None
    return _two_words(token, language)


def _two_words(token: str, language: str) -> tuple[str, str] | None:
    best = (0.0, "", "")
    for at in range(3, len(token) - 2):
        halves = min(_zipf(token[:at], language), _zipf(token[at:], language))
        if halves > max(best[0], KNOWN + 1.0):
            best = halves, f"{token[:at]} {token[at:]}", "two words have run together, or have lost a hyphen"
        if token[at] in LETTERS:
            halves = min(_zipf(token[:at], language), _zipf(token[at + 1 :], language))
            if halves > max(best[0], KNOWN + 1.2) and at + 3 < len(token):
                best = halves, f"{token[:at]} {token[at + 1 :]}", f"“{token[at]}” stands for a space"
    return (best[1], f"“{token}” is no known word: {best[2]}") if best[0] else None


def _after_a_comma(token: str, language: str) -> tuple[str, str] | None:
    for at, sign in enumerate(token):
        if sign in ",;" and at + 3 < len(token):
            whole, without = token[at + 1 :], token[at + 2 :]
            if _zipf(whole, language) >= KNOWN:
                return f"{token[: at + 1]} {whole}", "a space is missing after the comma"
            if _zipf(without, language) >= KNOWN:
                return f"{token[: at + 1]} {without}", f"“{token[at + 1]}” stands for a space"
    return None


def _places(token: str, part: str) -> Iterator[int]:
    at = token.find(part)
    while at >= 0:
        yield at
        at = token.find(part, at + 1)


def _zipf(word: str, language: str) -> float:
    return float(wordfreq.zipf_frequency(word, language))
