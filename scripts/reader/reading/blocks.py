"""Split the reading text at its blank lines and say what each block is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.model import Block, BlockKind, Cleaned, Heading, Place, Source, Supply
from reader.model.problems import Problem
from reader.words.letters import letters

BLOCK = re.compile(r"[^\n]+")


def split(source: Source, cleaned: Cleaned) -> tuple[list[Block], list[Problem]]:
    """Return the blocks of the reading text, in order, and the parts and breaks that fit none."""
    kinds, breaks = _kinds(source, cleaned), _breaks(source, cleaned)
    blocks: list[Block] = []
    for match in BLOCK.finditer(cleaned.text):
        start, end = match.span()
        lines = cleaned.raw_line(start), cleaned.raw_line(end - 1)
        kind = kinds.get(start) or _part(source, lines[0])
        blocks.append(Block(kind, match[0], start, lines, start in breaks))
    blocks = _with_notes(source, cleaned, blocks)
    return blocks, list(_unused(source, cleaned, blocks))


def _with_notes(source: Source, cleaned: Cleaned, blocks: list[Block]) -> list[Block]:
    """The blocks, with those that are notes of the source as such; what is supplied before one is none."""
    supplied = {spot.start for spot in cleaned.spots if isinstance(spot.entry, Supply)}
    labels = {
        line: one.label for one in source.about.footnote for line in range(one.note[0], one.note[1] + 1)
    }
    if not labels:
        return blocks
    made: list[Block] = []
    for block in blocks:
        label = None if block.start in supplied else labels.get(block.raw[0])
        made.append(
            block if label is None else replace(block, kind="footnote", place=Place("note", label, label))
        )
    return made


def _kinds(source: Source, cleaned: Cleaned) -> dict[int, BlockKind]:
    """The kinds of blocks that begin at a known offset: headings and supplied blocks."""
    kinds: dict[int, BlockKind] = {
        cleaned.line_offset(heading.line): "heading"
        for heading in source.about.heading
        if cleaned.raw.has(heading.line)
    }
    supplied = {spot.start: spot.entry.kind for spot in cleaned.spots if isinstance(spot.entry, Supply)}
    return kinds | supplied


def _breaks(source: Source, cleaned: Cleaned) -> set[int]:
    known = [one.before for one in source.about.pause if cleaned.raw.has(one.before)]
    return {cleaned.line_offset(line) for line in known}


def _part(source: Source, line: int) -> BlockKind:
    for part in source.about.part:
        if part.lines[0] <= line <= part.lines[1]:
            return part.kind
    return "paragraph"


def _unused(source: Source, cleaned: Cleaned, blocks: list[Block]) -> Iterator[Problem]:
    starts = {block.start for block in blocks}
    for heading in source.about.heading:
        if not _stands_alone(heading, cleaned, blocks):
            message = f"“{heading.text}” at raw line {heading.line} is not a block of its own"
            hint = "a blank line must stand before it, and a space or a line end after it"
            yield Problem(heading.at.path, heading.at.line, "S07", message, hint)
    for part in source.about.part:
        if not any(part.lines[0] <= block.raw[0] <= part.lines[1] for block in blocks):
            message = f"no block begins in raw lines {part.lines[0]}–{part.lines[1]}"
            yield Problem(part.at.path, part.at.line, "S07", message, "mend the lines, or drop the part")
    for one in source.about.pause:
        if not cleaned.raw.has(one.before) or cleaned.line_offset(one.before) not in starts:
            message = f"no block begins at raw line {one.before}"
            hint = "name the first line of a paragraph, or drop the pause"
            yield Problem(one.at.path, one.at.line, "S07", message, hint)

    for note in source.about.footnote:
        if cleaned.raw.has(*note.note) and not any(
            note.note[0] <= one.raw[0] <= note.note[1] for one in blocks
        ):
            message = f"nothing is left of the note in raw lines {note.note[0]}–{note.note[1]}"
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
