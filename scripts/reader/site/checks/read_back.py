"""The bibliography that the site gives away, read back by a parser that is not ours.

What a reader imports must hold the records of this edition under their keys, whatever signs they are made of.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bibtexparser.entrypoint import parse_string

from reader.making.make import Maker
from reader.model.problems import Problem

FILE = "data/references.bib"


def lost_records(site: Path, maker: Maker) -> list[Problem]:
    """Return a problem (L05) for each record that BibTeX would not find in the file of all of them."""
    found = _keys((site / FILE).read_text("utf-8"))
    hint = "look for a brace, a quotation mark or an @ in it that has no partner"
    return [
        Problem(one.at.path, one.at.line, "L05", f"“{key}” cannot be read back from {FILE}", hint)
        for key, one in maker.library.references.items()
        if key not in found
    ]


def _keys(text: str) -> Iterable[str]:
    return {entry.key for entry in parse_string(text, parse_stack=[]).entries}
