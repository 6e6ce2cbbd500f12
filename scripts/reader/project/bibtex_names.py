"""Names as BibTeX writes them, taken apart.

Doe, Jo        Jo Doe           van Gogh, Vincent    Vincent van Gogh     King, Jr., Martin
{Ministry of Trade and Industry}      family=Doe, given=Jo, prefix=von      Doe, Jo and others
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.model.names import Body, Name, Names, Person

BETWEEN = re.compile(r"\s+and(?=\s|$)", re.IGNORECASE)
AND = re.compile(r"and(?=\s|$)", re.IGNORECASE)
WORD = re.compile(r"(?:\\[A-Za-z]+\s*|\\.|[^\s~\\])+", re.DOTALL)
PIECE = re.compile(r"\\[A-Za-z]+\s*|\\.|.", re.DOTALL)
BLANKS = frozenset(" \t\n~")
PART = re.compile(r'\s*"?\s*(family|given|prefix|suffix|useprefix|[a-z]+-i)\s*=\s*(.*?)\s*"?\s*', re.DOTALL)
Read = Callable[[str], str]


class UnreadableName(ValueError):
    """A name that is no name; the message says why."""


def names(value: str, read: Read, *, by_particle: bool = False) -> Names:
    """Return the names of a field, each part read by `read`; raise `UnreadableName` for what is none."""
    found: list[Name] = []
    written = [part.strip() for part in divided(f" {value}", " and ")]
    more = len(written) > 1 and written[-1].casefold() == "others"
    for one in written[:-1] if more else written:
        if not one.strip("{} ,~"):
            raise UnreadableName("two “and” follow each other, or one stands at an end")
        name = _name(one, read, by_particle)
        if not name.last.strip():
            raise UnreadableName(f"“{one}” has no family name")
        found.append(name)
    return Names(tuple(found), more)


def divided(value: str, sign: str) -> list[str]:
    """Return the parts of a value between the places where `sign` stands outside all braces."""
    is_and = sign == " and "
    if "{" not in value and "\\" not in value:
        return BETWEEN.split(value) if is_and else value.split(sign)
    parts, depth, start, at = [], 0, 0, 0
    while at < len(value):
        letter = value[at]
        if letter == "\\":
            at += 2
            continue
        if letter in "{}":
            depth += 1 if letter == "{" else -1
        elif depth == 0 and is_and and letter.isspace():
            if match := AND.match(value, at + 1):
                parts.append(value[start:at])
                at = start = match.end()
                continue
        elif depth == 0 and not is_and and letter == sign:
            parts.append(value[start:at])
            start = at + 1
        at += 1
    return [*parts, value[start:]]


def whole_in_braces(name: str) -> bool:
    """Whether one pair of braces holds all of a name."""
    if not (name.startswith("{") and name.endswith("}")):
        return False
    depth = 0
    for at, letter in enumerate(name):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return at == len(name) - 1
    return False


def _name(written: str, read: Read, by_particle: bool) -> Name:
    if whole_in_braces(written):
        return Body(read(written))
    parts = [part.strip() for part in divided(written, ",")]
    if "=" in written and all(PART.fullmatch(part) for part in parts):
        return _spelt_out(parts, read)
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    if len(parts) > 3:
        raise UnreadableName(
            f"“{written}” has {len(parts) - 1} commas: several names are divided by “and”, "
            "a body stands in braces of its own"
        )
    if len(parts) == 1:
        return _in_order(_words(parts[0]), read, by_particle)
    particle, family = _particle(_words(parts[0]), read)
    suffix, given = (parts[1], parts[2]) if len(parts) == 3 else ("", parts[1])
    return Person(
        family=read(" ".join(family)),
        given=read(given),
        particle=read(" ".join(particle)),
        suffix=read(suffix),
        sorted_by_particle=by_particle,
    )


def _spelt_out(parts: list[str], read: Read) -> Person:
    """The names of BibLaTeX that say what each part is."""
    known = {match[1]: read(match[2].strip('" ')) for part in parts if (match := PART.fullmatch(part))}
    if not known.get("family"):
        raise UnreadableName("a name with “given=” has no “family=”")
    return Person(
        family=known["family"],
        given=known.get("given", ""),
        particle=known.get("prefix", ""),
        suffix=known.get("suffix", ""),
        sorted_by_particle=known.get("useprefix") == "true",
    )


def _in_order(words: list[str], read: Read, by_particle: bool) -> Person:
    """“Ludwig van Beethoven”: the particle is what is written small; without one the last word is family."""
    if not words:
        return Person(family="")
    small = [at for at, word in enumerate(words[:-1]) if _is_small(word, read)]
    first, last = (small[0], small[-1] + 1) if small else (len(words) - 1, len(words) - 1)
    return Person(
        family=read(" ".join(words[last:])),
        given=read(" ".join(words[:first])),
        particle=read(" ".join(words[first:last])),
        sorted_by_particle=by_particle,
    )


def _particle(words: list[str], read: Read) -> tuple[list[str], list[str]]:
    """The particle at the beginning of a family name, and the rest."""
    at = 0
    while at < len(words) - 1 and _is_small(words[at], read):
        at += 1
    return words[:at], words[at:]


def _words(text: str) -> list[str]:
    r"""The words of a name, divided at blanks and ties outside braces, but not within `\v C` or `\~n`."""
    if "{" not in text:
        return WORD.findall(text)
    words: list[str] = []
    depth = 0
    for piece in PIECE.findall(text):
        if depth == 0 and piece in BLANKS:
            words.append("")
            continue
        depth += (piece == "{") - (piece == "}")
        words[-1:] = [(words[-1] if words else "") + piece]
    return [word for word in words if word]


def _is_small(word: str, read: Read) -> bool:
    """Whether the first letter outside braces is a small one; scripts without capitals have none."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    letters = [letter for letter in read(word) if letter.isalpha()]
    return bool(letters) and letters[0].islower()
