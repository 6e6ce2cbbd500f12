"""The stages, in order: from a project on the disk to all that is written out.

A stage takes what the stages above it made, and returns what it makes with the problems that an editor can
mend. All stages run, so that all problems are told at once; only then is the library made, or refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reader.anchors import ledger, register
from reader.anchors.leaving import published as published_addresses
from reader.connections import connections
from reader.marks.counts import check_counts
from reader.marks.quotations import of_documents
from reader.marks.rights import published
from reader.marks.terms import check_terms, check_uses
from reader.marks.uses import uses
from reader.model import Library, Page, Quotation, Reference, Source
from reader.model.ledger import Line
from reader.model.limits import LIMITS, Limits
from reader.model.problems import Problem, Problems
from reader.model.published import Published
from reader.project import bibliography
from reader.project.load import Project, load
from reader.project.workers import Alone, Workers
from reader.references import citeproc, styles
from reader.references.item import items
from reader.references.languages import check_languages
from reader.references.offered import check_style, in_every_style
from reader.references.records import check_record
from reader.texts import texts_of

NAMING = "BGST"  # problems of what gives addresses: while there is one, none is known to be lost


def read(root: Path, limits: Limits = LIMITS) -> Library:
    """Return everything a build renders, or raise `ProblemsFound` with all that is wrong."""
    return made_of(*load(root), limits)


def made_of(
    project: Project,
    found: Iterable[Problem],
    limits: Limits = LIMITS,
    *,
    desk: bool = False,
    workers: Workers | None = None,
) -> Library:
    """Return the same of a project that has been read already, with the problems `found` then.

    At the `desk` it holds what the rights in the texts withhold from the public.
    """
    told = Problems()
    told.add(found)
    references = told.of(bibliography.parse(project.references))
    told.add(check_languages(references.values()))
    told.add(check_terms(project.glossary.term, references))
    told.add(problem for source in project.sources for problem in check_record(source, references))
    read_texts = texts_of(project, references, workers or Alone())
    texts = [one for one in (told.of(made) for made, _print in read_texts) if one]
    marked = [one.page for one in texts]
    whole = project.whole and len(texts) == len(project.sources) and all(one.ledger_is_sound for one in texts)
    if whole:
        told.add(check_uses(project.glossary.term, marked))
    pages = [published(page) for page in marked]
    quoted = told.of(of_documents(project.documents, {page.slug: page for page in pages}))
    for path, written in project.documents.items():
        told.add(check_counts(f"docs/{path}", written))
    told.add(check_style(project.settings.style, project.settings.styles, project.settings.at))
    addresses = Published()
    if whole and not any(one.code[0] in NAMING for one in told.found):
        ids = {one.page.slug: _places(one.page.source, one.ledger) for one in texts}
        addresses = told.of(_addresses(project, ids, [*references], limits))
    told.raise_any()
    notes = {one.page.slug: one.edited for one in texts if one.edited}
    with project.speech.spoken():
        library = _library(project, marked if desk else pages, references, quoted, addresses)
        prints = {one.page.slug: mark for (one, _found), mark in read_texts if one and mark}
        return replace(
            library, connections=connections(library), limits=limits, desk=desk, edited=notes, prints=prints
        )


def _addresses(
    project: Project, ids: Mapping[str, Iterable[str]], keys: Sequence[str], limits: Limits
) -> tuple[Published, list[Problem]]:
    """Return the addresses that were published, and those that have left or are lost."""
    entries, problems = register.parse(project.register)
    if problems:
        return Published(), problems
    terms = [term.id for term in project.glossary.term]
    one_page = limits.hold(len(keys), _citations(project))
    works, have_pages = register.of_works(keys, entries, one_page=one_page)
    standing = register.standing(ids, terms, works, project.own_pages)
    found, problems = published_addresses(entries, standing, project.moved)
    return replace(found, entry_pages=have_pages), problems


def _citations(project: Project) -> int:
    """How many places of all texts cite a work."""
    return sum(len(source.citations) for source in project.sources)


def _places(source: Source, lines: Iterable[Line]) -> list[str]:
    """The places of a text that have an address: its anchors, and the pages of the print."""
    return [*(line.id for line in lines), *(one.id for one in source.about.page)]


def registered(
    project: Project, ledgers: Mapping[str, str], limits: Limits = LIMITS
) -> tuple[str, list[str], list[Problem]]:
    """Return the register with all that stands once `ledgers` are written, and what is new in it.

    A text that has no ledger yet, or an entry of the bibliography that cannot be read, is not published.
    """
    entries, problems = register.parse(project.register)
    texts = {one.slug: ledgers.get(one.file("anchors.lock"), one.ledger) for one in project.sources}
    sources = {one.slug: one for one in project.sources}
    ids = {slug: _places(sources[slug], ledger.parse(slug, text)[0]) for slug, text in texts.items() if text}
    keys, _found = bibliography.parse(project.references)
    terms = [term.id for term in project.glossary.term]
    one_page = limits.hold(len(keys), _citations(project))
    works, _have_pages = register.of_works([*keys], entries, one_page=one_page)
    standing = register.standing(ids, terms, works, project.own_pages)
    new = sorted(standing.keys() - entries.keys())
    return register.write(entries, new, project.edition), new, problems


def _library(
    project: Project,
    pages: Sequence[Page],
    references: Mapping[str, Reference],
    quoted: Mapping[str, tuple[str, Sequence[Quotation]]],
    addresses: Published,
) -> Library:
    kept, style = project.root / citeproc.CACHE, project.settings.style
    return Library(
        pages=tuple(pages),
        terms=project.glossary.term,
        references=references,
        formatted=styles.format_all(references, style, kept),
        items=items(references),
        uses=uses(pages, "term"),
        cited=uses(pages, "citation"),
        quoted=quoted,
        styled=in_every_style(
            {page.slug: references[page.slug] for page in pages},
            style,
            project.settings.styles,
            kept,
            [page.slug for page in pages],
        ),
        edition=project.edition,
        site_url=project.site_url,
        site_name=project.site_name,
        report=project.settings.report,
        releases=project.settings.releases,
        published=addresses,
        term_kinds=project.settings.term_kinds,
        note_kinds=project.settings.note_kinds,
        speech=project.speech,
    )
