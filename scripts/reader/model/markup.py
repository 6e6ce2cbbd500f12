"""Markup that is safe by construction: whatever is put into it is escaped on the way in.

    HTML('<a href="{to}">{name}</a>').format(to=address, name="A & B")   ->  …>A &amp; B</a>
    HTML.say("See {place}.", place=link)    ->  words of a table of phrases, with markup for a field

A template is a literal: what is markup in it stands there to be read, and each field is escaped for the place
that the template has it in. Only markup of the same kind goes in as it is. The other kind that the pages
need, Markdown, is defined where Markdown is known, in `render`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from string import Formatter
from typing import Any, NoReturn, Self

from markupsafe import Markup

from reader.words.signs import visible
from reader.words.speech import Said, written

QUOTED = re.compile(r'="[^"]*\Z')  # within the value of an attribute
TAG = re.compile(r"<[^<>]*\Z")
NAME = re.compile(r"[\w.:-]+")

Escape = Callable[[object], str]
Part = tuple[str, str, str, Escape]  # literal text and the field after it: its name, its format, its escape


def entities(text: str) -> str:
    """Return `text` with the signs of HTML as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Safe(Markup):
    """Text that is markup of one kind. The kinds say how a plain value is written in each place."""

    __slots__ = ()

    @classmethod
    def escape(cls, value: object, /) -> Self:
        """Return a value as it is where it is markup of this kind; escape what is plain."""
        raise NotImplementedError

    @classmethod
    def escape_after(cls, before: str) -> Escape:
        """Return the escape for a field; `before` is the text of the template up to it, without fields."""
        if QUOTED.search(before):
            return cls.quoted
        return cls.name if TAG.search(before) else cls.escape

    @classmethod
    def quoted(cls, value: object) -> str:
        """Return a plain value as the value of an attribute, within its quotation marks."""
        raise NotImplementedError

    @classmethod
    def name(cls, value: object) -> str:
        """Return a value that stands in a tag outside quotation marks: a name, or attributes as markup."""
        if isinstance(value, cls) or NAME.fullmatch(str(value)):
            return str(value)
        raise ValueError(f"“{value}” is no name, and cannot stand in a tag")

    def format(self, *values: object, **fields: object) -> Self:
        """Return the template with its fields filled, each escaped for its place."""
        kind = type(self)
        filled, last = _parts(kind, self)
        rest = iter(values)
        made: list[str] = []
        for literal, field, spec, escape in filled:
            value = fields[field] if field else next(rest)
            made += literal, escape(format(value, spec) if spec else value)
        made.append(last)
        return str.__new__(kind, "".join(made))

    @classmethod
    def say(cls, phrase: Said, **fields: object) -> Self:
        """Return a phrase, which is plain words with named fields, as markup with its fields filled."""
        words, specs = _worded(cls, str(phrase))
        said = {
            name: written(value, specs.get(name, "")) if type(value) in (int, str) else value
            for name, value in fields.items()
        }
        return cls(words).format(**said)

    def __mod__(self, value: object, /) -> NoReturn:
        raise TypeError("% knows no places: use format")

    def format_map(self, mapping: Any, /) -> Self:
        """Return the template with its fields filled from a mapping."""
        return self.format(**mapping)


class HTML(Safe):
    """Text that is HTML. What would act on a page unseen is shown as a sign."""

    __slots__ = ()

    @classmethod
    def escape(cls, value: object, /) -> Self:
        """Return HTML as it is, and anything else as text of an element or an attribute."""
        if isinstance(value, cls):
            return value
        if hasattr(value, "__html__"):
            return cls(value)  # which asks it for its HTML
        return str.__new__(cls, _written(value))

    @classmethod
    def quoted(cls, value: object) -> str:
        """Return a plain value as the value of an attribute."""
        if isinstance(value, Markup):
            raise TypeError("an attribute holds plain text, and no markup")
        return _written(value)

    @classmethod
    def data(cls, value: object) -> Self:
        """Return a value as JSON within a script, which no sign in it can end."""
        text = json.dumps(value, ensure_ascii=False)
        for sign in "<>&":
            text = text.replace(sign, f"\\u{ord(sign):04x}")
        return str.__new__(cls, text)


def _written(value: object) -> str:
    return entities(visible(str(value))).replace('"', "&quot;")


@cache
def _parts(kind: type[Safe], template: Safe) -> tuple[tuple[Part, ...], str]:
    """The fields of a template, each with the text before it; and the text after the last."""
    parts: list[Part] = []
    before = after = ""
    for literal, field, spec, _conversion in Formatter().parse(str(template)):
        before += literal
        after += literal
        if field is not None:
            parts.append((after, field, spec or "", kind.escape_after(before)))
            after = ""
    return tuple(parts), after


@cache
def _worded(kind: type[Safe], phrase: str) -> tuple[str, dict[str, str]]:
    """The phrase as a template, its words escaped; and how its fields say that values are written."""
    made, specs = "", dict[str, str]()
    for literal, field, spec, _conversion in Formatter().parse(phrase):
        made += str(kind.escape(literal)).replace("{", "{{").replace("}", "}}")
        made += "" if field is None else f"{{{field}}}"
        specs |= {field: spec} if field and spec else {}
    return made, specs
