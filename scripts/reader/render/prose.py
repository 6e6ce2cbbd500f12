"""The editor's prose as Markdown: what a node is, is written as markup; its words are escaped."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

from reader.model import Anchor, Formatted, addresses
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
from reader.render.escape import attribute, inline, line


@dataclass(frozen=True, slots=True)
class ProseWriter:
    """Writes prose for the page `here`; `places` are the anchors that are to be found on it."""

    formatted: Mapping[str, Formatted]
    here: Address
    places: Container[Anchor] = ()

    def write(self, prose: Prose) -> str:
        """Return prose as Markdown, a block a paragraph."""
        return "\n\n".join(self._inlines(one, first=line) for one in prose.paragraphs)

    def _inlines(self, inlines: Iterable[Inline], first: Callable[[str], str] = inline) -> str:
        """Write inlines; `first` escapes words that they begin with."""
        return "".join(self._inline(one, inline if at else first) for at, one in enumerate(inlines))

    def _inline(self, one: Inline, escape: Callable[[str], str]) -> str:
        match one:
            case Text():
                return escape(one.words)
            case Emphasis():
                return f"<em>{self._inlines(one.inner)}</em>"  # stars would depend on what stands beside them
            case Strong():
                return f"<strong>{self._inlines(one.inner)}</strong>"
            case Link():
                target = Address(one.target[1:]).seen_from(self.here) if one.on_site else one.target
                return f'<a href="{attribute(target)}">{self._inlines(one.inner)}</a>'
            case ProseCitation():
                parts = one.parts()
                return "".join(
                    inline(part) if isinstance(part, str) else label(part.key, self.formatted, self.here)
                    for part in parts
                )
            case PassageReference():
                return f"[{one.id.name}](#{one.id})" if one.id in self.places else one.id.name
            case _:
                assert_never(one)


def label(key: str, formatted: Mapping[str, Formatted], here: Address) -> str:
    """Return the in-text label of a reference, linked to its place in the bibliography."""
    return f"[{inline(formatted[key].label)}]({addresses.reference(key).in_docs(here)}){{.citation}}"


def references(keys: Iterable[str], formatted: Mapping[str, Formatted], here: Address) -> str:
    """Return “Waltz 1979; Buzan and Wæver 2003” for the references that a statement rests on."""
    return "; ".join(label(key, formatted, here) for key in keys)
