"""From a passage and its marks to a line of Markdown.

The visible text is that of the passage and nothing else: numbers, pages and the signs of notes are empty
links that the style sheet fills, so that what is selected, copied or read by a machine is the reading text.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Container, Iterable
from typing import Generic, TypeVar

from reader.marks.drawing import EMENDATIONS, drawn
from reader.marks.nesting import LINKS, LINKS_WHOLE, Node, Point, Span, nested, split
from reader.model import MARKUP, Anchor, Correction, Mark, MarkKind, Page, Passage, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML, Safe
from reader.render import phrases
from reader.render.markup import Markdown
from reader.words.languages import direction
from reader.words.speech import numbered

Kind = TypeVar("Kind", bound=Safe)
SPANS: frozenset[MarkKind] = frozenset({"term", "citation", "correction", "sic", *MARKUP})
IN_HEADINGS: frozenset[MarkKind] = frozenset(MARKUP)
LEADS = {"item": "marker", "speech": "speaker"}  # what the lead of a passage is, by its kind; else a label
TAGS = {"emphasis": "em", "strong": "strong", "superscript": "sup", "subscript": "sub"}


class Writer(ABC, Generic[Kind]):
    """Writes the passages of one text as one kind of markup, for a page that lies in a folder of `docs/`."""

    kind: type[Kind]

    def __init__(self, page: Page, entry: Callable[[str], Address]) -> None:
        """Take a text, and what says where the entry of a work is."""
        self.entry = entry
        self.slug, self.here = page.slug, addresses.text(page.slug)
        self.emendations = {one.id: one for one in page.emendations}
        self.labels = {str(one.id): one.label for one in page.footnotes}
        self.pages = {one.id: one.number for one in page.print_pages}
        self.ends = {one.passages[-1]: one for one in page.footnotes if one.called_in in page.by_anchor}
        self.written: set[str] = set()  # the corrections and slips that have got their id

    def write(self, passage: Passage) -> Kind:
        """Return a passage, marks and all; a heading has those of its source alone."""
        return self._written(self._nested(passage), passage) + self._back(passage)

    def lines(self, passage: Passage, *between: str) -> list[Kind]:
        """Return the lines of a passage, or what else stands between some of its characters.

        A mark that reaches over the end of one goes on in the next.
        """
        nodes: list[list[Node]] = [list(self._nested(passage, between))]
        for sign in between:
            nodes = [group for one in nodes for group in split(one, sign)]
        written = [self._written(one, passage) for one in nodes]
        return [*written[:-1], written[-1] + self._back(passage)]

    def _nested(self, passage: Passage, breaks: Container[str] = ()) -> Iterable[Node]:
        heading = passage.kind == "heading"
        spans, points = drawn(passage, IN_HEADINGS if heading else SPANS)
        if heading:
            points = [(place, mark) for place, mark in points if mark.kind != "note"]
        elif passage.lead:
            spans.append(Mark(0, passage.shape.lead, "lead", LEADS.get(passage.kind, "label")))
        return nested(passage.text, spans, points, breaks, LINKS_WHOLE)

    def _back(self, passage: Passage) -> Kind:
        """The sign at the end of a note of the source: an empty link to the place that calls it."""
        note = self.ends.get(passage.id)
        if note is None:
            return self.kind()
        written = self.kind('<a class="back-to-text" href="#{to}" aria-label="{spoken}"></a>')
        return written.format(to=note.marker, spoken=phrases.FOOTNOTE_BACK.format(number=note.label))

    def _written(self, nodes: Iterable[Node], passage: Passage, *, in_link: bool = False) -> Kind:
        plain = self._in_heading if passage.kind == "heading" else self.kind.escape
        parts: list[Kind] = []
        for node in nodes:
            if isinstance(node, str):
                parts.append(plain(node))
            elif isinstance(node, Point):
                parts.append(self._sign(node.mark, in_link=in_link))
            else:
                link = _is_link(node, in_link=in_link)
                content = self._written(node.inner, passage, in_link=in_link or link)
                parts.append(self._wrap(node, content, link=link))
        return self.kind().join(parts)

    def _in_heading(self, text: str) -> Kind:
        """Words of a heading."""
        return self.kind.escape(text)

    def _wrap(self, span: Span, content: Kind, *, link: bool) -> Kind:
        mark = span.mark
        if mark.kind == "term":
            return self._term(mark.target, content)
        if mark.kind == "citation":
            return self._citation(mark, content)
        if mark.kind in EMENDATIONS:
            return self._emendation(mark, content, link=link)
        return self._set_apart(mark, content)

    def _set_apart(self, mark: Mark, content: Kind) -> Kind:
        """Words that the source sets apart."""
        if mark.kind == "link":
            written = self.kind('<a class="of-source" href="{href}" rel="external noreferrer">{content}</a>')
            return written.format(href=mark.target, content=content)
        if mark.kind == "foreign":
            written = self.kind('<span class="foreign" lang="{lang}" dir="{dir}">{content}</span>')
            return written.format(lang=mark.target, dir=direction(mark.target), content=content)
        if mark.kind in TAGS:
            written = self.kind("<{tag}>{content}</{tag}>")
            return written.format(tag=TAGS[mark.kind], content=content)
        name = mark.target if mark.kind == "lead" else mark.kind
        return self.kind('<span class="{name}">{content}</span>').format(name=name, content=content)

    def _emendation(self, mark: Mark, content: Kind, *, link: bool) -> Kind:
        """Words that were corrected, or a slip that is kept: a faint mark that says so when asked."""
        entry, target = self.emendations[mark.target].entry, mark.target
        if isinstance(entry, Correction):
            title = phrases.CORRECTED.format(raw=entry.find, reason=entry.reason)
        else:
            title = phrases.SLIP.format(reason=entry.reason)
        id_ = self.kind() if target in self.written else self.kind(' id="{}"').format(target)
        self.written.add(target)
        if link:
            href = addresses.apparatus(self.slug).at(target).seen_from(self.here)
            written = self.kind('<a class="{name}"{id} href="{href}" title="{title}">{content}</a>')
            return written.format(name=mark.kind, id=id_, href=href, title=title, content=content)
        written = self.kind('<span class="{name}"{id} title="{title}">{content}</span>')
        return written.format(name=mark.kind, id=id_, title=title, content=content)

    def _sign(self, mark: Mark, *, in_link: bool) -> Kind:
        """A mark of one place: an empty link; a page that begins within a link is only a place there."""
        if mark.kind == "note":
            number = Anchor.of(mark.target).label
            return self._note("note", mark.target, numbered(number), phrases.NOTE.format(number=number))
        if mark.kind == "footnote":
            number = numbered(self.labels.get(mark.target, ""))
            return self._note("footnote-sign", mark.target, number, phrases.FOOTNOTE.format(number=number))
        if mark.kind == "link":
            written = self.kind('<a class="{name}" href="{to}" rel="external noreferrer"{says}></a>')
            words = phrases.LINK_OF_SOURCE.format(address=mark.target)
            says = self.kind(' aria-label="{}"').format(words)
            return written.format(name="of-source-sign", to=mark.target, says=says)
        number = self.pages.get(mark.target, "")
        fields = {"id": mark.target, "number": numbered(number), "spoken": phrases.PAGE.format(number=number)}
        if in_link:
            written = self.kind('<span class="page-break" id="{id}" data-n="{number}"{says}></span>')
            says = self.kind(' role="doc-pagebreak" aria-label="{}"').format(fields["spoken"])
            return written.format(says=says, **fields)
        return self._page(fields)

    def _citation_at(self, mark: Mark, content: Kind) -> Kind:
        """A citation as a tag, which can name the place in the work."""
        href = self.entry(mark.target).seen_from(self.here)
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
    def _note(self, name: str, id_: str, number: str, spoken: str) -> Kind:
        """The sign of a note, the editors’ or the source’s: an empty link, to which the note leads back."""

    @abstractmethod
    def _page(self, fields: dict[str, str]) -> Kind:
        """The sign of a page that begins: an empty link to its own place."""


class MarkWriter(Writer[Markdown]):
    """Writes passages as a line of Markdown each."""

    kind = Markdown

    def _in_heading(self, text: str) -> Markdown:
        return Markdown.heading(text)

    def _term(self, id_: str, content: Markdown) -> Markdown:
        return Markdown("[{}]({}){{.term}}").format(content, addresses.term(id_).in_docs(self.here))

    def _citation(self, mark: Mark, content: Markdown) -> Markdown:
        if mark.locator:
            return self._citation_at(mark, content)
        to = self.entry(mark.target).in_docs(self.here)
        return Markdown("[{}]({}){{.citation}}").format(content, to)

    def _note(self, name: str, id_: str, number: str, spoken: str) -> Markdown:
        written = Markdown('[](#{id}){{.{name} #{id}-in-text data-n="{number}" aria-label="{spoken}"}}')
        return written.format(id=id_, name=name, number=number, spoken=spoken)

    def _page(self, fields: dict[str, str]) -> Markdown:
        written = Markdown('[](#{id}){{.page-break #{id} data-n="{number}" aria-label="{spoken}"}}')
        return written.format(**fields)


class HtmlMarkWriter(Writer[HTML]):
    """Writes passages as HTML, which Markdown passes on: it takes hours over a line of megabytes."""

    kind = HTML

    def _term(self, id_: str, content: HTML) -> HTML:
        href = addresses.term(id_).seen_from(self.here)
        return HTML('<a class="term" href="{}">{}</a>').format(href, content)

    def _citation(self, mark: Mark, content: HTML) -> HTML:
        return self._citation_at(mark, content)

    def _note(self, name: str, id_: str, number: str, spoken: str) -> HTML:
        written = HTML(
            '<a class="{name}" id="{id}-in-text" href="#{id}" data-n="{number}" aria-label="{spoken}"></a>'
        )
        return written.format(id=id_, name=name, number=number, spoken=spoken)

    def _page(self, fields: dict[str, str]) -> HTML:
        written = HTML(
            '<a class="page-break" id="{id}" href="#{id}" data-n="{number}" aria-label="{spoken}"></a>'
        )
        return written.format(**fields)


def _is_link(span: Span, *, in_link: bool) -> bool:
    """Whether a span is drawn as a link; an emendation is one only where no other is around or in it."""
    if span.mark.kind not in EMENDATIONS:
        return span.mark.kind in LINKS
    return not in_link and not _has_link(span.inner)


def _has_link(nodes: Iterable[Node]) -> bool:
    return any(
        isinstance(node, Span) and (node.mark.kind in LINKS or _has_link(node.inner)) for node in nodes
    )
