"""The decoded raw text with its lines, counted from 1 as every text editor counts them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class RawText:
    """The decoded raw text; `starts` are the offsets of its lines, in code points."""

    text: str  # with the line ends of the file

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each line begins, and what follows the last line end: offsets in code points."""
        return (0, *(match.end() for match in LINE_END.finditer(self.text)))

    def has(self, *lines: int) -> bool:
        """Whether all `lines` are lines of the text."""
        return all(1 <= line <= len(self.starts) for line in lines)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of whole lines, line ends included."""
        end = self.starts[last] if last < len(self.starts) else len(self.text)
        return self.starts[first - 1], end

    def line(self, number: int) -> str:
        """A line without its line end."""
        start, end = self.span(number, number)
        return self.text[start:end].rstrip("\r\n")

    def line_of(self, offset: int) -> int:
        """The number of the line that holds `offset`."""
        return bisect_right(self.starts, offset)

    def find(self, words: str, number: int) -> list[int]:
        """Where `words` begin in a line; they may run on into the next.

        A plain space stands for any space, since an editor cannot see which of them the raw text has.
        """
        start, end = self.span(number, number)
        loose = r"[^\S\r\n]".join(map(re.escape, words.split(" ")))
        pattern = re.compile(f"(?={loose})")
        places = pattern.finditer(self.text, start, end + len(words) - 1) if words else ()
        return [match.start() for match in places]
