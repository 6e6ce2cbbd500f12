"""Attach what the editor quotes, citations and notes, to the passages they are quoted from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.model import Citation, Mark, NumberedNote, Passage
from reader.problems import Problem, near, unknown_keys

CITED = re.compile(r"\[(@[^\[\]]+)\]")
KEY = re.compile(r"@([\w-]+)(?:\s*,\s*([^;]+))?")


def cite(
    passages: Sequence[Passage], citations: Iterable[Citation], keys: Iterable[str]
) -> tuple[list[Passage], list[Problem]]:
    """Return the passages with their citations marked, and the citations that fit no words."""
    known = set(keys)
    problems: list[Problem] = []
    marks: dict[str, list[Mark]] = {}
    by_id = {passage.id: passage for passage in passages}
    for one in citations:
        at = one.at
        problems += unknown_keys([one.key], at.path, at.line, known)
        passage = by_id.get(one.passage)
        if passage is None:
            hint = near(one.passage, by_id)
            problems.append(Problem(at.path, at.line, "Q03", f"there is no {one.passage}", hint))
            continue
        start = _find(passage, one.quote)
        if start is None:
            code = "Q02" if passage.text.count(one.quote) > 1 else "Q01"
            problems.append(_not_once(code, "quote", one.quote, passage, at.path, at.line))
            continue
        mark = Mark(start, start + len(one.quote), "citation", one.key)
        if any(mark.start < other.end and other.start < mark.end for other in marks.get(passage.id, [])):
            message = f"“{one.quote}” overlaps another citation of {passage.id}"
            problems.append(Problem(at.path, at.line, "Q04", message, "quote other words"))
            continue
        marks.setdefault(passage.id, []).append(mark)
    return _with(passages, marks), problems


def annotate(
    passages: Sequence[Passage], notes: Iterable[NumberedNote], keys: Iterable[str]
) -> tuple[list[Passage], list[Problem]]:
    """Return the passages with a mark at the lemma of each note, and the notes that fit no words."""
    known = set(keys)
    problems: list[Problem] = []
    marks: dict[str, list[Mark]] = {}
    by_id = {passage.id: passage for passage in passages}
    for numbered in notes:
        note, at = numbered.note, numbered.note.at
        problems += unknown_keys(keys_in(note.body), at.path, at.line, known)
        passage = by_id.get(note.passage)
        if passage is None:
            hint = near(note.passage, by_id)
            problems.append(Problem(at.path, at.line, "N04", f"there is no {note.passage}", hint))
            continue
        start = _find(passage, note.lemma)
        if start is None:
            code = "N03" if passage.text.count(note.lemma) > 1 else "N02"
            problems.append(_not_once(code, "lemma", note.lemma, passage, at.path, at.line))
            continue
        mark = Mark(start, start + len(note.lemma), "note", numbered.id)
        marks.setdefault(passage.id, []).append(mark)
    return _with(passages, marks), problems


def citations_in(markdown: str) -> Iterator[tuple[re.Match[str], list[tuple[str, str]]]]:
    """Yield each `[@key, p. 5; @other]` of our own Markdown, with its keys and locators."""
    for match in CITED.finditer(markdown):
        yield match, [(one[1], (one[2] or "").strip()) for one in KEY.finditer(match[1])]


def keys_in(markdown: str) -> list[str]:
    """Return the keys that a piece of our own Markdown cites."""
    return [key for _match, cited in citations_in(markdown) for key, _locator in cited]


def with_marks(passage: Passage, marks: Iterable[Mark]) -> Passage:
    """Return the passage with more marks, all in the order of the text, the longer first."""
    every = (*passage.marks, *marks)
    return replace(
        passage,
        marks=tuple(sorted(every, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.target))),
    )


def _find(passage: Passage, words: str) -> int | None:
    """Where `words` stand in a passage, if they stand there once."""
    start = passage.text.find(words)
    once = start >= 0 and passage.text.find(words, start + 1) < 0
    return start if once and words else None


def _not_once(code: str, what: str, words: str, passage: Passage, path: str, line: int) -> Problem:
    if code in {"N03", "Q02"}:
        message = f"{what} “{words}” is in {passage.id} {passage.text.count(words)} times"
        return Problem(path, line, code, message, f"lengthen the {what}")
    return Problem(path, line, code, f"{what} “{words}” is not in {passage.id}", _hint(words, passage))


def _hint(words: str, passage: Passage) -> str:
    """Name the words of the passage that differ only in case, quotes or spaces, or its opening."""
    loose = r"\W+".join(map(re.escape, re.findall(r"\w+", words)))
    match = re.search(loose, passage.text, re.IGNORECASE) if loose else None
    if match:
        return f"{passage.id} has “{match[0]}”"
    return f"{passage.id} begins “{passage.text[:50]}…”"


def _with(passages: Sequence[Passage], marks: Mapping[str, list[Mark]]) -> list[Passage]:
    return [with_marks(passage, marks.get(passage.id, ())) for passage in passages]
