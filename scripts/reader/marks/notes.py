"""Mark the lemma of each editor’s note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.model import Anchor, Mark, Note, NumberedNote, Passage, Retired
from reader.model.lemmata import Lemma, instead
from reader.model.locators import numberless
from reader.model.problems import Problem, unknown_keys
from reader.model.prose import Text

BARE = re.compile(r"(?<![\w@.])@([^\s,;:!?()\[\]@]*[^\s,;:.!?()\[\]@’”])")  # a key outside of brackets


def check_notes(notes: Iterable[Note], keys: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with works that notes cite: B04 an unknown key, N06 a bare one, Q05 no number."""
    known = set(keys)
    for note in notes:
        yield from _of_citations(note, known)


def annotate(
    passages: Sequence[Passage],
    notes: Iterable[NumberedNote],
    retired: Iterable[Retired] = (),
) -> tuple[list[Passage], list[Problem]]:
    """Return the passages with a mark at the lemma of each note, and the notes that fit no words.

    Problems: N02 and N03 a lemma that is absent or repeated, N04 an unknown passage: that of the note, or
    one that it names.
    """
    problems: list[Problem] = []
    marks: dict[Anchor, list[Mark]] = {}
    by_id = {passage.id: passage for passage in passages}
    gone = tuple(retired)
    for numbered in notes:
        note, at = numbered.note, numbered.note.at
        problems += _of_references(note, by_id, gone)
        passage = by_id.get(note.passage)
        if passage is None:
            hint = instead(note.passage, by_id, gone)
            problems.append(Problem(at.path, at.line, "N04", f"there is no {note.passage}", hint))
            continue
        place = Lemma(note.lemma, "lemma", "N02", "N03", at).place(passage)
        if isinstance(place, Problem):
            problems.append(place)
            continue
        mark = Mark(*place, "note", str(numbered.id))
        marks.setdefault(passage.id, []).append(mark)
    return [passage.with_marks(marks.get(passage.id, ())) for passage in passages], problems


def _of_citations(note: Note, known: Iterable[str]) -> Iterator[Problem]:
    """What is wrong with the works that a note cites, at the line of each citation."""
    for citation in note.body.citations():
        at = replace(note.at, line=citation.line)
        yield from unknown_keys((work.key for work in citation.works), at.path, at.line, known)
        for work in citation.works:
            yield from numberless(work.key, work.locator, at)
    words = (BARE.findall(one.words) for one in note.body.inlines() if isinstance(one, Text))
    for key in {key for found in words for key in found} & set(known):
        message = f"“@{key}” in the note on “{note.lemma}” cites nothing, and would be shown as it stands"
        yield Problem(note.at.path, note.at.line, "N06", message, f"write [@{key}]")


def _of_references(
    note: Note, by_id: Mapping[Anchor, Passage], retired: Sequence[Retired]
) -> Iterator[Problem]:
    """The passages that a note names and the text has never had; a retired one still has a place there."""
    for one in note.body.passages():
        if one.id not in by_id and all(one.id != gone.id for gone in retired):
            hint = instead(one.id, by_id, retired)
            yield Problem(note.at.path, one.line, "N04", f"there is no {one.id}", hint)
