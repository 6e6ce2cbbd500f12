"""Problems that an editor can mend: where, what, and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from reader.model.problem_codes import CODES
from reader.words.signs import on_one_line

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that stops a build: `path` is relative to the project, `line` is 1-based."""

    path: str
    line: int
    code: str  # a row of the table of codes
    message: str  # what is wrong, on one line
    hint: str = ""  # what to do, where that is known

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"problem code {self.code} is not in the table")

    def __str__(self) -> str:
        tail = f" — {self.hint}" if self.hint else ""
        return on_one_line(f"{self.path}:{self.line}: {self.code} {self.message}{tail}")


class ProblemsFound(Exception):
    """Raised once by the pipeline, with every problem of the run; `left` says what is as it was."""

    def __init__(self, problems: Iterable[Problem], left: str = "nothing was written") -> None:
        self.problems = sorted(set(problems))
        self.left = left
        super().__init__("\n".join(map(str, self.problems)))

    @property
    def report(self) -> str:
        """The problems, a line each; how many there are, and what is as it was; and how to read more."""
        count = len(self.problems)
        summary = f"{count} problem{'' if count == 1 else 's'}; {self.left}"
        more = f"what a code means, with examples: annotated-reader explain {self.problems[0].code}"
        return "\n".join([*map(str, self.problems), summary, more])


class Problems:
    """The problems of all stages so far; a stage’s result is taken out of what it returns with them."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def of(self, returned: tuple[T, Iterable[Problem]]) -> T:
        """Keep the problems that a stage returned, and return what it made."""
        made, problems = returned
        self.found += problems
        return made

    def add(self, problems: Iterable[Problem]) -> None:
        """Keep the problems of a stage that makes nothing."""
        self.found += problems

    def raise_any(self) -> None:
        """Raise `ProblemsFound` with all that was kept, if there is any."""
        if self.found:
            raise ProblemsFound(self.found)


def unknown_keys(keys: Iterable[str], path: str, line: int, known: Iterable[str]) -> Iterator[Problem]:
    """Yield the keys that the bibliography does not have."""
    known = set(known)
    for key in keys:
        if key not in known:
            yield Problem(path, line, "B04", f"references.bib has no “{key}”", near(key, known))


def near(word: str, known: Iterable[str]) -> str:
    """Return a hint that names what was probably meant."""
    close = get_close_matches(word, sorted(known), 3)
    return f"perhaps {' or '.join(f'“{one}”' for one in close)}" if close else "nothing has a name like it"
