"""The index of names, as at the end of a book: persons and places with the passages that name them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from reader.model import Library, Use, addresses
from reader.references import description
from reader.render.escape import boxed, front_matter, inline

NAMED = frozenset({"person", "place"})


def names_index(library: Library) -> str:
    """Return the Markdown of the index of persons and places."""
    terms = sorted(
        (term for term in library.terms if term.kind in NAMED), key=lambda term: term.name.casefold()
    )
    items = [
        f"- [{inline(term.name)}]({term.id}.md): {_places(library.uses.get(term.id, ()), library)}"
        for term in terms
        if term.id in library.uses
    ]
    head = front_matter(
        title="Index of names", description="Persons and places, with the passages that name them"
    )
    intro = "Every use of a name. Other terms are in the [list of terms](index.md)."
    return "\n\n".join([head.rstrip(), "# Index of names", intro, boxed("names", "\n".join(items))]) + "\n"


def _places(uses: Iterable[Use], library: Library) -> str:
    texts = []
    for slug, found in groupby(uses, key=lambda use: use.slug):
        ids = dict.fromkeys(use.passage for use in found)
        links = ", ".join(
            f"[{id_.label}]({addresses.passage(slug, id_).in_docs(addresses.NAMES)})" for id_ in ids
        )
        texts.append(f"{inline(description.label(library.references[slug]))} {links}")
    return "; ".join(texts)
