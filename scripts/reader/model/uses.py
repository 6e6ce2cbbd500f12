"""Where in the texts something stands that other pages speak of: uses of terms and references, quotations."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Use:
    """A use of a term, or of a reference, in a passage."""

    slug: str
    passage: Anchor
    start: int
    end: int
    linked: bool = True


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of a passage that a page quotes; `line` is that of its opening comment."""

    slug: str
    passage: Anchor
    text: str
    line: int
