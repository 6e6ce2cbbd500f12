"""The editor's prose as Markdown: what a node is, is written as markup; its words are escaped."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from typing import assert_never

from reader.model import Anchor, Library
from reader.model.addresses import Address
from reader.model.prose import (
    Emphasis,
    Inline,
    Link,
    PassageReference,
    Prose,
    ProseCitation,
    Strong,
    Text,
)
from reader.render.languages import within
from reader.render.markup import Markdown, stacked
from reader.words.speech import semicolon

Escape = Callable[[str], Markdown]


@dataclass(frozen=True, slots=True)
class ProseWriter:
    """Writes prose for the page `here`; `places` are the anchors that are to be found on it."""

    known: Library  # with the references that citations may name
    here: Address
    places: Container[Anchor] = ()

    def write(self, prose: Prose) -> Markdown:
        """Return prose as Markdown, a block a paragraph."""
        return stacked(self._inlines(one, first=Markdown.line) for one in prose.paragraphs)

    def _inlines(self, inlines: Iterable[Inline], first: Escape = Markdown.escape) -> Markdown:
        """Write inlines; `first` escapes words that they begin with."""
        return Markdown().join(
            self._inline(one, Markdown.escape if at else first) for at, one in enumerate(inlines)
        )

    def _inline(self, one: Inline, escape: Escape) -> Markdown:
        match one:
            case Text():
                return escape(one.words)
            case Emphasis():  # stars would depend on what stands beside them
                return Markdown("<em>{}</em>").format(self._inlines(one.inner))
            case Strong():
                return Markdown("<strong>{}</strong>").format(self._inlines(one.inner))
            case Link():
                target = Address(one.target[1:]).seen_from(self.here) if one.on_site else one.target
                return Markdown('<a href="{}">{}</a>').format(target, self._inlines(one.inner))
            case ProseCitation():
                return Markdown().join(
                    Markdown.escape(part) if isinstance(part, str) else label(part.key, self.known, self.here)
                    for part in one.parts()
                )
            case PassageReference():
                name = Markdown.escape(one.id.name)
                return Markdown("[{}](#{})").format(name, one.id) if one.id in self.places else name
            case _:
                assert_never(one)


def label(key: str, library: Library, here: Address) -> Markdown:
    """Return the in-text label of a reference, linked to its entry in the bibliography."""
    name = within(library.formatted[key].label, "", Markdown)
    return Markdown("[{}]({}){{.citation}}").format(name, library.entry(key).in_docs(here))


def references(keys: Iterable[str], library: Library, here: Address) -> Markdown:
    """Return “Waltz 1979; Buzan and Wæver 2003” for the references that a statement rests on."""
    return Markdown.escape(semicolon()).join(label(key, library, here) for key in keys)
