"""The notes of the book: the editor's prose in the document model of pandoc."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import assert_never

from reader.exports import book_ast as ast
from reader.exports.book_ast import Nodes
from reader.exports.phrasing import line
from reader.model import Library, Note
from reader.model.prose import Emphasis, Inline, Link, PassageReference, ProseCitation, Strong, Text


def note(one: Note, library: Library) -> ast.Node:
    """Return a note where it is called: its lemma and its paragraphs."""
    lemma = ast.styled("Strong", [ast.string(line(one.lemma))])
    first, *more = (inlines(paragraph, library) for paragraph in one.body.paragraphs)
    return ast.note([ast.para([lemma, ast.string(": "), *first]), *map(ast.para, more)])


def inlines(prose: Iterable[Inline], library: Library) -> Nodes:
    """Return inlines of the editor's prose as those of pandoc."""
    found: Nodes = []
    pieces = (piece for one in prose for piece in _pieces(one, library))
    for worded, group in groupby(pieces, key=lambda piece: isinstance(piece, str)):
        if worded:
            found.append(ast.string("".join(map(str, group))))
        else:
            found += (piece for piece in group if not isinstance(piece, str))
    return found


def _pieces(one: Inline, library: Library) -> Iterator[str | ast.Node]:
    match one:
        case Text():
            yield one.words
        case Emphasis():
            yield ast.styled("Emph", inlines(one.inner, library))
        case Strong():
            yield ast.styled("Strong", inlines(one.inner, library))
        case Link():
            target = library.site_url + one.target[1:] if one.on_site else one.target
            inner = inlines(one.inner, library)
            # without the address of the site, its paths lead nowhere from a book
            yield from [ast.link(target, inner)] if not target.startswith("/") else inner
        case ProseCitation():
            for part in one.parts():
                if isinstance(part, str):
                    yield part
                else:
                    yield ast.link(f"#work-{part.key}", [ast.string(library.formatted[part.key].label)])
        case PassageReference():
            yield str(one.id)
        case _:
            assert_never(one)
