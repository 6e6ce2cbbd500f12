"""The header of a TEI document: what the text is, whose it is, and what was done to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.exports.phrasing import line
from reader.exports.xml import Element, element, language
from reader.history import apparatus
from reader.model import Correction, Library, Page, Reference, Supply, addresses
from reader.references import description

W3C_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
HYPHENATION = {
    "line-per-paragraph": "A line of the raw text is a paragraph: no word is divided at the end of a line.",
    "hard-wrapped": "Words divided at the ends of raw lines are joined. Whether the hyphen stays was decided "
    "for each of them.",
}


def header(page: Page, library: Library) -> Element:
    """Return the `teiHeader` of a text."""
    return element(
        "teiHeader",
        _file(page, library),
        element("encodingDesc", _method(page)),
        element("profileDesc", element("langUsage", element("language", ident=language(page)))),
    )


def _file(page: Page, library: Library) -> Element:
    record = library.references[page.slug]
    authors = description.authors(record)
    address = addresses.text(page.slug).absolute(library.site_url)
    rights = page.source.about.rights
    return element(
        "fileDesc",
        element(
            "titleStmt",
            element("title", line(record.get("title"))),
            element("author", line(authors)) if authors else None,
        ),
        element("editionStmt", element("edition", line(library.edition), n=line(library.edition))),
        element(
            "publicationStmt",
            element("distributor", line(library.site_name) or "An annotated reader"),
            element("idno", address, type="URL"),
            element("availability", element("p", line(rights.statement)), *_withheld(page)),
        ),
        element("sourceDesc", _source(record)),
    )


def _withheld(page: Page) -> Iterator[Element]:
    if page.withheld:
        yield element("p", f"Not shown: {len(page.withheld)} passages that the rights do not cover.")


def _source(record: Reference) -> Element:
    """The original, and what is not established about it."""
    authors, venue = description.authors(record), description.venue_name(record)
    date = record.get("date") or record.get("year")
    missing = [name for name, known in (("author", authors), ("venue", venue), ("date", date)) if not known]
    scopes = [("volume", "volume"), ("issue", "number"), ("issue", "issue"), ("page", "pages")]
    return element(
        "bibl",
        element("author", line(authors)) if authors else None,
        element("title", line(record.get("title")), level="a"),
        element("title", line(venue), level="j" if record.get("journaltitle") else "m") if venue else None,
        *(
            element("biblScope", line(record.get(name)), unit=unit)
            for unit, name in scopes
            if record.get(name)
        ),
        element("date", description.date(record), when=date if W3C_DATE.fullmatch(date) else "")
        if date
        else None,
        *(
            element("idno", line(record.get(name)), type=name.upper())
            for name in ("url", "doi", "issn")
            if record.get(name)
        ),
        *(element("note", f"The {name} is not established.", type="not-established") for name in missing),
        element("note", line(record.get("annotation"))) if record.get("annotation") else None,
    )


def _method(page: Page) -> Element:
    return element(
        "editorialDecl",
        element("correction", *_corrections(page), method="markup"),
        element("normalization", *_rules(page), method="silent"),
        element("hyphenation", element("p", HYPHENATION[page.source.about.layout])),
        *(
            element("p", f"Cut, raw {_lines(cut.lines)} ({cut.kind}): {line(cut.reason)}")
            for cut in apparatus.cuts(page)
        ),
    )


def _corrections(page: Page) -> Iterator[Element]:
    yield element(
        "p",
        "Words are changed by the editor alone, and each change is marked: choice holds the raw and the "
        "mended reading. What looks like a mistake and is kept is marked sic; what the source must once have "
        "had is marked supplied.",
    )
    for one in page.emendations:
        entry, place = one.entry, element("ref", str(one.passage), target=f"#{one.passage}")
        if isinstance(entry, Correction):
            yield element("p", place, f", raw line {entry.line}, corrected: {line(entry.reason)}")
        elif isinstance(entry, Supply):
            yield element("p", place, f", before raw line {entry.before}, supplied: {line(entry.reason)}")
        else:
            yield element("p", place, f", raw line {entry.line}, kept: {line(entry.reason)}")


def _rules(page: Page) -> Iterator[Element]:
    yield element("p", "By rules that are the same for all texts, and that change no letter or digit:")
    for rule in apparatus.regularised(page):
        times = "once" if rule.times == 1 else f"{rule.times} times"
        yield element("p", f"{rule.rule}: {rule.does} ({times})")


def _lines(lines: tuple[int, int]) -> str:
    first, last = lines
    return f"line {first}" if first == last else f"lines {first}–{last}"
