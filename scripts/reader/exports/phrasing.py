"""Words for formats that are not pages: without control characters, and notes without markup.

legal("a\\0b\\uffff")  ->  "a␀b\\ufffd"
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from reader.model import Library
from reader.model.prose import (
    Emphasis,
    Inline,
    Link,
    PassageReference,
    Prose,
    ProseCitation,
    Strong,
    Text,
)
from reader.words.signs import SIGNS, visible

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # by XML 1.0


def legal(text: str) -> str:
    """Return `text` with its control characters as signs, and nothing that XML forbids."""
    return FORBIDDEN.sub(lambda match: SIGNS.get(match[0], "\ufffd"), visible(text))


def line(text: str) -> str:
    """Return `text` on one line."""
    return " ".join(legal(text).split())


def paragraphs(prose: Prose, library: Library) -> list[str]:
    """Return the paragraphs of a note as they are read, a line each."""
    return [line(words(inlines, library)) for inlines in prose.paragraphs]


def words(inlines: Iterable[Inline], library: Library) -> str:
    """Return inlines as they are read."""
    return "".join(_words(one, library) for one in inlines)


def _words(one: Inline, library: Library) -> str:
    match one:
        case Text():
            return one.words
        case Emphasis() | Strong() | Link():
            return words(one.inner, library)
        case ProseCitation():
            parts = one.parts()
            return "".join(
                part if isinstance(part, str) else library.formatted[part.key].label for part in parts
            )
        case PassageReference():
            return str(one.id)
        case _:
            assert_never(one)
