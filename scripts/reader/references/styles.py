"""The bibliography in a citation style, and the label of each work in it.

Letters after years are ours (see `letters`), since pandoc gives them by the order of the titles. A work is
never shown with a dash for its author: an entry can be linked to by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from reader.model import Formatted, Reference, Words
from reader.references import description, digits
from reader.references.capitals import as_written, for_citeproc
from reader.references.citeproc import DESCRIBED, printed
from reader.references.item import MARKUP, item
from reader.references.letters import letters
from reader.references.style_files import Style, find, prepared
from reader.references.works import format_works
from reader.words.speech import language

NUMBER = re.compile(r"^[\[(]?\d+[.\])]*\s+")
AROUND = re.compile(r"^[(\[](.*)[)\]]$", re.DOTALL)
NO_DATE = re.compile(r"\bn\.d(?=\. )|\bn\.d\.")  # a full stop of the entry stays

Entry = tuple[str, str, str]


def format_all(references: Mapping[str, Reference], name: str, cache: Path) -> dict[str, Formatted]:
    """Return every reference as a style has it: the entry, and the label of an in-text citation.

    A style that makes no bibliography gives its notes instead.
    """
    style = find(name)
    given = {key: for_pandoc(one, style) for key, one in references.items()}
    entries = _formatted(style, [*given.values()], cache)
    if style.letters:
        marked = letters({key: entry[2] for key, entry in entries.items()})
        dated = [_lettered(given[key]) for key in marked if "date-parts" in given[key].get("issued", {})]
        entries |= _formatted(style, dated, cache) if dated else {}
        entries |= {key: _with_letter(entries[key], given[key], letter) for key, letter in marked.items()}
    return {key: _typed(_labelled(entries[key], one, style), one) for key, one in references.items()}


def _typed(entry: Entry, reference: Reference) -> Formatted:
    inner, plain, label = entry
    said = digits.localised(printed(inner, plain), reference)
    return Formatted(said.html, said.plain, digits.plain(label, reference))


def for_pandoc(reference: Reference, style: Style) -> dict[str, Any]:
    """Return the item with titles that a style can raise; a document is left to the style’s default.

    A site that is the author of its own page is not named twice.
    """
    return dict(_given(reference, language(), raised=style.english and not reference.described))


@lru_cache(maxsize=100_000)  # the same for each of many styles; a date in words is in a language
def _given(reference: Reference, _tongue: str, *, raised: bool) -> Mapping[str, Any]:
    made = item(reference, for_citeproc(reference) if raised else as_written)
    if reference.described and "title" in made:
        made["title"] = made["title"].join(MARKUP["kept"]).join(DESCRIBED)
    if made["type"] == "webpage" and [{"literal": made.get("container-title")}] == made.get("author"):
        del made["container-title"]
    return made | {"type": ""} if made["type"] == "document" else made


def without_number(words: Words) -> Words:
    """Return an entry without the number that it has in a list."""
    return printed(NUMBER.sub("", words.html), NUMBER.sub("", words.plain))


def _labelled(entry: Entry, reference: Reference, style: Style) -> Entry:
    """An entry with a label of ours where the style has notes or numbers, which are those of our run."""
    said = entry[2] and not (style.in_notes or style.numbers)
    return entry if said else (*entry[:2], description.label(reference))


def _lettered(one: Mapping[str, Any]) -> dict[str, Any]:
    """The item with a year that stands for year and letter, to be replaced in what pandoc gives."""
    issued = one["issued"]
    (_year, *rest), *end = issued["date-parts"]
    return {**one, "issued": {**issued, "date-parts": [[int(_token(one)), *rest], *end]}}


def _with_letter(entry: Entry, one: Mapping[str, Any], letter: str) -> Entry:
    """The entry with the letter after its first year, or after “n.d.”."""
    if "date-parts" not in one.get("issued", {}):
        inner, plain, label = (NO_DATE.sub(f"n.d.-{letter}", part, count=1) for part in entry)
        return inner, plain, label
    year, token = str(abs(one["issued"]["date-parts"][0][0])), _token(one)
    inner, plain, label = (part.replace(token, f"{year}{letter}", 1).replace(token, year) for part in entry)
    return inner, plain, label


def _token(one: Mapping[str, Any]) -> str:
    year = one["issued"]["date-parts"][0][0]
    return f"{'-' if year < 0 else ''}97{abs(year):05d}97"


def _formatted(style: Style, items: Sequence[Mapping[str, Any]], cache: Path) -> dict[str, Entry]:
    """What pandoc makes of items, by their keys: an entry with its label."""
    answer = format_works(style.name, prepared(style.csl, "list"), items, [[None]] * len(items), cache)
    made: dict[str, Entry] = {}
    for one, citation in zip(items, answer.citations, strict=True):
        entry = answer.entries.get(str(one["id"]), citation)
        entry = without_number(entry) if style.numbered else entry
        made[str(one["id"])] = (entry.html, entry.plain, AROUND.sub(r"\1", citation.plain))
    return made
