"""Where the terms and the references are used: the marks of all texts, gathered by what they point to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reader.model import MarkKind, Page, Use


def uses(pages: Iterable[Page], kind: MarkKind) -> Mapping[str, tuple[Use, ...]]:
    """Return the marks of one kind by their targets, in the order of the texts."""
    found: dict[str, list[Use]] = {}
    for page in pages:
        for passage in page.passages:
            for mark in passage.marked(kind):
                use = Use(page.slug, passage.id, mark.start, mark.end, mark.linked)
                found.setdefault(mark.target, []).append(use)
    return {target: tuple(several) for target, several in found.items()}
