"""What passages have to do with each other, as the room of connections finds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.model.addresses import Address
from reader.model.anchor import Anchor

PassagePlace = tuple[str, Anchor]
REASONS = 3  # shared terms that readers are told as the reason why a passage is near


@dataclass(frozen=True, slots=True)
class Near:
    """A passage that is near to another one."""

    slug: str  # that of its text
    passage: Anchor  # its anchor
    terms: tuple[str, ...]  # the ids of the rare terms that both use, the rarest first


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where editors speak of a passage."""

    at: Address  # where it stands
    name: str  # the title of the page, or that of the text whose note it is
    note: Anchor | None = None  # where it is a note


@dataclass(frozen=True, slots=True)
class Company:
    """A term that stands with another one."""

    term: str  # its id
    passages: int  # how many use both


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence that names a day or a month."""

    when: str  # 2020-11-09, or 2020-11; of what lasted the first
    words: str  # the sentence
    language: str  # that of the sentence
    at: Address  # where it stands: a passage, a note, or a term
    of: str  # the slug of the text, or the id of the term
    until: str = ""  # the last day or month of what lasted


@dataclass(frozen=True)
class Connections:
    """All connections; what has none is not there."""

    near: Mapping[PassagePlace, tuple[Near, ...]] = field(default_factory=dict)  # the nearest first
    mentions: Mapping[PassagePlace, tuple[Mention, ...]] = field(default_factory=dict)  # pages before notes
    company: Mapping[str, tuple[Company, ...]] = field(default_factory=dict)  # most frequent first
    timeline: Sequence[Dated] = ()  # the earliest first
