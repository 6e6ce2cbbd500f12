"""The header of a TEI document: what the text is, whose it is, and what was done to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reader.exports import phrases
from reader.exports.phrasing import line
from reader.exports.tei_dates import date, day
from reader.exports.tei_revisions import revisions
from reader.exports.xml import Child, Element, element
from reader.history import apparatus
from reader.history.apparatus import CutLines
from reader.model import Correction, Library, Page, Reference, Supply, addresses
from reader.references import description
from reader.references.item import item
from reader.references.languages import of_title
from reader.words.languages import language_name
from reader.words.speech import language

WHOLE = frozenset({"book", "report", "thesis", "webpage", "document", "pamphlet", "manuscript"})
VERBATIM = ("URL", "DOI")


def header(page: Page, library: Library) -> Element:
    """Return the `teiHeader` of a text."""
    return element(
        "teiHeader",
        _file(page, library),
        element("encodingDesc", _method(page)),
        element("profileDesc", element("langUsage", *_languages(page))),
        revisions(page, library),
    )


def _languages(page: Page) -> Iterator[Element]:
    """The languages of a text, its own first, by the names that the language of the site has for them."""
    for tag in dict.fromkeys([page.language, *(passage.language for passage in page.passages)]):
        name = "" if tag == language() else language_name(tag, language())
        yield element("language", *([name] if name else []), ident=tag)


def edition(library: Library) -> Element:
    """Return the `editionStmt` of this edition of the reader, with its day where that is known."""
    number, when = line(library.edition), library.releases.get(library.edition)
    published: list[Child] = [phrases.PUBLISHED_ON, day(when)] if when else []
    return element("editionStmt", element("edition", number, *published, n=number))


def responsible(library: Library) -> Element:
    """Return who has edited the text for this reader."""
    name = phrases.EDITORS_OF.format(site=line(library.site_name) or phrases.READER)
    return element("respStmt", element("resp", phrases.RESPONSIBILITY), element("orgName", name))


def _file(page: Page, library: Library) -> Element:
    record = library.references[page.slug]
    address = addresses.text(page.slug).absolute(library.site_url)
    return element(
        "fileDesc",
        element(
            "titleStmt",
            element("title", line(record.title), lang=_lang(of_title(record, page.language))),
            *_creators(record),
            responsible(library),
        ),
        edition(library),
        element(
            "publicationStmt",
            element("distributor", line(library.site_name) or phrases.READER),
            element("idno", address, type="URL"),
            element("availability", *_rights(page)),
        ),
        element("sourceDesc", _source(record)),
    )


def _lang(tag: str) -> str:
    """What `xml:lang` says of words in a header that is in the language of the site."""
    return "" if tag == language() else tag


def _rights(page: Page) -> Iterator[Element]:
    rights = page.source.about.rights
    if rights.licence:
        yield element("licence", line(rights.statement), target=rights.licence)
    else:
        yield element("p", line(rights.statement))
    if page.withheld:
        yield element("p", phrases.WITHHELD_PASSAGES.counted(len(page.withheld)))


def _source(record: Reference) -> Element:
    """The original, and what is not established about it."""
    made, venue = item(record), description.venue_name(record)
    known = {"author": description.authors(record), "venue": venue, "date": record.date}
    own = "m" if made["type"] in WHOLE else "a"
    scopes = [("volume", "volume"), ("issue", "issue"), ("issue", "number"), ("page", "page")]
    return element(
        "bibl",
        *_creators(record),
        element("title", line(record.title), level=own),
        element("title", line(venue), level="j" if record.get("journaltitle") else "m") if venue else None,
        element("publisher", line(description.text(made["publisher"]))) if _apart(made, venue) else None,
        *(
            element("biblScope", line(description.text(made[name])), unit=unit)
            for unit, name in scopes
            if name in made
        ),
        date(record.date) if record.date else None,
        *(
            element("idno", line(made[name] if name in VERBATIM else description.text(made[name])), type=name)
            for name in (*VERBATIM, "ISSN", "ISBN")
            if name in made
        ),
        *(
            element("note", phrases.NOT_ESTABLISHED.format(what=name), type="not-established")
            for name, one in known.items()
            if not one
        ),
        element("note", line(record.get("annotation"))) if record.get("annotation") else None,
    )


def _creators(record: Reference) -> Iterator[Element]:
    """The authors and the editors one by one; the last of a list that goes on says so."""
    for role in ("author", "editor"):
        names = [name.in_full for name in description.people(record, role)]
        if names and record.names[role].more:
            names[-1] = phrases.AND_OTHERS.format(name=names[-1])
        yield from (element(role, line(name)) for name in names)


def _apart(made: Mapping[str, Any], venue: str) -> bool:
    """Whether the publisher is another than the venue, which stands in the title already."""
    return bool(made.get("publisher")) and description.text(made["publisher"]) != venue


def _method(page: Page) -> Element:
    return element(
        "editorialDecl",
        element("correction", *_corrections(page), method="markup"),
        element("normalization", *_rules(page), method="silent"),
        element("hyphenation", element("p", phrases.HYPHENATION[page.source.about.layout])),
        element("p", phrases.SIGNS) if page.footnotes or page.print_pages else None,
        *(element("p", _cut(cut)) for cut in apparatus.cuts(page)),
    )


def _corrections(page: Page) -> Iterator[Element]:
    yield element(
        "p",
        phrases.CORRECTIONS,
    )
    for one in page.emendations:
        entry, place = one.entry, element("ref", str(one.passage), target=f"#{one.passage}")
        if isinstance(entry, Correction):
            yield element("p", place, phrases.CORRECTED.format(line=entry.line, reason=line(entry.reason)))
        elif isinstance(entry, Supply):
            yield element("p", place, phrases.SUPPLIED.format(line=entry.before, reason=line(entry.reason)))
        else:
            yield element("p", place, phrases.KEPT.format(line=entry.line, reason=line(entry.reason)))


def _rules(page: Page) -> Iterator[Element]:
    yield element("p", phrases.RULES)
    asked, off = page.source.about.regularise, apparatus.switched_off(page)
    if off or asked.marks:
        what = "; ".join([*off, *asked.marks])
        yield element("p", phrases.ASKED.format(what=what, reason=line(asked.reason)))
    for rule in apparatus.regularised(page):
        times = phrases.TIMES.counted(rule.times)
        yield element("p", phrases.RULE.format(rule=rule.rule, does=rule.does, times=times))


def _cut(cut: CutLines) -> str:
    first, last = cut.lines
    phrase = phrases.CUT_LINE if first == last else phrases.CUT_LINES
    return phrase.format(first=first, last=last, kind=cut.kind, reason=line(cut.reason))
