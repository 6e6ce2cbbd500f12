"""Markdown as a type of its own, and the few shapes that pages are made of.

    Markdown("[{name}]({to}){{.term}}").format(name="*A*", to=address)   ->  [\\*A\\*](…){.term}

Where a template has a field says how a plain value is escaped there. HTML goes in as a block, where Markdown
is not read, and nowhere else: within a paragraph its words would be read as Markdown again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import NoReturn, Self

from reader.model.markup import HTML, QUOTED, TAG, Escape, Safe
from reader.render import escape
from reader.words.signs import visible
from reader.words.speech import Said

DESTINATION = re.compile(r"\]\([^()\s]*\Z")
BRACES = re.compile(r"\{[^{}]*\Z")  # a list of attributes
HEADING = re.compile(r"(?:\A|\n)#[^\n]*\Z")
OPENING = re.compile(r"(?:\A|\n)(?:> ?|- )*\Z")  # where a block may begin
TICKS = re.compile("`+")


class Markdown(Safe):
    """Text that is Markdown."""

    __slots__ = ()

    @classmethod
    def escape(cls, value: object, /) -> Self:
        """Return Markdown as it is, and a plain value as text within a paragraph."""
        if isinstance(value, cls):
            return value
        return str.__new__(cls, escape.inline(_plain(value)))

    @classmethod
    def escape_after(cls, before: str) -> Escape:
        """Return the escape for a field; `before` is the text of the template up to it, without fields."""
        for place, found in (
            (QUOTED, cls.quoted),
            (DESTINATION, cls.destination),
            (TAG, cls.name),
            (BRACES, cls.name),
            (HEADING, cls.heading),
            (OPENING, cls.line),
        ):
            if place.search(before):
                return found
        return cls.escape

    @classmethod
    def quoted(cls, value: object) -> str:
        """Return a plain value as the value of an attribute."""
        return escape.attribute(_plain(value))

    @classmethod
    def destination(cls, value: object) -> str:
        """Return an address as that of a link."""
        return escape.destination(_plain(value))

    @classmethod
    def heading(cls, value: object) -> Self:
        """Return Markdown as it is, and a plain value as text of a heading."""
        return value if isinstance(value, cls) else str.__new__(cls, escape.heading(_plain(value)))

    @classmethod
    def line(cls, value: object) -> Self:
        """Return Markdown as it is, and a plain value as text that a block may begin with."""
        return value if isinstance(value, cls) else str.__new__(cls, escape.line(_plain(value)))

    def join(self, parts: Iterable[object], /) -> Self:
        """Return the parts with this between them; the first of them may begin a block."""
        every = list(parts)
        opens = str(self).endswith("\n")
        written = [self.line(one) if opens or not at else self.escape(one) for at, one in enumerate(every)]
        return type(self)(str.join(str(self), written))

    def __html__(self, /) -> NoReturn:
        raise TypeError("Markdown is no HTML")


Block = Markdown | HTML


def document(blocks: Iterable[Block]) -> Markdown:
    """Return the blocks of a page, with a line end."""
    return Markdown(f"{stacked(blocks)}\n")


def stacked(blocks: Iterable[Block]) -> Markdown:
    """Return blocks below each other; those of HTML are passed on untouched."""
    written = (str(one) if isinstance(one, HTML) else Markdown.line(one) for one in blocks)
    return Markdown("\n\n".join(written))


def title(words: Said) -> Markdown:
    """Return the heading of a page."""
    return Markdown("# {}").format(words)


def section(words: Said, id_: str) -> Markdown:
    """Return the heading of a section, which can be linked to."""
    return Markdown("## {} {{#{}}}").format(words, id_)


def boxed(name: str, content: Markdown) -> Markdown:
    """Return `content` in a box of class `name`."""
    return Markdown('<div class="{}" markdown="1">\n\n{}\n\n</div>').format(name, content)


def code(text: str) -> Markdown:
    """Return a plain text as code within a paragraph."""
    ticks, shown = _ticks(text, 1), visible(text)
    space = " " if text.startswith("`") or text.endswith("`") else ""  # which belongs to neither
    return Markdown(f"{ticks}{space}{shown}{space}{ticks}")


def fenced(text: str) -> Markdown:
    """Return a plain text as a block of code."""
    ticks = _ticks(text, 3)
    return Markdown(f"{ticks}\n{visible(text)}\n{ticks}")


def with_code(text: str) -> Markdown:
    """Return a plain text in which code stands between backticks, on one line."""
    pieces = " ".join(text.split()).split("`")
    return Markdown().join(
        code(piece) if at % 2 else Markdown.escape(piece) for at, piece in enumerate(pieces)
    )


def front_matter(**values: object) -> Markdown:
    """Return the front matter of a generated page; JSON is YAML, and quotes what needs it.

    The theme need not index such a page: its search entries are written from the library.
    """
    values["search"] = {"exclude": True}
    rows = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}\n" for key, value in values.items()
    )
    return Markdown(f"---\n{rows}---")


def handwritten(text: str) -> Markdown:
    """Return a line of a page that an editor has written, who may write any Markdown."""
    return Markdown(str(text))


def _ticks(text: str, least: int) -> str:
    """More backticks than any row of them in a text."""
    return "`" * max([least, *(len(row) + 1 for row in TICKS.findall(text))])


def _plain(value: object) -> str:
    """A value as text; markup that is asked for here is of another kind, or in a place that holds none."""
    if isinstance(value, Safe):
        raise TypeError(f"{type(value).__name__} cannot stand here in Markdown")
    return str(value)
