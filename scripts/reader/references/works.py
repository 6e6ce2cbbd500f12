"""Works in a style, with what a style would pass over in silence asked for once more.

The name of the web site that a page stands on is the container of the page in CSL, as reference managers
have it; some styles look for it only where a book has its publisher. And a few styles print nothing at all of
a kind of work that they do not know, or a word of their own (“Else”). Where that shows, the work is given to
the style in another way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from reader.references.citeproc import Answer, Place, format_items
from reader.references.description import text

Item = Mapping[str, Any]
WORD = re.compile(r"\w+")


def format_works(
    name: str, csl: str, items: Sequence[Item], places: Sequence[Sequence[Place | None]], cache: Path
) -> Answer:
    """Return entries and citations as `format_items` does; none is empty that the style can print."""
    answer = format_items(name, csl, items, places, cache)
    begins = [*accumulate((len(row) for row in places), initial=0)]
    asked = {
        at: other
        for at, one in enumerate(items)
        if (other := _otherwise(one, _printed(answer, one, begins[at])))
    }
    if not asked:
        return answer
    again = format_items(name, csl, [*asked.values()], [places[at] for at in asked], cache)
    entries, citations = dict(answer.entries), list(answer.citations)
    start = 0
    for at, one in asked.items():
        count = len(places[at])
        if not _otherwise(one, _printed(again, one, start)):
            citations[begins[at] : begins[at] + count] = again.citations[start : start + count]
            if entry := again.entries.get(str(one["id"])):
                entries[str(one["id"])] = entry
        start += count
    return Answer(entries, citations)


def _printed(answer: Answer, one: Item, begins: int) -> str:
    """What stands for a work: its entry, or a citation of it where the style has no bibliography."""
    return (answer.entries.get(str(one["id"])) or answer.citations[begins]).plain


def _says_anything(one: Item, printed: str) -> bool:
    """Whether a word of the title or of a name stands in what a style prints of a work."""
    names = (name for value in one.values() if isinstance(value, list) for name in value)
    said = [text(one.get("title")), *(text(part) for name in names for part in _parts(name))]
    words = {word.casefold() for part in said for word in WORD.findall(part)}
    return bool(words & {word.casefold() for word in WORD.findall(printed)}) or not words


def _parts(name: object) -> list[str]:
    return [name.get("family", ""), name.get("literal", "")] if isinstance(name, dict) else []


def _otherwise(one: Item, printed: str) -> Item | None:
    """The item as the style may print it, where something is missing from what it printed."""
    if not _says_anything(one, printed):
        return {**one, "type": "book"}
    site = text(one.get("container-title"))
    if one["type"] == "webpage" and site and site.casefold() not in printed.casefold():
        return {**one, "publisher": one["container-title"]}
    return None
