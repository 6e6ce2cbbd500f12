"""What an editor writes for all texts: the glossary and the bibliography."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reader.model.anchor import Anchor
from reader.model.dates import Date
from reader.model.keys import address
from reader.model.lines import At
from reader.model.markup import HTML
from reader.model.names import Names
from reader.model.rich_text import Phrase, Run, plain

TermKind = Literal["organisation", "treaty", "corridor", "place", "concept", "conflict", "person"]
LinkPolicy = Literal["passage", "page", "index"]

DESCRIPTIVE = "descriptive-title"  # the keyword of a record whose title is the editors’ own


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """A place where a form is not the term: an exception with a reason."""

    text: str  # the slug of the text
    passage: Anchor  # where the form stands in it
    form: str  # one of the forms of the term
    reason: str  # why it is not the term there
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What has happened since the texts were written, with its references."""

    text: str  # what has happened, in plain text
    references: tuple[str, ...] = ()  # keys of the bibliography
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An entry of the glossary.

    `forms` are the words that the texts use; `native` are names that only search knows; a `background`
    term may go unused; `unlinked` are the places where a form means something else.
    """

    id: str  # its address: lower-case letters, digits and hyphens
    name: str  # what pages call it
    short: str = ""  # a short form of the name, shown in brackets; may be empty
    forms: tuple[str, ...]
    kind: TermKind  # the group that the index puts it in
    link: LinkPolicy = "passage"  # its first use in each passage or in each text is a link, or none is
    definition: str  # in plain text
    references: tuple[str, ...] = ()  # keys of what the definition rests on
    see: tuple[str, ...] = ()  # ids of other terms
    native: tuple[str, ...] = ()
    variants: str = ""  # what is said of its names; may be empty
    language: str = "en"  # that of its name and its short form
    background: bool = False
    since: tuple[Since, ...] = ()  # what has happened since the texts were written
    unlinked: tuple[Unlinked, ...] = ()
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryFile:
    """What stands in `glossary.toml`."""

    term: tuple[Term, ...] = ()  # in the order of the file
    at: At  # the file


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
