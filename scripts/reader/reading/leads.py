r"""The words that open a passage and are its sign: a marker, a number, the name of a speaker.

    marker("(ii) fjords.")                 ->  "(ii)"
    label("Article 1 Definitions")         ->  "Article 1", its number "1"
    speaker("HAMLET (aside): A little", …) ->  "HAMLET (aside):", "HAMLET"

They are looked for where an editor has said that there are some, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

ROMAN = r"(?:[ivxlcdm]+|[IVXLCDM]+)"
COUNT = rf"(?:\p{{Nd}}+(?:[.\-–]\p{{Nd}}+)*\p{{L}}?|{ROMAN}|\p{{L}}|(?P<TWICE>\p{{L}})(?P=TWICE))"
INNER, OUTER = COUNT.replace("TWICE", "inner"), COUNT.replace("TWICE", "outer")  # `aa` is a letter, twice
MARKER = regex.compile(
    r"[•‣⁃◦▪▫●○■□►∙⁎\p{So}\p{Co}](?=[\s\p{L}]|\Z)|[（(]\p{Han}{1,3}[)）]|\p{Han}{1,3}、|"
    rf"(?:[-–—*·]|[§#№]+\s?\p{{Nd}}+[a-z]?[.):]?|[(\[]{INNER}[)\]][.:]?|{OUTER}[.):]+"
    r"|\p{Nd}+(?:\.\p{Nd}+)+)(?=\s|\Z)"
)
LABEL = regex.compile(
    rf"(?:第[\p{{Nd}}\p{{Han}}]+?[章节節条條款项項编編卷]|(?:[\p{{L}}\p{{M}}]+\.?\s+|[§¶#№]+\s*)?[(\[]?"
    rf"(?P<number>\p{{Nd}}+(?:[.\-–]\p{{Nd}}+)*(?:\p{{L}}(?![\p{{L}}\p{{N}}]))?|{ROMAN}(?![\p{{L}}\p{{N}}])"
    r"|\p{L}(?![\p{L}\p{N}]))[)\].:]*)(?=\s|\Z)"
)
BRACKETS = "()[].:;,"
AFTER_NAME = r"(?:\s*[(\[][^)\]\n]*[)\]])?\s*(?:[:.：।—–-]+|(?=\n|\Z))"
STRAIGHT = str.maketrans("’‘", "''")


def marker(text: str) -> int:
    """Return how many characters at the beginning of `text` are the marker of an item."""
    found = MARKER.match(text)
    return found.end() if found else 0


def counted(lead: str) -> str:
    """Return what a marker counts: `ii` for `(ii)`, and nothing for a bullet."""
    bare = lead.strip(BRACKETS + " §#№")
    return bare if any(sign.isalnum() for sign in bare) else ""


def label(text: str) -> tuple[int, str]:
    """Return how many characters at the beginning are a number with its word, and the number."""
    found = LABEL.match(text)
    if not found:
        return 0, ""
    return found.end(), found["number"] or found[0]


def number_of(lead: str) -> str:
    """Return the number in a label that an editor has given: `3` for `§ 3.`, or all of it."""
    found = LABEL.match(lead)
    return (found["number"] if found and found["number"] else lead).strip(BRACKETS + " ")


def speaker(text: str, names: Iterable[str]) -> tuple[int, str]:
    """Return how many characters at the beginning name one of the speakers, and which."""
    plain = text.translate(STRAIGHT)
    for name in sorted(names, key=len, reverse=True):
        words = r"\s+".join(map(regex.escape, name.translate(STRAIGHT).split()))
        found = regex.match(words + AFTER_NAME, plain) if words else None
        if found:
            return len(found[0].rstrip()), name
    return 0, ""
