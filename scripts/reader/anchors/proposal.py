"""Clean and split one text and propose its anchors; say what accepting them means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.anchors import ledger, matching, update
from reader.anchors.answers import Asked
from reader.anchors.landing import Landing
from reader.model import Anchor, Block, Cleaned, Note, NumberedNote, Source
from reader.model.ledger import Line
from reader.model.problems import Problem
from reader.reading.blocks import split
from reader.reading.cleaning import clean
from reader.words.sentences import opening

SERIES = {"heading": "s", "footnote": "f"}  # in which count a block is numbered that has no anchor yet


@dataclass(frozen=True, slots=True)
class Anchored:
    """A text with its anchors as proposed: what `accept` would write, and why `build` may stop."""

    source: Source  # the files of the text
    cleaned: Cleaned  # its reading text
    blocks: tuple[Block, ...]  # the passages to be, in their order
    notes: tuple[NumberedNote, ...]  # with their anchors, in the order of the words that they stand on
    asked: Asked  # what answers are given to
    proposal: matching.Proposal  # the anchors of blocks and notes
    ledger: tuple[Line, ...]  # the lines that `accept` would write
    changes: tuple[update.LedgerChange, ...]  # what sets these apart from the accepted ones
    ledger_is_sound: bool  # whether the accepted ledger could be read whole


def anchor(
    source: Source, edition: str, decided: Mapping[str, str] | None = None
) -> tuple[Anchored | None, list[Problem]]:
    """Clean and split one text and propose its anchors.

    `decided` settles doubts: it maps an old id to the name of the place where it goes on, or to nothing.
    """
    cleaned, problems = clean(source)
    if cleaned is None:
        return None, problems
    blocks, in_blocks = split(source, cleaned)
    path = source.file("anchors.lock")
    old, in_ledger = ledger.parse(path, source.ledger)
    problems += [*in_blocks, *in_ledger]
    first = matching.propose(old, _wordings(blocks, []))
    notes = _in_order(source.notes, dict(zip(map(Anchor.of, first.ids), blocks, strict=True)))
    wordings = _wordings(blocks, notes)
    asked = Asked(old, wordings, matching.propose(old, wordings) if notes else first)
    proposal = asked.answered(decided or {})
    lines, changes = update.record(old, wordings, proposal, edition)
    if in_ledger:
        changes = []  # a broken ledger is told apart from one that is out of date
    anchors = [Anchor.of(id_) for id_ in proposal.ids]
    numbered = [NumberedNote(id_, note) for id_, note in zip(anchors[len(blocks) :], notes, strict=True)]
    anchored = Anchored(
        source,
        cleaned,
        tuple(blocks),
        tuple(numbered),
        asked,
        proposal,
        tuple(lines),
        tuple(changes),
        not in_ledger,
    )
    return anchored, problems


def unaccepted(anchored: Anchored) -> list[Problem]:
    """Return the doubts of a proposal, or its changes, as one problem each.

    What a rule has only regularised stops nobody, and neither do the words of a note; `accept` records them.
    """
    if not anchored.ledger_is_sound:
        return []
    path, slug = anchored.source.file("anchors.lock"), anchored.source.slug
    problems = doubtful(anchored)
    free = edited(anchored)
    changes = [one for one in anchored.changes if one.what != "regularised" and one.id not in free]
    if changes and not problems:
        listed = ", ".join(f"{change.id} {change.what}" for change in changes[:12])
        more = f" and {len(changes) - 12} more" if len(changes) > 12 else ""
        hint = f"read them and run: annotated-reader accept {slug}"
        problems.append(Problem(path, 1, "A01", f"the text has changed: {listed}{more}", hint))
    return problems


def edited(anchored: Anchored) -> list[str]:
    """Return the notes that stand where they stood, and say something else."""
    texts = dict(zip(anchored.proposal.ids, anchored.asked.wordings, strict=True))
    lines = {line.id: line for line in anchored.asked.ledger if line.is_main}
    reworded = [change.id for change in anchored.changes if change.what == "reworded"]
    return [id_ for id_ in reworded if texts[id_].has_lemma_of(lines[id_])]


def unrecorded(notes: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Yield what keeps an edition from being published: words of notes, by their texts (A07)."""
    for slug, ids in notes.items():
        hint = f"record what they say with annotated-reader accept {slug}"
        message = f"does not have the present words of {', '.join(ids)}"
        yield Problem(f"sources/{slug}/anchors.lock", 1, "A07", message, hint)


def doubtful(anchored: Anchored) -> list[Problem]:
    """Return the doubts of a proposal, one problem each."""
    path, slug = anchored.source.file("anchors.lock"), anchored.source.slug
    problems: list[Problem] = []
    for doubt in anchored.proposal.doubts:
        names = [anchored.asked.name(id_, anchored.proposal) for id_ in doubt.candidates]
        message = f"{doubt.id} “{opening(doubt.wording)}” may be {' or '.join(names)}, or none of them"
        hint = f"say which: accept {slug} --as {doubt.id}={names[0]}, or --as {doubt.id}= for none of them"
        problems.append(Problem(path, 1, "A03", message, hint))
    return problems


def table(anchored: Anchored) -> str:
    """Return what `accept` is about to record, a line a change; what is in doubt is left out."""
    rows = [f"{anchored.source.slug}:"]
    doubtful = {doubt.id for doubt in anchored.proposal.doubts}
    for change in anchored.changes:
        if change.id in doubtful:
            continue  # what becomes of it is asked, not told
        landing = Landing.parse(change.lands)
        what = f"{change.what} ({landing.phrase()})" if landing else change.what
        words = " → ".join(opening(text) for text in (change.old, change.new) if text)
        rows.append(f"  {change.id:<6} {what:<10} {words}")
    return "\n".join(rows)


def _wordings(blocks: Iterable[Block], notes: Iterable[Note]) -> list[matching.Wording]:
    of_blocks = [matching.Wording(SERIES.get(block.kind, "p"), block.text) for block in blocks]
    return of_blocks + [
        matching.Wording(
            matching.NOTES, _plain(f"{note.lemma}: {note.body.written}"), _plain(f"{note.lemma}:")
        )
        for note in notes
    ]


def _plain(words: str) -> str:
    return " ".join(words.split())


def _in_order(notes: Iterable[Note], blocks: Mapping[Anchor, Block]) -> list[Note]:
    """The notes in the order of the words that they stand on."""
    places = {id_: place for place, id_ in enumerate(blocks)}

    def place(note: Note) -> tuple[int, int]:
        block = blocks.get(note.passage)
        return places.get(note.passage, len(places)), block.text.find(note.lemma) if block else 0

    return sorted(notes, key=place)
