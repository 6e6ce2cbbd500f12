"""The letters of a text: what must stay the same however its spaces, quotes and hyphens are treated."""

from __future__ import annotations

import hashlib
import unicodedata

FINGERPRINT_DIGITS = 12
REVISION_DIGITS = 8


def letters(text: str) -> str:
    """Return the alphanumeric characters of `text`, NFKC-normalised and casefolded.

    Letters and digits of every script count; marks, spaces and punctuation do not.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, folded))


def fingerprint(text: str) -> str:
    """Return the first hexadecimal digits of the SHA-256 of `letters(text)`.

    A text without any letter (a row of asterisks) is fingerprinted as it stands, so that two different
    ornaments do not pass for one.
    """
    return hashlib.sha256((letters(text) or text).encode()).hexdigest()[:FINGERPRINT_DIGITS]


def revision(text: str) -> str:
    """Return the short form of the fingerprint that links and citations carry."""
    return fingerprint(text)[:REVISION_DIGITS]
