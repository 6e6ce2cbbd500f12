"""Words in other languages than the pages: marked with their language and direction wherever they stand.

<p lang="fa" dir="rtl">    a block of its own
<bdi lang="fa" dir="rtl">  within a line: nothing around it is put into another order
"""

from __future__ import annotations

from typing import TypeVar

from reader.model import Library, Term
from reader.model.markup import HTML, Safe
from reader.references import description
from reader.references.languages import of_title
from reader.render.markup import Markdown
from reader.words.languages import UNDETERMINED, direction
from reader.words.signs import writes_from_the_right
from reader.words.speech import language

Kind = TypeVar("Kind", bound=Safe)


def attributes(tag: str, kind: type[Kind], around: str = "") -> Kind:
    """Return the attributes that tell a language, or nothing for that of the pages.

    On a page that is read from the other side, for a text in the language `around`, it is told too.
    """
    of_pages = language()
    if not tag or (tag == of_pages and direction(around or of_pages) == direction(of_pages)):
        return kind()
    return kind(' lang="{}" dir="{}"').format(tag, direction(tag))


def within(words: object, tag: str, kind: type[Kind]) -> Kind:
    """Return words that stand in a line of a page; where their language is not known, their letters tell."""
    if tag == language():
        return kind.escape(words)
    if tag in {"", UNDETERMINED}:
        isolated = writes_from_the_right(str(words))  # which markup does not change
        return kind("<bdi>{}</bdi>").format(words) if isolated else kind.escape(words)
    return kind("<bdi{}>{}</bdi>").format(attributes(tag, kind), words)


def term_of(term: Term) -> Markdown:
    """Return the name of a term as it stands in a line of a page."""
    return within(term.name, term.language, Markdown)


def in_heading(words: str, tag: str) -> Markdown:
    """Return words that stand in a heading of Markdown, where more signs mean something."""
    return within(Markdown.heading(words), tag, Markdown)


def language_of(key: str, library: Library) -> str:
    """Return the language of the title of a reference, or nothing where it is not known."""
    return of_title(library.references[key], library.languages.get(key, ""))


def title_of(key: str, library: Library, kind: type[Kind]) -> Kind:
    """Return the title of a work as it stands in a line of a page."""
    return within(library.references[key].title, language_of(key, library), kind)


def label_of(key: str, library: Library, kind: type[Kind]) -> Kind:
    """Return “Kaleji 2023” as it stands in a line of a page: a name has a direction, and no language."""
    return within(description.label(library.references[key]), "", kind)


def of_heading(tag: str) -> Markdown:
    """Return the attributes of a heading of Markdown, within braces."""
    return attributes(tag, Markdown)


def of_block(tag: str, around: str = "") -> HTML:
    """Return the attributes of a block of HTML."""
    return attributes(tag, HTML, around)
