"""The grammar of BibTeX: blocks, fields, strings joined by `#`, macros, comments.

A block that is broken is reported and passed over; reading goes on at the next line that begins with `@`.
What stands between the blocks is a comment, as BibTeX has it. All is one pass, so twice the file takes twice
the time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

BLOCK = re.compile(r"(?<!\w)@[ \t]*(\w+)[ \t\n]*([{(])")
AT_LINE = re.compile(r"^[ \t]*@[ \t]*\w+[ \t\n]*[{(]", re.MULTILINE)
COMMENT = re.compile(r"@[ \t]*comment\b", re.IGNORECASE)
KEY = re.compile(r"\s*([^\s,{}]*)\s*([,})])")
NAME = re.compile(r"[^\W\d][^\s=,{}()\"#%'\\]*")
NUMBER = re.compile(r"\d+")
BRACE = re.compile(r"[{}]")
QUOTE = re.compile(r"[{}\"]")
GAP = re.compile(r"(?:\s|%[^\n]*(?:\n|$))*")
STRAY = re.compile(
    r"^[ \t]*\w+[ \t]*\{[ \t]*[^\s,{}]+[ \t]*,[ \t]*$"  # an entry whose @ is missing
    r"|^[ \t]*[a-z]+[ \t]*=[ \t]*(?:\{.*\}|\".*\"|\d+)[ \t]*,[ \t]*$",  # a field outside its entry
    re.MULTILINE | re.IGNORECASE,
)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MACROS = dict(
    zip(
        MONTHS,
        "January February March April May June July August September October November December".split(),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be read: the 1-based line, a code, what it is and what to do."""

    line: int  # from 1
    code: str  # that of the problem
    message: str  # what is wrong
    hint: str  # what to do


@dataclass(frozen=True, slots=True)
class RawField:
    """A field as written: its name, its value with macros filled in, `source` as it stands in the file.

    `line` is that of the name, `value_line` that on which the value begins.
    """

    name: str  # as written
    value: str  # without its braces or quotation marks
    source: str
    line: int
    value_line: int


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry as written: type and field names in their own case."""

    type: str  # without the @
    key: str  # as written
    fields: tuple[RawField, ...]  # in their order
    line: int  # that of the @, from 1


class _Broken(Exception):
    """The block that is being read cannot be read on."""


@dataclass(slots=True)
class Scanner:
    """Reads a file once; `faults` are in the order of the file."""

    text: str  # the file
    faults: list[Fault] = field(default_factory=list)
    macros: dict[str, str] = field(default_factory=lambda: dict(MACROS))  # values of @string, and months
    at: int = 0  # the next character to be read, in code points
    end: int = 0  # the offset that the block being read does not go past
    blocks: list[int] = field(default_factory=list)  # where the lines begin that open a block
    lines: list[int] = field(default_factory=list)  # where the line ends stand
    _last_name: int = 0

    def entries(self) -> Iterator[RawEntry]:
        """Yield the entries in the order of the file."""
        self.lines = [match.start() for match in re.finditer("\n", self.text)]
        self.blocks = [match.start() for match in AT_LINE.finditer(self.text)]
        while True:
            match = BLOCK.search(self.text, self.at)
            comment = COMMENT.search(self.text, self.at, match.start() if match else len(self.text))
            self._stray(self.at, match.start() if match else len(self.text))
            if comment:
                self.at = self.text.find("\n", comment.end()) % (len(self.text) + 1)
                continue
            if match is None:
                return
            if self._commented_out(match.start()):
                self.at = self.text.find("\n", match.start()) % (len(self.text) + 1)
                continue
            start = match.start()
            self.end = self._limit(start)
            try:
                entry = self._block(match)
                if entry:
                    yield entry
            except _Broken:
                opening = " ".join(self.text[start : min(start + 120, self.end)].split())[:40]
                self._fault(start, "B01", f"the block “{opening}” cannot be read",
                            "look for a missing brace, comma or quotation mark")  # fmt: skip
                self.at = self.end

    def line(self, at: int) -> int:
        """Return the 1-based line of a place in the text."""
        return bisect_right(self.lines, at - 1) + 1

    def _commented_out(self, at: int) -> bool:
        """Whether a `%` stands before it on its line."""
        return "%" in self.text[self.text.rfind("\n", 0, at) + 1 : at]

    def _limit(self, start: int) -> int:
        """Where the next block begins at a line’s beginning: no block goes on past it."""
        later = bisect_right(self.blocks, start)
        while later < len(self.blocks) and self._commented_out(self.text.index("@", self.blocks[later])):
            later += 1
        return self.blocks[later] if later < len(self.blocks) else len(self.text)

    def _stray(self, start: int, end: int) -> None:
        for match in STRAY.finditer(self.text, start, end):
            self._fault(match.start(), "B01", "an entry is outside the braces of any block",
                        "look for a missing “@” or “{”; a comment may begin with %")  # fmt: skip
            return

    def _fault(self, at: int, code: str, message: str, hint: str) -> None:
        self.faults.append(Fault(self.line(at), code, message, hint))

    def _block(self, match: re.Match[str]) -> RawEntry | None:
        kind, closing = match[1], "}" if match[2] == "{" else ")"
        self.at = match.end()
        if kind.lower() == "comment":
            self.end = len(self.text)  # a comment may hold whole entries
            self.at = self._braced(match.end(), closing) + 1
            return None
        if kind.lower() == "preamble":
            self._value()
            self._close(closing)
            return None
        if kind.lower() == "string":
            self._macro(closing)
            return None
        key = KEY.match(self.text, self.at, self.end)
        if not key:
            raise _Broken
        self.at = key.end()
        fields = list(self._fields(key[1], closing)) if key[2] == "," else []
        return RawEntry(kind, key[1], tuple(fields), self.line(match.start()))

    def _macro(self, closing: str) -> None:
        start = self._skip()
        name = NAME.match(self.text, start, self.end)
        if not name:
            raise _Broken
        self.at = name.end()
        self._sign("=")
        value, _source, _line = self._value()
        self.macros[name[0].casefold()] = value
        self._skip()
        if self.text[self.at : self.at + 1] == ",":
            self.at += 1
        self._close(closing)

    def _fields(self, key: str, closing: str) -> Iterator[RawField]:
        before, was_comma = "", True
        while True:
            start = self._skip()
            sign = self.text[start : start + 1] if start < self.end else ""
            if sign == closing:
                self.at += 1
                return
            if sign == ",":
                self.at, was_comma = start + 1, True
                continue
            name = NAME.match(self.text, start, self.end)
            if not name:
                raise _Broken
            self.at = name.end()
            self._sign("=")
            if not was_comma:
                message = f"“{before.lower()}” of “{key}” has swallowed “{name[0]}”"
                self._fault(self._last_name, "B01", message, "a comma is missing between the two")
            self._last_name, before, was_comma = start, name[0], False
            value, source, value_at = self._value()
            yield RawField(name[0], value, source, self.line(start), self.line(value_at))

    def _value(self) -> tuple[str, str, int]:
        """The value that comes next, as it reads and as it is written, and where it begins."""
        begins = self._skip()
        parts: list[str] = []
        portable = True
        while True:
            start = self._skip()
            sign = self.text[start : start + 1] if start < self.end else ""
            if sign == "{":
                self.at = self._braced(start + 1, "}") + 1
                parts.append(self.text[start + 1 : self.at - 1])
            elif sign == '"':
                self.at = self._quoted(start + 1) + 1
                parts.append(self.text[start + 1 : self.at - 1])
            elif number := NUMBER.match(self.text, start, self.end):
                self.at = number.end()
                parts.append(number[0])
            elif name := NAME.match(self.text, start, self.end):
                self.at = name.end()
                parts.append(self._filled(name, start))
                portable = portable and name[0].casefold() in MACROS
            else:
                raise _Broken
            ended = self.at
            if self._skip() < self.end and self.text[self.at] == "#":
                self.at += 1
                continue
            value = "".join(parts)
            return value, self.text[begins:ended] if portable else f"{{{value}}}", begins

    def _filled(self, name: re.Match[str], start: int) -> str:
        macro = name[0].casefold()
        if macro not in self.macros:
            self._fault(start, "B07", f"no @string defines “{name[0]}”",
                        f"write {{{name[0]}}} if it is the word itself, or define it above")  # fmt: skip
        return self.macros.get(macro, name[0])

    def _braced(self, start: int, closing: str) -> int:
        """Where the group that is open at `start` closes."""
        depth = 1
        if closing == ")":
            found = self.text.find(")", start, self.end)
            if found < 0:
                raise _Broken
            return found
        for match in BRACE.finditer(self.text, start, self.end):
            depth += 1 if match[0] == "{" else -1
            if depth == 0:
                return match.start()
        raise _Broken

    def _quoted(self, start: int) -> int:
        """Where the string that is open at `start` closes: at a quotation mark outside all braces."""
        depth = 0
        for match in QUOTE.finditer(self.text, start, self.end):
            if match[0] == '"' and depth == 0:
                return match.start()
            depth += {"{": 1, "}": -1, '"': 0}[match[0]]
            if depth < 0:
                raise _Broken
        raise _Broken

    def _skip(self) -> int:
        """Go past blanks, and past comments that begin with %; return where that is."""
        gap = GAP.match(self.text, self.at, self.end)
        self.at = gap.end() if gap else self.at
        return self.at

    def _sign(self, sign: str) -> None:
        if self._skip() >= self.end or self.text[self.at] != sign:
            raise _Broken
        self.at += 1

    def _close(self, closing: str) -> None:
        self._sign(closing)
