"""Names in titles that a style would write small, because they do not stand in braces.

No program can tell a name from a word in a headline, where all words are raised; but a word that stands in
braces by itself in one title of a bibliography, and small in none, is a name in the others too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reader.model import Reference
from reader.model.rich_text import plain
from reader.references.capitals import AROUND, lowered_words
from reader.references.languages import language
from reader.words.english import is_english

NAME = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]{3,}")
TITLES = ("title", "subtitle", "booktitle", "maintitle")


def unprotected(references: Mapping[str, Reference]) -> Iterator[tuple[Reference, str, list[str], str]]:
    """Yield each title with such names: reference, field, names, and the line as it should be."""
    names = _names(references)
    for reference in references.values():
        for field in TITLES:
            phrase = reference.phrases.get(field, ())
            said = language(reference)
            if not phrase or (not said.startswith("en") if said else not is_english(plain(phrase))):
                continue
            bare = (re.sub(r"[’']s$", "", word.strip(AROUND)) for word in lowered_words(phrase))
            found = [word for word in dict.fromkeys(bare) if word in names]
            if found:
                yield reference, field, found, _mended(reference, field, found)


def _names(references: Mapping[str, Reference]) -> set[str]:
    """The words that stand in braces by themselves in some title, and small in none."""
    kept: set[str] = set()
    small: set[str] = set()
    for reference in references.values():
        for field in TITLES:
            for run in reference.phrases.get(field, ()):
                if "kept" in run.styles and NAME.fullmatch(run.text):
                    kept.add(run.text)
                elif "kept" not in run.styles:
                    small.update(re.findall(r"\b[^\W\d_A-Z]+", run.text))
    return {name for name in kept if name.casefold() not in small}


def _mended(reference: Reference, field: str, names: list[str]) -> str:
    """The line of the field with the names in braces."""
    row = re.search(rf"^  {field} = (.*),$", reference.bibtex, re.MULTILINE)
    value = row[1] if row else f"{{{reference.get(field)}}}"
    for name in names:
        value = re.sub(rf"(?<![\w{{\\]){re.escape(name)}(?!\w)", f"{{{name}}}", value)
    return f"{field} = {value}"
