"""Where in the texts something stands that other pages speak of: uses of terms and references, quotations."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Use:
    """A use of a term, or of a reference, in a passage."""

    slug: str  # that of the text
    passage: Anchor  # its anchor
    start: int  # in the text of the passage, in code points
    end: int  # the same, exclusive
    linked: bool = True  # whether the words are a link


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of a passage that a page quotes; `line` is that of its opening comment."""

    slug: str  # that of the text
    passage: Anchor  # its anchor
    text: str  # the words that are quoted, as the passage has them
    line: int
