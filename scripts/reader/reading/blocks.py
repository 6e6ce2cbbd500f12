"""Split the reading text at its blank lines and say what each block is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reader.model import Block, Cleaned, Figure, Heading, Place, Shape, Source, Supply
from reader.model.lines import At
from reader.model.problems import Problem
from reader.reading.checks import check_headings, check_parts
from reader.reading.languages import language_of_lines
from reader.reading.parallels import parallels
from reader.reading.plan import Plan, plan
from reader.reading.shaping import Shaper
from reader.reading.unnumbered import count_paragraphs
from reader.words.letters import letters


def split(source: Source, cleaned: Cleaned) -> tuple[list[Block], list[Problem]]:
    """Return the blocks of the reading text, in order, and the parts and breaks that fit none."""
    languages = language_of_lines(source.about)
    planned, _told = plan(source, cleaned.raw)
    headings, breaks = _headings(source, cleaned), _breaks(source, cleaned)
    supplied = {spot.start: spot.entry for spot in cleaned.spots if isinstance(spot.entry, Supply)}
    captions: Mapping[At, Figure] = {one.at: one for one in source.about.figure}
    notes = [one for one in source.about.footnote if cleaned.raw.has(*one.note)]
    labels = {line: one.label for one in notes for line in one.lines}
    shaper = Shaper(planned, source.pictures)
    blocks: list[Block] = []
    for start, end in cleaned.stretches():
        text = cleaned.text[start:end]
        lines = cleaned.raw_line(start), cleaned.raw_line(end - 1)
        if start in supplied:
            entry = supplied[start]
            kind, shape = shaper.supplied(entry, captions.get(entry.at))
        elif start in headings:
            kind, shape = shaper.heading(text, headings[start])
        elif label := labels.get(lines[0]):
            kind, shape = "footnote", Shape(place=Place("note", label, label))
        else:
            kind, shape = shaper.block(text, planned.chain(lines[0]))
        tag = languages(lines[0])
        blocks.append(Block(kind, text, start, lines, start in breaks, shape, tag))
    blocks = count_paragraphs(blocks, sections=not source.about.page)
    rows, in_pairs = parallels(source, blocks)
    for number, row in enumerate(rows, 1):
        for side, translates in zip(row, (False, True), strict=True):
            for at in side:
                blocks[at] = replace(blocks[at], pair=number, translates=translates)
    problems = [
        *in_pairs,
        *_unused(source, cleaned, planned, blocks),
        *check_headings(source, blocks, headings),
    ]
    return blocks, [*problems, *check_parts(planned, blocks)]


def _headings(source: Source, cleaned: Cleaned) -> dict[int, Heading]:
    """The headings by the offsets at which they begin."""
    return {
        cleaned.line_offset(heading.line): heading
        for heading in source.about.heading
        if cleaned.raw.has(heading.line)
    }


def _breaks(source: Source, cleaned: Cleaned) -> set[int]:
    known = [one.before for one in source.about.pause if cleaned.raw.has(one.before)]
    return {cleaned.line_offset(line) for line in known}


def _unused(source: Source, cleaned: Cleaned, planned: Plan, blocks: list[Block]) -> Iterator[Problem]:
    starts = {block.start for block in blocks}
    for heading in source.about.heading:
        if not _stands_alone(heading, cleaned, blocks):
            message = f"“{heading.text}” at raw line {heading.line} is not a block of its own"
            hint = "a blank line must stand before it, and a space or a line end after it"
            yield Problem(heading.at.path, heading.at.line, "S07", message, hint)
    for one in source.about.pause:
        if not cleaned.raw.has(one.before) or cleaned.line_offset(one.before) not in starts:
            message = f"no block begins at raw line {one.before}"
            hint = "name the first line of a paragraph, or drop the pause"
            yield Problem(one.at.path, one.at.line, "S07", message, hint)
    for join in source.about.join:
        known = cleaned.raw.has(join.line) and cleaned.raw.starts[join.line - 1] in planned.joins
        if known and cleaned.line_offset(join.line) in starts:
            message = f"the paragraph before raw line {join.line} does not go on there"
            hint = "something stands between: cut it, or drop the join"
            yield Problem(join.at.path, join.at.line, "K10", message, hint)
    begun = {block.raw[0] for block in blocks}
    for note in source.about.footnote:
        first, last = note.note
        if cleaned.raw.has(first, last) and begun.isdisjoint(note.lines):
            message = f"nothing is left of the note in raw lines {first}–{last}"
            yield Problem(note.at.path, note.at.line, "F05", message, "mend the lines, or drop the footnote")


def _stands_alone(heading: Heading, cleaned: Cleaned, blocks: list[Block]) -> bool:
    """Whether a heading that the text has where it is said to be is a block by itself."""
    if not cleaned.raw.has(heading.line):
        return True
    offset, words = cleaned.line_offset(heading.line), letters(heading.text)
    for block in blocks:
        if block.start <= offset < block.start + len(block.text):
            rest = letters(block.text[offset - block.start :])
            return not rest.startswith(words) or (block.start == offset and rest == words)
    return True
