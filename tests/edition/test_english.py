"""What can be caught of stiff English in the editors’ own words: stiff-english.toml lists the phrases.

Looked at are notes, terms, remarks and reasons, and the pages that are written by hand, without the
quotations in them. The words of the five texts are not the editors’.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PHRASES = tomllib.loads((Path(__file__).parent / "stiff-english.toml").read_text("utf-8"))["phrase"]
FINDS = [re.compile(row["find"]) for row in PHRASES]
PAGES = ("README.md", "docs/index.md", "docs/about/*.md", "docs/themes/*.md", "sources/*/notes.md")
GENERATED = frozenset({"docs/about/problems.md"})
TABLES = ("glossary.toml", "sources/*/source.toml", "sources/*/corrections.toml")
OURS = frozenset("definition variants text reason summary statement".split())  # fields in our own words
ANNOTATION = re.compile(r"^  annotation = \{(.*)\},$", re.MULTILINE)


def prose() -> Iterator[tuple[str, str]]:
    """Everything that the editors have written, a paragraph or a field at a time, with its file."""
    for pattern in PAGES:
        for path in sorted(ROOT.glob(pattern)):
            name = path.relative_to(ROOT).as_posix()
            if name not in GENERATED:
                for line in path.read_text("utf-8").split("\n"):
                    if not line.startswith((">", "## p", "<!--")):
                        yield name, line
    for pattern in TABLES:
        for path in sorted(ROOT.glob(pattern)):
            for words in fields(tomllib.loads(path.read_text("utf-8"))):
                yield path.relative_to(ROOT).as_posix(), words
    for match in ANNOTATION.finditer((ROOT / "references.bib").read_text("utf-8")):
        yield "references.bib", match[1]


def fields(value: Any) -> Iterator[str]:
    """The fields of a TOML table, however deep, that hold our own words."""
    if isinstance(value, dict):
        for name, one in value.items():
            if isinstance(one, str):
                if name in OURS:
                    yield one
            else:
                yield from fields(one)
    elif isinstance(value, list):
        for one in value:
            yield from fields(one)


@lru_cache(maxsize=1)
def written() -> tuple[tuple[str, str], ...]:
    """All of it, read once."""
    return tuple(prose())


@pytest.mark.parametrize("number", range(len(PHRASES)))
def test_no_stiff_phrase(number: int) -> None:
    """What to write instead stands in the list."""
    found = [(name, words) for name, words in written() if FINDS[number].search(words)]
    assert found == [], PHRASES[number]["instead"]


@pytest.mark.parametrize("number", range(len(PHRASES)))
def test_each_phrase_finds_its_example(number: int) -> None:
    """A search that finds nothing would pass for ever."""
    assert FINDS[number].search(PHRASES[number]["example"])


def test_all_of_it_is_looked_at() -> None:
    """Notes, terms, reasons, remarks and pages: none is passed over by a wrong name of a file or field."""
    names = {name for name, _words in written()}
    assert len([name for name in names if name.endswith("notes.md")]) == 5
    assert {"README.md", "glossary.toml", "references.bib", "docs/themes/after.md"} <= names
    assert sum(name == "glossary.toml" for name, _words in written()) > 200
