"""Attach what the editor quotes, citations and notes, to the passages they are quoted from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.model import At, Citation, Mark, Note, NumberedNote, Passage, Retired
from reader.problems import Problem, near, unknown_keys

CITED = re.compile(r"\[(@[^\[\]]+)\]")
PLACE = re.compile(r"\d|\b[ivxlcdm]+$")
KEY = re.compile(r"@([\w-]+)(?:\s*,\s*([^;]+))?")


def cite(
    passages: Sequence[Passage],
    citations: Iterable[Citation],
    keys: Iterable[str],
    retired: Iterable[Retired] = (),
) -> tuple[list[Passage], list[Problem]]:
    """Return the passages with their citations marked, and the citations that fit no words."""
    known = set(keys)
    problems: list[Problem] = []
    marks: dict[str, list[Mark]] = {}
    by_id = {passage.id: passage for passage in passages}
    for one in citations:
        at = one.at
        problems += unknown_keys([one.key], at.path, at.line, known)
        problems += _numberless([(one.key, one.locator)], at)
        passage = by_id.get(one.passage)
        if passage is None:
            hint = _where(one.passage, by_id, retired)
            problems.append(Problem(at.path, at.line, "Q03", f"there is no {one.passage}", hint))
            continue
        start = _find(passage, one.quote)
        if start is None:
            problems.append(_not_once(one, passage))
            continue
        mark = Mark(start, start + len(one.quote), "citation", one.key)
        if any(mark.start < other.end and other.start < mark.end for other in marks.get(passage.id, [])):
            message = f"“{one.quote}” overlaps another citation of {passage.id}"
            problems.append(Problem(at.path, at.line, "Q04", message, "quote other words"))
            continue
        marks.setdefault(passage.id, []).append(mark)
    return _with(passages, marks), problems


def annotate(
    passages: Sequence[Passage],
    notes: Iterable[NumberedNote],
    keys: Iterable[str],
    retired: Iterable[Retired] = (),
) -> tuple[list[Passage], list[Problem]]:
    """Return the passages with a mark at the lemma of each note, and the notes that fit no words."""
    known = set(keys)
    problems: list[Problem] = []
    marks: dict[str, list[Mark]] = {}
    by_id = {passage.id: passage for passage in passages}
    for numbered in notes:
        note, at = numbered.note, numbered.note.at
        problems += unknown_keys(keys_in(note.body), at.path, at.line, known)
        problems += (one for _, cited in citations_in(note.body) for one in _numberless(cited, at))
        passage = by_id.get(note.passage)
        if passage is None:
            hint = _where(note.passage, by_id, retired)
            problems.append(Problem(at.path, at.line, "N04", f"there is no {note.passage}", hint))
            continue
        start = _find(passage, note.lemma)
        if start is None:
            problems.append(_not_once(note, passage))
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


def _numberless(cited: Iterable[tuple[str, str]], at: At) -> Iterator[Problem]:
    """A locator that names no place: “p.” alone."""
    for key, locator in cited:
        if locator and not PLACE.search(locator):
            message = f"the locator “{locator}” of “{key}” has no number"
            yield Problem(at.path, at.line, "Q05", message, "write it like p. 5, or leave it out")


def _where(id_: str, passages: Mapping[str, Passage], retired: Iterable[Retired]) -> str:
    """Where a passage that is not there may be meant to be."""
    for one in retired:
        if one.id == id_:
            return f"it is retired, and lands on {one.lands}" if one.lands else "it is retired"
    return near(id_, passages)


def _find(passage: Passage, words: str) -> int | None:
    """Where `words` stand in a passage, if they stand there once."""
    start = passage.text.find(words)
    once = start >= 0 and passage.text.find(words, start + 1) < 0
    return start if once and words else None


def _not_once(entry: Citation | Note, passage: Passage) -> Problem:
    """Say that the words an entry quotes are not in its passage, or are there more than once."""
    citation = isinstance(entry, Citation)
    what, words = ("quote", entry.quote) if isinstance(entry, Citation) else ("lemma", entry.lemma)
    path, line = entry.at.path, entry.at.line
    if (times := len(re.findall(f"(?={re.escape(words)})", passage.text))) > 1:
        message = f"{what} “{words}” is in {passage.id} {times} times"
        return Problem(path, line, "Q02" if citation else "N03", message, f"lengthen the {what}")
    message = f"{what} “{words}” is not in {passage.id}"
    return Problem(path, line, "Q01" if citation else "N02", message, _hint(words, passage))


def _hint(words: str, passage: Passage) -> str:
    """Name the words of the passage that differ only in case, quotes or spaces, or its opening."""
    loose = r"\W+".join(map(re.escape, re.findall(r"\w+", words)))
    match = re.search(loose, passage.text, re.IGNORECASE) if loose else None
    if match:
        return f"{passage.id} has “{match[0]}”"
    return f"{passage.id} begins “{passage.text[:50]}…”"


def _with(passages: Sequence[Passage], marks: Mapping[str, list[Mark]]) -> list[Passage]:
    return [with_marks(passage, marks.get(passage.id, ())) for passage in passages]
