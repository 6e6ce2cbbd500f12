"""The catalogues of the languages in which the engine speaks to readers: `catalogues/<language>.po`.

They are files of gettext, which the tools of translators open, read by Babel. English needs none: it stands
in the tables. A phrase that scripts say is marked `#. script`, so that pages are given no others. An edition
may say some phrases otherwise: in `words.po`, a file of the same kind with those alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from io import StringIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from reader.model.problems import Problem
from reader.words.speech import ENGLISH, Catalogue

FOLDER = Path(__file__).parents[1] / "catalogues"
OF_SCRIPTS = "script"
OWN = "words.po"  # of an edition
FIELD = re.compile(r"\{(\w*)[^{}]*\}")
COUNT = "number"  # the field that one form of several may leave out


@cache
def offered() -> tuple[str, ...]:
    """Return the tags of the languages that the engine speaks, English first."""
    return ENGLISH, *sorted(file.stem for file in FOLDER.glob("*.po"))


@cache
def of(language: str) -> Catalogue:
    """Return the catalogue of a language that is offered."""
    return Catalogue() if language == ENGLISH else _catalogue(language, _read(language))


@cache
def _read(language: str) -> Catalog:
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


@cache
def _known() -> Catalogue:
    """All that is said, by what it is in some other language."""
    return of(offered()[1])


def _catalogue(language: str, read: Catalog) -> Catalogue:
    phrases: dict[tuple[str, str], tuple[str, ...]] = {}
    scripts: dict[str, str | tuple[str, ...]] = {}
    for one in read:
        forms, english = _forms(one), _english(one)[0]
        if not english or not all(forms) or one.fuzzy:
            continue
        phrases[one.context or "", english] = forms
        if OF_SCRIPTS in one.auto_comments:
            scripts[english] = forms if len(forms) > 1 else forms[0]
    return Catalogue(language, phrases, scripts)


def with_own(language: str, text: str) -> tuple[Catalogue, list[Problem]]:
    """Return the catalogue of a language with the phrases of an edition in it, and what is wrong there."""
    usual = of(language)
    if not text.strip():
        return usual, []
    try:
        read = read_po(StringIO(text), locale=language, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        hint = "an entry is msgid, and below it msgstr, each with its words in quotation marks"
        return usual, [Problem(OWN, line + 1, "M07", str(error).split(" on ")[0], hint)]
    problems = [problem for one in read if _english(one)[0] for problem in _wrong(one)]
    own = _catalogue(language, read)
    said = {english: own.phrases["", english] for english in _known().scripts if ("", english) in own.phrases}
    scripts = {english: forms if len(forms) > 1 else forms[0] for english, forms in said.items()}
    return Catalogue(language, {**usual.phrases, **own.phrases}, {**usual.scripts, **scripts}), problems


def _wrong(one: Message) -> Iterator[Problem]:
    """Yield M07 where a phrase is none of the engine’s, or has not the fields that it must have."""
    english, line = _english(one), one.lineno or 1
    known = _known().phrases
    if (one.context or "", english[0]) not in known:
        near = get_close_matches(english[0], [phrase for _about, phrase in known], 1)
        hint = f"perhaps “{near[0]}”" if near else "the phrases stand in the catalogues of the engine"
        yield Problem(OWN, line, "M07", f"the engine does not say “{english[0]:.60}”", hint)
        return
    wanted = set(FIELD.findall(english[-1]))
    for form in filter(None, _forms(one)):
        had = set(FIELD.findall(form))
        if had - wanted or wanted - had - ({COUNT} if len(english) > 1 else set()):
            hint = f"it has the fields {', '.join(f'{{{name}}}' for name in sorted(wanted)) or 'none'}"
            yield Problem(OWN, line, "M07", f"“{form:.60}” has not the fields of its phrase", hint)


def _english(one: Message) -> tuple[str, ...]:
    return tuple(str(part) for part in _several(one.id))


def _forms(one: Message) -> tuple[str, ...]:
    return tuple(str(form or "") for form in _several(one.string))


def _several(said: object) -> tuple[object, ...]:
    """The forms of a phrase with a number, or the one of any other."""
    return tuple(said) if isinstance(said, tuple | list) else (said,)
