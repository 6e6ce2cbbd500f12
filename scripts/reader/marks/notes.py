"""Mark the lemma of each editor’s note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.model import Anchor, Mark, NumberedNote, Passage, Retired
from reader.model.lemmata import Lemma, instead
from reader.model.locators import citations_in, keys_in, numberless
from reader.model.problems import Problem, unknown_keys


def annotate(
    passages: Sequence[Passage],
    notes: Iterable[NumberedNote],
    keys: Iterable[str],
    retired: Iterable[Retired] = (),
) -> tuple[list[Passage], list[Problem]]:
    """Return the passages with a mark at the lemma of each note, and the notes that fit no words.

    Problems: B04 an unknown key, N02 and N03 a lemma that is absent or repeated, N04 an unknown passage,
    Q05 a locator without a number.
    """
    known = set(keys)
    problems: list[Problem] = []
    marks: dict[Anchor, list[Mark]] = {}
    by_id = {passage.id: passage for passage in passages}
    for numbered in notes:
        note, at = numbered.note, numbered.note.at
        problems += unknown_keys(keys_in(note.body), at.path, at.line, known)
        problems += (one for _, cited in citations_in(note.body) for one in numberless(cited, at))
        passage = by_id.get(note.passage)
        if passage is None:
            hint = instead(note.passage, by_id, retired)
            problems.append(Problem(at.path, at.line, "N04", f"there is no {note.passage}", hint))
            continue
        start = Lemma(note.lemma, "lemma", "N02", "N03", at).place(passage)
        if isinstance(start, Problem):
            problems.append(start)
            continue
        mark = Mark(start, start + len(note.lemma), "note", str(numbered.id))
        marks.setdefault(passage.id, []).append(mark)
    return [passage.with_marks(marks.get(passage.id, ())) for passage in passages], problems
