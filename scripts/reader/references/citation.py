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
    """What is cited: one passage, or all from the first to the last."""

    page: Page  # the text
    passages: Sequence[Passage]  # those of the range, in their order

    @property
    def anchor(self) -> str:
        """`p12`, or `p12-p14`."""
        first, last = self.passages[0].id, self.passages[-1].id
        return str(first) if first == last else f"{first}-{last}"

    @property
    def revision(self) -> str:
        """The revisions of all passages cited, so that a change of any of them is seen."""
        return ".".join(passage.revision for passage in self.passages)

    @property
    def number(self) -> str:
        """`12`, `12–14`, or `7–sec. 2` from a passage to a section."""
        first, last = self.passages[0], self.passages[-1]
        if first.id == last.id:
            return first.number
        unit = "" if first.id.series == last.id.series else f"{last.id.series.unit} "
        return f"{first.number}–{unit}{last.number}"

    @property
    def place(self) -> str:
        """`para. 12`, `paras. 12–14`, `sec. 2`, or `para. 7–sec. 2`."""
        first, last = self.passages[0].id, self.passages[-1].id
        is_several = first != last and first.series == last.series
        return f"{first.series.units if is_several else first.series.unit} {self.number}"

    @property
    def label(self) -> str:
        """What CSL calls the first passage: `paragraph`, or `section`."""
        return self.passages[0].id.series.locator

    def link(self, site_url: str) -> str:
        """The address of what is cited, with the revision that it was cited from."""
        return addresses.passage(self.page.slug, self.anchor, self.revision).absolute(site_url)


def find(library: Library, place: str) -> Cited:
    """Return the passages that `kaleji-2023#p7` or `kaleji-2023#p7-p9` names."""
    pages = library.page
    match = PLACE.fullmatch(place)
    if not match:
        message = f"“{place}” is not of the form kaleji-2023#p7 or kaleji-2023#p7-p9"
        raise UnknownPlace(message, place, [f"{slug}#p1" for slug in pages])
    page = pages.get(match["slug"])
    if page is None:
        raise UnknownPlace(f"there is no text “{match['slug']}”", match["slug"], pages)
    ids = [str(passage.id) for passage in page.passages]
    ends = [match["first"], match["last"] or match["first"]]
    for id_ in ends:
        if id_ not in ids:
            raise UnknownPlace(f"{page.slug} has no passage “{id_}”", id_, ids)
    first, last = map(ids.index, ends)
    if last < first:
        message = f"the range {ends[0]}-{ends[1]} runs backwards"
        raise UnknownPlace(message, f"{page.slug}#{ends[1]}-{ends[0]}", [f"{page.slug}#{ends[1]}-{ends[0]}"])
    return Cited(page, page.passages[first : last + 1])


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
