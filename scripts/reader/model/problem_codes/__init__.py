"""What can be wrong, a code each: the one table of which messages, `explain` and a page are made.

A code is added by one `Code(…)` in the module of its letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from reader.model.problem_codes import (
    addresses,
    bibliography,
    citations,
    corrections,
    generated_pages,
    glossary,
    in_lines,
    kinds,
    ledger,
    machine,
    notes,
    received,
    settings,
    site,
    sources,
    toml,
    written_pages,
)
from reader.model.problem_codes.shape import Code, Example, Group

__all__ = ["CODES", "GROUPS", "Code", "Example", "Group", "similar"]

GROUPS = (
    ledger.GROUP,
    bibliography.GROUP,
    corrections.GROUP,
    generated_pages.GROUP,
    in_lines.GROUP,
    glossary.GROUP,
    kinds.GROUP,
    written_pages.GROUP,
    site.GROUP,
    settings.GROUP,
    notes.GROUP,
    citations.GROUP,
    addresses.GROUP,
    sources.GROUP,
    toml.GROUP,
    received.GROUP,
    machine.GROUP,
)
CODES: Mapping[str, Code] = {code.id: code for group in GROUPS for code in group.codes}


def similar(word: str) -> list[str]:
    """Return the codes that a word like a code may stand for: close ones, or all of its letter."""
    upper = word.upper()
    return get_close_matches(upper, CODES, 3) or [id_ for id_ in CODES if id_[0] == upper[:1]]
