"""Tell tables of data from tables that place things, and read the former row by row."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from reader.intake.received.html.boxes import BOXES, SPACE, Block
from reader.intake.received.html.tree import is_unseen, name

NOT_IN_DATA = frozenset("table form ul ol h1 h2 h3 article section".split())


def is_data(element: HtmlElement) -> bool:
    """Return whether a table holds data, a word or a number a cell, and is not there to place things."""
    if name(element) != "table" or element.get("role") == "presentation":
        return False
    rows = [row for row in element.iter() if name(row) == "tr"]
    cells = [[cell for cell in row if name(cell) in {"td", "th"}] for row in rows]
    if len([row for row in cells if len(row) > 1]) < 2:
        return False
    if any(name(one) in NOT_IN_DATA for one in element.iterdescendants()):
        return False
    return all(len(_flat(cell)) < 400 for row in cells for cell in row)


def _flat(element: HtmlElement) -> str:
    """The words of a cell on one line."""
    words: list[str] = []
    todo: list[HtmlElement | str] = [element]
    while todo:
        one = todo.pop()
        if isinstance(one, str):
            words.append(one)
            continue
        if not name(one) or (one is not element and is_unseen(one)):
            continue
        later: list[HtmlElement | str] = [one.text or ""]
        for child in one:
            space = " " if name(child) in BOXES or name(child) == "br" else ""
            later += [child, space + (child.tail or "")]
        todo += reversed(later)
    return SPACE.sub(" ", "".join(words)).strip(" \u00a0")


def table(element: HtmlElement) -> Iterator[Block]:
    """Yield the rows of a table of data, and its caption."""
    for one in element.iter():
        if name(one) == "caption":
            words = _flat(one)
            if words:
                yield Block(words, one)
        elif name(one) == "tr":
            cells = [cell for cell in one if name(cell) in {"td", "th"}]
            words = "\t".join(_flat(cell) for cell in cells)
            if words.strip():
                kind = "th" if all(name(cell) == "th" for cell in cells) else "td"
                linked = sum(len(_flat(link)) for cell in cells for link in cell.iter() if name(link) == "a")
                yield Block(words.strip("\t") if len(cells) == 1 else words, one, (), linked, kind=kind)
