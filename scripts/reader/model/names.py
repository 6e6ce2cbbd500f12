"""Who made a work: persons and bodies, taken apart once, when the bibliography is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from reader.words.speech import Phrase, comma

AND, OTHERS = Phrase("{names} and {last}"), Phrase("{names} et al.")
# Names of Chinese, Japanese and Korean in their own scripts
FAMILY_FIRST = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー々]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person: `particle` is the “van” of van Gogh, `suffix` the “Jr.” of King, Jr.

    `sorted_by_particle` says that the particle is part of the family name in lists: “de Gaulle” at D.
    """

    family: str  # without particle and suffix
    given: str = ""  # all names before it, or initials
    particle: str = ""
    suffix: str = ""
    sorted_by_particle: bool = False

    @property
    def in_full(self) -> str:
        """Return “Ludwig van Beethoven”, “Martin King, Jr.” or “王小明”."""
        name = " ".join(part for part in (self.given, self.last) if part)
        if self.given and FAMILY_FIRST.fullmatch(self.last + self.given):
            name = self.last + self.given
        return f"{name}, {self.suffix}" if self.suffix else name

    @property
    def last(self) -> str:
        """Return “van Beethoven”: what stands in front of a comma or a year."""
        joined = "" if self.particle.endswith(("’", "'", "-")) else " "
        return f"{self.particle}{joined}{self.family}" if self.particle else self.family

    @property
    def inverted(self) -> str:
        """Return “van Beethoven, Ludwig”, or “King, Martin, Jr.”."""
        return ", ".join(part for part in (self.last, self.given, self.suffix) if part)


@dataclass(frozen=True, slots=True)
class Body:
    """A ministry, an agency, a firm: one name, that nothing takes apart."""

    name: str  # as it is printed

    @property
    def in_full(self) -> str:
        """Return the name."""
        return self.name

    @property
    def last(self) -> str:
        """Return the name."""
        return self.name

    @property
    def inverted(self) -> str:
        """Return the name."""
        return self.name


Name = Person | Body


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a field in their order; `more` says that the list goes on: “and others”."""

    names: tuple[Name, ...] = ()  # the others are not known
    more: bool = False

    def __bool__(self) -> bool:
        return bool(self.names)

    def __iter__(self) -> Iterator[Name]:
        return iter(self.names)


def listed(names: Sequence[str], *, more: bool = False) -> str:
    """Return “A”, “A and B”, “A, B and C”, or “A, B et al.”."""
    if more:
        return OTHERS.format(names=comma().join(names)) if names else ""
    if len(names) < 2:
        return "".join(names)
    return AND.format(names=comma().join(names[:-1]), last=names[-1])
