"""The works of the bibliography, read once, and what a citation style makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.model.dates import Date
from reader.model.keys import address
from reader.model.lines import At
from reader.model.markup import HTML
from reader.model.names import Names
from reader.model.rich_text import Phrase, Run, plain

DESCRIPTIVE = "descriptive-title"  # the keyword of a record whose title is the editors’ own


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the bibliography, read once: nothing takes its names, dates or TeX apart again.

    `type` and the names of fields are those of BibLaTeX in small letters, aliases resolved. `fields` holds
    all of them as text, `phrases` those that are printed with their emphasis, `names` and `dates` what they
    say. `bibtex` is the entry as it is given away, a field a line.
    """

    key: str  # as it is cited; of a text, its slug
    type: str
    fields: Mapping[str, str]
    bibtex: str
    at: At  # where the entry stands
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    names: Mapping[str, Names] = field(default_factory=dict)
    dates: Mapping[str, Date] = field(default_factory=dict)

    def __hash__(self) -> int:
        """Return the hash of its key, which no other reference of a bibliography has."""
        return hash(self.key)

    def get(self, name: str) -> str:
        """Return a field as text, or nothing."""
        return self.fields.get(name, "")

    @property
    def title(self) -> str:
        """Return the title with its subtitle."""
        return plain(self.titled(""))

    @property
    def described(self) -> bool:
        """Return whether the title is a description by the editors, as its keywords say."""
        return DESCRIPTIVE in (keyword.strip() for keyword in self.get("keywords").split(","))

    @property
    def date(self) -> Date | None:
        """Return when the work was published."""
        return self.dates.get("date")

    @property
    def address(self) -> str:
        """Return the anchor of the reference on the bibliography, and the name of its files."""
        return address(self.key)

    def titled(self, prefix: str) -> Phrase:
        """Return a title with its subtitle; `prefix` is “book”, “main”, “journal”, “issue” or nothing."""
        title, subtitle = (self.phrases.get(f"{prefix}{name}", ()) for name in ("title", "subtitle"))
        if not (title and subtitle):
            return title or subtitle
        between = " " if plain(title).endswith(("?", "!", ".", ":", "…")) else ": "
        return (*title, Run(between), *subtitle)


@dataclass(frozen=True, slots=True)
class Words:
    """What a citation style prints: as HTML, and as text alone."""

    html: HTML  # without a box around it
    plain: str  # in one line


@dataclass(frozen=True, slots=True)
class InStyle:
    """A work by itself in a citation style, in the three forms of a citation.

    `listed` is its entry in a bibliography; `noted` and `in_text` are citations by the kind of place that
    they lead to: “” for the whole work, and `paragraph`, `paragraphs`, `section` or `sections`, in which
    `⟦number⟧` or `⟦place⟧` stands for the place.
    """

    listed: Words  # without a number
    noted: Mapping[str, Words]  # whole sentences
    in_text: Mapping[str, Words]  # with the brackets of the style


@dataclass(frozen=True, slots=True)
class Formatted:
    """A reference in a citation style.

    `plain` is the entry as text, `label` that of an in-text citation: “Waltz 1979”.
    """

    entry: HTML  # the entry in a bibliography
    plain: str
    label: str
