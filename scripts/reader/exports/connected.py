"""Where else passages live, as data: in `/data/texts/<slug>.json`, and for the panel that cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from reader.model import Anchor, Library, Page, addresses
from reader.model.addresses import Address
from reader.model.connections import REASONS
from reader.references import description

Kind = Literal["quoted", "noted", "near"]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Connected:
    """A place that has to do with a passage."""

    kind: Kind  # a page that quotes it, a note that refers to it, or a passage that is near to it
    at: Address  # where it is
    name: str  # the title of the page, that of the text of a note, or what the text of a passage is called
    terms: tuple[str, ...] = ()  # the ids of the rare terms that a near passage shares, the rarest first


def connected(page: Page, anchor: Anchor, library: Library) -> Iterator[Connected]:
    """Return where else a passage lives: what quotes it, what refers to it, what is near to it."""
    place = (page.slug, anchor)
    for mention in library.connections.mentions.get(place, ()):
        yield Connected("noted" if mention.note else "quoted", mention.at, mention.name)
    for near in library.connections.near.get(place, ()):
        at = addresses.passage(near.slug, near.passage)
        yield Connected("near", at, description.label(library.record(near.slug)), near.terms)


def as_data(one: Connected, library: Library) -> dict[str, Any]:
    """Return a connection as the JSON of a text has it."""
    terms = {"terms": list(one.terms)} if one.terms else {}
    return {"kind": one.kind, "address": one.at.absolute(library.site_url), "name": one.name, **terms}


def for_panel(page: Page, library: Library) -> dict[str, list[dict[str, Any]]]:
    """Return what the panel that cites shows of each passage that has any: `ConnectionData` in reader.js."""
    here = addresses.text(page.slug)
    found: dict[str, list[dict[str, Any]]] = {}
    for passage in page.passages:
        for one in connected(page, passage.id, library):
            terms = [library.term[id_].short or library.term[id_].name for id_ in one.terms[:REASONS]]
            said = {"kind": one.kind, "href": one.at.seen_from(here), "name": one.name}
            found.setdefault(str(passage.id), []).append(said | ({"terms": terms} if terms else {}))
    return found
