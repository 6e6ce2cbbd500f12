"""What the engine says to readers, in the language of the edition: phrases, their catalogue, and numbers.

    Phrase("{uses} in {texts}")         a phrase stands in a table of its room, in English
    with catalogue.spoken(): …          what is written there is in the language of the catalogue
    Plural("{number} use", "{number} uses").counted(21)   ->   “21 use” in Russian, by the rules of CLDR

A phrase becomes words only where it is written, so that a table can be made once for every language. What is
spoken holds within `spoken` alone, for this thread, and is English elsewhere: problems are told in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from string import Formatter

from babel.numbers import format_decimal

from reader.words import languages
from reader.words.languages import direction, locale, numeral

ENGLISH = "en"
CATEGORIES = ("zero", "one", "two", "few", "many", "other")  # those of CLDR, as catalogues order their forms
NUMBER = re.compile(r"\d+[a-z]?(?:–\d+[a-z]?)?")  # that is text: of an edition, of passages
ENOUGH = 200  # whole numbers up to which every form is met


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the phrases are in one language; one that it lacks stays as it is.

    `phrases` has them by what they are about, if anything, and by their English: one form, or as many as the
    language has for numbers, in the order of CLDR. `scripts` are those that scripts say, by their English.
    """

    language: str = ENGLISH  # a tag of BCP 47
    phrases: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict, hash=False)
    scripts: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict, hash=False)

    @contextmanager
    def spoken(self) -> Iterator[None]:
        """Say everything in this language."""
        token = _SPOKEN.set(self)
        try:
            yield
        finally:
            _SPOKEN.reset(token)


IN_ENGLISH = Catalogue()
_SPOKEN: ContextVar[Catalogue] = ContextVar("spoken", default=IN_ENGLISH)


def language() -> str:
    """Return the tag of the language that is spoken."""
    return _SPOKEN.get().language


def catalogue() -> Catalogue:
    """Return the catalogue that is spoken from."""
    return _SPOKEN.get()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Plain words with named fields, said in the language that is spoken where they are written."""

    english: str  # as it stands in the table
    about: str = ""  # what it is about, where one English phrase has several translations

    def __str__(self) -> str:
        """Return the words, with their fields as they are."""
        return _forms(self.about, self.english, (self.english,))[0]

    def format(self, **fields: object) -> str:
        """Return the words with their fields filled."""
        return _filled(str(self), fields)

    def __format__(self, _spec: str) -> str:
        return str(self)


Said = str | Phrase  # what a template or a heading takes


@dataclass(frozen=True, slots=True)
class Plural:
    """The phrase for one thing and that for any other number of them; a language may have more forms."""

    one: str  # for exactly one
    many: str  # for none and for several, with {number}

    def of(self, number: int) -> str:
        """Return the form for a number, its fields not filled yet."""
        forms = _forms("", self.one, (self.one, self.many))
        return forms[min(_form(language(), number), len(forms) - 1)]

    def counted(self, number: int) -> str:
        """Return the form for a number with `number` put in."""
        return _filled(self.of(number), {"number": number})


def written(value: object, spec: str = "") -> str:
    """Return a value as a phrase has it: a number, also one that is text, in the signs of the language."""
    if isinstance(value, int) and not isinstance(value, bool):
        return number(value) if spec == "," else numbered(format(value, spec))
    if type(value) is str and NUMBER.fullmatch(value):  # no markup
        return numbered(value)
    return format(value, spec) if spec else str(value)


def number(value: int) -> str:
    """Return a whole number with its thousands apart, as the language writes it: 1,234 or ۱٬۲۳۴."""
    if language() == ENGLISH:
        return f"{value:,}"
    return numbered(format_decimal(value, locale=locale(language()), numbering_system="default"))


def numbered(text: str) -> str:
    """Return a number that is text, like that of a passage, in the digits of the language."""
    return numeral(text, language())


def comma() -> str:
    """Return what stands between the parts of a list."""
    return languages.comma(language())


def semicolon() -> str:
    """Return what stands between lists."""
    return "؛ " if direction(language()) == "rtl" else "; "


def _filled(words: str, fields: Mapping[str, object]) -> str:
    """Fill the fields of a phrase; `Safe.say` does the same for markup."""
    return "".join(
        literal + (written(fields[field], spec) if field else "") for literal, field, spec in _parts(words)
    )


@cache
def _parts(words: str) -> tuple[tuple[str, str, str], ...]:
    """The fields of a phrase, each behind the words before it: its name, and how its value is written."""
    parsed = Formatter().parse(words)
    return tuple((literal, field or "", spec or "") for literal, field, spec, _conversion in parsed)


def _forms(about: str, english: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    return _SPOKEN.get().phrases.get((about, english), otherwise)


@cache
def forms(tag: str) -> tuple[str, ...]:
    """Return the categories of CLDR that the whole numbers of a language fall into, in their order."""
    rule = locale(tag).plural_form
    met = {rule(value) for value in range(ENOUGH)}
    return tuple(one for one in CATEGORIES if one in met)


@cache
def _form(tag: str, value: int) -> int:
    if tag == ENGLISH:
        return 0 if value == 1 else 1
    return forms(tag).index(locale(tag).plural_form(value))
