"""The whole reader as a book for pandoc: a chapter a text, then the terms in use and the bibliography.

The ids are `p7-kaleji-2023`, `term-csto` and `work-waltz-1979`, since all chapters share one space of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import html

from reader.exports import book_ast as ast
from reader.exports import phrases
from reader.exports.book_ast import Nodes
from reader.exports.book_body import body
from reader.exports.phrasing import line
from reader.model import Library, Page, Term
from reader.model.keys import address
from reader.references import description
from reader.references import phrases as of_references
from reader.references.languages import of_title
from reader.words.order import sort_key
from reader.words.speech import comma, language, numbered, semicolon

FIRST_DAY = "1980-01-01"  # that of the clock of zip files
DAY = re.compile(r"(?:19[89]|2\d\d)\d-\d\d-\d\d")


def book(library: Library) -> str:
    """Return the document that pandoc makes the book of."""
    blocks: Nodes = []
    for page in library.pages:
        blocks += _chapter(page, library)
    blocks += _glossary(library)
    blocks += _bibliography(library)
    return ast.document(
        blocks,
        people(library),
        title=library.site_name or phrases.READER,
        subtitle=phrases.EDITION.format(edition=library.edition) if library.edition else "",
        lang=language(),
        identifier=f"{library.site_url}data/reader.epub",
        date=as_of(library),
        rights=phrases.BOOK_RIGHTS,
        publisher=library.site_name,
        description=phrases.BOOK_TOLD.format(titles=semicolon().join(_titles(library))),
    )


def people(library: Library) -> list[tuple[str, str]]:
    """Return who made the book, by their roles: the authors of the texts, and the editors of the reader."""
    authors = dict.fromkeys(
        name.in_full
        for page in library.pages
        for name in description.people(library.references[page.slug], "author")
    )
    editors = phrases.EDITORS_OF.format(site=line(library.site_name) or phrases.READER)
    return [*(("aut", line(name)) for name in authors), ("edt", editors)]


def _titles(library: Library) -> list[str]:
    return [line(library.references[page.slug].title) for page in library.pages]


def as_of(library: Library) -> str:
    """Return when the book was made: the day of its edition, or the latest that the bibliography knows.

    The clock would give other bytes each day; no edition is older than its newest source.
    """
    if day := library.releases.get(library.edition):
        return max(day, FIRST_DAY)
    known = (
        record.dates[name].iso
        for record in library.references.values()
        for name in ("date", "urldate")
        if name in record.dates
    )
    return max(filter(DAY.fullmatch, known), default=FIRST_DAY)


def _chapter(page: Page, library: Library) -> Iterator[ast.Node]:
    record = library.references[page.slug]
    url = record.get("url")
    source = [ast.link(url, [ast.string(url)])] if url else [ast.string(of_references.ADDRESS_MISSING)]
    foreign = ast.foreign(of_title(record, page.language))
    yield ast.header(1, f"text-{page.slug}", line(record.title), **foreign)
    yield ast.div("", ["origin"], [ast.para(_byline(page, library))], **foreign)
    yield ast.div(
        "",
        ["facts"],
        [
            ast.para([ast.string(phrases.SOURCE), *source]),
            ast.para([ast.string(phrases.RIGHTS.format(rights=line(page.source.about.rights.statement)))]),
        ],
    )
    if page.withheld:
        told = of_references.EXCERPT if page.passages else of_references.WITHHELD
        yield ast.para([ast.string(told)])
    yield from body(page, library)


def _byline(page: Page, library: Library) -> Nodes:
    record = library.references[page.slug]
    author = description.authors(record) or str(of_references.AUTHOR_MISSING)
    venue = description.venue(record) or str(of_references.VENUE_MISSING)
    date = description.date(record, of_title(record, page.language)) or of_references.DATE_MISSING
    when = ast.string(f"{comma()}{line(str(date))}")
    return [ast.string(f"{line(author)}. "), ast.styled("Emph", [ast.string(line(venue))]), when]


def _glossary(library: Library) -> Iterator[ast.Node]:
    used = sorted(
        (one for one in library.terms if one.id in library.uses), key=lambda one: one.name.casefold()
    )
    if used:
        yield ast.header(1, "terms", phrases.TERMS)
    for term in used:
        short = f" ({line(term.short)})" if term.short else ""
        name = ast.styled("Strong", [ast.string(line(term.name) + short)])
        yield ast.div(
            f"term-{term.id}",
            ["term"],
            [
                ast.para(
                    [name, ast.string(f": {line(term.definition)}"), *_resting(term.references, library)]
                ),
                *(
                    ast.para([ast.string(line(since.text)), *_resting(since.references, library)])
                    for since in term.since
                ),
                ast.para([ast.string(phrases.IN_THE_TEXTS), *_uses(term, library)]),
            ],
        )


def _resting(keys: Sequence[str], library: Library) -> Iterator[ast.Node]:
    """The references that a statement rests on, in brackets."""
    for at, key in enumerate(keys):
        yield ast.string(semicolon() if at else " (")
        yield ast.link(f"#work-{address(key)}", [ast.string(line(library.formatted[key].label))])
    if keys:
        yield ast.string(")")


def _uses(term: Term, library: Library) -> Iterator[ast.Node]:
    places = dict.fromkeys((use.slug, use.passage) for use in library.uses[term.id])
    before = ""
    for slug, passage in places:
        label = f"{line(description.label(library.references[slug]))}{comma()}" if slug != before else ""
        yield ast.string((semicolon() if label else comma()) if before else "")
        yield ast.link(f"#{passage}-{slug}", [ast.string(f"{label}{numbered(passage.label)}")])
        before = slug
    yield ast.string(".")


def _bibliography(library: Library) -> Iterator[ast.Node]:
    yield ast.header(1, "bibliography", of_references.BIBLIOGRAPHY)
    for key, one in sorted(library.formatted.items(), key=lambda item: sort_key(item[1].plain)):
        entry = ast.inlines(html.fragment_fromstring(one.entry, create_parent="div"))
        remark = line(library.references[key].get("annotation"))
        blocks = [ast.para(entry), *([ast.para([ast.string(remark)])] if remark else [])]
        yield ast.div(f"work-{address(key)}", ["entry"], blocks)
