"""The stages, in order: from a project on the disk to all that is written out.

A stage takes what the stages above it made, and returns what it makes with the problems that an editor can
mend. All stages run, so that all problems are told at once; only then is the library made, or refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from reader.anchors import ledger, register, update
from reader.anchors.leaving import published as published_addresses
from reader.anchors.proposal import Anchored, anchor, edited, unaccepted
from reader.connections import connections
from reader.marks.citations import check_citations, cite
from reader.marks.counts import check_counts
from reader.marks.emendations import emend
from reader.marks.footnotes import call
from reader.marks.markup import check_markup, mark_up
from reader.marks.notes import annotate, check_notes
from reader.marks.print_pages import check_pages, paginate
from reader.marks.quotations import of_documents
from reader.marks.rights import check_rights, published
from reader.marks.terms import Glossary, check_terms, check_uses
from reader.marks.uses import uses
from reader.model import Anchor, Library, Page, Passage, Quotation, Reference, Source
from reader.model.ledger import Line
from reader.model.limits import LIMITS, Limits
from reader.model.problems import Problem, Problems
from reader.model.published import Published
from reader.project import bibliography
from reader.project.cache import CACHE
from reader.project.load import Project, load
from reader.project.recalled import recalled
from reader.references import citeproc, styles
from reader.references.item import items
from reader.references.languages import check_languages
from reader.references.offered import check_style, in_every_style
from reader.references.records import check_record
from reader.words.letters import REVISION_DIGITS

NAMING = "BGST"  # problems of what gives addresses: while there is one, none is known to be lost


def read(root: Path, limits: Limits = LIMITS) -> Library:
    """Return everything a build renders, or raise `ProblemsFound` with all that is wrong."""
    return made_of(*load(root), limits)


def made_of(
    project: Project, found: Iterable[Problem], limits: Limits = LIMITS, *, desk: bool = False
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
    found_texts = list(_texts(project, references))
    texts = [one for one in (told.of(made) for made, _print in found_texts) if one]
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
        prints = {one.page.slug: mark for (one, _found), mark in found_texts if one and mark}
        return replace(
            library, connections=connections(library), limits=limits, desk=desk, edited=notes, prints=prints
        )


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its marks, and what else the stages after them need of it."""

    page: Page  # the text with its marks
    ledger: tuple[Line, ...]  # the lines of its ledger
    ledger_is_sound: bool  # whether the accepted ledger could be read whole
    edited: tuple[str, ...]  # the notes that stand where they stood, and say something else


def _texts(
    project: Project, references: Mapping[str, Reference]
) -> Iterator[tuple[tuple[Text | None, list[Problem]], str]]:
    """Yield each text with its marks, and its fingerprint; it is kept until something of it changes.

    One with problems is not kept, and has no fingerprint.
    """
    glossary = Glossary(project.glossary.term)
    given = [project.edition, glossary.given(), *sorted(references)]
    for source in project.sources:
        make = partial(text, source, project.edition, glossary, references)
        file = project.root / CACHE / "texts" / source.slug
        shown = str(source.about.rights.publication)  # which the edition may have decided
        known = [source.slug, source.digest, shown, repr(source.pictures), *given]
        yield recalled(file, known, make, worth=_is_good) if source.digest else (make(), "")


def _is_good(made: tuple[Text | None, list[Problem]]) -> bool:
    return not made[1]


def text(
    source: Source, edition: str, glossary: Glossary, references: Mapping[str, Reference]
) -> tuple[Text | None, list[Problem]]:
    """Return a text, cleaned, split, anchored and marked."""
    told = Problems()
    anchored = told.of(anchor(source, edition))
    if anchored is None:
        return None, told.found
    told.add(unaccepted(anchored))
    page = told.of(mark(anchored, glossary, references))
    told.add(check_rights(page))
    return Text(page, anchored.ledger, anchored.ledger_is_sound, tuple(edited(anchored))), told.found


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


def mark(
    text: Anchored, glossary: Glossary, references: Mapping[str, Reference]
) -> tuple[Page, list[Problem]]:
    """Return a text with its marks, and the entries of the editor that fit no words.

    The order matters. Citations and links of the source come before terms, since a use of a term is not
    linked where it touches one; notes come after citations, so that a sign stands outside what it
    follows. Where the ledger is damaged, nothing that names a passage can be trusted, so only the
    entries themselves are checked.
    """
    source, told = text.source, Problems()
    told.add(check_citations(source.citations, references))
    told.add(check_notes(source.notes, references))
    told.add(check_markup(source.about.markup))
    told.add(check_pages(source.about.page))
    gone = update.retired(text.ledger)
    passages, emendations = emend(_passages(text), text.cleaned)
    passages = told.of(mark_up(passages, text.cleaned))
    passages, footnotes = call(passages, text.cleaned)
    passages, pages, disorder = paginate(passages, text.cleaned)
    told.add(disorder)
    if text.ledger_is_sound:
        passages = told.of(cite(passages, source.citations, gone))
        passages = told.of(annotate(passages, text.notes, gone))
    passages = glossary.uses(source.slug, passages)
    accepted = tuple(text.asked.ledger)
    page = Page(
        source,
        text.cleaned,
        tuple(passages),
        gone,
        text.notes,
        tuple(emendations),
        accepted,
        footnotes=tuple(footnotes),
        print_pages=tuple(pages),
    )
    return page, told.found


def _passages(text: Anchored) -> list[Passage]:
    revisions = {line.id: line.fingerprint[:REVISION_DIGITS] for line in text.ledger if line.is_main}
    named = list(zip(text.proposal.ids, text.blocks, strict=False))
    pairs = {(one.pair, one.translates): Anchor.of(id_) for id_, one in reversed(named) if one.pair}
    return [
        Passage(
            Anchor.of(id_),
            one.kind,
            one.text,
            revisions[id_],
            one.raw,
            one.start,
            one.after_pause,
            shape=one.shape,
            language=one.language,
            beside=pairs.get((one.pair, not one.translates)),
            translates=one.translates,
        )
        for id_, one in named
    ]


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
