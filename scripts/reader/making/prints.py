"""The fingerprints of what was read of a library: while they are the same, so is what was made of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cached_property
from typing import Any

from reader.making.noted import CONNECTIONS, MAPPINGS, THERE, Read
from reader.model import Library
from reader.project.prints import print_of

NOTED = {*MAPPINGS, "pages", "terms", "styled", "published", "connections", "prints"}
ABSENT = b""


class Prints:
    """The fingerprints of the parts of one library, each made when it is first asked for."""

    def __init__(self, library: Library) -> None:
        """Take the library."""
        self._library = library
        self._known: dict[Read, bytes] = {}
        public = library.published
        self._parts: Mapping[str, Any] = {
            **{name: getattr(library, name) for name in MAPPINGS},
            **{name: getattr(library.connections, name) for name in (*CONNECTIONS, "timeline")},
            "styled": library.styled,
            "editions": public.editions,
            "print": public.pages,
            "unrecorded": public.unrecorded,
            "term": library.term,
            "terms": library.terms,
            "key_at": library.key_at,
            "slugs": library.slugs,
            "page": library.page,
            "languages": library.languages,
            "passages": library.passages,
            "extents": library.extents,
        }

    @cached_property
    def base(self) -> bytes:
        """Return the fingerprint of what the edition says of itself as a whole: all that is not noted."""
        said = [getattr(self._library, one.name) for one in fields(Library) if one.name not in NOTED]
        public = self._library.published
        return print_of([*said, public.left, public.entry_pages])

    def of(self, reads: Iterable[Read]) -> bytes:
        """Return the fingerprint of all that was read."""
        digest = hashlib.sha256()
        for read in reads:
            if read not in self._known:
                self._known[read] = self._one(read)
            digest.update(self._known[read])
        return digest.digest()

    def _one(self, read: Read) -> bytes:
        name, *path = read
        if name == "pages":
            return self.of(("page", slug) for slug in self._library.slugs)
        if name == "page" and len(path) == 1 and path[0] in self._library.prints:
            return self._library.prints[path[0]].encode()
        part = self._parts[name]
        if name == "styled" and not path:
            return print_of(list(part))
        for at, key in enumerate(path):
            if key == THERE:
                return print_of(path[at + 1] in part)
            if key not in part:
                return ABSENT
            part = part[key]
        return print_of(part)
