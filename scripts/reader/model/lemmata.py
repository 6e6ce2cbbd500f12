"""Words that an editor quotes to attach an entry to a passage: where they stand, or what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.model.anchor import Anchor
from reader.model.lines import At
from reader.model.pages import Passage, Retired
from reader.model.problems import Problem, near

MARKS = r"[\u200e\u200f\u061c]*"  # of direction, which nobody types
BETWEEN = rf"(?:{MARKS}[^\S\n\t]{MARKS}| *[\n\t] *)"


@dataclass(frozen=True, slots=True)
class Lemma:
    """Words that must stand in a passage once.

    `name` is what messages call them, `absent` and `repeated` are the codes of the problems where they
    stand there never, or more than once.
    """

    words: str  # without the spaces at their ends
    name: str
    absent: str
    repeated: str
    at: At  # where the editor has written them

    def place(self, passage: Passage) -> tuple[int, int] | Problem:
        """Return where the words begin and end in a passage, in code points, or the problem with them.

        A space stands for the end of a line of verse, or of a cell, as well.
        """
        words = BETWEEN.join(map(re.escape, self.words.split(" ")))
        found = list(re.finditer(f"(?=({words}))", passage.text))
        times = len(found)
        if times == 1 and self.words:
            return found[0].span(1)
        if times:
            message = f"{self.name} “{self.words}” is in {passage.id} {times} times"
            return Problem(self.at.path, self.at.line, self.repeated, message, f"lengthen the {self.name}")
        message = f"{self.name} “{self.words}” is not in {passage.id}"
        return Problem(self.at.path, self.at.line, self.absent, message, self._hint(passage))

    def _hint(self, passage: Passage) -> str:
        """Name the words of the passage that differ only in case, quotes or spaces, or its opening."""
        loose = r"\W+".join(map(re.escape, re.findall(r"\w+", self.words)))
        match = re.search(loose, passage.text, re.IGNORECASE) if loose else None
        if match:
            return f"{passage.id} has “{match[0]}”"
        return f"{passage.id} begins “{passage.text[:50]}…”"


def instead(id_: Anchor, passages: Mapping[Anchor, Passage], retired: Iterable[Retired]) -> str:
    """Return a hint for an id that no passage has: where a retired one lands, or ids like it."""
    for one in retired:
        if one.id == id_:
            return f"it is retired, and lands on {one.lands}" if one.lands else "it is retired"
    return near(str(id_), map(str, passages))
