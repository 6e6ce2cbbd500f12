"""From a passage and its marks to a line of Markdown.

The visible text is that of the passage and nothing else: numbers and note signs are empty links that the
style sheet fills, so that what is selected, copied or read by a machine is the reading text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.model import Anchor, Correction, Emendation, Mark, Passage, addresses
from reader.render.escape import attribute, html, inline
from reader.words.signs import visible

SPANS = frozenset({"term", "citation", "correction"})


class MarkWriter:
    """Writes the passages of one text, for a page that lies in a folder of `docs/`."""

    def __init__(self, slug: str, emendations: Sequence[Emendation]) -> None:
        self.slug, self.here = slug, addresses.text(slug)
        self.emendations: Mapping[str, Emendation] = {one.id: one for one in emendations}

    def write(self, passage: Passage) -> str:
        """Return the Markdown of a passage, marks and all."""
        spans = [mark for mark in passage.marks if mark.kind in SPANS and mark.linked]
        spans.sort(key=lambda mark: (mark.start, -mark.end, mark.kind))
        signs: dict[int, str] = {}
        for mark in passage.marked("note"):
            place = _clear_of(mark.end, spans)
            signs[place] = signs.get(place, "") + self._note(mark.target)
        return self._nested(passage.text, (0, len(passage.text)), spans, signs, in_link=False)

    def _nested(
        self,
        text: str,
        within: tuple[int, int],
        spans: Sequence[Mark],
        signs: dict[int, str],
        *,
        in_link: bool,
    ) -> str:
        """Write a stretch of text with its spans one inside the other, and the signs between them.

        Of spans that overlap only in part, the later is drawn from where the earlier ends.
        """
        at, end = within
        parts: list[str] = []
        rest = list(spans)
        while rest:
            mark = rest.pop(0)
            first, last = max(mark.start, at), min(mark.end, end)
            if first >= last:
                continue
            inner = [one for one in rest if one.end <= last]
            rest = [one for one in rest if one.end > last]
            link = mark.kind != "correction" or not (
                in_link or any(one.kind != "correction" for one in inner)
            )
            parts.append(self._plain(text, at, first, signs))
            content = self._nested(text, (first, last), inner, {}, in_link=in_link or link)
            parts.append(self._wrap(mark, content, link=link))
            at = last
        return "".join([*parts, self._plain(text, at, end, signs)])

    def _wrap(self, mark: Mark, content: str, *, link: bool) -> str:
        if mark.kind == "term":
            return self._term(mark.target, content)
        if mark.kind == "citation":
            return self._citation(mark, content)
        entry = self.emendations[mark.target].entry
        raw = entry.find if isinstance(entry, Correction) else ""
        title = attribute(visible(f"The raw text has “{raw}”. {entry.reason}"))
        if link:
            href = addresses.apparatus(self.slug).at(mark.target).seen_from(self.here)
            return f'<a class="correction" id="{mark.target}" href="{href}" title="{title}">{content}</a>'
        return f'<span class="correction" id="{mark.target}" title="{title}">{content}</span>'

    def _plain(self, text: str, start: int, end: int, signs: dict[int, str]) -> str:
        """The text from `start` to `end` with the signs that stand there, each written once."""
        parts: list[str] = []
        for place in sorted(one for one in signs if start <= one <= end):
            parts += self._escaped(text[start:place]), signs.pop(place)
            start = place
        return "".join([*parts, self._escaped(text[start:end])])

    def _escaped(self, text: str) -> str:
        return inline(text)

    def _term(self, id_: str, content: str) -> str:
        return f"[{content}]({addresses.term(id_).in_docs(self.here)}){{.term}}"

    def _citation(self, mark: Mark, content: str) -> str:
        if mark.locator:
            return self._html_citation(mark, content)
        return f"[{content}]({addresses.reference(mark.target).in_docs(self.here)}){{.citation}}"

    def _html_citation(self, mark: Mark, content: str) -> str:
        title = f' title="{attribute(mark.locator)}"' if mark.locator else ""
        href = addresses.reference(mark.target).seen_from(self.here)
        return f'<a class="citation" href="{href}"{title}>{content}</a>'

    def _note(self, id_: str) -> str:
        number = Anchor.of(id_).label
        return f'[](#{id_}){{.note #{id_}-in-text data-n="{number}" aria-label="Note {number}"}}'


class HtmlMarkWriter(MarkWriter):
    """The same as a block of HTML, which Markdown passes on: it takes hours over a line of megabytes."""

    def _escaped(self, text: str) -> str:
        return html(text)

    def _term(self, id_: str, content: str) -> str:
        return f'<a class="term" href="{addresses.term(id_).seen_from(self.here)}">{content}</a>'

    def _citation(self, mark: Mark, content: str) -> str:
        return self._html_citation(mark, content)

    def _note(self, id_: str) -> str:
        number = Anchor.of(id_).label
        return (
            f'<a class="note" id="{id_}-in-text" href="#{id_}" data-n="{number}" '
            f'aria-label="Note {number}"></a>'
        )


def _clear_of(offset: int, spans: Sequence[Mark]) -> int:
    """The nearest offset from `offset` on that is not within a span."""
    inside = [mark.end for mark in spans if mark.start < offset < mark.end]
    return _clear_of(max(inside), spans) if inside else offset
