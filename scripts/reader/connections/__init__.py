"""What passages have to do with each other: found in marks, notes and quotations; no page is written here."""

from __future__ import annotations

from reader.connections.mentions import mentions
from reader.connections.nearest import company, nearest
from reader.connections.timeline import timeline
from reader.model import Library
from reader.model.connections import Connections


def connections(library: Library) -> Connections:
    """Return how the passages and the terms of a library are connected."""
    return Connections(nearest(library.pages), mentions(library), company(library.pages), timeline(library))
