"""Uses in their sentences: the rows of a term's concordance and of a reference's back links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.model import Page, Passage, Use
from reader.render.escape import html, inline
from reader.words.sentences import sentence_at


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a passage with the stretches of it that are uses, as offsets of the sentence."""

    slug: str
    passage: str
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


def rows(uses: Iterable[Use], pages: Mapping[str, Page]) -> Iterator[Row]:
    """Yield a row for each sentence with a use, in the order of the texts."""
    passages: dict[str, dict[str, Passage]] = {}
    gathered: dict[tuple[str, str, int, int], list[tuple[int, int]]] = {}
    for use in uses:
        known = passages.setdefault(use.slug, {one.id: one for one in pages[use.slug].passages})
        start, end = sentence_at(known[use.passage].text, use.start, use.end)
        gathered.setdefault((use.slug, use.passage, start, end), []).append(
            (use.start - start, use.end - start)
        )
    for (slug, passage, start, end), found in gathered.items():
        yield Row(slug, passage, passages[slug][passage].text[start:end], tuple(found))
