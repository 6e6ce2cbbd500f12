"""The table `[tool.reader]` of pyproject.toml: what an edition says of itself, its kinds and its styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.model import NOTE_KINDS, TERM_KINDS, At, Day, Kind, NoteKinds, TermKinds
from reader.model.problems import Problem
from reader.project.tables import parse

PATH = "pyproject.toml"
TABLE = "tool.reader"
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The day on which an edition was published."""

    edition: str  # its name
    date: Day  # when it was published
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class TermKindEntry:
    """A kind of terms of the edition's own."""

    id: str  # what stands in `kind` of a term: lower-case letters, digits and hyphens
    name: str  # what one of them is called
    group: str  # what all of them are called, in the index
    in_names: bool = False  # whether they stand in the index of names too
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteKindEntry:
    """A kind of notes of the edition's own."""

    id: str  # what stands behind `kind:` of a note
    name: str  # what readers see
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What becomes of the generated pages."""

    commit: bool = True  # whether they are committed, so that `check` compares them
    at: At  # where the table stands; an empty path where there is no table


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What stands in the table `[tool.reader]` of pyproject.toml."""

    engine: str = ""  # the version of the engine that the edition was last upgraded to
    edition: str = "1"  # the name of the edition that is being made
    style: str = "chicago-author-date"  # the name of a CSL style
    styles: tuple[str, ...] = ()  # those that are offered beside it; the usual ones where there are none
    without_licence: Literal["full", "record"] = "full"  # what is shown of a text that says nothing of it
    report: str = ""  # where readers report an error: an address of the web or of mail
    release: tuple[Release, ...] = ()  # the editions that have been published
    term_kind: tuple[TermKindEntry, ...] = ()  # in the order of the index; the usual ones if none
    note_kind: tuple[NoteKindEntry, ...] = ()  # the usual ones if none
    output: Output = Output(at=At("", 1))  # what becomes of the generated pages
    at: At  # where the table stands

    @property
    def releases(self) -> dict[str, str]:
        """The days of the editions that have been published, by their numbers."""
        return {one.edition: one.date for one in self.release}

    @property
    def term_kinds(self) -> TermKinds:
        """The kinds of terms, by their ids."""
        own = {one.id: Kind(one.name, one.group, one.in_names) for one in self.term_kind}
        return own or TERM_KINDS

    @property
    def note_kinds(self) -> NoteKinds:
        """The kinds of notes, by their ids."""
        return {one.id: Kind(one.name, "") for one in self.note_kind} or NOTE_KINDS


def settings_of(text: str) -> tuple[Settings, list[Problem]]:
    """Return the settings in pyproject.toml, as far as it can be read, and what is wrong with them."""
    settings, problems = parse(Settings, PATH, text, TABLE)
    if settings is None:
        return Settings(at=At(PATH, 1)), problems
    return settings, [*problems, *_days(settings), *_report(settings), *_kinds(settings)]


def _days(settings: Settings) -> Iterator[Problem]:
    """Yield M03 where an edition was published twice."""
    dated: set[str] = set()
    for one in settings.release:
        if one.edition in dated:
            hint = "an edition was published once: take one of the two out"
            yield Problem(PATH, one.at.line, "M03", f"edition “{one.edition}” has a day already", hint)
        dated.add(one.edition)


def _report(settings: Settings) -> Iterator[Problem]:
    """Yield M04 where nobody could be told of an error."""
    if settings.report and not settings.report.startswith(("https://", "http://", "mailto:")):
        hint = "write https://… or mailto:…; {place} and {link} in it are filled in"
        said = f"“{settings.report}” is no address at which an error can be reported"
        yield Problem(PATH, settings.at.line, "M04", said, hint)


def _kinds(settings: Settings) -> Iterator[Problem]:
    """Yield M06 where a kind has an id that is none, or that another has."""
    lists: Sequence[Sequence[TermKindEntry | NoteKindEntry]] = (settings.term_kind, settings.note_kind)
    for entries in lists:
        known: set[str] = set()
        for one in entries:
            if not ID.fullmatch(one.id):
                hint = "lower-case letters, digits and hyphens, like “trade-route”"
                yield Problem(PATH, one.at.line, "M06", f"“{one.id}” is no id of a kind", hint)
            elif one.id in known:
                hint = "name it once: all of it stands in one entry"
                yield Problem(PATH, one.at.line, "M06", f"the kind “{one.id}” is there already", hint)
            known.add(one.id)
