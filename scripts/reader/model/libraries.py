"""All that the build knows of an edition, as the rooms that write it out are given it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reader.model import addresses
from reader.model.addresses import Address
from reader.model.anchor import Anchor
from reader.model.connections import Connections
from reader.model.kinds import NOTE_KINDS, TERM_KINDS, NoteKinds, TermKinds
from reader.model.limits import LIMITS, Limits
from reader.model.pages import Page, Passage
from reader.model.published import Published
from reader.model.references import Formatted, InStyle, Reference
from reader.model.terms import Term
from reader.model.uses import Quotation, Use
from reader.words.speech import IN_ENGLISH, Catalogue


@dataclass(frozen=True)
class Library:
    """All that the build knows, ready to be rendered.

    `items` are the references as CSL-JSON; `styled` are the texts in each style that the site offers;
    `quoted` holds each hand-written page that quotes passages, with its text and its quotations; `releases`
    are the days on which editions were published, as far as they are known; `edited` are the notes, by their
    texts, whose words no ledger has yet.
    """

    pages: Sequence[Page]  # the texts, in their order
    terms: Sequence[Term]  # the glossary, in its order
    references: Mapping[str, Reference]  # the records of all works, those of the texts too, by their keys
    formatted: Mapping[str, Formatted]  # the same in the style of the site
    items: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    uses: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)  # of terms, by their ids
    cited: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)  # where texts cite a work, by its key
    quoted: Mapping[str, tuple[str, Sequence[Quotation]]] = field(default_factory=dict)
    styled: Mapping[str, Mapping[str, InStyle]] = field(default_factory=dict)
    edition: str = ""  # the name of the one that is being made
    site_url: str = ""  # with a slash at its end; only that where it is not known
    site_name: str = ""  # what the site is called
    report: str = ""  # where readers report an error, with `{place}` and `{link}` for what is filled in
    releases: Mapping[str, str] = field(default_factory=dict)
    published: Published = field(default_factory=Published)  # the register of addresses
    edited: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    desk: bool = False  # whether it has what the rights in the texts withhold from the public
    connections: Connections = field(default_factory=Connections)  # what passages have to do with each other
    term_kinds: TermKinds = field(default_factory=lambda: TERM_KINDS)  # in the order of the index
    note_kinds: NoteKinds = field(default_factory=lambda: NOTE_KINDS)  # in the order of the edition
    speech: Catalogue = IN_ENGLISH  # what the engine says to readers, in the language of the site
    limits: Limits = LIMITS  # how much stands on one page
    prints: Mapping[str, str] = field(default_factory=dict)  # fingerprints of texts, by slugs, where known

    @property
    def slugs(self) -> tuple[str, ...]:
        """The slugs of the texts, in their order."""
        return tuple(page.slug for page in self.pages)

    @cached_property
    def page(self) -> Mapping[str, Page]:
        """The texts by their slugs."""
        return {page.slug: page for page in self.pages}

    @cached_property
    def passages(self) -> Mapping[tuple[str, Anchor], Passage]:
        """The passages of all texts, by their slugs and anchors."""
        return {(page.slug, one.id): one for page in self.pages for one in page.passages}

    @cached_property
    def extents(self) -> Mapping[str, tuple[Mapping[Anchor, int], int]]:
        """Where the passages of each text begin in it, and how long it is, in letters; by the slugs."""
        return {page.slug: (page.begins, page.length) for page in self.pages}

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """The languages of the texts, by their slugs."""
        return {page.slug: page.language for page in self.pages}

    @cached_property
    def pictures(self) -> Mapping[str, bytes]:
        """The pictures that are shown, each beside the page of its text."""
        return {
            f"texts/{page.slug}/{picture.file}": page.source.pictures[picture.file].data
            for page in self.pages
            for passage in page.passages
            if (picture := passage.shape.picture)
        }

    @cached_property
    def key_at(self) -> Mapping[str, str]:
        """The keys of the bibliography, by the addresses that they have."""
        return {one.address: key for key, one in self.references.items()}

    @cached_property
    def term(self) -> Mapping[str, Term]:
        """The terms by their ids."""
        return {term.id: term for term in self.terms}

    @property
    def withholding(self) -> tuple[str, ...]:
        """The texts of which something is withheld, by their slugs."""
        return tuple(page.slug for page in self.pages if page.withheld)

    def passage(self, use: Use) -> Passage:
        """The passage that a use stands in."""
        return self.passages[use.slug, use.passage]

    def entry(self, key: str) -> Address:
        """Where links to an entry of the bibliography lead: its place there, or its page.

        What was published as a place stays one; where works have pages, the others have theirs.
        """
        place = addresses.reference(key)
        placed = not self.published.entry_pages or place.written in self.published.editions
        return place if placed else addresses.entry(key)

    def record(self, slug: str) -> Reference:
        """The record of a text in the bibliography."""
        return self.references[slug]
