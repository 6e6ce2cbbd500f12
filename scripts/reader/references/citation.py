"""Citations of a passage or a range of passages, in any style and for any reference manager.

Each text has one set of templates, made here; a citation is a template with the place and the link put in.
The command line does that in Python, the panel of the site in the browser, and both give the same bytes.

    Template("Kaleji, Vali. 2023. … ⟦Place⟧, An Annotated Reader, edition 1, ⟦link⟧.")
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from reader.model import Formatted, Library, Page, Passage, addresses
from reader.model.markup import HTML
from reader.references import formats, phrases
from reader.references.formats import Locator
from reader.references.places import Counted, counted, joined

STYLES = {
    "chicago-author-date": "Chicago",
    "apa": "APA",
    "modern-language-association": "MLA",
    "gost-r-7-0-5-2008": "GOST",
}
PLACE = re.compile(r"(?P<slug>[^#]+)#(?P<first>[^-]+)(?:-(?P<last>.+))?")
HTML_TEMPLATE = HTML('{entry} ⟦Place⟧, {where}, <a href="⟦link⟧">⟦link⟧</a>.\n')
Template = TypeVar("Template", str, HTML)
TOKENS = Locator("⟦place⟧", "⟦number⟧", "⟦label⟧", "⟦link⟧")


class UnknownPlace(Exception):
    """There is no such text or passage; `near` are places like it."""

    def __init__(self, message: str, meant: str, known: Iterable[str]) -> None:
        self.near = get_close_matches(meant, list(known), 3)
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: one passage, or all from the first to the last; or lines of them."""

    page: Page  # the text
    passages: Sequence[Passage]  # in their order, at least one
    lines: tuple[int, int] = (0, 0)  # of the first passage and of the last, from 1; 0 for the whole of it

    @property
    def anchor(self) -> str:
        """`p12`, `p12-p14`, or `p3.2-p3.4`."""
        ends = (self.passages[0], self.lines[0]), (self.passages[-1], self.lines[1])
        first, last = (f"{one.id}.{line}" if line else str(one.id) for one, line in ends)
        return first if first == last else f"{first}-{last}"

    @property
    def revision(self) -> str:
        """The revisions of all passages cited, so that a change of any of them is seen."""
        return ".".join(passage.revision for passage in self.passages)

    @property
    def number(self) -> str:
        """`12`, `12–14`, or `7–sec. 2` from a passage to a section."""
        return joined(*self._ends())[1]

    @property
    def place(self) -> str:
        """`para. 12`, `paras. 12–14`, `sec. 2`, or `para. 7–sec. 2`; as the source counts, where it does."""
        return joined(*self._ends())[0]

    @property
    def label(self) -> str:
        """What CSL calls the first passage: `paragraph`, or `section`."""
        return self._ends()[0].csl

    def link(self, site_url: str) -> str:
        """The address of what is cited, with the revision that it was cited from."""
        return addresses.passage(self.page.slug, self.anchor, self.revision).absolute(site_url)

    def _ends(self) -> tuple[Counted, Counted]:
        return counted(self.passages[0], self.lines[0]), counted(self.passages[-1], self.lines[1])


def find(library: Library, place: str) -> Cited:
    """Return the passages that `kaleji-2023#p7`, `kaleji-2023#p7-p9` or `poem-1911#p3.2-p3.4` names."""
    pages = library.page
    match = PLACE.fullmatch(place)
    if not match:
        message = f"“{place}” is not of the form kaleji-2023#p7 or kaleji-2023#p7-p9"
        raise UnknownPlace(message, place, [f"{slug}#p1" for slug in pages])
    page = pages.get(match["slug"])
    if page is None:
        raise UnknownPlace(f"there is no text “{match['slug']}”", match["slug"], pages)
    ids = [str(passage.id) for passage in page.passages]
    ends = [_end(match["first"], page, ids), _end(match["last"] or match["first"], page, ids)]
    first, last = ends
    if last < first:
        written = [f"{ids[at]}.{line}" if line else ids[at] for at, line in ends]
        turned = f"{page.slug}#{written[1]}-{written[0]}"
        raise UnknownPlace(f"the range {written[0]}-{written[1]} runs backwards", turned, [turned])
    return Cited(page, page.passages[first[0] : last[0] + 1], (first[1], last[1]))


def _end(written: str, page: Page, ids: Sequence[str]) -> tuple[int, int]:
    """The index of the passage that one end of a place names, and its line; 0 for the whole passage."""
    id_, dot, line = written.partition(".")
    if id_ not in ids:
        raise UnknownPlace(f"{page.slug} has no passage “{written}”", written, ids)
    at = ids.index(id_)
    if not dot:
        return at, 0
    count = len(page.passages[at].lines)
    if not re.fullmatch("[1-9][0-9]{0,8}", line) or int(line) > count:
        lines = [f"{id_}.{number}" for number in range(1, count + 1)]
        raise UnknownPlace(f"{page.slug} has no line “{written}”", written, lines or [id_])
    return at, int(line)


def cite(library: Library, cited: Cited, form: str, formatted: Formatted) -> str:
    """Return a citation in one of the forms of `templates`, with a line end."""
    if form == "html":
        return str(cite_html(library, cited, formatted))
    return put(_template(library, cited.page, form, formatted), cited, library.site_url)


def cite_html(library: Library, cited: Cited, formatted: Formatted) -> HTML:
    """Return a citation as HTML, with a line end."""
    return put(_html_template(library, formatted), cited, library.site_url)


def put(template: Template, cited: Cited, site_url: str) -> Template:
    """Put the place and the link of what is cited into a template; into one of HTML they go escaped."""
    place = cited.place
    values = {
        "⟦Place⟧": place[0].upper() + place[1:],
        "⟦place⟧": place,
        "⟦number⟧": cited.number,
        "⟦label⟧": cited.label,
        "⟦link⟧": cited.link(site_url),
    }
    for token, value in values.items():
        template = template.replace(token, value)
    return template


def templates(library: Library, page: Page) -> dict[str, dict[str, str]]:
    """Return the templates of a text: by style, and under `formats` those of reference managers."""
    styles: Mapping[str, Mapping[str, Formatted]] = library.styled
    made = {
        style: {form: _template(library, page, form, styles[style][page.slug]) for form in ("text", "html")}
        for style in styles
    }
    any_style = library.formatted[page.slug]
    made["formats"] = {
        form: _template(library, page, form, any_style) for form in ("bibtex", "ris", "csl-json")
    }
    return made


def _template(library: Library, page: Page, form: str, formatted: Formatted) -> str:
    record, item = library.references[page.slug], library.items[page.slug]
    if form == "bibtex":
        return formats.bibtex(record, TOKENS)
    if form == "ris":
        return formats.ris(item, TOKENS)
    if form == "csl-json":
        return formats.csl_json([formats.located(item, TOKENS)])
    if form == "html":
        return str(_html_template(library, formatted))
    return f"{formatted.plain.rstrip('.')}. ⟦Place⟧, {_where(library)}, ⟦link⟧.\n"


def _html_template(library: Library, formatted: Formatted) -> HTML:
    entry = formatted.entry + ("" if formatted.plain.endswith(".") else ".")
    return HTML_TEMPLATE.format(entry=entry, where=_where(library))


def _where(library: Library) -> str:
    return phrases.IN_EDITION.format(site=library.site_name, edition=library.edition)
