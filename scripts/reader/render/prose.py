"""Our own Markdown (notes, definitions): citations in it made links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reader.model import Formatted
from reader.model.locators import citations_in
from reader.render.escape import inline


def linked(markdown: str, formatted: Mapping[str, Formatted], up: str) -> str:
    """Return `markdown` with each `[@key, p. 5]` as a linked “(Waltz 1979, p. 5)”."""
    parts: list[str] = []
    at = 0
    for match, cited in citations_in(markdown):
        parts.append(markdown[at : match.start()])
        links = [
            label(key, formatted, up) + (f", {inline(locator)}" if locator else "") for key, locator in cited
        ]
        parts.append(f"({'; '.join(links)})")
        at = match.end()
    return "".join([*parts, markdown[at:]])


def label(key: str, formatted: Mapping[str, Formatted], up: str) -> str:
    """Return the in-text label of a reference, linked to its place in the bibliography."""
    return f"[{inline(formatted[key].label)}]({up}bibliography.md#{key}){{.citation}}"


def references(keys: Iterable[str], formatted: Mapping[str, Formatted], up: str) -> str:
    """Return “Waltz 1979; Buzan and Wæver 2003” for the references that a statement rests on."""
    return "; ".join(label(key, formatted, up) for key in keys)
