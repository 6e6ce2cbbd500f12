"""Uses in their sentences: the rows of a term's concordance and of a reference's back links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from reader.model import Anchor, Library, Use
from reader.model.markup import Safe
from reader.words.sentences import sentence_at

Kind = TypeVar("Kind", bound=Safe)
FRAME, MARKED = 120, 20  # characters of markup round a sentence, and round each use in it


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a passage with the stretches of it that are uses, as offsets of the sentence."""

    slug: str  # that of the text
    passage: Anchor  # its anchor
    sentence: str  # whole
    uses: tuple[tuple[int, int], ...]  # start and end of each
    language: str = "en"  # that of the passage

    @property
    def size(self) -> int:
        """How many characters it takes as markup, about."""
        return len(self.sentence) + FRAME + MARKED * len(self.uses)

    def marked(self, kind: type[Kind]) -> Kind:
        """The sentence with its uses marked, as markup within a line."""
        parts: list[Kind] = []
        at = 0
        for start, end in self.uses:
            parts += (
                kind.escape(self.sentence[at:start]),
                kind("<mark>{}</mark>").format(self.sentence[start:end]),
            )
            at = end
        return kind().join([*parts, kind.escape(self.sentence[at:])])


def rows(uses: Iterable[Use], library: Library) -> Iterator[Row]:
    """Yield a row for each sentence with a use, in the order of the texts."""
    gathered: dict[tuple[str, Anchor, int, int], list[tuple[int, int]]] = {}
    for use in uses:
        of = library.passage(use)
        start, end = sentence_at(of.text, use.start, use.end, of.language)
        gathered.setdefault((use.slug, use.passage, start, end), []).append(
            (use.start - start, use.end - start)
        )
    for (slug, passage, start, end), found in gathered.items():
        place = library.passages[slug, passage]
        yield Row(slug, passage, place.text[start:end], tuple(found), place.language)
