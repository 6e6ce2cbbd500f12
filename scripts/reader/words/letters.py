"""The letters of a text, and what a reader sees of it.

Letters must stay the same however spaces, quotes and hyphens are treated, and a passage is known again by
them. What a reader sees is more: a point in a number, a sign, a vowel mark, a small letter for a capital. All
of it counts when it is asked whether a passage says what it said, but what regularising rules change.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from reader.words.signs import INVISIBLE, signed

FINGERPRINT_DIGITS = 12
REVISION_DIGITS = 8
KEPT = frozenset("\n\t")  # in a reading text: where a line of verse ends, or a cell of a table
KEPT_SIGN = re.compile("[\n\t]")
PIECES = re.compile("([\n\t])")
# Quotation marks and dashes that rules make of one another
ALIKE = dict(zip("“”‘’‐‑‒–—―", "\"\"''------", strict=True))
LIKE_ANOTHER = re.compile(f"[{''.join(ALIKE)}]")
# Forms of print with the letters that they stand for: ﬁ, ﬃ, Armenian ﬓ, and the Arabic letters of old fonts
PRINTED = {
    code: "".join(chr(int(part, 16)) for part in unicodedata.decomposition(chr(code)).split()[1:])
    for code in (*range(0xFB00, 0xFB18), *range(0xFB50, 0xFDC8), *range(0xFE80, 0xFEFD))
    if unicodedata.decomposition(chr(code)).startswith("<")
}
LIGATURES = {code: plain for code, plain in PRINTED.items() if " " not in plain}
LIGATURE = re.compile("[" + "".join(map(chr, LIGATURES)) + "]")


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


def seen(text: str) -> str:
    """Return what a reader sees of `text`: its characters, but for what regularising rules change.

    Two texts are seen alike when they differ in nothing but spaces, straight or curly quotation marks, the
    length of dashes, ligatures, characters that nobody can see, and the way in which Unicode puts a letter
    together. The ends of lines and of cells count: a link to a line of verse rests on them.
    """
    plain = unicodedata.normalize("NFC", text.translate(LIGATURES) if LIGATURE.search(text) else text)
    shown = LIKE_ANOTHER.sub(lambda sign: ALIKE[sign[0]], INVISIBLE.sub("", signed(plain)))
    if not KEPT_SIGN.search(shown):
        return " ".join(shown.split())
    return "".join(" ".join(piece.split()) if piece not in KEPT else piece for piece in PIECES.split(shown))


def revision(text: str) -> str:
    """Return the first hexadecimal digits of the SHA-256 of what a reader sees of `text`."""
    return hashlib.sha256(seen(text).encode()).hexdigest()[:FINGERPRINT_DIGITS]
