"""What an editor writes for all texts: the glossary and the bibliography."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reader.model.anchor import Anchor
from reader.model.entries import At

TermKind = Literal["organisation", "treaty", "corridor", "place", "concept", "conflict", "person"]
LinkPolicy = Literal["passage", "page", "index"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """A place where a form is not the term: an exception with a reason."""

    text: str
    passage: Anchor
    form: str
    reason: str
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What has happened since the texts were written, with its references."""

    text: str
    references: tuple[str, ...] = ()
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An entry of the glossary.

    `forms` are the words that the texts use; `native` are names that only search knows; a `background`
    term may go unused; `unlinked` are the places where a form means something else.
    """

    id: str
    name: str
    short: str = ""
    forms: tuple[str, ...]
    kind: TermKind
    link: LinkPolicy = "passage"
    definition: str
    references: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    native: tuple[str, ...] = ()
    variants: str = ""
    background: bool = False
    since: tuple[Since, ...] = ()
    unlinked: tuple[Unlinked, ...] = ()
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryFile:
    """What stands in `glossary.toml`."""

    term: tuple[Term, ...] = ()
    at: At


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the bibliography.

    `fields` are as in the file, without the braces that protect capitals; `bibtex` is the whole entry with
    them, a field a line.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    bibtex: str
    at: At

    def get(self, name: str) -> str:
        """A field, or nothing."""
        return self.fields.get(name, "")


@dataclass(frozen=True, slots=True)
class Formatted:
    """A reference in a citation style.

    `entry` is HTML, `plain` the same as text, `label` that of an in-text citation: “Waltz 1979”.
    """

    entry: str
    plain: str
    label: str
