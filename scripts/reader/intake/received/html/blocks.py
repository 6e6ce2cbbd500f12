"""Take a tree apart into blocks: the words that stand together in one box, and what is set apart in them.

    <p>The <em>lamp</em> was lit.<br>It burns.</p>  ->  "The lamp was lit. It burns.", Span(4, 8, "emphasis")

White space is what a browser makes of it. The rows of a table of data are blocks, their cells divided by a
tab; so are the lines of what is set line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from reader.intake.received.html import labels
from reader.intake.received.html.boxes import BOXES, SPACE, Block
from reader.intake.received.html.items import counted
from reader.intake.received.html.tables import is_data, table
from reader.intake.received.html.tree import is_unseen, name
from reader.intake.sheet import Span

KINDS = {
    "em": "emphasis",
    "i": "emphasis",
    "cite": "emphasis",
    "dfn": "emphasis",
    "var": "emphasis",
    "strong": "strong",
    "b": "strong",
    "sup": "superscript",
    "sub": "subscript",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "u": "underline",
}
SMALL_CAPITALS = re.compile(r"small-?caps", re.IGNORECASE)
BREAK = "\x1e"  # stands for <br> until it is known what it divides
LINES = re.compile(rf" ?{BREAK} ?")
SHORT = 70  # signs: lines of verse and of addresses are shorter
MANY = 3  # lines that are set line by line


@dataclass(slots=True)
class _Open:
    """What is being gathered for the box at hand."""

    element: HtmlElement
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Span] = field(default_factory=list)
    ends_in_space: bool = True
    outside: list[tuple[str, str, int]] | None = None  # of a mark: what was open in the line round it


def blocks(root: HtmlElement) -> Iterator[Block]:
    """Yield the blocks of a tree in the order of the page."""
    found = (block for block in _Walk().of(root) if not _is_arrow(block))
    yield from counted(found)


def _is_arrow(block: Block) -> bool:
    """Whether a block is a sign that leads back from a note."""
    return labels.is_mark(block.element.get("class") or "") and not any(map(str.isalnum, block.text))


class _Walk:
    """A walk without recursion, since pages may be nested without end."""

    def __init__(self) -> None:
        self.inline: list[tuple[str, str, int]] = []  # kind, target, where it began

    def of(self, root: HtmlElement) -> Iterator[Block]:
        boxes: list[_Open] = [_Open(root)]
        todo: list[tuple[HtmlElement, bool]] = [(root, False)]
        while todo:
            element, leaving = todo.pop()
            if leaving:
                yield from self._leave(element, boxes)
                continue
            if element is not root and (not name(element) or is_unseen(element)):
                self._text(boxes[-1], element.tail)
                continue
            if is_data(element):
                yield from self._close(boxes)
                yield from table(element)
                self._text(boxes[-1], element.tail)
                continue
            yield from self._enter(element, root, boxes)
            todo.append((element, True))
            todo += [(child, False) for child in reversed(element)]
        yield from self._close(boxes)

    def _enter(self, element: HtmlElement, root: HtmlElement, boxes: list[_Open]) -> Iterator[Block]:
        tag = name(element)
        if tag in BOXES and element is not root:
            yield from self._close(boxes)
            boxes.append(_Open(element))
        elif labels.is_mark(element.get("class") or ""):
            boxes.append(_Open(element, outside=self.inline))
            self.inline = []
        box = boxes[-1]
        if tag == "br":
            box.parts.append(BREAK)
            box.length += 1
            box.ends_in_space = True
        for kind, target in _kinds(element, tag):
            self.inline.append((kind, target, box.length))
        self._text(box, element.text)

    def _leave(self, element: HtmlElement, boxes: list[_Open]) -> Iterator[Block]:
        tag = name(element)
        box = boxes[-1]
        if box.outside is not None and box.element is element:
            yield from self._close(boxes)
            boxes.pop()
            self.inline = box.outside
            self._text(boxes[-1], element.tail)
            return
        for _kind in _kinds(element, tag):
            kind, target, start = self.inline.pop()
            if start < box.length:
                box.spans.append(Span(start, box.length, kind, target))
        if tag in BOXES and len(boxes) > 1:
            yield from self._close(boxes)
            boxes.pop()
        self._text(boxes[-1], element.tail)

    def _close(self, boxes: list[_Open]) -> Iterator[Block]:
        """Yield what was gathered for the innermost box, and begin anew in it."""
        box = boxes[-1]
        boxes[-1] = _Open(box.element, outside=box.outside)
        for kind, target, start in self.inline:
            if start < box.length:
                box.spans.append(Span(start, box.length, kind, target))
        self.inline = [(kind, target, 0) for kind, target, _start in self.inline]
        yield from _lines(box)

    def _text(self, box: _Open, text: str | None) -> None:
        if not text:
            return
        if _is_preformatted(box.element):
            words = text.replace("\t", "    ").replace("\n", BREAK)
        else:
            words = SPACE.sub(" ", text)
            words = words[1:] if box.ends_in_space and words.startswith(" ") else words
        if words:
            box.parts.append(words)
            box.length += len(words)
            box.ends_in_space = words[-1] in " " + BREAK


def _is_preformatted(element: HtmlElement) -> bool:
    return name(element) in {"pre", "textarea"}


def _kinds(element: HtmlElement, tag: str) -> list[tuple[str, str]]:
    """What an inline element sets apart; two things at most, and the same on the way in and out."""
    if tag in BOXES:
        return []
    found = [(KINDS[tag], "")] if tag in KINDS else []
    href = (element.get("href") or "").strip() if tag == "a" else ""
    if href and not href.casefold().startswith("javascript:"):
        found.append(("note" if href.startswith("#") and len(href) > 1 else "link", href))
    if tag == "span" and SMALL_CAPITALS.search(f"{element.get('class')} {element.get('style')}"):
        found.append(("small-caps", ""))
    if element.get("lang") and tag not in {"html", "a"}:
        found.append(("language", str(element.get("lang"))))
    return found


def _lines(box: _Open) -> Iterator[Block]:
    """The blocks of a box: one, or more where breaks divide paragraphs or lines of verse."""
    text = "".join(box.parts)
    if not text.strip(f" \n{BREAK}"):
        return
    ranges = list(_ranges(text))
    full = [(start, end) for start, end, _double in ranges if text[start:end].strip()]
    preformatted = _is_preformatted(box.element)
    verse = not preformatted and len(full) >= MANY and all(end - start <= SHORT for start, end in full)
    apart = preformatted or verse or any(double for _start, _end, double in ranges)
    apart = apart or (len(full) > 1 and min(end - start for start, end in full) > SHORT)
    if not apart:
        yield _block(box, text.replace(BREAK, " "), 0, len(text), begins=True)
        return
    begins = True
    for start, end, double in ranges:
        if text[start:end].strip():
            one = _block(box, text, start, end, begins=begins or not (verse or preformatted))
            one.kind = "verse" if verse else ""
            yield one
            begins = False
        begins = begins or double


def _ranges(text: str) -> Iterator[tuple[int, int, bool]]:
    """The stretches between breaks, and whether two breaks follow."""
    start = 0
    for at, sign in enumerate(text):
        if sign == BREAK:
            rest = text[at + 1 :].lstrip(" \n")
            yield start, at, rest.startswith(BREAK)
            start = at + 1
    yield start, len(text), False


def _block(box: _Open, text: str, start: int, end: int, *, begins: bool) -> Block:
    """A stretch of a box as a block, without white space at its ends."""
    words = text[start:end]
    bare = words if _is_preformatted(box.element) else words.lstrip(" \n\u00a0")
    left = start + len(words) - len(bare)
    bare = bare.rstrip(" \n\u00a0")
    spans = tuple(
        Span(max(span.start, left) - left, min(span.end, left + len(bare)) - left, span.kind, span.target)
        for span in box.spans
        if span.start < left + len(bare) and span.end > left
    )
    linked = sum(span.end - span.start for span in spans if span.kind == "link")
    return Block(bare, box.element, spans, min(linked, len(bare)), begins)
