"""Numbers in hand-written pages that a new text would make untrue: filled in from what the edition holds.

    <!-- count texts in words -->Five<!-- end count --> texts, <!-- count terms -->185<!-- end count --> terms

What stands between the two comments is written by the build; both stand in one line. A number in words
begins with a capital if what stood there did, or if nothing did and it begins its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from reader.model import Library
from reader.model.problems import Problem, near
from reader.words.speech import number as figures

OPEN = re.compile(r"<!-- count (?P<what>[^>]*?)(?P<spelt> in words)? -->")
CLOSE = "<!-- end count -->"
FILLED = re.compile(rf"({OPEN.pattern})(?P<was>(?:(?!<!--).)*){CLOSE}")
COUNTED: Mapping[str, Callable[[Library], int]] = {
    "texts": lambda library: len(library.pages),
    "passages": lambda library: sum(len(page.passages) for page in library.pages),
    "notes": lambda library: sum(len(page.notes) for page in library.pages),
    "words": lambda library: sum(page.words for page in library.pages),
    "terms": lambda library: len(library.terms),
    "references": lambda library: len(library.references),
}


def check_counts(path: str, text: str) -> Iterator[Problem]:
    """Yield the counts of a page that cannot be filled in (H05)."""
    for number, line in enumerate(text.split("\n"), 1):
        whole = {match.start() for match in FILLED.finditer(line)}
        for match in OPEN.finditer(line):
            if match["what"] not in COUNTED:
                hint = near(match["what"], COUNTED)
                yield Problem(path, number, "H05", f"nothing counts “{match['what']}”", hint)
            elif match.start() not in whole:
                hint = f"write {CLOSE} behind it, in the same line"
                yield Problem(path, number, "H05", f"the count of {match['what']} is not closed", hint)


def counted(line: str, library: Library, words: tuple[str, ...]) -> str:
    """Return a line with its counts filled in; `words` are the numbers from none on that are spelt."""

    def fill(match: re.Match[str]) -> str:
        number = COUNTED[match["what"]](library)
        said = words[number] if match["spelt"] and number < len(words) else figures(number)
        begins = match["was"][:1].isupper() or (not match["was"] and not line[: match.start()].strip())
        return f"{match[1]}{said.capitalize() if begins else said}{CLOSE}"

    return FILLED.sub(fill, line)
