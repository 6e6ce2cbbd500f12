"""The works that a text cites, at its end, as `biblStruct` of TEI: each made from its CSL item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reader.exports.phrasing import line
from reader.exports.tei_dates import date
from reader.exports.xml import Element, element
from reader.model import Library, Page, Reference, keys
from reader.model.names import Body, Name, Names
from reader.references import description
from reader.references import phrases as of_references
from reader.references.item import item

Item = Mapping[str, Any]
ROLES = ("author", "editor")
JOURNALS = frozenset({"article-journal", "article-magazine", "article-newspaper", "review"})
SCOPES = (("volume", "volume"), ("issue", "issue"), ("page", "page"), ("chapter", "chapter-number"))
VERBATIM = ("DOI", "URL")
NUMBERS = ("ISSN", "ISBN")
ALL = (*VERBATIM, *NUMBERS)


def works(page: Page, library: Library) -> Element | None:
    """Return the `back` of a text with the list of what it cites, in the order of its first citations."""
    keys = dict.fromkeys(mark.target for passage in page.passages for mark in passage.marked("citation"))
    if not keys:
        return None
    entries = [_work(library.references[key], library) for key in keys]
    return element("back", element("div", element("listBibl", *entries), type="works-cited"))


def work_id(key: str) -> str:
    """Return the id of a work in the document of a text."""
    return f"work.{keys.address(key)}"


def _work(record: Reference, library: Library) -> Element:
    made = item(record)
    whole = line(description.text(made.get("container-title")))
    series = line(description.text(made.get("collection-title")))
    title = element("title", line(record.title), level="a" if whole else "m")
    makers = list(_makers(record, ROLES if not whole else ("author",)))
    number = line(description.text(made.get("collection-number")))
    return element(
        "biblStruct",
        element("analytic", *makers, title, *_numbers(made, VERBATIM)) if whole else None,
        element(
            "monogr",
            *(_of_whole(record, whole, made) if whole else [*makers, title, *_numbers(made, ALL)]),
            _imprint(record, made),
        ),
        element(
            "series",
            element("title", series, level="s"),
            element("biblScope", number, unit="volume") if number else None,
        )
        if series
        else None,
        id=work_id(record.key),
        corresp=library.entry(record.key).absolute(library.site_url),
        lang=line(description.text(made.get("language"))),
    )


def _of_whole(record: Reference, whole: str, made: Item) -> Iterator[Element]:
    """What a work stands in, and who has edited that."""
    yield element("title", whole, level="j" if made["type"] in JOURNALS else "m")
    yield from _numbers(made, NUMBERS)
    yield from _makers(record, ("editor",))


def _makers(record: Reference, roles: tuple[str, ...]) -> Iterator[Element]:
    for role in roles:
        for name in description.people(record, role):
            yield element(role, _name(name))
        if record.names.get(role, Names()).more:
            yield element(role, element("name", of_references.OTHERS))


def _name(name: Name) -> Element:
    if isinstance(name, Body):
        return element("orgName", line(name.name))
    parts = (
        ("forename", name.given),
        ("nameLink", name.particle),
        ("surname", name.family),
        ("genName", name.suffix),
    )
    return element("persName", *(element(tag, line(words)) for tag, words in parts if words))


def _imprint(record: Reference, made: Item) -> Element:
    parts = [
        element(tag, line(description.text(made[name])))
        for tag, name in (("pubPlace", "publisher-place"), ("publisher", "publisher"))
        if name in made
    ]
    parts.append(date(record.date) if record.date else element("date", of_references.DATE_MISSING))
    scopes = [
        element("biblScope", line(description.text(made[name])), unit=unit)
        for unit, name in SCOPES
        if name in made
    ]
    return element("imprint", *parts, *scopes)


def _numbers(made: Item, names: tuple[str, ...]) -> Iterator[Element]:
    for name in names:
        if name in made:
            said = str(made[name]) if name in VERBATIM else description.text(made[name])
            yield element("idno", line(said), type=name)
