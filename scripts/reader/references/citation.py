"""Citations in the three forms of a style, and for any reference manager.

Each work has one set of templates, made here; a citation is a template with the place and the link put in.
The command line does that in Python, the panel of the site in the browser, and both give the same bytes.

    Template("Kaleji, Vali. 2023. … ⟦Place⟧, An Annotated Reader, edition 1, ⟦link⟧.")
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeVar

from reader.model import InStyle, Library, Words
from reader.model.markup import HTML
from reader.references import formats, phrases
from reader.references.cited import Cited
from reader.references.formats import Locator
from reader.references.forms import sentence
from reader.words.speech import Said, comma

Form = Literal["bibliography", "note", "in-text"]
FORMS: dict[Form, Said] = {
    "bibliography": phrases.IN_BIBLIOGRAPHY,
    "note": phrases.IN_NOTE,
    "in-text": phrases.IN_TEXT,
}
MANAGERS = ("bibtex", "ris", "csl-json")
PLACES = ("⟦number⟧", "⟦place⟧")  # what a style has put into a citation of a passage
Template = TypeVar("Template", str, HTML)
IN_EDITION = HTML('{entry} {place}{where}{comma}<a href="⟦link⟧">⟦link⟧</a>.')
LINKED = HTML('<a href="⟦link⟧">{}</a>')

# by style, by form, by the kind of place (“” for the whole), as text and as HTML
Templates = Mapping[str, Mapping[str, Mapping[str, Mapping[str, str]]]]


def cite(library: Library, cited: Cited, form: Form, in_style: InStyle) -> str:
    """Return a citation as text, in a form of a style."""
    here = cited.page is not None
    return put(_text(library, in_style, form, cited.kind, here=here), cited, library.site_url)


def cite_html(library: Library, cited: Cited, form: Form, in_style: InStyle) -> HTML:
    """Return a citation as HTML."""
    here = cited.page is not None
    return put(_html(library, in_style, form, cited.kind, here=here), cited, library.site_url)


def managed(library: Library, cited: Cited, manager: str) -> str:
    """Return what is cited in the format of a reference manager, with a line end."""
    template = _managed(library, cited.record.key, manager, cited.kind, here=cited.page is not None)
    return put(template, cited, library.site_url)


def put(template: Template, cited: Cited, site_url: str) -> Template:
    """Put the place and the link of what is cited into a template; into one of HTML they go escaped."""
    escape = HTML.escape if isinstance(template, HTML) else str
    text = str(template)
    for token, value in cited.tokens(site_url).items():
        if token in text:
            text = text.replace(token, escape(value))
    return type(template)(text)


class Sentences:
    """The citations of one text and its passages as HTML: each template is made once for all of them."""

    def __init__(self, library: Library, key: str) -> None:
        """Take the text by its key."""
        self._library, self._key = library, key
        self._made: dict[tuple[str, Form, str], HTML] = {}

    def of(self, cited: Cited, style: str, form: Form) -> HTML:
        """Return the citation of the text, or of a place in it."""
        found = style, form, cited.kind
        if found not in self._made:
            in_style = self._library.styled[style][self._key]
            self._made[found] = _html(self._library, in_style, form, cited.kind, here=True)
        return put(self._made[found], cited, self._library.site_url)


def templates(library: Library, styled: Mapping[str, InStyle], *, here: bool) -> Templates:
    """Return the templates of a work by style, form and kind of place; `here` says that it is a text."""
    return {
        style: {
            form: {
                kind: {
                    "text": _text(library, in_style, form, kind, here=here),
                    "html": str(_html(library, in_style, form, kind, here=here)),
                }
                for kind in in_style.in_text
            }
            for form in FORMS
        }
        for style, in_style in styled.items()
    }


def manager_templates(library: Library, key: str, *, here: bool) -> dict[str, dict[str, str]]:
    """Return the templates for reference managers: of the whole work under “”, of a place under `place`."""
    kinds = ("", "place") if here else ("",)
    return {
        form: {kind: _managed(library, key, form, kind, here=here) for kind in kinds} for form in MANAGERS
    }


def _words(in_style: InStyle, form: Form, kind: str) -> Words:
    if form == "bibliography":
        return sentence(in_style.listed)
    row = in_style.noted if form == "note" else in_style.in_text
    return row.get(kind) or row[""]


def _text(library: Library, in_style: InStyle, form: Form, kind: str, *, here: bool) -> str:
    words = _words(in_style, form, kind)
    if form == "in-text" or not here:
        return words.plain
    return f"{words.plain} {_place(words, kind)}{_where(library)}{comma()}⟦link⟧."


def _html(library: Library, in_style: InStyle, form: Form, kind: str, *, here: bool) -> HTML:
    words = _words(in_style, form, kind)
    if not here or (form == "in-text" and "<a " in words.html):
        return words.html
    if form == "in-text":
        return LINKED.format(words.html)
    return IN_EDITION.format(
        entry=words.html, place=_place(words, kind), where=_where(library), comma=comma()
    )


def _place(words: Words, kind: str) -> str:
    """The place, where a style does not print it."""
    return "" if not kind or any(token in words.plain for token in PLACES) else f"⟦Place⟧{comma()}"


def _managed(library: Library, key: str, manager: str, kind: str, *, here: bool) -> str:
    record, item = library.references[key], library.items[key]
    place = Locator("⟦place⟧", "⟦number⟧", "⟦label⟧") if kind else None
    read = f"{_where(library)}{comma()}⟦link⟧" if here else ""
    if manager == "bibtex":
        return formats.bibtex(record, place, read)
    if manager == "ris":
        return formats.ris(item, place, read)
    return formats.csl_json([formats.located(item, place, read)])


def _where(library: Library) -> str:
    return phrases.IN_EDITION.format(site=library.site_name, edition=library.edition)
