"""Where paragraphs go on that the raw text breaks, mostly at the turn of a page.

[[join]]           114   ‘The moon is the cause of it all, and nobody’
line = 117         115   ‘’
                   116   ‘[115]’
                   117   ‘has doubted it since.’     goes on the paragraph of line 114
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from reader.model import Join, Source
from reader.model.problems import Problem
from reader.reading.parts import Chain
from reader.words.edits import Edit
from reader.words.raw_text import RawText


@dataclass(frozen=True, slots=True)
class Broken:
    """A raw text with what is decided of it already."""

    raw: RawText  # the raw text itself
    cuts: Sequence[Edit]  # edits of the raw text
    headings: Collection[int]  # the lines that have words of headings
    titles: Collection[int]  # those of them that end with such words
    chains: Sequence[Chain]  # the parts that hold each line, from 1
    begun: Collection[int]  # the lines at which paragraphs are said to begin

    def joins(self, source: Source) -> tuple[list[int], list[Problem]]:
        """Return the offsets at which paragraphs go on, and the entries that cannot be so (S06, K10)."""
        if not source.about.join:
            return [], []
        without_words = self._without_words(source)
        wrapped = source.about.layout == "hard-wrapped"
        found: list[int] = []
        problems: list[Problem] = []
        for entry in source.about.join:
            at = entry.at
            if not self.raw.has(entry.line):
                message = f"line {entry.line} is not in a raw text of {len(self.raw.starts)} lines"
                hint = "count the lines of raw.txt from 1"
                problems.append(Problem(at.path, at.line, "S06", message, hint))
            elif what := next(self._against(entry, without_words, wrapped=wrapped), ""):
                message = f"no paragraph can go on at line {entry.line}: {what}"
                hint = "name the line with which the second half of the paragraph begins"
                problems.append(Problem(at.path, at.line, "K10", message, hint))
            else:
                found.append(self.raw.starts[entry.line - 1])
        return found, problems

    def _without_words(self, source: Source) -> set[int]:
        """The lines of which the running text has nothing: blank, cut, notes, signs of pages."""
        about = source.about
        signs = {one.line: one.marker.strip() for one in about.page if one.marker}
        notes = {line for one in about.footnote if self.raw.has(*one.note) for line in one.lines}
        cut = {
            line
            for edit in self.cuts
            for line in range(
                self.raw.line_of(edit.start), self.raw.line_of(max(edit.start, edit.end - 1)) + 1
            )
        }
        return {
            line
            for line in range(1, len(self.raw.starts) + 1)
            if line in notes or line in cut or self.raw.line(line).strip() in ("", signs.get(line, ""))
        }

    def _against(self, entry: Join, without_words: set[int], *, wrapped: bool) -> Iterator[str]:
        """Why no paragraph can go on at a line: what has to be mended first comes first."""
        line, words = entry.line, " ".join(self.raw.line(entry.line).split())
        before = next((one for one in range(line - 1, 0, -1) if one not in without_words), 0)
        chain = self.chains[line]
        if not words.startswith(" ".join(entry.begins.split())):
            yield f"it begins “{words[:40]}”, and not “{entry.begins}”"
        if line in without_words:
            yield "it is blank, cut, a note, or the sign of a page"
        if not before:
            yield "no words stand before it"
        if line in self.headings or before in self.titles:
            yield "a heading stands there"
        if self.chains[before] != chain:
            yield f"line {before} is of another part"
        if chain and chain[-1].kind == "table":
            yield "a table is one passage"
        if line in self.begun:
            yield "[[paragraph]] says that one begins there"
        if wrapped and before == line - 1 and (not chain or chain[-1].kind not in ("item", "speech")):
            yield f"it goes on line {before} already"
