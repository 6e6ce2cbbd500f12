"""Files of CSL-JSON, which reference managers write, as items with their lines.

[{"id": "doe-2020", "type": "book", "title": "Roads", …}, …]
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from reader.project.bibtex_syntax import Fault
from reader.project.csl_entries import CslItem

BLANK = re.compile(r"[ \t\r\n]*")
HINT = "export the file anew as CSL JSON, or look for a missing comma, quotation mark or bracket"
DEEPEST = 20  # brackets within brackets; an item of CSL has four
BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


def items(text: str) -> tuple[list[CslItem], list[Fault]]:
    """Return the items of a file, and what of it cannot be read (B09)."""
    reader = _Reader(text)
    if deep := _too_deep(text):
        return [], [Fault(reader.line(deep), "B09", "brackets stand too deep within each other", HINT)]
    faults: list[Fault] = []
    found: list[CslItem] = []
    try:
        for at, value in reader.values():
            if isinstance(value, dict):
                found.append(CslItem(value, reader.line(at), reader.lines_of(at, value)))
            else:
                message = "something stands in the list that is no item"
                faults.append(Fault(reader.line(at), "B09", message, HINT))
    except json.JSONDecodeError as error:
        what = error.msg[0].lower() + error.msg[1:]
        faults.append(Fault(error.lineno, "B09", f"the file is no JSON: {what}", HINT))
    except ValueError as error:  # a number that no program reads
        faults.append(Fault(1, "B09", f"the file is no JSON: {error}", HINT))
    faults += [
        Fault(reader.line(at), "B09", message, "leave one of the two out") for at, message in reader.twice
    ]
    return found, faults


class _Reader:
    """One pass over a file, item by item."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [match.start() for match in re.finditer("\n", text)]
        self.twice: list[tuple[int, str]] = []
        self.at = 0
        decoder = json.JSONDecoder(object_pairs_hook=self._object, parse_constant=self._constant)
        self.decode = decoder.raw_decode

    def line(self, at: int) -> int:
        """The 1-based line of a place in the text."""
        return bisect_right(self.starts, at - 1) + 1

    def values(self) -> Iterator[tuple[int, Any]]:
        """Yield what stands in the list, or the one item that is all of the file."""
        self._skip()
        if self.at == len(self.text):
            return
        if self.text[self.at] != "[":
            yield from self._one()
            self._end()
            return
        self.at += 1
        self._skip()
        if self.text[self.at : self.at + 1] == "]":
            self.at += 1
            self._end()
            return
        while True:
            yield from self._one()
            self._skip()
            sign = self.text[self.at : self.at + 1]
            if sign not in {",", "]"}:
                raise json.JSONDecodeError("Expecting ',' delimiter", self.text, self.at)
            self.at += 1
            if sign == "]":
                self._end()
                return

    def lines_of(self, at: int, value: dict[str, Any]) -> dict[str, int]:
        """The lines of the fields of the item that begins at a place."""
        lines: dict[str, int] = {}
        for name in value:
            quoted = re.escape(json.dumps(name, ensure_ascii=False))
            found = re.compile(rf"{quoted}\s*:").search(self.text, at, self.at)
            lines[name] = self.line(found.start()) if found else self.line(at)
        return lines

    def _one(self) -> Iterator[tuple[int, Any]]:
        self._skip()
        start = self.at
        value, self.at = self.decode(self.text, start)
        yield start, value

    def _skip(self) -> None:
        match = BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _end(self) -> None:
        self._skip()
        if self.at < len(self.text):
            raise json.JSONDecodeError("Extra data", self.text, self.at)

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, value in pairs:
            if name in made and made[name] != value:
                self.twice.append((self.at, f"an item has the field “{name}” twice"))
            made.setdefault(name, value)
        return made

    def _constant(self, name: str) -> float:
        raise json.JSONDecodeError(f"{name} is no number", self.text, self.at)


def _too_deep(text: str) -> int:
    """The place where brackets stand deeper within each other than any item has them, or 0."""
    depth = 0
    for match in BRACKETS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
        if depth > DEEPEST:
            return match.start() or 1
    return 0
