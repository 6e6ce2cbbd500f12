"""The capitals of titles: English ones as a sentence has them, all others as they are.

Styles print either the capitals of a sentence or raise them for a headline; citeproc can raise them, and
cannot lower them without taking names along. So a title is handed to it as a sentence: the words of an
English headline are lowered, except those in braces, those with another capital or a digit in them, and the
first of a title or subtitle. A title that is a sentence already keeps all its capitals, and one that is not
English cannot be raised either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.model import Reference
from reader.model.rich_text import Phrase, Run, plain
from reader.references.item import Write, marked
from reader.references.languages import language
from reader.words.english import is_english

TOKEN = re.compile(r"\S+")
RAISED = re.compile(r"([“‘\"'(\[]*)([^\W\d_a-z][^\W\d_A-Z]*(?:[’'][^\W\d_A-Z]+)?)([”’\"')\],.;:?!…]*)")
BEGINS = re.compile(r"(?:^|[:?!…]|[^\W\d_]{3,}\.|[^\W\d_][”’)]\.)\s*[“‘\"'(\[]*\s*$")
INITIAL = re.compile(r"([“‘\"'(\[]*)([^\W\d_])")
AROUND = "“”‘’\"'()[],.;:?!…"
SMALL = frozenset(
    """a about above across after against along among an and around as at before behind below beneath beside
    between beyond but by despite down during except for from in inside into like near nor of off on onto or
    out over past per since so than that the through throughout to toward towards under underneath until up
    upon via vs with within without yet""".split()
)


def for_citeproc(reference: Reference) -> Write:
    """Return what writes a title of this reference for citeproc: a sentence, with names that stay."""
    said = language(reference)

    def write(phrase: Phrase) -> str:
        english = said.partition("-")[0] == "en" if said else is_english(plain(phrase))
        return marked(sentence(phrase) if english else _untouched(phrase))

    return write


def as_written(phrase: Phrase) -> str:
    """Return a title for a style of another language than English: nothing is lowered."""
    return marked(phrase)


def sentence(phrase: Phrase) -> Phrase:
    """Return a title with the capitals of a sentence where it has those of a headline.

    The parts of a title, as its colons and full stops divide it, are judged one by one; the first word of
    each begins with a capital.
    """
    words = list(_words(phrase))
    headlines = _headlines(words)
    texts = [run.text for run in phrase]
    for word in reversed(words):
        text = texts[word.run]
        new = _changed(word, lower=word.part in headlines)
        texts[word.run] = text[: word.start] + new + text[word.start + len(word.text) :]
    return tuple(Run(text, run.styles) for text, run in zip(texts, phrase, strict=True))


def lowered_words(phrase: Phrase) -> list[str]:
    """Return the words of a title that a sentence writes small."""
    words = list(_words(phrase))
    headlines = _headlines(words)
    return [word.text for word in words if word.part in headlines and _changed(word, lower=True) != word.text]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word outside braces: its place, the part of the title that it stands in, whether it begins that.

    `votes` says whether its capital tells a headline from a sentence.
    """

    run: int
    start: int
    text: str
    part: int
    begins: bool
    votes: bool


def _words(phrase: Phrase) -> Iterator[_Word]:
    so_far, part = "", 0
    for at, run in enumerate(phrase):
        for match in TOKEN.finditer(run.text):
            before = so_far + run.text[: match.start()]
            begins = bool(BEGINS.search(before))
            part += begins
            goes_on = not match.start() and before and not before[-1].isspace()
            if "kept" not in run.styles:
                yield _Word(at, match.start(), match[0], part, begins, votes=not (begins or goes_on))
        so_far += run.text


def _headlines(words: Iterable[_Word]) -> set[int]:
    """The parts that are headlines: hardly a word in them that could have a capital has none."""
    raised: Counter[int] = Counter()
    small: Counter[int] = Counter()
    for word in words:
        bare = word.text.strip(AROUND)
        if word.votes and bare[:1].isupper():
            raised[word.part] += 1
        elif word.votes and bare[:1].isalpha() and bare not in SMALL:
            small[word.part] += 1
    return {part for part, number in raised.items() if number > 3 * small[part]}


def _changed(word: _Word, *, lower: bool) -> str:
    first, *others = word.text.split("-")
    if word.begins:
        match = INITIAL.match(first)
        first = match[1] + match[2].upper() + first[match.end() :] if match and word.part > 1 else first
    elif lower:
        first = _small(first)
    return "-".join([first, *((_small(one) for one in others) if lower else others)])


def _small(word: str) -> str:
    """A word with its one capital lowered; one with others, or with digits, as it is."""
    match = RAISED.fullmatch(word)
    if not match or re.fullmatch(r"I(?:[’'].*)?", match[2]):
        return word
    return match[1] + match[2][0].lower() + match[2][1:] + match[3]


def _untouched(phrase: Phrase) -> Phrase:
    return tuple(Run(run.text, ("kept", *(one for one in run.styles if one != "kept"))) for run in phrase)
