"""The letters that an index of names is divided by."""

from __future__ import annotations

from unicodedata import normalize

from reader.words.order import sort_key

OTHER = "#"  # stands for figures and signs
OF_OTHER = "0"  # for it, in an id
BEFORE = "letter-"


def letter(name: str) -> str:
    """Return the letter of a name: without its accents, and one sign for all that is no letter."""
    first = next((sign for sign in normalize("NFKD", name) if sign.isalnum()), "")
    return first.upper() if first.isalpha() else OTHER


def place(name: str) -> tuple[object, str, object]:
    """Return what names are put in order by: all of one letter stand together."""
    return *place_of_letter(name), sort_key(name)


def place_of_letter(name: str) -> tuple[object, str]:
    """Return what letters are put in order by, where names are in order already."""
    found = letter(name)
    return sort_key(found), found


def letter_id(name: str) -> str:
    """Return the id of the heading that a name stands under."""
    found = letter(name)
    return BEFORE + (found.lower() if found != OTHER else OF_OTHER)


def letter_of_id(id_: str) -> str:
    """Return the letter of such an id."""
    found = id_.removeprefix(BEFORE)
    return found.upper() if found != OF_OTHER else OTHER
