"""The terms of the glossary, as an editor writes them for all texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.model.anchor import Anchor
from reader.model.kinds import TermKind
from reader.model.lines import At

LinkPolicy = Literal["passage", "page", "index"]


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
    language: str = ""  # that of its name and its short form; that of the site where none is said
    background: bool = False
    since: tuple[Since, ...] = ()  # what has happened since the texts were written
    unlinked: tuple[Unlinked, ...] = ()
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryFile:
    """What stands in `glossary.toml`."""

    term: tuple[Term, ...] = ()  # in the order of the file
    at: At  # the file
