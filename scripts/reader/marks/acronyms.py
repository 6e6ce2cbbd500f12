"""Acronyms that no term covers: candidates for the glossary, for an editor to judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from reader.model import Page

ACRONYM = regex.compile(r"(?<![\p{L}\p{N}])\p{Lu}(?:[\p{Lu}\p{N}&+]+|(?:\.\p{Lu})+\.?)(?![\p{L}\p{N}])")


def candidates(pages: Iterable[Page]) -> Iterator[tuple[str, list[str]]]:
    """Yield each uncovered acronym with the passages that have it, in the order of the alphabet."""
    found: dict[str, list[str]] = {}
    for page in pages:
        for passage in page.passages:
            if passage.kind == "heading":
                continue
            for match in ACRONYM.finditer(passage.text):
                covered = any(
                    mark.start <= match.start() and match.end() <= mark.end
                    for mark in passage.marks
                    if mark.kind in {"term", "citation"}
                )
                place = f"{page.slug}#{passage.id}"
                if not covered and place not in found.setdefault(match[0], []):
                    found[match[0]].append(place)
    yield from sorted((acronym, places) for acronym, places in found.items() if places)
