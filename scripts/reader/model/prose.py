"""The editor's own prose, as a small tree: what a note says, without the signs of Markdown.

It is read once, when a project is loaded. Pages and exports walk the tree, and none of them reads Markdown
again, so what a sign means is decided in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reader.model.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are read, on one line: no sign in them means anything."""

    words: str  # plain text


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words in italics."""

    inner: tuple[Inline, ...]  # what stands in them


@dataclass(frozen=True, slots=True)
class Strong:
    """Words in bold type."""

    inner: tuple[Inline, ...]  # what stands in it


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead elsewhere; `inner` holds no other link, citation or reference to a passage.

    `target` is an address of http, https or mailto, or a path of the site that begins with `/`.
    """

    target: str
    inner: tuple[Inline, ...]

    @property
    def on_site(self) -> bool:
        """Whether the target is a path of the site."""
        return self.target.startswith("/")


@dataclass(frozen=True, slots=True)
class CitedWork:
    """One work of a citation: its key in the bibliography, the place in it, and words before it (“see”)."""

    key: str  # that of the record
    locator: str = ""  # as it is printed: “p. 5”
    prefix: str = ""  # as it is printed


@dataclass(frozen=True, slots=True)
class ProseCitation:
    """Works that the prose cites together: `[see @waltz-1979, p. 5; @snyder-1991]`.

    `line` is that of the file it was read from.
    """

    works: tuple[CitedWork, ...]  # one or more
    line: int = field(default=0, compare=False)

    def parts(self) -> Iterator[str | CitedWork]:
        """Yield what is read, in its order: a work stands where its label is to be shown."""
        for number, work in enumerate(self.works):
            yield ("; " if number else "(") + (f"{work.prefix} " if work.prefix else "")
            yield work
            if work.locator:
                yield f", {work.locator}"
        yield ")"


@dataclass(frozen=True, slots=True)
class PassageReference:
    """Another passage of the same text, written `p9`; `line` is that of the file it was read from."""

    id: Anchor  # its anchor
    line: int = field(default=0, compare=False)


Inline = Text | Emphasis | Strong | Link | ProseCitation | PassageReference


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs of inlines; `written` is the Markdown that they were read from."""

    paragraphs: tuple[tuple[Inline, ...], ...]  # each a run of inlines
    written: str = field(default="", compare=False)

    def inlines(self) -> Iterator[Inline]:
        """Yield every inline in the order of reading, each before those within it."""
        for paragraph in self.paragraphs:
            yield from _every(paragraph)

    def citations(self) -> list[ProseCitation]:
        """Return the citations, in the order of reading."""
        return [one for one in self.inlines() if isinstance(one, ProseCitation)]

    def keys(self) -> list[str]:
        """Return the keys of the works that are cited, as often as they are."""
        return [work.key for citation in self.citations() for work in citation.works]

    def passages(self) -> list[PassageReference]:
        """Return the references to passages, in the order of reading."""
        return [one for one in self.inlines() if isinstance(one, PassageReference)]


def _every(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for one in inlines:
        yield one
        if isinstance(one, Emphasis | Strong | Link):
            yield from _every(one.inner)
