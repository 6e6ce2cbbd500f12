"""The bibliography: BibLaTeX and BibTeX in, references out, and all that would be wrong or lost in print.

Legal BibLaTeX is accepted: any type and field of its manual, the aliases of BibTeX, names in any case,
`crossref` and `xdata`, macros. What is not printed (`file`, `keywords`, `related`, fields of one’s own) is
kept as it is and passed on. Refused is what a reader would see wrong or miss, each with what to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reader.model import At, Reference
from reader.model.dates import Date, ImpossibleDate
from reader.model.keys import address
from reader.model.names import Names
from reader.model.problems import Problem
from reader.model.rich_text import Phrase, plain
from reader.project import bibtex_lint, tex
from reader.project.bibtex_dates import written_date, year_and_month
from reader.project.bibtex_fields import FIELD_ALIASES, NAMES, PRINTED, TYPE_ALIASES, VERBATIM
from reader.project.bibtex_inherit import resolved
from reader.project.bibtex_names import UnreadableName, names
from reader.project.bibtex_syntax import Fault, RawEntry, RawField, Scanner


def parse(path: str, text: str) -> tuple[dict[str, Reference], list[Problem]]:
    """Return the references by key, in the order of the file, and all that is wrong with them.

    Problems: B01 a block that cannot be read or a swallowed field, B02 a field that is missing or malformed,
    B03 a key twice, B04 a `crossref` or `xdata` to nothing, B05 an unknown type, B07 an unknown macro, B08 a
    TeX command that is not read.
    """
    made = Bibliography()
    made.add(path, text)
    return made.references, made.problems


@dataclass(slots=True)
class Bibliography:
    """The references of one file after another, and all that is wrong with them."""

    references: dict[str, Reference] = field(default_factory=dict)  # by their keys, in the order of the files
    problems: list[Problem] = field(default_factory=list)  # in the order in which they were found
    _entries: dict[str, RawEntry] = field(default_factory=dict)
    _addresses: dict[str, str] = field(default_factory=dict)

    def add(self, path: str, text: str) -> None:
        """Read a file of BibLaTeX."""
        scanner = Scanner(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
        entries = list(scanner.entries())
        self.add_entries(path, entries, scanner.faults)

    def add_entries(self, path: str, entries: Iterable[RawEntry], faults: Iterable[Fault]) -> None:
        """Read the entries that have been found in a file, with what could not be read of it."""
        self.problems += [Problem(path, one.line, one.code, one.message, one.hint) for one in faults]
        first: dict[str, RawEntry] = {}
        for entry in entries:
            if known := _taken(entry, self._entries, self._addresses):
                self.problems.append(Problem(path, entry.line, "B03", known, "give it another name"))
            else:
                first[entry.key] = self._entries[entry.key] = entry
                self._addresses[address(entry.key)] = entry.key
        whole, in_links = resolved(path, first)
        self.problems += in_links
        for entry in whole:
            reading = _Reading(path, entry)
            self.problems += bibtex_lint.entry_problems(path, entry)
            reference = reading.reference()
            self.problems += reading.problems
            self.problems += bibtex_lint.reference_problems(reference, reading.lines)
            self.references[entry.key] = reference


def _taken(entry: RawEntry, first: Mapping[str, RawEntry], addresses: Mapping[str, str]) -> str:
    """What is wrong with the key of an entry where another has it, or one that is too much like it."""
    if entry.key in first:
        return f"the key “{entry.key}” stands in the bibliography already"
    other = addresses.get(address(entry.key), "")
    if not other:
        return ""
    if other.casefold() == entry.key.casefold():
        return f"the key “{entry.key}” differs only in case from “{other}”"
    return f"the key “{entry.key}” would have the address of “{other}”, “{address(other)}”"


@dataclass(slots=True)
class _Reading:
    """The reading of one entry: its problems, and the lines of its fields by their names."""

    path: str
    entry: RawEntry
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def reference(self) -> Reference:
        """Return the entry as a reference."""
        kind, genre = TYPE_ALIASES.get(self.entry.type.lower(), (self.entry.type.lower(), ""))
        fields: dict[str, str] = {}
        phrases: dict[str, Phrase] = {}
        people: dict[str, Names] = {}
        raw: dict[str, RawField] = {}
        for one in self.entry.fields:
            name = FIELD_ALIASES.get(one.name.lower(), one.name.lower())
            raw.setdefault(name, one)
            self.lines.setdefault(name, one.line)
        by_particle = "useprefix=true" in raw["options"].value if "options" in raw else False
        for name, one in raw.items():
            if name in NAMES:
                people[name] = self._names(one, by_particle)
                fields[name] = " and ".join(person.inverted for person in people[name])
            elif name in PRINTED:
                phrases[name] = self._phrase(one, one.value)
                fields[name] = plain(phrases[name])
            else:
                fields[name] = _unwrapped(one.value)
        if genre and "type" not in fields:
            fields["type"], phrases["type"] = genre, tex.read(genre)[0]
        dates = dict(self._dates(raw))
        return Reference(
            self.entry.key,
            kind,
            fields,
            _written(self.entry),
            At(self.path, self.entry.line),
            phrases=phrases,
            names=people,
            dates=dates,
        )

    def _phrase(self, one: RawField, value: str) -> Phrase:
        phrase, refused = tex.read(value)
        for command in refused:
            at = value.count("\n", 0, command.at) if value == one.value else 0
            message = f"“{one.name.lower()}” of “{self.entry.key}” has “{command.command}”, which is not read"
            hint = "write the words or signs it stands for; only accents, signs and emphasis are read"
            self.problems.append(Problem(self.path, one.value_line + at, "B08", message, hint))
        return phrase

    def _names(self, one: RawField, by_particle: bool) -> Names:
        def read(part: str) -> str:
            if part.isalpha():
                return part
            return plain(self._phrase(one, part))

        try:
            return names(" ".join(one.value.split()), read, by_particle=by_particle)
        except UnreadableName as error:
            message = f"“{one.name.lower()}” of “{self.entry.key}”: {error}"
            hint = "write “Family, Given and Family, Given”"
            self.problems.append(Problem(self.path, one.line, "B02", message, hint))
            return Names()

    def _dates(self, raw: Mapping[str, RawField]) -> Iterator[tuple[str, Date]]:
        """The dates of the entry; `date` is there where `year` and `month` say it, too."""
        for name in ("date", "eventdate", "origdate", "urldate"):
            if name in raw and (date := self._date(raw[name])):
                yield name, date
        if "date" not in raw and "year" in raw:
            month = raw.get("month")
            try:
                yield "date", year_and_month(_unwrapped(raw["year"].value), month.value if month else "")
            except ImpossibleDate as error:
                wrong = month if month and "month" in str(error) else raw["year"]
                self._no_date(wrong, error)

    def _date(self, one: RawField) -> Date | None:
        try:
            return written_date(_unwrapped(one.value))
        except ImpossibleDate as error:
            self._no_date(one, error)
            return None

    def _no_date(self, one: RawField, error: ImpossibleDate) -> None:
        message = f"“{one.name.lower()}” of “{self.entry.key}” is “{_unwrapped(one.value)}”: {error}"
        self.problems.append(Problem(self.path, one.line, "B02", message, error.hint))


def _unwrapped(value: str) -> str:
    """A value as one line, without braces around the whole."""
    one_line = " ".join(value.split())
    while one_line.startswith("{") and one_line.endswith("}") and "{" not in one_line[1:]:
        one_line = one_line[1:-1].strip()
    return one_line


def _written(entry: RawEntry) -> str:
    """The entry as TeX reads it: names in small letters, a field a line, bare signs of TeX escaped."""
    rows = []
    for one in entry.fields:
        name, value = one.name.lower(), " ".join(one.value.split())
        if name == "month" and not one.source.startswith(("{", '"')):
            rows.append(f"  {name} = {one.source},")
            continue
        printed = FIELD_ALIASES.get(name, name) in PRINTED | NAMES
        rows.append(f"  {name} = {{{_escaped(value) if printed and name not in VERBATIM else value}}},")
    return "\n".join([f"@{entry.type.lower()}{{{entry.key},", *rows, "}"])


def _escaped(value: str) -> str:
    signs = "%&#" if "$" in value and value.count("$") % 2 == 0 else "%&#$_"
    return re.sub(rf"(?<!\\)([{signs}])", r"\\\1", value)
