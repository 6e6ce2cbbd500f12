"""The space between two characters: where a language has none, and where it has one that does not break.

潮汐每天涨落 / 两次        ->  潮汐每天涨落两次     lines of Chinese join without a space
« Oui », dit-il : non    ->  the spaces inside « » and before ; : ! ? hold in French
"""

from __future__ import annotations

import regex

from reader.words.languages import primary, region
from reader.words.quotation_marks import NO_BREAK

WIDE = (
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\p{Yi}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u0e3f"
    r"\u3000-\u303f\u30fb\u30fc\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"
)
IS_WIDE = regex.compile(WIDE)
CLOSE_TOGETHER = regex.compile(rf"(?<={WIDE})[^\s\p{{M}}](?<!{WIDE})|(?<![\s\p{{M}}]|{WIDE})(?<=.){WIDE}")
SET_APART = regex.compile(rf"(?<={WIDE}) (?!{WIDE})\S|\S(?<!{WIDE}) (?={WIDE})")
UNSPACED = frozenset("zh yue wuu lzh ja th lo km my bo".split())
BEFORE = frozenset(";:!?»")
SWISS = "CH"


def is_wide(sign: str) -> bool:
    """Return whether a character is of a script that puts no spaces between words, or its punctuation."""
    return IS_WIDE.match(sign) is not None


def keeps_apart(text: str) -> bool:
    """Return whether a text mostly has spaces where Chinese and other writing meet."""
    if not IS_WIDE.search(text):  # one look, where the others weigh each place
        return False
    return len(SET_APART.findall(text)) > len(CLOSE_TOGETHER.findall(text))


def between_lines(left: str, right: str, tag: str, *, apart: bool) -> str:
    """Return what stands between the last character of a line and the first of the next.

    `apart` says whether the text has spaces where Chinese and other writing meet.
    """
    wide = is_wide(left) + is_wide(right)
    if wide == 2 or (wide == 1 and primary(tag) in UNSPACED and not apart):
        return ""
    return between_words(left, right, tag)


def between_words(left: str, right: str, tag: str) -> str:
    """Return the space of a language between two characters that have a space between them."""
    french = primary(tag) == "fr" and region(tag) != SWISS
    return NO_BREAK if french and (left == "«" or right in BEFORE) else " "
