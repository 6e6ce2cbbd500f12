"""From a passage and its marks to a line of Markdown.

The visible text is that of the passage and nothing else: numbers and note signs are empty links that the
style sheet fills, so that what is selected, copied or read by a machine is the reading text.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from reader.model import Anchor, Correction, Emendation, Mark, Passage, addresses
from reader.model.markup import HTML, Safe
from reader.render import phrases
from reader.render.markup import Markdown

Kind = TypeVar("Kind", bound=Safe)
LINKS = frozenset({"term", "citation"})
SPANS = LINKS | {"correction", "lead"}
LEADS = {"item": "marker", "speech": "speaker"}  # what the lead of a passage is, by its kind; else a label


class Writer(ABC, Generic[Kind]):
    """Writes the passages of one text as one kind of markup, for a page that lies in a folder of `docs/`."""

    kind: type[Kind]

    def __init__(self, slug: str, emendations: Sequence[Emendation]) -> None:
        self.slug, self.here = slug, addresses.text(slug)
        self.emendations: Mapping[str, Emendation] = {one.id: one for one in emendations}
        self.written: set[str] = set()  # the corrections that have got their id

    def write(self, passage: Passage) -> Kind:
        """Return a passage, marks and all."""
        (written,) = self.pieces(passage, [(0, len(passage.text))])
        return written

    def pieces(self, passage: Passage, stretches: Iterable[tuple[int, int]]) -> Iterator[Kind]:
        """Yield stretches of a passage, which follow one another: lines, or cells.

        A mark that reaches over the end of one goes on in the next.
        """
        spans = [mark for mark in passage.marks if mark.kind in SPANS and mark.linked]
        spans += (
            [Mark(0, passage.shape.lead, "lead", LEADS.get(passage.kind, "label"))] if passage.lead else []
        )
        spans.sort(key=lambda mark: (mark.start, -mark.end, mark.kind))
        signs: dict[int, Kind] = {}
        for mark in passage.marked("note"):
            place = _clear_of(mark.end, spans)
            signs[place] = signs.get(place, self.kind()) + self._note(mark.target)
        waiting = deque(spans)
        begun: list[Mark] = []
        for start, end in stretches:
            while waiting and waiting[0].start < end:
                begun.append(waiting.popleft())
            begun = [mark for mark in begun if mark.end > start]
            here = [replace(mark, start=max(mark.start, start), end=min(mark.end, end)) for mark in begun]
            here.sort(key=lambda mark: (mark.start, -mark.end, mark.kind))
            yield self._nested(passage.text, (start, end), here, signs, in_link=False)

    def _nested(
        self,
        text: str,
        within: tuple[int, int],
        spans: Sequence[Mark],
        signs: dict[int, Kind],
        *,
        in_link: bool,
    ) -> Kind:
        """Write a stretch of text with its spans one inside the other, and the signs between them.

        Of spans that overlap only in part, the later is drawn from where the earlier ends.
        """
        at, end = within
        parts: list[Kind] = []
        rest = list(spans)
        while rest:
            mark = rest.pop(0)
            first, last = max(mark.start, at), min(mark.end, end)
            if first >= last:
                continue
            inner = [one for one in rest if one.end <= last]
            rest = [one for one in rest if one.end > last]
            link = mark.kind in LINKS or (
                mark.kind == "correction" and not in_link and not any(one.kind in LINKS for one in inner)
            )
            parts.append(self._plain(text, at, first, signs))
            content = self._nested(text, (first, last), inner, {}, in_link=in_link or link)
            parts.append(self._wrap(mark, content, link=link))
            at = last
        return self.kind().join([*parts, self._plain(text, at, end, signs)])

    def _wrap(self, mark: Mark, content: Kind, *, link: bool) -> Kind:
        if mark.kind == "term":
            return self._term(mark.target, content)
        if mark.kind == "citation":
            return self._citation(mark, content)
        if mark.kind == "lead":
            return self.kind('<span class="{name}">{content}</span>').format(
                name=mark.target, content=content
            )
        entry = self.emendations[mark.target].entry
        raw = entry.find if isinstance(entry, Correction) else ""
        title = phrases.CORRECTED.format(raw=raw, reason=entry.reason)
        id_ = self.kind() if mark.target in self.written else self.kind(' id="{}"').format(mark.target)
        self.written.add(mark.target)
        if link:
            href = addresses.apparatus(self.slug).at(mark.target).seen_from(self.here)
            written = self.kind('<a class="correction"{id} href="{href}" title="{title}">{content}</a>')
            return written.format(id=id_, href=href, title=title, content=content)
        written = self.kind('<span class="correction"{id} title="{title}">{content}</span>')
        return written.format(id=id_, title=title, content=content)

    def _plain(self, text: str, start: int, end: int, signs: dict[int, Kind]) -> Kind:
        """The text from `start` to `end` with the signs that stand there, each written once."""
        parts: list[Kind] = []
        for place in sorted(one for one in signs if start <= one <= end):
            parts += self.kind.escape(text[start:place]), signs.pop(place)
            start = place
        return self.kind().join([*parts, self.kind.escape(text[start:end])])

    def _citation_at(self, mark: Mark, content: Kind) -> Kind:
        """A citation as a tag, which can name the place in the work."""
        href = addresses.reference(mark.target).seen_from(self.here)
        title = self.kind(' title="{}"').format(mark.locator) if mark.locator else self.kind()
        written = self.kind('<a class="citation" href="{href}"{title}>{content}</a>')
        return written.format(href=href, title=title, content=content)

    @abstractmethod
    def _term(self, id_: str, content: Kind) -> Kind:
        """Words that are a term, as a link to it."""

    @abstractmethod
    def _citation(self, mark: Mark, content: Kind) -> Kind:
        """Words that cite a work, as a link to it."""

    @abstractmethod
    def _note(self, id_: str) -> Kind:
        """The sign of a note: an empty link."""


class MarkWriter(Writer[Markdown]):
    """Writes passages as a line of Markdown each."""

    kind = Markdown

    def _term(self, id_: str, content: Markdown) -> Markdown:
        return Markdown("[{}]({}){{.term}}").format(content, addresses.term(id_).in_docs(self.here))

    def _citation(self, mark: Mark, content: Markdown) -> Markdown:
        if mark.locator:
            return self._citation_at(mark, content)
        to = addresses.reference(mark.target).in_docs(self.here)
        return Markdown("[{}]({}){{.citation}}").format(content, to)

    def _note(self, id_: str) -> Markdown:
        number = Anchor.of(id_).label
        written = Markdown('[](#{id}){{.note #{id}-in-text data-n="{number}" aria-label="{spoken}"}}')
        return written.format(id=id_, number=number, spoken=phrases.NOTE.format(number=number))


class HtmlMarkWriter(Writer[HTML]):
    """Writes passages as HTML, which Markdown passes on: it takes hours over a line of megabytes."""

    kind = HTML

    def _term(self, id_: str, content: HTML) -> HTML:
        href = addresses.term(id_).seen_from(self.here)
        return HTML('<a class="term" href="{}">{}</a>').format(href, content)

    def _citation(self, mark: Mark, content: HTML) -> HTML:
        return self._citation_at(mark, content)

    def _note(self, id_: str) -> HTML:
        number = Anchor.of(id_).label
        written = HTML(
            '<a class="note" id="{id}-in-text" href="#{id}" data-n="{number}" aria-label="{spoken}"></a>'
        )
        return written.format(id=id_, number=number, spoken=phrases.NOTE.format(number=number))


def _clear_of(offset: int, spans: Sequence[Mark]) -> int:
    """The nearest offset from `offset` on that is not within a span."""
    inside = [mark.end for mark in spans if mark.start < offset < mark.end]
    return _clear_of(max(inside), spans) if inside else offset
