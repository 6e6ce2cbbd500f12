"""CHANGELOG.md, in the form of Keep a Changelog: what has changed from one version to another."""

from __future__ import annotations

import re
from pathlib import Path

from reader.model.version import order

PACKAGE = Path(__file__).parents[1]
NAME = "CHANGELOG.md"
UNRELEASED, NEXT = "Unreleased", "not in a version yet"
HEADING = re.compile(r"## \[([^\]]+)\](?: - (\d{4}-\d\d-\d\d))?")


def changelog() -> str:
    """Return the changelog: it lies in the package where that was installed, and else above it."""
    places = (PACKAGE / NAME, PACKAGE.parents[1] / NAME)
    return next((one for one in places if one.is_file()), places[0]).read_text("utf-8")


def sections(text: str) -> dict[str, str]:
    """Return what is said of each version, the newest first."""
    found: dict[str, list[str]] = {}
    rows: list[str] = []
    for row in text.split("\n"):
        if match := HEADING.fullmatch(row):
            rows = found.setdefault(match[1], [])
        else:
            rows.append(row)
    return {version: "\n".join(said).strip() for version, said in found.items()}


def since(version: str, text: str) -> str:
    """Return what has changed after a version, under the headings of those that came.

    A copy of the engine between two versions has changes without a number; they are told in any case, since
    an edition does not say which of them it has seen.
    """
    later = {
        NEXT if one == UNRELEASED else one: said
        for one, said in sections(text).items()
        if said and (one == UNRELEASED or order(one) > order(version))
    }
    return "\n\n".join(f"{one}\n{said}" for one, said in later.items())
