"""The version of the engine, which pyproject.toml and CHANGELOG.md repeat, and how versions are ordered."""

from __future__ import annotations

import re

VERSION = "1.1.0"
FIRST = "1.0.0"  # of editions that do not say which they were made with
WRITTEN = re.compile(r"\d{1,9}(?:\.\d{1,9}){2}")


def order(version: str) -> tuple[int, ...]:
    """Return what versions are ordered by; of what is no version, the least."""
    return tuple(map(int, version.split("."))) if WRITTEN.fullmatch(version) else ()
