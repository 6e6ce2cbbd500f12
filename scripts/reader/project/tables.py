"""From a TOML table to a dataclass: unknown, missing and ill-typed fields are problems with a line.

The dataclasses of `model` are the schema: a field with a default may be left out, a `Literal` lists what
is allowed, a tuple of dataclasses is an array of tables. `tomllib` keeps no line numbers, so `Layout of a
file` is read a second time, by its headers and keys alone.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable
from difflib import get_close_matches
from functools import cache, cached_property
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from reader.model import TERM_KINDS, Anchor, At, Day, Lines, TermKind
from reader.model.dates import ImpossibleDate
from reader.model.dates import parse as parse_date
from reader.model.problems import Problem

T = TypeVar("T")

HEADER = re.compile(r"^\s*\[{1,2}\s*([\w.-]+)\s*\]{1,2}\s*(?:#.*)?$")
KEY = re.compile(r"^\s*([\w-]+)\s*=")
LONG_TEXT = re.compile(r"(\"{3}|'{3}).*?\1", re.DOTALL)
RANGE = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
LONG_NUMBER = re.compile(r"\d[\d_]{999}")
DECODE_ERROR = re.compile(r"\(at line (\d+)")
NAMES: dict[object, str] = {str: "a text in quotes", int: "a whole number", bool: "true or false"}


# What a reader is told, and so must say something; and what to write
SAID = {
    "reason": "say why, in a few words: it is shown to readers",
    "definition": "say what the term means",
    "statement": "say what is known of the rights",
    "name": "say what it is called",
    "group": "say what all of them are called",
    "edition": "say which edition it is",
}
ONCE = ("heading", "sic", "figure", "pause")  # what is no more when it is said twice


class _Bad(Exception):
    """A table that cannot be made into its dataclass; its problems are already noted."""


def parse(
    cls: type[T], path: str, text: str, inside: str = "", kinds: Iterable[str] = TERM_KINDS
) -> tuple[T | None, list[Problem]]:
    """Read a TOML file, or the table `inside` it, as the dataclass `cls`; `path` is what messages call it.

    `kinds` are the ids of those that a term may be of.
    """
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        return None, [_unreadable(path, text, error)]
    decoder = _Decoder(path, text, tuple(kinds))
    for name in filter(None, inside.split(".")):
        table = table.get(name, {}) if isinstance(table, dict) else {}
    try:
        return decoder.root(cls, table, inside), decoder.problems
    except _Bad:
        return None, decoder.problems


def _unreadable(path: str, text: str, error: Exception) -> Problem:
    """What keeps a file from being read; of a number or a nesting without measure no line is told."""
    rows, said = [*text.split("\n"), ""], re.sub(r"\s*\(at .*", "", str(error))
    if found := DECODE_ERROR.search(str(error)):
        line, message = int(found[1]), said
    elif isinstance(error, RecursionError):
        line, message = max(range(1, len(rows)), key=lambda at: len(rows[at - 1])), "is nested too deeply"
    else:
        long = [at for at, row in enumerate(rows, 1) if LONG_NUMBER.search(row)]
        line, message = (long[0], "a number is too long") if long else (len(rows) - 1, said)
    return Problem(path, line, "T01", message, f"the line reads “{rows[line - 1].strip()[:60]}”")


@cache
def _hints(cls: Hashable) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


def _key(field: dataclasses.Field[Any]) -> str:
    """What a field is called in TOML, where Python has no such name: `from`."""
    return str(field.metadata.get("key", field.name))


def _same(one: Any, other: Any) -> bool:
    """Whether two entries say the same but for their reasons."""
    names = [field.name for field in dataclasses.fields(one) if field.name not in {"at", "reason"}]
    return all(getattr(one, name) == getattr(other, name) for name in names)


class _Decoder:
    def __init__(self, path: str, text: str, kinds: tuple[str, ...]) -> None:
        self.path, self.kinds = path, kinds
        rows = LONG_TEXT.sub(lambda match: "\n" * match[0].count("\n"), text)
        self.lines = rows.split("\n")
        self.problems: list[Problem] = []
        self._keys_of: dict[int, dict[str, int]] = {}  # by the line of their table
        headers = [(number, HEADER.match(line)) for number, line in enumerate(self.lines, 1)]
        self.headers = [(number, match[1]) for number, match in headers if match]

    def root(self, cls: type[T], table: Any, name: str) -> T:
        line = self._header(name, 1, 0)
        if not isinstance(table, dict):
            self.report(line, "T04", f"“{name}” is {table!r:.40}", "write a table")
            raise _Bad
        return self.dataclass(cls, table, name, line)

    def dataclass(self, cls: type[T], table: dict[str, Any], name: str, line: int) -> T:
        hints = _hints(cast("Hashable", cls))
        every = dataclasses.fields(cls)  # type: ignore[arg-type]
        fields = {_key(field): field for field in every if field.name != "at"}
        values: dict[str, Any] = {"at": At(self.path, line)}
        good = self._no_unknown(table, fields, name, line)
        for key, field in fields.items():
            if key in table:
                try:
                    values[field.name] = self.value(
                        hints[field.name], table[key], f"{name}.{key}".lstrip("."), key, line
                    )
                    if field.default is dataclasses.MISSING:
                        self._something(values[field.name], name, key, line)
                except _Bad:
                    good = False
            elif field.default is dataclasses.MISSING:
                where = f"[[{name}]]" if name else "the file"
                self.report(line, "T03", f"{where} has no field “{key}”", f"add {key} = …")
                good = False
        if not good:
            raise _Bad
        return cls(**values)

    def value(self, hint: Any, value: Any, name: str, key: str, parent: int) -> Any:
        """Return `value` as the type `hint` asks; `parent` is the line of the table that holds it."""
        if get_origin(hint) in (UnionType, Union):  # what may be left out, and is of one type where it is not
            hint = get_args(hint)[0]
        if hint is Anchor:
            return self._anchor(value, key, self._place(name, key, parent))
        if dataclasses.is_dataclass(hint) and isinstance(value, dict):
            return self.dataclass(hint, value, name, self._header(name, parent, 0))  # type: ignore[arg-type]
        if get_origin(hint) is tuple and isinstance(value, list):
            return self._array(get_args(hint)[0], value, name, key, parent)
        line = self._place(name, key, parent)
        if hint is Lines or hint is Day:
            return (self._range if hint is Lines else self._day)(value, key, line)
        if get_origin(hint) is Literal or hint == TermKind:
            return self._choice(self.kinds if hint == TermKind else get_args(hint), value, key, line)
        if type(value) is not hint:
            wanted = NAMES.get(hint, "a table" if dataclasses.is_dataclass(hint) else "a list")
            self.report(line, "T04", f"“{key}” is {value!r:.40}", f"write {wanted}")
            raise _Bad
        return value

    def _something(self, value: Any, name: str, key: str, parent: int) -> None:
        """Refuse nothing where readers are told something."""
        if key in SAID and isinstance(value, str) and not value.strip():
            line = self._place(f"{name}.{key}".lstrip("."), key, parent)
            self.report(line, "T05", f"“{key}” is empty", SAID[key])
            raise _Bad

    def _array(self, item: Any, values: list[Any], name: str, key: str, parent: int) -> tuple[Any, ...]:
        made: list[Any] = []
        bad = False
        for index, value in enumerate(values):
            try:
                if dataclasses.is_dataclass(item) and isinstance(value, dict):
                    line = self._header(name, parent, index)
                    one = self.dataclass(item, value, name, line)  # type: ignore[arg-type]
                    if name in ONCE:
                        self._once(one, made, name)
                    made.append(one)
                else:
                    made.append(self.value(item, value, name, key, parent))
            except _Bad:
                bad = True
        if bad:
            raise _Bad
        return tuple(made)

    def _once(self, one: Any, before: list[Any], name: str) -> None:
        """Report an entry that stands there already, for whatever reason."""
        known = [other for other in before if _same(one, other)]
        if known:
            hint = f"line {known[0].at.line}; take one of the two out"
            self.report(one.at.line, "T06", f"the same [[{name}]] stands there already", hint)

    def _range(self, value: Any, key: str, line: int) -> Lines:
        match = RANGE.fullmatch(str(value).replace("–", "-"))
        if not match or isinstance(value, bool):
            self.report(line, "T04", f"“{key}” is {value!r:.40}", "write a line or a range, like “37-81”")
            raise _Bad
        return Lines((int(match[1]), int(match[2] or match[1])))

    def _day(self, value: Any, key: str, line: int) -> Day:
        written = value if isinstance(value, str) else str(value)  # TOML has dates of its own
        try:
            date = parse_date(written)
        except ImpossibleDate as error:
            self.report(line, "T04", f"“{key}” is {written!r:.40}: {error}", "write a day, like “2026-11-25”")
            raise _Bad from None
        if date.span or not date.point.day or not date.point.exact or date.iso != written:
            self.report(line, "T04", f"“{key}” is {written!r:.40}", "write a day, like “2026-11-25”")
            raise _Bad
        return Day(written)

    def _anchor(self, value: Any, key: str, line: int) -> Anchor:
        anchor = Anchor.parse(value) if isinstance(value, str) else None
        if anchor is None:
            self.report(line, "T04", f"“{key}” is {value!r:.40}", "write an anchor, like “p7”")
            raise _Bad
        return anchor

    def _choice(self, allowed: tuple[str, ...], value: Any, key: str, line: int) -> str:
        if value in allowed:
            return str(value)
        near = get_close_matches(str(value), allowed, 1)
        hint = f"perhaps “{near[0]}”" if near else f"one of {', '.join(allowed)}"
        self.report(line, "T05", f"“{key}” is {value!r:.40}", hint)
        raise _Bad

    def _no_unknown(self, table: dict[str, Any], fields: dict[str, Any], name: str, line: int) -> bool:
        unknown = [key for key in table if key not in fields]
        for key in unknown:
            near = get_close_matches(key, fields, 1)
            hint = f"perhaps “{near[0]}”" if near else f"known are {', '.join(fields)}"
            at = self._place(f"{name}.{key}".lstrip("."), key, line)
            self.report(at, "T02", f"unknown field “{key}”", hint)
        return not unknown

    def _header(self, name: str, after: int, index: int) -> int:
        """The line of the `index`-th header `[name]` or `[[name]]` from line `after` on, or of its key."""
        lines = self._lines_of.get(name, ())
        at = bisect_left(lines, after) + index
        return lines[at] if at < len(lines) else self._keys(after).get(name.rpartition(".")[2], after)

    @cached_property
    def _lines_of(self) -> dict[str, list[int]]:
        """The lines of the headers, by their names."""
        found: dict[str, list[int]] = {}
        for line, name in self.headers:
            found.setdefault(name, []).append(line)
        return found

    @cached_property
    def _header_lines(self) -> list[int]:
        return [line for line, _name in self.headers]

    def _keys(self, after: int) -> dict[str, int]:
        """The keys of the table that begins at line `after`, with their lines."""
        if after in self._keys_of:
            return self._keys_of[after]
        at = bisect_right(self._header_lines, after)
        end = self._header_lines[at] if at < len(self._header_lines) else len(self.lines) + 1
        keys: dict[str, int] = {}
        for number in range(after, end):
            if match := KEY.match(self.lines[number - 1] if number <= len(self.lines) else ""):
                keys.setdefault(match[1], number)
        self._keys_of[after] = keys
        return keys

    def _place(self, name: str, key: str, after: int) -> int:
        """The line of a key of the table that begins at line `after`, or of the header that stands for it."""
        return self._keys(after).get(key) or self._header(name, after, 0)

    def report(self, line: int, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.path, line, code, message, hint))
