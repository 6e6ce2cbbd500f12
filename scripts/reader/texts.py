"""The stages of one text: from its raw text to the passages that are rendered, with their marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from reader.anchors import update
from reader.anchors.proposal import Anchored, anchor, edited, unaccepted
from reader.marks.citations import check_citations, cite
from reader.marks.emendations import emend
from reader.marks.footnotes import call
from reader.marks.markup import check_markup, mark_up
from reader.marks.notes import annotate, check_notes
from reader.marks.print_pages import check_pages, paginate
from reader.marks.rights import check_rights
from reader.marks.terms import Glossary
from reader.model import Anchor, Page, Passage, Reference, Source
from reader.model.ledger import Line
from reader.model.problems import Problem, Problems
from reader.project import bibliography
from reader.project.cache import CACHE
from reader.project.load import Project, load
from reader.project.recalled import recalled, remembered
from reader.project.workers import Shared, Workers
from reader.words.letters import REVISION_DIGITS


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its marks, and what else the stages after them need of it."""

    page: Page  # the text with its marks
    ledger: tuple[Line, ...]  # the lines of its ledger
    ledger_is_sound: bool  # whether the accepted ledger could be read whole
    edited: tuple[str, ...]  # the notes that stand where they stood, and say something else


@dataclass(frozen=True)
class _Reading:
    """What the texts of a project are read with."""

    project: Project
    glossary: Glossary
    references: Mapping[str, Reference]

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The texts by their slugs: a build that keeps going leaves some out, another process does not."""
        return {source.slug: source for source in self.project.sources}


def _load(root: Path) -> _Reading:
    project, _problems = load(root)
    references, _found = bibliography.parse(project.references)
    return _Reading(project, Glossary(project.glossary.term), references)


Marked = tuple[Text | None, list[Problem]]


def texts_of(
    project: Project, references: Mapping[str, Reference], workers: Workers
) -> list[tuple[Marked, str]]:
    """Return each text with its marks, and its fingerprint; it is kept until something of it changes.

    One with problems is not kept, and has no fingerprint.
    """
    reading = _Reading(project, Glossary(project.glossary.term), references)
    given = [project.edition, reading.glossary.given(), *sorted(references)]
    found: dict[str, tuple[Marked, str]] = {}
    missing: list[tuple[str, list[str]]] = []
    for source in project.sources:
        shown = str(source.about.rights.publication)  # which the edition may have decided
        known = [source.slug, source.digest, shown, repr(source.pictures), *given]
        kept = recalled(_file(project, source), known) if source.digest else None
        if kept:
            found[source.slug] = kept
        else:
            missing.append((source.slug, known))
    shared = Shared(("texts", str(project.root), *given), reading, partial(_load, project.root))
    for (slug, _known), made in zip(missing, workers.map(_text, shared, missing), strict=True):
        found[slug] = made
    return [found[source.slug] for source in project.sources]


def _file(project: Project, source: Source) -> Path:
    return project.root / CACHE / "texts" / source.slug


def _text(reading: _Reading, item: tuple[str, list[str]]) -> tuple[Marked, str]:
    """Read one text, by its slug, and keep it if there is nothing wrong with it."""
    slug, known = item
    source = reading.sources[slug]
    made = text(source, reading.project.edition, reading.glossary, reading.references)
    if made[1] or not source.digest:
        return made, ""
    return made, remembered(_file(reading.project, source), known, made)


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
