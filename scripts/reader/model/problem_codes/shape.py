"""What is told of a problem code: the nouns of the table."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A fragment of a file that gives a problem, and what stands there when it is mended.

    `path` is that of the file in the small edition of `tests/engine/explained/`, where a test tries both
    fragments. `given` says what one must know of that edition: words in “…” are words of its files. `also`
    are the codes of the problems that come with this one. Where `right` is empty, the fragment is dropped.
    """

    path: str
    wrong: str  # what gives the problem
    right: str
    given: str = ""
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("wrong", "right"):
            object.__setattr__(self, name, dedent(getattr(self, name)).strip("\n"))
        object.__setattr__(self, "given", " ".join(self.given.split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A kind of problem, and all that is told of it.

    `title` is one line: what is wrong. `meaning` are paragraphs in plain text, with `…` round what is code:
    what it means, and why it stops a build. `documented` is where the fields are described: a file of the
    project and words of it. A code has `examples`, or else `arises` says how it comes about and `mend` what
    is to be done. `found_by` is the first verb of the command line that finds it.
    """

    id: str  # a letter and two digits
    title: str
    meaning: str
    documented: str
    examples: tuple[Example, ...] = ()
    arises: str = ""
    mend: str = ""
    found_by: Literal["build", "check", "site"] = "build"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The meaning, a paragraph each, without line ends."""
        return tuple(" ".join(paragraph.split()) for paragraph in dedent(self.meaning).strip().split("\n\n"))


@dataclass(frozen=True, slots=True)
class Group:
    """The codes of one letter, in their order; `about` is what the letter stands for."""

    letter: str  # the first sign of its codes
    about: str
    codes: tuple[Code, ...]  # by their numbers
