"""The text of a page as a browser counts it, and where the passages of a text stand in it.

It is what `document.body.textContent` gives of the page as it is served, before any script of it has run:
all characters in the body, those of inline scripts and the white space between elements included.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html.parser import HTMLParser

from reader.exports.web_annotations import Placed, Shown
from reader.model import Page
from reader.words.signs import visible

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
DROPS_A_LINE_END = frozenset({"pre", "textarea", "listing"})  # the first, if it comes at once


def shown(page: Page, markup: str) -> Shown:
    """Return the text of the page of a text, and the places of its passages that stand there unharmed."""
    reader = _Reader({str(passage.id) for passage in page.passages})
    reader.feed(markup)
    reader.close()
    text = "".join(reader.pieces)
    passages = {}
    for passage in page.passages:
        start, end = reader.spans.get(str(passage.id), (0, 0))
        offsets = aligned(passage.text, text, start, end)
        if offsets is not None:
            passages[str(passage.id)] = Placed(start, end, offsets)
    return Shown(text, passages)


def aligned(words: str, text: str, start: int, end: int) -> Sequence[int] | None:
    """Return where each character of `words` stands between two offsets of a text, and where they end.

    White space may be other there than in the words; if anything else is, there is no place for them.
    """
    offsets: list[int] = []
    at = start
    for sign, seen in zip(words, visible(words), strict=True):
        if not sign.isspace():
            while at < end and text[at].isspace() and text[at] not in {sign, seen}:
                at += 1
        if at < end and text[at] in {sign, seen}:
            offsets.append(at)
            at += 1
        elif sign.isspace():
            offsets.append(at)
            while at < end and text[at].isspace():
                at += 1
        else:
            return None
    return [*offsets, at] if not text[at:end].strip() else None


class _Reader(HTMLParser):
    """Gathers the text of the body, and where the elements of some ids begin and end in it."""

    def __init__(self, ids: Collection[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.ids = ids
        self.pieces: list[str] = []
        self.spans: dict[str, tuple[int, int]] = {}
        self.length = 0
        self.in_body = False
        self.open: list[tuple[str, str, int]] = []  # elements with their ids, and where they begin
        self.fresh = False  # whether a line end that comes now is dropped

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; what `template` holds is no text of the page."""
        self.in_body = self.in_body or tag == "body"
        self.fresh = tag in DROPS_A_LINE_END
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("id") or "", self.length))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and what has been left open within it."""
        self.fresh = False
        if not any(name == tag for name, _id, _start in self.open):
            return
        while self.open:
            name, id_, start = self.open.pop()
            if id_ in self.ids and id_ not in self.spans:
                self.spans[id_] = start, self.length
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        """Take characters."""
        if self.in_body and not any(name == "template" for name, _id, _start in self.open):
            taken = data[1:] if self.fresh and data.startswith("\n") else data
            self.pieces.append(taken)
            self.length += len(taken)
        self.fresh = False
