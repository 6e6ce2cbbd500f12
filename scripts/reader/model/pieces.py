"""A piece of what a build writes: the smallest part that is made, and kept, by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reader.model.libraries import Library

Made = Mapping[str, str]  # the text of each file, by its path


@dataclass(frozen=True, slots=True)
class Piece:
    """Some files that are made together.

    `make` may read nothing but the library that it is given, so that all that it reads can be noted.
    """

    name: str  # which no other piece has
    make: Callable[[Library], Made]
    given: str = ""  # the fingerprint of what else goes into it
