"""The catalogues of phrases, brought up to date: `python3 scripts/catalogues.py [TAG…]`.

What the engine says to readers stands in its source: `Phrase(…)` and `Plural(…)` in Python, `phrase(…)`,
`parts(…)` and `counted(…)` in the scripts of the site. Each catalogue in `scripts/reader/catalogues/` gets
what it lacks, untranslated, and loses what nobody says any more; what it has stays. A new language is a tag.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from babel.plural import to_gettext

from reader.project.catalogues import FOLDER, OF_SCRIPTS, offered
from reader.words.languages import locale
from reader.words.speech import ENGLISH, forms

READER = Path(__file__).resolve().parent / "reader"
LITERAL = r'"((?:[^"\\]|\\.)*)"'
SAID = re.compile(rf"\b(?:phrase|parts)\(\s*{LITERAL}")
COUNTED = re.compile(rf"\bcounted\([^\"]*?,\s*{LITERAL},\s*{LITERAL}")
HEADER = """\
# What the engine says to readers. The English stands in the source; see scripts/catalogues.py.
msgid ""
msgstr ""
"Language: {tag}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural};\\n"

"""
WIDTH = 110


@dataclass(frozen=True, slots=True)
class Spoken:
    """A phrase of the source."""

    english: tuple[str, ...]  # one form, or that for one and that for many
    about: str  # what it is about, where that is said
    file: str  # where it stands, below the package
    script: bool  # whether a script says it

    @property
    def id(self) -> tuple[str, str]:
        """What tells it from all others."""
        return self.about, self.english[0]


def spoken() -> list[Spoken]:
    """Return all that is said, in the order of the files."""
    found = [one for path in sorted(READER.rglob("*.py")) for one in _of_python(path)]
    return found + [one for path in sorted(READER.glob("theme/assets/*.js")) for one in _of_script(path)]


def _of_python(path: Path) -> Iterator[Spoken]:
    text = path.read_text("utf-8")
    if "Phrase(" not in text and "Plural(" not in text:
        return
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in {"Phrase", "Plural"}:
            continue
        words = [str(one.value) for one in node.args if isinstance(one, ast.Constant)]
        if len(words) == len(node.args):
            plural = getattr(node.func, "id", "") == "Plural"
            english = tuple(words) if plural else (words[0],)
            about = "" if plural else "".join(words[1:])
            yield Spoken(english, about, path.relative_to(READER).as_posix(), script=False)


def _of_script(path: Path) -> Iterator[Spoken]:
    text, file = path.read_text("utf-8"), path.relative_to(READER).as_posix()
    every = [*SAID.finditer(text), *COUNTED.finditer(text)]
    for match in sorted(every, key=lambda one: one.start()):
        words = tuple(json.loads(f'"{one}"') for one in match.groups())
        yield Spoken(words, "", file, script=True)


def updated(tag: str) -> Catalog:
    """Return the catalogue of a language with every phrase that is said, and no other."""
    file = FOLDER / f"{tag}.po"
    old = read_po(file.open("rb"), locale=tag) if file.is_file() else Catalog(locale=tag)
    new = Catalog(locale=tag, fuzzy=False)
    new.mime_headers = [("Plural-Forms", _plural(tag))]  # by which it writes as many forms as there are
    for one in spoken():
        known = old.get(one.english[0], one.about or None)
        new.add(
            one.english if len(one.english) > 1 else one.english[0],
            known.string if known else ("",) * len(forms(tag)) if len(one.english) > 1 else "",
            locations=[(one.file, None)],  # type: ignore[list-item]
            auto_comments=[OF_SCRIPTS] if one.script else (),
            context=one.about or None,
        )
    return new


def write(tag: str) -> int:
    """Write a catalogue, and return how many phrases in it are not translated."""
    made = updated(tag)
    body = BytesIO()
    write_po(body, made, width=WIDTH, omit_header=True, include_lineno=False)
    head = HEADER.format(tag=tag, plural=_plural(tag))
    (FOLDER / f"{tag}.po").write_bytes(head.encode() + body.getvalue())
    return sum(
        not all(one.string if isinstance(one.string, tuple) else (one.string,)) for one in made if one.id
    )


def _plural(tag: str) -> str:
    """How gettext tells the forms of a language apart: by CLDR, or by Babel where that counts fractions."""
    return next(
        rule
        for rule in (to_gettext(locale(tag).plural_form), Catalog(locale=tag).plural_forms)
        if f"nplurals={len(forms(tag))};" in rule
    ).removesuffix(";")


if __name__ == "__main__":
    for asked in sys.argv[1:] or [one for one in offered() if one != ENGLISH]:
        sys.stdout.write(f"{asked}: {write(asked)} phrases to be translated\n")
