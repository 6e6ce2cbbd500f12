"""Uses in their sentences: the rows of a term's concordance and of a reference's back links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reader.model import Anchor, Library, Use
from reader.render.escape import html, inline
from reader.words.sentences import sentence_at


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a passage with the stretches of it that are uses, as offsets of the sentence."""

    slug: str
    passage: Anchor
    sentence: str
    uses: tuple[tuple[int, int], ...]

    def markdown(self) -> str:
        """The sentence with its uses marked, as inline Markdown."""
        return self._marked(inline)

    def html(self) -> str:
        """The sentence with its uses marked, as inline HTML."""
        return self._marked(html)

    def _marked(self, write: Callable[[str], str]) -> str:
        parts: list[str] = []
        at = 0
        for start, end in self.uses:
            parts += write(self.sentence[at:start]), "<mark>", write(self.sentence[start:end]), "</mark>"
            at = end
        return "".join([*parts, write(self.sentence[at:])])


def rows(uses: Iterable[Use], library: Library) -> Iterator[Row]:
    """Yield a row for each sentence with a use, in the order of the texts."""
    gathered: dict[tuple[str, Anchor, int, int], list[tuple[int, int]]] = {}
    for use in uses:
        start, end = sentence_at(library.passage(use).text, use.start, use.end)
        gathered.setdefault((use.slug, use.passage, start, end), []).append(
            (use.start - start, use.end - start)
        )
    for (slug, passage, start, end), found in gathered.items():
        yield Row(slug, passage, library.page[slug].by_anchor[passage].text[start:end], tuple(found))
