"""The glossary: a page a term, `docs/terms/<id>.md`, and the index of terms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reader.model import Library, Term, addresses
from reader.model.addresses import Address
from reader.references import description
from reader.render import prose
from reader.render.concordance import Row, rows
from reader.render.escape import boxed, front_matter, heading, inline, line
from reader.render.strips import small_strip, strip

KINDS = {
    "organisation": ("Organisations", "Organisation"),
    "treaty": ("Treaties, agreements and formats", "Treaty, agreement or format"),
    "corridor": ("Corridors and pipelines", "Corridor or pipeline"),
    "place": ("Places", "Place"),
    "concept": ("Concepts", "Concept"),
    "conflict": ("Conflicts and events", "Conflict or event"),
    "person": ("Persons", "Person"),
}


def term_page(term: Term, library: Library) -> str:
    """Return the Markdown of the page of one term."""
    short = f" ({heading(term.short)})" if term.short else ""
    uses, here = library.uses.get(term.id, ()), addresses.term(term.id)
    texts = len({use.slug for use in uses})
    counted = (
        f"{len(uses)} {_plural('use', len(uses))} in {texts} {_plural('text', texts)}"
        if uses
        else "background reading"
    )
    cited = prose.references(term.references, library.formatted, here)
    parts = [
        front_matter(title=term.name, description=term.definition).rstrip(),
        f"# {heading(term.name)}{short}",
        f"{KINDS[term.kind][1]} · {counted}\n{{: .term-kind}}",
        line(term.definition) + "\n{: .definition}",
        *([f"Sources: {cited}.\n{{: .sources}}"] if cited else []),
        *([strip(uses, library, here)] if uses else []),
        *_since(term, library),
        *_names(term, library),
        *_see(term, library),
        *_uses(term, library),
    ]
    return "\n\n".join(parts) + "\n"


def term_index(library: Library) -> str:
    """Return the Markdown of the index of terms."""
    parts = [
        front_matter(title="Terms", description="Every name and term that a reader may not know").rstrip(),
        "# Terms",
        "Every name and term of the texts that a reader may not know, with the number of its uses. "
        "A name in another language, or a variant that no text uses, is found by the search.",
        f"The strips show who speaks of what: a part for each text, in the order {_order(library)}, and a "
        "stroke for each use at its place. Persons and places are also in an [index of names](names.md).",
    ]
    order = list(KINDS)
    terms = sorted(library.terms, key=lambda term: (order.index(term.kind), term.name.casefold()))
    for kind, group in groupby(terms, key=lambda term: term.kind):
        parts.append(f"## {KINDS[kind][0]} {{#{kind}}}")
        items = [
            f"- [{inline(term.name)}]({term.id}.md){f' ({inline(term.short)})' if term.short else ''} "
            f'<span class="count">{len(library.uses.get(term.id, ()))}</span>'
            + (small_strip(library.uses[term.id], library) if term.id in library.uses else "")
            for term in group
        ]
        parts.append(boxed("term-list", "\n".join(items)))
    return "\n\n".join(parts) + "\n"


def _order(library: Library) -> str:
    return ", ".join(inline(description.label(library.references[page.slug])) for page in library.pages)


def _since(term: Term, library: Library) -> Iterator[str]:
    if not term.since:
        return
    yield "## Since the texts were written {#since}"
    for since in term.since:
        cited = prose.references(since.references, library.formatted, addresses.term(term.id))
        yield line(since.text)
        if cited:
            yield f"Sources: {cited}.\n{{: .sources}}"


def _names(term: Term, library: Library) -> Iterator[str]:
    found = [form for form in _surfaces(term, library) if form != term.name]
    if not (term.variants or term.native or found):
        return
    yield "## Names {#names}"
    if term.variants:
        yield line(term.variants)
    if found:
        yield "In the texts: " + "; ".join(f"“{inline(form)}”" for form in found) + "."
    if term.native:
        yield "Also: " + "; ".join(f"<bdi>{inline(name)}</bdi>" for name in term.native) + "."


def _surfaces(term: Term, library: Library) -> list[str]:
    """The forms that the texts really use, in the order of the glossary: a longer one may hide a shorter."""
    used = {library.passage(use).text[use.start : use.end] for use in library.uses.get(term.id, ())}
    return [form for form in term.forms if form in used]


def _see(term: Term, library: Library) -> Iterator[str]:
    names = {other.id: other.name for other in library.terms}
    links = [f"[{inline(names[id_])}]({id_}.md)" for id_ in term.see]
    if links:
        yield "See also " + ", ".join(links) + ".\n{: .see}"


def _uses(term: Term, library: Library) -> Iterator[str]:
    uses = library.uses.get(term.id, ())
    if not uses:
        return
    here = addresses.term(term.id)
    yield "## Uses {#uses}"
    for slug, found in groupby(rows(uses, library), key=lambda row: row.slug):
        title = heading(library.references[slug].get("title"))
        yield f"### [{title}]({addresses.text(slug).in_docs(here)}) {{#{slug}}}"
        yield boxed("concordance", "\n".join(f"- {_locator(row, here)} {row.markdown()}" for row in found))


def _locator(row: Row, here: Address) -> str:
    link = addresses.passage(row.slug, row.passage).in_docs(here)
    return f'[{row.passage.label}]({link}){{.locator aria-label="{row.passage.name.capitalize()}"}}'


def _plural(noun: str, number: int) -> str:
    return noun if number == 1 else noun + "s"
