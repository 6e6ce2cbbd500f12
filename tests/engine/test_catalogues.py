"""What the engine says to readers is in every catalogue, whole, and nothing is said beside them."""

from __future__ import annotations

import ast
import re
import threading
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from catalogues import READER, Spoken, spoken, updated
from reader.project import catalogues
from reader.project.load import load
from reader.words.speech import ENGLISH, Catalogue, Phrase, Plural, forms, language, numbered, written
from small_project import copy_of_sound

TAGS = [tag for tag in catalogues.offered() if tag != ENGLISH]
THEME = READER / "theme"
SCRIPTS = sorted(THEME.glob("assets/*.js"))
TEMPLATES = sorted(THEME.rglob("*.html"))
FIELD = re.compile(r"\{(\w*)[^{}]*\}")
SPOKEN = {one.id: one for one in spoken()}

# Templates
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
SCRIPT = re.compile(r"<script>.*?</script>", re.DOTALL)
OWN_WORDS = re.compile(r'<div lang="en" dir="ltr">.*?</div>', re.DOTALL)  # those of a licence
HEARD = re.compile(r'\b(?:aria-label|title|alt|placeholder)="([^"]*)"')
TAG = re.compile(r"<[^<>]*>")
WORD = re.compile(r"[^\W\d_]{3,}")

# Scripts: what is not said is cut out, then what `speech` says; the rest has no two words, and no capital
UNSAID = re.compile(
    r"""/\*.*?\*/|(?<![:"'])//[^\n]*   # comments
    |new\ Error\(.*?\)\)?;            # told to programmers
    |(?<=\()/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n\[])+/\w*  # patterns
    |\b(?:class|rel):\s*"[^"]*"       # names
    |\b(?:matches|closest|querySelector(?:All)?|matchMedia|within)\([^()"]*"[^"]*"  # selectors
    |\b[A-Z]{2,}\ =\ "[^"]*";        # the same, by a name
    """,
    re.DOTALL | re.VERBOSE,
)
SAID = re.compile(r'\b(?:phrase|parts)\(\s*"(?:[^"\\]|\\.)*"|\bcounted\([^"]*?,\s*"[^"]*",\s*"[^"]*"')
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
HOLE = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")
ENGLISH_WORDS = re.compile(r"(?<![.#\w-])[A-Za-z’]{2,}[,.:]? [a-z’]{2,}|\A[A-Z][a-z]+\Z")
NOT_SAID = {
    *("Escape Tab Shift ArrowDown ArrowUp Segmenter BibTeX Markdown".split()),  # keys, features, formats
    "use strict",
    "alternate format",  # a relation that browsers do not follow
}


def _wholes(one: Message) -> tuple[str, ...]:
    return one.string if isinstance(one.string, tuple) else (str(one.string),)


@pytest.mark.parametrize("tag", TAGS)
def test_a_catalogue_is_complete(tag: str) -> None:
    """It has every phrase and no other: `scripts/catalogues.py` brings it up to date."""
    with (catalogues.FOLDER / f"{tag}.po").open("rb") as file:
        read = read_po(file, locale=tag)
    assert {(one.context or "", one.id if isinstance(one.id, str) else one.id[0]) for one in read} == {
        ("", ""),
        *SPOKEN,
    }
    assert [one.id for one in updated(tag) if one.id and not all(_wholes(one))] == []


@pytest.mark.parametrize("tag", TAGS)
def test_a_translation_fits_its_phrase(tag: str) -> None:
    """The same fields and edges; a phrase with a number has a form for each number, in which it stands."""
    catalogue = catalogues.of(tag)
    for key, one in SPOKEN.items():
        said = catalogue.phrases[key]
        assert len(said) == (len(forms(tag)) if len(one.english) > 1 else 1), key
        for form in said:
            assert _fields(form, one) == _fields(one.english[-1], one), (key, form)
            ends = one.english[-1][:1].isspace(), one.english[-1][-1:].isspace()
            assert (form[:1].isspace(), form[-1:].isspace()) == ends, (key, form)
            assert form.count("{") == form.count("}") and not re.search(r"[<>]|\]\(|\*\*", form), form


def _fields(text: str, one: Spoken) -> list[str]:
    """The fields of a phrase; the form for one thing may say its number in a word, or not at all."""
    return sorted(set(FIELD.findall(text)) - ({"number"} if len(one.english) > 1 else set()))


def test_one_phrase_has_one_meaning() -> None:
    """What is said once with a number and once without would have one translation for both."""
    counts: dict[tuple[str, str], set[int]] = {}
    for one in spoken():
        counts.setdefault(one.id, set()).add(len(one.english))
    assert [key for key, found in counts.items() if len(found) > 1] == []


def test_scripts_are_given_their_phrases_alone() -> None:
    """A page is not sent what only Python says."""
    said = {one.english[0] for one in SPOKEN.values() if one.script} | {
        one.english[0] for one in spoken() if one.script
    }
    assert set(catalogues.of("fa").scripts) == said


# Nothing is said beside the catalogues


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_words_in_a_template(path: Path) -> None:
    """They come from `config.extra.words`, but for the words of a licence."""
    text = OWN_WORDS.sub("", SCRIPT.sub("", path.read_text("utf-8")))
    plain = JINJA.sub(" ", text)
    assert WORD.findall(TAG.sub(" ", plain)) == []
    assert [one for one in HEARD.findall(JINJA.sub("", text)) if WORD.search(one)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_words_in_a_script(path: Path) -> None:
    """What a reader may see or hear goes through `speech`."""
    text = SAID.sub("", UNSAID.sub("", path.read_text("utf-8")))
    found = [HOLE.sub("", plain or template) for plain, template in LITERAL.findall(text)]
    assert [one for one in found if ENGLISH_WORDS.search(one) and one not in NOT_SAID] == []


# Speaking


def test_a_language_is_spoken_where_it_is_asked_for_alone() -> None:
    """Nothing is left behind: not after a failure, not in another thread, not in what was made before."""
    phrase, heard = Phrase("Terms"), []
    with catalogues.of("ru").spoken():
        with pytest.raises(ValueError, match="broken"), catalogues.of("fa").spoken():
            heard.append(f"{phrase}")
            raise ValueError("broken")
        other = threading.Thread(target=lambda: heard.append(language()))
        other.start()
        other.join()
        heard.append(str(phrase))
    assert [*heard, str(phrase), language()] == ["اصطلاحات", "en", "Термины", "Terms", "en"]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", "0 texts, 1 text, 2 texts, 5 texts, 21 texts"),
        ("ru", "0 текстов, 1 текст, 2 текста, 5 текстов, 21 текст"),
        ("fa", "۰ متن, ۱ متن, ۲ متن, ۵ متن, ۲۱ متن"),
    ],
)
def test_a_number_asks_for_its_form(tag: str, said: str) -> None:
    """By the rules of CLDR, with the digits of the language."""
    with catalogues.of(tag).spoken():
        texts = Plural("{number:,} text", "{number:,} texts")
        assert ", ".join(texts.counted(number) for number in (0, 1, 2, 5, 21)) == said


@pytest.mark.parametrize(
    ("tag", "said"), [("en", "12,345 12345 7a"), ("ru", "12\xa0345 12345 7a"), ("fa", "۱۲٬۳۴۵ ۱۲۳۴۵ ۷a")]
)
def test_numbers(tag: str, said: str) -> None:
    """Whole numbers, and those that are text, in the signs of the language."""
    with catalogues.of(tag).spoken():
        assert f"{written(12345, ',')} {written(12345)} {numbered('7a')}" == said


def test_a_phrase_that_a_catalogue_lacks_stays_as_it_is() -> None:
    """A page with a word of English is better than none."""
    with Catalogue("fa").spoken():
        assert Phrase("Line {number}").format(number=3) == "Line ۳"


SPEAKING = {"language", "numbered", "written", "comma", "semicolon", "catalogue", "phrases", "list_phrases"}


def test_no_memo_outlives_a_language() -> None:
    """What is remembered for the whole process says nothing, unless the language is one of its arguments."""
    found = []
    for path in sorted(READER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            memo = any(
                "cache" in ast.unparse(one) and "property" not in ast.unparse(one)
                for one in node.decorator_list
            )
            names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
            own = {one.arg for one in node.args.args} | {
                one.id
                for one in ast.walk(node)
                if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
            }
            if memo and SPEAKING & (names - own):
                found.append(f"{path.name}: {node.name}")
    assert found == []


# The words of an edition


def test_an_edition_says_some_phrases_otherwise(tmp_path: Path) -> None:
    """On pages and in scripts, in English too; all else is said as usual."""
    project = copy_of_sound(tmp_path / "project")
    project.write(
        "words.po", 'msgid "Works cited"\nmsgstr "Literature"\n\nmsgid "Copy link"\nmsgstr "Link, please"\n'
    )
    project.good("build")
    text = (project.root / "docs/texts/alpha-2020.md").read_text("utf-8")
    assert "## Literature {#works-cited}" in text
    assert "## Terms in this text {#terms}" in text
    assert load(project.root)[0].speech.scripts == {"Copy link": "Link, please"}


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ('msgid "Works cited by"\nmsgstr "x"\n', "words.po:1: M07 the engine does not say “Works cited by”"),
        ('\nmsgid "See also {terms}."\nmsgstr "See."\n', "words.po:2: M07 “See.” has not the fields"),
        ('msgid "Works cited\nmsgstr "x"\n', "words.po:1: M07 the engine does not say “Works cite”"),
        ("Works cited\n", "words.po:1: M07 Unknown or misformatted keyword"),
    ],
)
def test_words_of_an_edition_are_checked(tmp_path: Path, words: str, problem: str) -> None:
    """A phrase that nobody says and a field that is left out are told with their lines."""
    project = copy_of_sound(tmp_path / "project")
    project.write("words.po", words)
    assert any(one.startswith(problem) for one in project.refused().problems)
