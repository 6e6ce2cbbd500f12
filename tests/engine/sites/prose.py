"""Prose that nobody wrote: sentences of plausible length and words, the same for the same seed."""

from __future__ import annotations

import random

NOUNS = """harbour lamp council road winter market letter bridge river border train captain village museum
school engine library island minister witness farmer coast valley archive station treaty company court
winter tower garden ferry committee report budget editor neighbour customs railway shipyard mayor""".split()
VERBS = """opened closed carried found repaired described followed measured refused promised watched built
crossed reached sold answered painted explained remembered counted lost kept moved defended""".split()
ADJECTIVES = """old narrow quiet northern wooden public early patient broken distant careful heavy bright local
foreign empty modest famous sudden regular""".split()
PLACES = (
    "Northport Eastmere Calder Hollow Saint Brannoch Vesper Point Aldermoor Kestrel Bay Upper Tarn".split()
)
WHEN = ["In the spring", "After the war", "Last week", "By 1931", "On Monday", "For many years", "At night"]
ENDINGS = [
    "before anybody had asked why",
    "although the money had run out",
    "and nobody thought it strange",
    "because the old one had burned down",
    "while the tide was still rising",
    "as the papers of the time report",
    "which surprised those who knew the place",
]


class Prose:
    """A source of sentences and paragraphs."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def thing(self) -> str:
        """Return a noun with an article, and often an adjective."""
        pick = self.random.choice
        return f"the {pick(ADJECTIVES) + ' ' if self.random.random() < 0.6 else ''}{pick(NOUNS)}"

    def sentence(self) -> str:
        """Return a sentence of eight to thirty words."""
        pick, chance = self.random.choice, self.random.random
        start = f"{pick(WHEN)}, {self.thing()}" if chance() < 0.4 else self.thing().capitalize()
        words = f"{start} of {pick(PLACES)} {pick(VERBS)} {self.thing()}"
        if chance() < 0.5:
            words += f" and {pick(VERBS)} {self.thing()} near {self.thing()}"
        if chance() < 0.6:
            words += f", {pick(ENDINGS)}"
        if chance() < 0.15:
            return f"“{words},” said {pick(PLACES)} {pick(PLACES)}, who keeps {self.thing()}."
        return f"{words}."

    def paragraph(self, least: int = 2, most: int = 5) -> str:
        """Return a paragraph of some sentences."""
        return " ".join(self.sentence() for _ in range(self.random.randint(least, most)))

    def paragraphs(self, number: int, least: int = 2, most: int = 5) -> list[str]:
        """Return several paragraphs."""
        return [self.paragraph(least, most) for _ in range(number)]

    def headline(self) -> str:
        """Return a headline without a full stop."""
        pick = self.random.choice
        return f"{pick(PLACES)} {pick(VERBS)} {self.thing()} near {self.thing()}"

    def headlines(self, number: int) -> list[str]:
        """Return several headlines."""
        return [self.headline() for _ in range(number)]
