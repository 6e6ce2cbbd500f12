"""A phrase with a number in it, in the forms that the number asks for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plural:
    """The phrase for one thing and the phrase for any other number of them."""

    one: str  # for exactly one
    many: str  # for none and for several, with {number}

    def of(self, number: int) -> str:
        """Return the form for a number, its fields not filled yet."""
        return self.one if number == 1 else self.many

    def counted(self, number: int) -> str:
        """Return the form for a number with `number` put in."""
        return self.of(number).format(number=number)
