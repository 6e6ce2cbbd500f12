"""`crossref` and `xdata`: what an entry takes over from others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reader.model.problems import Problem, near
from reader.project.bibtex_fields import FIELD_ALIASES, TYPE_ALIASES, inherited_as
from reader.project.bibtex_syntax import RawEntry, RawField

LINKS = frozenset({"crossref", "xdata"})


def resolved(path: str, entries: Mapping[str, RawEntry]) -> tuple[list[RawEntry], list[Problem]]:
    """Return the entries that are works, each with what it inherits, and the links that lead nowhere.

    Problems: B04 a link to nothing, or one that comes back to where it began.
    """
    problems: list[Problem] = []
    folded = {key.casefold(): key for key in entries}
    done: dict[str, RawEntry] = {}

    def whole(key: str, above: tuple[str, ...]) -> RawEntry:
        if key in done:
            return done[key]
        entry = entries[key]
        fields = list(entry.fields)
        has = {_canonical(one.name) for one in fields}
        for link, other in _links(entry):
            target = folded.get(other.casefold(), "")
            if not target or target in (*above, key):
                what = "names itself" if target else "is not in the file"
                hint = near(other, entries) if not target else "leave one of the links out"
                message = f"“{link.name.lower()}” of “{key}”: “{other}” {what}"
                problems.append(Problem(path, link.line, "B04", message, hint))
                continue
            for one in _inherited(link, whole(target, (*above, key)), entry):
                if _canonical(one.name) not in has and not (
                    _canonical(one.name) in {"year", "month"} and "date" in has
                ):
                    has.add(_canonical(one.name))
                    fields.append(one)
        kept = [one for one in fields if one.name.lower() not in LINKS]
        done[key] = replace(entry, fields=tuple(kept))
        return done[key]

    made = [whole(key, ()) for key in entries]
    return [entry for entry in made if entry.type.lower() != "xdata"], problems


def _links(entry: RawEntry) -> Iterator[tuple[RawField, str]]:
    for one in entry.fields:
        if one.name.lower() in LINKS:
            yield from ((one, key.strip()) for key in one.value.split(",") if key.strip())


def _inherited(link: RawField, above: RawEntry, below: RawEntry) -> Iterator[RawField]:
    """What comes down a link, under the names that it has below; its line is that of the link."""
    whole, part = _type(above), _type(below)
    for one in above.fields:
        name = _canonical(one.name)
        as_what = name if link.name.lower() == "xdata" else inherited_as(name, whole, part)
        if as_what:
            yield replace(one, name=as_what, line=link.line, value_line=link.line)


def _type(entry: RawEntry) -> str:
    return TYPE_ALIASES.get(entry.type.lower(), (entry.type.lower(), ""))[0]


def _canonical(name: str) -> str:
    return FIELD_ALIASES.get(name.lower(), name.lower())
