"""Digits and commas of what a style prints, as the site writes them where the work is in its language.

کرجی, محمد. 1966   ->   کرجی، محمد. ۱۹۶۶

Addresses, tags and words for programs keep theirs, and so does a work in another language.
"""

from __future__ import annotations

import re

from reader.model import Reference, Words
from reader.references.citeproc import printed
from reader.references.languages import of_title
from reader.words.languages import primary
from reader.words.speech import comma, language, numbered, semicolon

KEPT = re.compile(r"<[^>]*>|&#?\w+;|https?://\S+|10\.\d{4,}/\S+|⟦\w+⟧|[A-Za-z][\w.-]*")


def localised(words: Words, reference: Reference) -> Words:
    """Return what a style prints of a work with the digits and the commas of the site."""
    if not _is_ours(reference):
        return words
    return printed(_said(str(words.html)), _said(words.plain))


def plain(text: str, reference: Reference) -> str:
    """Return a label of a work with the digits of the site."""
    return _said(text) if _is_ours(reference) else text


def _is_ours(reference: Reference) -> bool:
    if numbered("0") == "0":
        return False
    return primary(of_title(reference) or language()) == primary(language())


def _said(text: str) -> str:
    pieces, at = "", 0
    for kept in KEPT.finditer(text):
        pieces += _signed(text[at : kept.start()]) + kept[0]
        at = kept.end()
    return pieces + _signed(text[at:])


def _signed(text: str) -> str:
    return numbered(text).replace(",", comma().strip()).replace(";", semicolon().strip())
