"""The document model of pandoc, as much of it as a book needs: nothing is pasted, nothing needs an escape.

A block or an inline is a dictionary with its type `t` and its content `c`; `Attr` is an id, classes and
attributes. What is made here is JSON that pandoc reads (`--from json`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from lxml.html import HtmlElement

from reader.exports.phrasing import legal
from reader.model import MarkKind
from reader.words.languages import direction
from reader.words.speech import Phrase, Said, language

Node = dict[str, Any]
Nodes = list[Node]
Rows = list[tuple[str, list[Nodes]]]
API = [1, 23]  # the version of the model; pandoc refuses another
STYLES: dict[MarkKind, str] = {
    "emphasis": "Emph",
    "strong": "Strong",
    "small-capitals": "SmallCaps",
    "superscript": "Superscript",
    "subscript": "Subscript",
}
EMPHASIS = {"em": "Emph", "i": "Emph", "strong": "Strong", "b": "Strong"}
ADDRESS = "%/:?#@!$&'()*+,;=~"  # signs of an address, beside letters and digits
ARROW = re.compile("([\u21a9\u2194])")  # to these pandoc adds a variation selector


def string(text: Said) -> Node:
    """Return text as it is: its spaces stay, and an arrow is not told which picture to be shown as."""
    words = legal(str(text))
    if not ARROW.search(words):
        return {"t": "Str", "c": words}
    pieces = [piece for piece in ARROW.split(words) if piece]
    return span([_raw(one) if ARROW.fullmatch(one) else {"t": "Str", "c": one} for one in pieces])


def _raw(sign: str) -> Node:
    return {"t": "RawInline", "c": ["html", sign]}


def styled(name: str, inlines: Nodes) -> Node:
    """Return inlines in `Emph`, `Strong`, `SmallCaps`, `Superscript` or `Subscript`."""
    return {"t": name, "c": inlines}


def line_break() -> Node:
    """Return the end of a line of verse."""
    return {"t": "LineBreak"}


def image(file: str, alt: str) -> Node:
    """Return a picture."""
    return {"t": "Image", "c": [["", [], []], [string(alt)], [quote(file, ADDRESS), ""]]}


def set_apart(kind: MarkKind, inlines: Nodes) -> Node:
    """Return inlines that a source sets apart in a kind of its own."""
    return styled(STYLES[kind], inlines)


def span(inlines: Nodes, *classes: str, id_: str = "", **attributes: str) -> Node:
    """Return inlines with classes, and what else is said of them."""
    return {"t": "Span", "c": [[id_, list(classes), [list(pair) for pair in attributes.items()]], inlines]}


def link(target: str, inlines: Nodes, *classes: str, title: str = "", id_: str = "", role: str = "") -> Node:
    """Return a link; `#id` leads to any chapter. What no address may hold is written as `%3C`."""
    attributes = [id_, list(classes), [["role", role]] if role else []]
    return {"t": "Link", "c": [attributes, inlines, [quote(target, ADDRESS), legal(title)]]}


def note(blocks: Nodes) -> Node:
    """Return a note, which is shown where it is called."""
    return {"t": "Note", "c": blocks}


def para(inlines: Nodes) -> Node:
    """Return a paragraph."""
    return {"t": "Para", "c": inlines}


def header(level: int, id_: str, words: Said | Nodes, **attributes: str) -> Node:
    """Return a heading; a chapter begins at those of level 1."""
    inlines = [string(words)] if isinstance(words, str | Phrase) else words
    own = [id_, [], [list(pair) for pair in attributes.items()]]
    return {"t": "Header", "c": [level, own, inlines]}


def div(id_: str, classes: Iterable[str], blocks: Nodes, **attributes: str) -> Node:
    """Return blocks in a box that can be linked to."""
    return {"t": "Div", "c": [[id_, list(classes), [list(pair) for pair in attributes.items()]], blocks]}


def quote_block(blocks: Nodes) -> Node:
    """Return a quotation."""
    return {"t": "BlockQuote", "c": blocks}


def table(head: Rows, body: Rows) -> Node:
    """Return a table; each row has an id and its cells."""
    columns = len((head + body)[0][1])
    specs: list[list[Node]] = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * columns
    none: list[object] = ["", [], []]
    bodies = [[none, 0, [], [_row(one) for one in body]]]
    caption: list[object] = [None, []]
    return {
        "t": "Table",
        "c": [none, caption, specs, [none, [_row(one) for one in head]], bodies, [none, []]],
    }


def _row(row: tuple[str, list[Nodes]]) -> list[object]:
    id_, cells = row
    made = [[["", [], []], {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": cell}]] for cell in cells]
    return [[id_, [], []], made]


def foreign(tag: str) -> dict[str, str]:
    """Return the attributes of a block in another language than the book."""
    return {} if tag in {"", language()} else {"lang": tag, "dir": direction(tag)}


def rule() -> Node:
    """Return a pause."""
    return {"t": "HorizontalRule"}


def inlines(element: HtmlElement) -> Nodes:
    """Return what is in an element of HTML: links, emphasis and words."""
    return list(_inlines(element))


def _inlines(element: HtmlElement) -> Iterator[Node]:
    if element.text:
        yield string(element.text)
    for child in element:
        if isinstance(child.tag, str):
            inner = list(_inlines(child))
            href = str(child.get("href", ""))
            if child.tag == "a" and href.startswith(("http://", "https://")):
                yield link(href, inner)
            elif child.tag in EMPHASIS:
                yield styled(EMPHASIS[child.tag], inner)
            else:
                yield from inner
        if child.tail:
            yield string(child.tail)


def document(blocks: Nodes, people: Iterable[tuple[str, str]] = (), **meta: Said) -> str:
    """Return a document as JSON; `people` are who made it, by their roles, as MARC has these: `aut`."""
    said = _meta(meta)
    makers = [{"t": "MetaMap", "c": _meta({"role": role, "text": name})} for role, name in people]
    if makers:
        said["creator"] = {"t": "MetaList", "c": makers}
    return json.dumps({"pandoc-api-version": API, "meta": said, "blocks": blocks}, ensure_ascii=False)


def _meta(meta: Mapping[str, Said]) -> Node:
    return {name: {"t": "MetaString", "c": legal(str(value))} for name, value in meta.items() if value}
