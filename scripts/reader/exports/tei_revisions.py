"""What the editions did to a text, from its ledger: the `revisionDesc` of TEI, the newest first."""

from __future__ import annotations

from collections.abc import Iterator

from reader.exports import phrases
from reader.exports.changes_told import told
from reader.exports.phrasing import line
from reader.exports.xml import Child, Element, element
from reader.history.editions import Change, changes
from reader.model import Library, Page

SAID = {
    "added": phrases.PASSAGES_ADDED,
    "reworded": phrases.PASSAGES_REWORDED,
    "retired": phrases.PASSAGES_GONE,
}


def revisions(page: Page, library: Library) -> Element | None:
    """Return a `change` for each edition that changed the text; passages that are there are linked to."""
    found = [_change(one, library) for one in changes([page])]
    return element("revisionDesc", *found) if found else None


def _change(change: Change, library: Library) -> Element:
    name = phrases.EDITION_TOLD.format(edition=line(change.edition), changes=told(change))
    rows = [] if change.first else list(_rows(change))
    return element(
        "change",
        element("p", name) if rows else name,
        element("list", *rows) if rows else None,
        n=line(change.edition),
        when=library.releases.get(change.edition, ""),
    )


def _rows(change: Change) -> Iterator[Element]:
    for what, phrase in SAID.items():
        ids = [one.passage for one in change.events if one.what == what]
        if ids:
            yield element("item", phrase, *_links(change, [str(id_) for id_ in ids]))


def _links(change: Change, ids: list[str]) -> Iterator[Child]:
    there = {str(id_) for id_ in change.page.by_anchor}
    for at, id_ in enumerate(ids):
        yield ", " if at else ""
        yield element("ref", id_, target=f"#{id_}") if id_ in there else id_
