"""What was received, where `raw.txt` was made of it: the table `[received]` of `source.toml`."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.lines import At


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """Signs that were garbled as received, what `raw.txt` has for them, and at how many places."""

    find: str  # the garbled signs
    replace: str  # what stands in their place; empty where nothing does
    times: int  # the number of places
    at: At  # where the entry stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The file that `raw.txt` was made of: its name beside it, its SHA-256, and by what it was read.

    `extractor` and `version` say with what the extraction can be repeated.
    """

    file: str  # its name, in the folder of the text
    sha256: str  # of that file, in hexadecimal digits
    extractor: str
    version: str
    mended: tuple[Mending, ...] = ()  # garbled letters that were put right
    at: At  # where the table stands
