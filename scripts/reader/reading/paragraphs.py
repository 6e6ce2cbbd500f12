"""Where paragraphs begin that the raw text does not set apart by a blank line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.model import Paragraph
from reader.model.problems import Problem
from reader.reading.parts import Chain
from reader.words.edits import Edit
from reader.words.raw_text import RawText


@dataclass(frozen=True, slots=True)
class Ground:
    """A raw text with what is decided of it already: its cuts, where its headings stand, and its parts."""

    raw: RawText  # the raw text itself
    cuts: Sequence[Edit]  # edits of the raw text
    headings: Sequence[tuple[int, int]]  # start and end of their words in the raw text, in code points
    chains: Sequence[Chain]  # by the number of the line, from 1

    def paragraphs(self, entries: Iterable[Paragraph]) -> tuple[list[int], list[Problem]]:
        """Return the offsets at which paragraphs are said to begin, and the entries that cannot be so."""
        found: list[int] = []
        problems: list[Problem] = []
        for entry in entries:
            place = self._begins(entry)
            if isinstance(place, int):
                place = next(self._impossible(entry, place), place)
            if isinstance(place, Problem):
                problems.append(place)
            else:
                found.append(place)
        return found, problems

    def _begins(self, entry: Paragraph) -> int | Problem:
        at = entry.at
        if not self.raw.has(entry.line):
            message = f"line {entry.line} is not in a raw text of {len(self.raw.starts)} lines"
            return Problem(at.path, at.line, "S06", message, "count the lines of raw.txt from 1")
        line = self.raw.line(entry.line)
        words = entry.begins.strip()  # a paragraph begins with its words, not with the space before them
        if not words:
            return self.raw.starts[entry.line - 1] + len(line) - len(line.lstrip())
        places = self.raw.find(words, entry.line)
        if len(places) == 1:
            return places[0]
        hint = "quote more of the line" if places else f"the line reads “{' '.join(line.split())[:60]}”"
        times = f"{len(places)} times" if places else "nowhere"
        message = f"“{entry.begins}” stands {times} in line {entry.line}"
        return Problem(at.path, at.line, "K03", message, hint)

    def _impossible(self, entry: Paragraph, place: int) -> Iterator[Problem]:
        """Why no paragraph can begin at an offset."""
        at, what = entry.at, self._stands(entry.line, place)
        if what:
            message = f"no paragraph can begin at line {entry.line}: {what}"
            hint = "name the line that it begins on, and its first words"
            yield Problem(at.path, at.line, "K04", message, hint)

    def _stands(self, line: int, place: int) -> str:
        """What stands at an offset where no paragraph can begin, or nothing."""
        chain = self.chains[line]
        if not self.raw.line(line).strip():
            return "the line is blank"
        if any(cut.start <= place < cut.end for cut in self.cuts):
            return "the line is cut"
        if any(start < place < end for start, end in self.headings):
            return "a heading stands there"
        if place and self.raw.text[place - 1].isalnum() and self.raw.text[place].isalnum():
            return "it would begin within a word"
        if chain and chain[-1].kind == "table":
            return "a table is one passage"
        return ""
