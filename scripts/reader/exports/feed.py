"""`/feed.xml`: the editions and what each did to each text, as an Atom feed (RFC 4287), the newest first.

An edition has an entry once pyproject.toml says on which day it was published; a feed of none is not made,
since an entry must have a day and a true one is not known. Of very many texts, those of the newest editions
are told one by one, and of the others how many they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.exports import phrases
from reader.exports.changes_told import told
from reader.exports.phrasing import line
from reader.exports.xml import Child, Element, document, element_of
from reader.history.editions import Change, changes, order, place
from reader.model import Library, addresses
from reader.model.markup import HTML

PATH = "feed.xml"
SPACE = "http://www.w3.org/2005/Atom"
ROW = HTML('<li><a href="{to}">{title}</a>: {told}</li>')
LINK = HTML('<a href="{to}">{words}</a>')
ITEM = HTML("<li>{}</li>")
LIST = HTML("<p>{}</p><ul>{}</ul>")
NONE = HTML("<p>{}</p>")
BESIDE = frozenset({addresses.TERMS.written, addresses.NAMES.written})  # pages that are no term


def is_made(library: Library) -> bool:
    """Return whether there is a feed: an edition has a day, and the site an address."""
    return bool(library.releases) and library.site_url != "/"


def feed(library: Library) -> str:
    """Return the feed."""
    dated = sorted(library.releases, key=order, reverse=True)
    found = changes(library.pages)
    entries: list[Element] = []
    room = library.limits.feed
    for edition in dated:
        made = [one for one in found if one.edition == edition]
        entries += _entries(edition, made, room, library)
        room -= min(room, len(made))
    name = line(library.site_name)
    return document(
        _atom(
            "feed",
            _atom("id", library.site_url + PATH),
            _atom("title", name),
            _atom("updated", _moment(max(library.releases.values()))),
            _atom("link", rel="self", type="application/atom+xml", href=library.site_url + PATH),
            _atom(
                "link", rel="alternate", type="text/html", href=addresses.CHANGES.absolute(library.site_url)
            ),
            _atom("author", _atom("name", name)),
            *entries,
        )
    )


def _entries(edition: str, every: Sequence[Change], most: int, library: Library) -> Iterator[Element]:
    """One entry for an edition, and one for each text that it has changed, but for no more than `most`."""
    made = every[:most]
    url, day = library.site_url, library.releases[edition]
    where = addresses.CHANGES.at(place(edition)).absolute(url)
    titles = {one.page.slug: library.references[one.page.slug].title for one in made}
    rows = [
        ROW.format(
            to=addresses.text(one.page.slug).absolute(url),
            title=(phrases.NEW_TEXT if one.first else phrases.TEXT).format(title=titles[one.page.slug]),
            told=told(one),
        )
        for one in made
    ]
    if others := len(every) - len(made):
        rows.append(ITEM.format(LINK.format(to=where, words=phrases.MORE_TEXTS.counted(others))))
    rows += [ITEM.format(one) for one in _shared(edition, library)]
    if rows:
        words = LIST.format(phrases.IN_THIS_EDITION, HTML().join(rows))
    else:
        words = NONE.format(phrases.NO_CHANGES)
    yield _entry(where, where, phrases.EDITION_ENTRY.format(edition=edition), day, _html(words))
    for one in made:
        title, text = titles[one.page.slug], addresses.text(one.page.slug).absolute(url)
        new = phrases.NEW_TEXT.format(title=title)
        name = new if one.first else phrases.CHANGED_TEXT.format(title=title, changes=told(one))
        summary = one.page.source.about.summary if one.first else ""
        told_of = _atom("summary", line(summary)) if summary else _atom("summary", told(one))
        yield _entry(f"{text}#{place(edition)}", text, name, day, told_of)


def _shared(edition: str, library: Library) -> Iterator[str]:
    """What is new of what the texts share: by the register, an address a term or a work."""
    new = [written for written, first in library.published.editions.items() if first == edition]
    terms = [one for one in new if one.startswith("/terms/") and one not in BESIDE]
    works = [one for one in new if library.published.is_work(one)]
    for found, phrase in ((terms, phrases.NEW_TERMS), (works, phrases.NEW_WORKS)):
        if found:
            yield phrase.counted(len(found))


def _entry(id_: str, link: str, title: str, day: str, *more: Child) -> Element:
    return _atom(
        "entry",
        _atom("id", id_),
        _atom("title", line(title)),
        _atom("updated", _moment(day)),
        _atom("link", rel="alternate", type="text/html", href=link),
        *more,
    )


def _html(words: HTML) -> Element:
    return _atom("content", str(words), type="html")


def _atom(tag: str, *children: Child, **attributes: str) -> Element:
    return element_of(SPACE, tag, *children, **attributes)


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
