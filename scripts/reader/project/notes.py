"""Read `notes.md`: `## p12 “lemma”`, `kind: since`, and Markdown up to the next such heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.model import NOTE_KINDS, Anchor, At, Note, NoteKinds
from reader.model.problems import Problem
from reader.project import prose

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
HEAD = re.compile(r"##(?!#)")
NOTE = re.compile(r"##\s+(\S+)\s+[“\"](.+)[”\"]\s*")
KIND = re.compile(r"kind:\s*(\S+)\s*")


def parse(path: str, text: str, kinds: NoteKinds = NOTE_KINDS) -> tuple[tuple[Note, ...], list[Problem]]:
    """Return the notes of a file in their order, and what is wrong with it.

    Problems: N01 what is no note, N05 and N06 as `prose.parse` yields them.
    """
    notes: list[Note] = []
    problems: list[Problem] = []
    rows = COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text).split("\n")
    heads = [number for number, row in enumerate(rows) if HEAD.match(row)]
    stray = next((number for number, row in enumerate(rows[: min(heads, default=None)]) if row.strip()), None)
    if stray is not None:
        hint = "write ## p12 “words of the passage” above it"
        problems.append(Problem(path, stray + 1, "N01", f"“{rows[stray][:40]}” belongs to no note", hint))
    for head, end in pairwise([*heads, len(rows)]):
        note, wrong = _note(At(path, head + 1), rows[head:end], kinds)
        notes += [note] if note else []
        problems += wrong
    return tuple(notes), problems


def _note(at: At, rows: Sequence[str], kinds: NoteKinds) -> tuple[Note | None, list[Problem]]:
    """The note of some rows, the first of which is its heading, and what is wrong with it.

    A note whose body holds what it may not is a note all the same, or the ledger would seem to lose it.
    """
    match = NOTE.fullmatch(rows[0])
    passage = Anchor.parse(match[1]) if match else None
    if not match or passage is None:
        hint = "write ## p12 “words of the passage”"
        return None, [Problem(at.path, at.line, "N01", f"“{rows[0]}” is no heading of a note", hint)]
    second = next((number for number, row in enumerate(rows) if number and row.strip()), 0)
    kind = KIND.fullmatch(rows[second])
    if not kind or kind[1] not in kinds:
        hint = f"write kind: and one of {', '.join(kinds)} under the heading"
        return None, [Problem(at.path, at.line, "N01", f"the note on “{match[2]}” has no known kind", hint)]
    body, problems = prose.parse(at.path, at.line + second + 1, "\n".join(rows[second + 1 :]))
    if not body.paragraphs and not problems:
        message, hint = f"the note on “{match[2]}” says nothing", "write it below its kind, or drop it"
        return None, [Problem(at.path, at.line, "N01", message, hint)]
    return Note(passage, match[2], kind[1], body, at), problems
