"""The catalogues of the languages in which the engine speaks to readers: `catalogues/<language>.po`.

They are files of gettext, which the tools of translators open, read by Babel. English needs none: it stands
in the tables. A phrase that scripts say is marked `#. script`, so that pages are given no others.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from reader.words.speech import ENGLISH, Catalogue

FOLDER = Path(__file__).parents[1] / "catalogues"
OF_SCRIPTS = "script"


@cache
def offered() -> tuple[str, ...]:
    """Return the tags of the languages that the engine speaks, English first."""
    return ENGLISH, *sorted(file.stem for file in FOLDER.glob("*.po"))


@cache
def of(language: str) -> Catalogue:
    """Return the catalogue of a language that is offered."""
    if language == ENGLISH:
        return Catalogue()
    with (FOLDER / f"{language}.po").open("rb") as file:
        read = read_po(file, locale=language)
    phrases: dict[tuple[str, str], tuple[str, ...]] = {}
    scripts: dict[str, str | tuple[str, ...]] = {}
    for one in read:
        forms = tuple(str(form or "") for form in _several(one.string))
        english = str(_several(one.id)[0])
        if not english or not all(forms) or one.fuzzy:
            continue
        phrases[one.context or "", english] = forms
        if OF_SCRIPTS in one.auto_comments:
            scripts[english] = forms if len(forms) > 1 else forms[0]
    return Catalogue(language, phrases, scripts)


def _several(said: object) -> tuple[object, ...]:
    """The forms of a phrase with a number, or the one of any other."""
    return tuple(said) if isinstance(said, tuple | list) else (said,)
