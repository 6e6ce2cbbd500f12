"""The notes of the source: found where the raw text has them, and put behind the running text.

    raw lines  "… at sea and"  "1. Hull Records."  "on land …"
    reading    "… at sea and on land …"            "Hull Records.", which is note 1

The number that a note begins with is taken out, since it is shown as its label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model import Footnote, Source
from reader.model.problems import Problem
from reader.reading.decisions import no_such_line
from reader.words.edits import Edit, Pass, apply
from reader.words.letters import letters
from reader.words.moves import Move, move
from reader.words.raw_text import RawText

APART = "\n\n"


@dataclass(frozen=True, slots=True)
class Noted:
    """A note in the raw text: where its lines begin and end, and the edit that takes its number out."""

    entry: Footnote  # the editor’s
    start: int  # of its first line
    end: int  # of its last, with the line end
    number: Edit  # not yet applied


def find_notes(source: Source, raw: RawText, cuts: Sequence[Edit]) -> tuple[list[Noted], list[Problem]]:
    """Locate the notes in the order of the raw text; what is wrong with their lines is S06 or F05."""
    found: list[Noted] = []
    problems: list[Problem] = []
    taken: dict[int, Footnote] = {}
    for entry in source.about.footnote:
        at, (first, last) = entry.at, entry.note
        if not raw.has(first, last) or last < first:
            problems.append(no_such_line(at, f"{first}–{last}", raw))
            continue
        wrong = list(_wrong(entry, source, raw, cuts, taken))
        problems += (Problem(at.path, at.line, "F05", message, hint) for message, hint in wrong)
        if not wrong:
            taken |= dict.fromkeys(entry.lines, entry)
            found.append(_noted(entry, raw))
    return sorted(found, key=lambda one: one.start), problems


def _wrong(
    entry: Footnote, source: Source, raw: RawText, cuts: Sequence[Edit], taken: dict[int, Footnote]
) -> Iterator[tuple[str, str]]:
    """What is wrong with the lines of a note, and what to do about it."""
    first, last = entry.note
    lines = entry.lines
    start, number = raw.starts[first - 1], entry.number or entry.marker
    if any(cut.start <= start < cut.end for cut in cuts):
        yield f"line {first} is cut", "drop the cut or the footnote"
    elif not " ".join(raw.line(first).split()).startswith(" ".join(number.split())):
        hint = f"it begins “{raw.line(first).strip()[:40]}”: say number = “…” where it is not the marker"
        yield f"line {first} does not begin with “{number}”", hint
    elif letters(entry.label) not in letters(number):
        message = f"the marker is “{entry.marker}”, and the note begins with “{number}”"
        yield message, "name the lines of the note that the marker calls"
    if entry.line in lines:
        yield f"line {entry.line} holds the marker, and is a line of the note", "mend one of the two"
    for other in {id(one): one for line in lines if (one := taken.get(line))}.values():
        hint = f"it is in line {other.at.line}; let each line belong to one note"
        yield f"lines {first}–{last} belong to another footnote", hint
    for heading in source.about.heading:
        if heading.line in lines:
            yield f"line {heading.line} is a heading", "drop the heading, or mend the lines of the note"


def _noted(entry: Footnote, raw: RawText) -> Noted:
    start, end = raw.span(*entry.note)
    first = start
    while raw.text[first : first + 1].isspace():
        first += 1
    last = first
    for sign in "".join((entry.number or entry.marker).split()):
        last = raw.text.index(sign, last) + 1
    line_end = raw.span(entry.note[0], entry.note[0])[1]
    while last < line_end and raw.text[last].isspace():
        last += 1
    return Noted(entry, start, end, Edit(first, last, "", "label", "number", entry.label))


def set_apart(text: str, notes: Sequence[Noted], first: Pass) -> tuple[str, list[Pass | Move]]:
    """Put the notes behind the running text, each a block of its own; return the text with the record.

    `first` leads from the raw text, in which the notes are located, to `text`.
    """
    stretches = [(first.forward(one.start), first.forward(one.end, before_insertions=True)) for one in notes]
    stretches = [(start, end) for start, end in stretches if start < end]
    if not stretches:
        return text, []
    edges = sorted({edge for stretch in stretches for edge in stretch})
    text, apart = apply(text, [Edit(edge, edge, APART, "regularise", "footnotes") for edge in edges])
    begins = {start for start, _end in stretches}
    moved = [
        (apart.forward(start, before_insertions=True), apart.forward(end, before_insertions=end in begins))
        for start, end in stretches
    ]
    text, one = move(text, moved)
    return text, [apart, one]
