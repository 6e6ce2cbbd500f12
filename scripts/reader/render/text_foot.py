"""What stands below a text: its notes, the works it cites, its terms, and what was done to it."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Correction, Library, Page, addresses
from reader.render import landings
from reader.render.escape import html, inline
from reader.render.prose import ProseWriter

NOTE_KINDS = {
    "context": "Context",
    "since": "Since then",
    "correction": "Correction",
    "sic": "So in the text",
    "source": "Source",
}


def text_foot(page: Page, library: Library) -> Iterator[str]:
    """Yield the blocks of Markdown below the reading text."""
    yield from _notes(page, library)
    yield from _works(page, library)
    yield from _terms(page, library)
    yield from _about(page, library)


def _notes(page: Page, library: Library) -> Iterator[str]:
    yield from landings.of_notes(page, None)
    if not page.notes:
        return
    places = {one.id for one in page.passages} | {one.id for one in page.retired} | set(page.withheld)
    writer = ProseWriter(library.formatted, addresses.text(page.slug), places)
    yield "## Notes {#notes}"
    for numbered in page.notes:
        yield from landings.of_notes(page, numbered.id)
        note = numbered.note
        id_, number = numbered.id, numbered.id.label
        back = f'[{number}](#{id_}-in-text){{.back aria-label="Note {number}, back to the text"}}'
        lemma = f'<span class="lemma">{inline(note.lemma)}</span>'
        kind = f'<span class="kind">{NOTE_KINDS[note.kind]}</span>'
        yield "\n\n".join(
            [
                f'<div class="editor-note is-{note.kind}" id="{id_}" markdown="1">',
                f"{back} {lemma} {kind}\n{{: .note-head}}",
                writer.write(note.body),
                "</div>",
            ]
        )


def _works(page: Page, library: Library) -> Iterator[str]:
    keys = dict.fromkeys(mark.target for passage in page.passages for mark in passage.marked("citation"))
    if not keys:
        return
    yield "## Works cited {#works-cited}"
    here = addresses.text(page.slug)
    plain = {key: library.formatted[key].plain for key in keys}
    rows = [
        f'<li><a class="citation" href="{addresses.reference(key).seen_from(here)}">{html(entry)}</a></li>'
        for key, entry in sorted(plain.items(), key=lambda item: item[1].casefold())
    ]
    yield "\n".join(['<ul class="works">', *rows, "</ul>"])


def _terms(page: Page, library: Library) -> Iterator[str]:
    counts: dict[str, int] = {}
    here = addresses.text(page.slug)
    for passage in page.passages:
        for mark in passage.marked("term"):
            counts[mark.target] = counts.get(mark.target, 0) + 1
    terms = sorted(
        (term for term in library.terms if term.id in counts), key=lambda term: term.name.casefold()
    )
    if not terms:
        return
    yield "## Terms in this text {#terms}"
    rows = [
        f'<div id="term-{term.id}"><dt><a href="{addresses.term(term.id).seen_from(here)}">'
        f"{html(term.name)}</a> "
        f'<span class="count">{counts[term.id]}</span></dt><dd>{html(term.definition)}</dd></div>'
        for term in terms
    ]
    yield "\n".join(['<dl class="terms">', *rows, "</dl>"])


def _about(page: Page, library: Library) -> Iterator[str]:
    yield "## About this text {#about-this-text}"
    here = addresses.text(page.slug)
    regular = sum(change.edit.kind == "regularise" for one in page.cleaned.passes for change in one.changes)
    counts = [
        _count(sum(isinstance(one.entry, Correction) for one in page.emendations), "correction"),
        _count(len(page.source.about.cut), "cut"),
        _count(regular, "regularisation"),
    ]
    yield (
        f"The reading text differs from the raw text by {', '.join(counts[:-1])} and {counts[-1]}; "
        f"[the apparatus]({addresses.apparatus(page.slug).in_docs(here)}) lists them. "
        f"[How to cite]({addresses.CITING.in_docs(here)})."
    )
    yield from _neighbours(page, library)


def _neighbours(page: Page, library: Library) -> Iterator[str]:
    """Links to the previous and the next text."""
    places = [one.slug for one in library.pages]
    at = places.index(page.slug)
    links = []
    if at:
        links.append(f"[← {inline(_title(library, places[at - 1]))}]({places[at - 1]}.md){{rel=prev}}")
    if at + 1 < len(places):
        links.append(f"[{inline(_title(library, places[at + 1]))} →]({places[at + 1]}.md){{rel=next}}")
    if links:
        yield " ".join(links) + "\n{: .between-texts}"


def _title(library: Library, slug: str) -> str:
    return library.references[slug].get("title")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
