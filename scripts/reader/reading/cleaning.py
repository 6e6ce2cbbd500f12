"""From the raw text to the reading text: the editor's decisions first, then the regularising rules.

The first pass is made on the raw text itself and holds all that an editor wrote down by raw line. Each
rule is a pass of its own after it. Nothing is guessed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from reader.model import Cleaned, Footnote, Markup, Placed, Source, Spot
from reader.model.problems import Problem
from reader.reading.decisions import find_cuts, find_entries, misplaced_headings
from reader.reading.figures import check_figures
from reader.reading.footnotes import Noted, find_notes, set_apart
from reader.reading.in_lines import InLine, find_in_lines
from reader.reading.languages import check_languages, has_others, language_of_lines
from reader.reading.line_numbers import find_line_numbers
from reader.reading.plan import Plan, plan
from reader.reading.regularising import check_regularise, marks_asked
from reader.reading.rules import RULES, Setting
from reader.reading.rules.line_end_hyphens import undecided
from reader.words.edits import Edit, Pass, apply, backward, forward
from reader.words.moves import Move
from reader.words.raw_text import RawText


def clean(source: Source) -> tuple[Cleaned | None, list[Problem]]:
    """Return the reading text of `source` with its record, and what stands in the way of it."""
    decoded, problems = _decode(source)
    if decoded is None:
        return None, problems
    raw = RawText(decoded)
    cuts, in_cuts = find_cuts(source, raw)
    planned, in_plan = plan(source, raw, cuts)
    notes, in_notes = find_notes(source, raw, cuts)
    in_lines, in_in_lines = find_in_lines(source, raw, [*cuts, *(one.number for one in notes)])
    notes, in_lines = _whole(notes, in_lines)
    numbers = [one.number for one in notes]
    signs = [*numbers, *(one.edit for one in in_lines if one.applied)]
    of_lines, in_numbers = find_line_numbers(source, raw, planned, [*cuts, *signs])
    signs += of_lines
    found, in_entries = find_entries(source, raw, [*cuts, *signs])
    problems += [
        *in_cuts,
        *in_plan,
        *in_notes,
        *in_in_lines,
        *in_numbers,
        *in_entries,
        *misplaced_headings(source.about.heading, raw, cuts),
        *check_figures(source),
        *check_regularise(source.about.regularise),
        *check_languages(source),
    ]
    text, first = apply(raw.text, [*cuts, *signs, *(one.edit for one in found if one.applied)])
    text, apart = set_apart(text, notes, first)
    passes: list[Pass | Move] = [first, *apart]
    off = source.about.regularise.off
    for rule in RULES:
        if rule.name in off:
            continue
        setting = _setting(source, raw, tuple(passes), planned)
        if rule.name == "line-end-hyphens":
            problems += _undecided_hyphens(source, text, setting)
        text, one = apply(text, rule.edits(text, setting))
        if one.changes:
            passes.append(one)
    spots = tuple(Spot(*_stretch(one.edit, passes), one.entry) for one in found)
    placed = tuple(_placed(one, passes) for one in in_lines)
    return Cleaned(raw, text, tuple(passes), spots, placed), problems


def _decode(source: Source) -> tuple[str | None, list[Problem]]:
    path = source.file("raw.txt")
    try:
        raw = source.raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = source.raw.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{source.raw[error.start]:02x} is not UTF-8"
        hint = "convert the file to UTF-8 and take it in anew"
        return None, [Problem(path, line, "S02", message, hint)]
    if not raw.strip():
        return None, [Problem(path, 1, "S01", "the raw text is empty", "put the text as received into it")]
    digest = hashlib.sha256(source.raw).hexdigest()
    if digest == source.about.sha256:
        return raw, []
    message = f"the sha256 of raw.txt is {digest}, not “{source.about.sha256[:12]}…”"
    hint = "restore the file as received: it is never edited"
    return raw, [Problem(source.about.at.path, source.about.at.line, "S03", message, hint)]


def _setting(source: Source, raw: RawText, passes: tuple[Pass | Move, ...], planned: Plan) -> Setting:
    about = source.about
    languages, others = language_of_lines(about), has_others(about)

    def raw_line(offset: int) -> int:
        return raw.line_of(backward(passes, offset))

    return Setting(
        layout=about.layout,
        kept_hyphens=frozenset(hyphen.line for hyphen in about.hyphen if hyphen.keep),
        dropped_hyphens=frozenset(hyphen.line for hyphen in about.hyphen if not hyphen.keep),
        suspended=frozenset(hyphen.line for hyphen in about.hyphen if hyphen.keep and hyphen.space),
        headings={heading.line: " ".join(heading.text.split()) for heading in about.heading},
        raw_line=raw_line,
        language=lambda offset: languages(raw_line(offset) if others else 1),
        marks=marks_asked(about.regularise),
        plan=planned,
        place=lambda offset: forward(passes, offset),
        place_of_end=lambda offset: forward(passes, offset, before_insertions=True),
    )


def _undecided_hyphens(source: Source, text: str, setting: Setting) -> Iterator[Problem]:
    """A hyphen at the end of a wrapped line may be real or not: somebody must have said which."""
    path = source.file("source.toml")
    wrapped = source.about.layout == "hard-wrapped" or setting.plan.joins
    stand = dict(undecided(text, setting)) if wrapped else {}
    decided = {hyphen.line: hyphen.at for hyphen in source.about.hyphen}
    for line in sorted(line for line, asks in stand.items() if asks and line not in decided):
        hint = f"add [[hyphen]] with line = {line}, keep = true or false, and a reason"
        yield Problem(path, source.about.at.line, "S08", f"raw line {line} ends in a hyphen", hint)
    for line in sorted(decided.keys() - stand.keys()):
        message = f"raw line {line} does not end in a hyphen that divides a word"
        yield Problem(path, decided[line].line, "S08", message, "drop the entry")


def _whole(notes: Sequence[Noted], in_lines: Sequence[InLine]) -> tuple[list[Noted], list[InLine]]:
    """The notes that have a marker, and the markers that have a note: of the others nothing is moved."""
    called = {id(one.entry) for one in in_lines}
    noted = {id(one.entry) for one in notes}
    return (
        [one for one in notes if id(one.entry) in called],
        [one for one in in_lines if not isinstance(one.entry, Footnote) or id(one.entry) in noted],
    )


def _stretch(edit: Edit, passes: Sequence[Pass | Move]) -> tuple[int, int]:
    """Where the words of an entry stand in the reading text."""
    for change in passes[0].changes:
        if change.edit is edit:
            words = edit.replacement.strip("\n")
            start = change.begins + max(0, edit.replacement.find(words))
            end, rest = start + len(words), passes[1:]
            break
    else:
        start, end, rest = edit.start, edit.end, passes
    return forward(rest, start), forward(rest, end, before_insertions=True)


def _placed(one: InLine, passes: Sequence[Pass | Move]) -> Placed:
    """Where the source marks something within its lines.

    The marker of a note stands right after what it follows, and a page right before what it begins with.
    """
    edit = one.edit
    if isinstance(one.entry, Markup):
        end = forward(passes, edit.end, before_insertions=True)
        return Placed(forward(passes, edit.start), end, one.entry)
    follows = isinstance(one.entry, Footnote)
    at = forward(passes, edit.start if follows else edit.end, before_insertions=follows)
    return Placed(at, at, one.entry)
