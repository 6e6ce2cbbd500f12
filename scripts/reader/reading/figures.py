"""Pictures: which of them have a caption in the raw text, and for which the editor supplies one."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Figure, Source, Supply
from reader.model.layouts import NOWHERE
from reader.model.problems import Problem


def captions(source: Source) -> list[Supply]:
    """Return the captions that the editor supplies; each stands at the line of its figure."""
    return [
        Supply(before=one.before, text=one.caption, reason=one.reason, at=one.at)
        for one in source.about.figure
        if one.lines == NOWHERE and one.caption.strip()
    ]


def check_figures(source: Source) -> Iterator[Problem]:
    """Yield the figures without a picture or an alternative text, and those with no caption or with two."""
    for one in source.about.figure:
        wrong = next(_wrong(one, source), None)
        if wrong:
            message, hint = wrong
            yield Problem(one.at.path, one.at.line, "K06", message, hint)


def _wrong(one: Figure, source: Source) -> Iterator[tuple[str, str]]:
    if one.file not in source.pictures:
        yield f"“{one.file}” is no picture beside raw.txt", "put a PNG, JPEG, GIF or WebP file there"
    if not one.alt.strip():
        yield (
            "the picture has no alternative text",
            "say what it shows, for those who cannot see it: alt = “…”",
        )
    if (one.lines == NOWHERE) == (not one.caption.strip()):
        hint = "name the lines of the caption, or supply one: before = 12, caption = “[…]”, reason = “…”"
        yield "a figure has one caption, in the raw text or supplied", hint
    if one.caption and not one.reason.strip():
        yield "a caption that is supplied needs a reason", "say reason = “the source has no caption”"
