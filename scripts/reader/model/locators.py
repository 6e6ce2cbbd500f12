"""Keys with locators, as our own Markdown and tables write them: `[@waltz-1979, p. 5; @snyder-1991]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.model.entries import At
from reader.model.problems import Problem

CITED = re.compile(r"\[(@[^\[\]]+)\]")
PLACE = re.compile(r"\d|\b[ivxlcdm]+$")
KEY = re.compile(r"@([\w-]+)(?:\s*,\s*([^;]+))?")


def citations_in(markdown: str) -> Iterator[tuple[re.Match[str], list[tuple[str, str]]]]:
    """Yield each `[@key, p. 5; @other]` of our own Markdown, with its keys and locators."""
    for match in CITED.finditer(markdown):
        yield match, [(one[1], (one[2] or "").strip()) for one in KEY.finditer(match[1])]


def keys_in(markdown: str) -> list[str]:
    """Return the keys that a piece of our own Markdown cites."""
    return [key for _match, cited in citations_in(markdown) for key, _locator in cited]


def numberless(cited: Iterable[tuple[str, str]], at: At) -> Iterator[Problem]:
    """Yield Q05 for each locator that names no place: “p.” alone."""
    for key, locator in cited:
        if locator and not PLACE.search(locator):
            message = f"the locator “{locator}” of “{key}” has no number"
            yield Problem(at.path, at.line, "Q05", message, "write it like p. 5, or leave it out")
