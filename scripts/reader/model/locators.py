"""Places within a work that is cited: “p. 5”, “pp. xii–xv”, “ch. 3”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model.lines import At
from reader.model.problems import Problem

PLACE = re.compile(r"\d|\b[ivxlcdm]+$")


def numberless(key: str, locator: str, at: At) -> Iterator[Problem]:
    """Yield Q05 if a locator names no place: “p.” alone."""
    if locator and not PLACE.search(locator):
        message = f"the locator “{locator}” of “{key}” has no number"
        yield Problem(at.path, at.line, "Q05", message, "write it like p. 5, or leave it out")
