"""What does not fit once the blocks are known: parts without blocks, rows that differ, missing numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reader.model import Block, Figure, Heading, Part, Source, Table
from reader.model.problems import Problem
from reader.reading.parts import Span
from reader.reading.plan import Plan
from reader.words.letters import seen

LEVELS = range(1, 7)


def check_headings(
    source: Source, blocks: Sequence[Block], headings: Mapping[int, Heading]
) -> Iterator[Problem]:
    """Yield the headings with a level that there is not, other words than the text, or no number."""
    known = {block.start: block for block in blocks if block.kind == "heading"}
    found = {id(entry): known[start] for start, entry in headings.items() if start in known}
    for entry in source.about.heading:
        at, block = entry.at, found.get(id(entry))
        if entry.level not in LEVELS:
            message = f"there is no heading of level {entry.level}"
            yield Problem(at.path, at.line, "K09", message, "levels are 1, below the title, to 6")
        if block and entry.shown and seen(block.text) != seen(entry.words_shown):
            message = f"“{entry.shown}” has other letters than “{block.text}”"
            hint = "only capitals and signs may differ; words are changed in corrections.toml"
            yield Problem(at.path, at.line, "K09", message, hint)
        if (entry.unit != "none" or entry.label) and block and not block.shape.lead:
            yield _unnumbered(entry, entry.text)


def check_parts(plan: Plan, blocks: Sequence[Block]) -> Iterator[Problem]:
    """Yield the parts in which no block begins, and those that are not what they are said to be."""
    own: defaultdict[int, list[Block]] = defaultdict(list)
    held: set[int] = set()
    for block in blocks:
        chain = plan.chain(block.raw[0])
        held.update(span.number for span in chain)
        if chain:
            own[chain[-1].number].append(block)
    for span in sorted({span for chain in plan.chains for span in chain}, key=lambda one: one.number):
        mine = [block for block in own[span.number] if block.kind == _kind(span)]
        if span.number not in held:
            message = f"no block begins in raw lines {span.first}–{span.last}"
            at = span.entry.at
            yield Problem(at.path, at.line, "S07", message, f"mend the lines, or drop the {_name(span)}")
        elif isinstance(span.entry, Table):
            yield from _table(span.entry, mine)
        elif isinstance(span.entry, Figure):
            yield from _figure(span.entry, mine)
        else:
            yield from _part(span.entry, mine)


def _kind(span: Span) -> str:
    return "paragraph" if span.kind == "letter" else span.kind


def _name(span: Span) -> str:
    return "part" if isinstance(span.entry, Part) else span.kind


def _table(table: Table, blocks: Sequence[Block]) -> Iterator[Problem]:
    at = table.at
    if table.cells in ("words", "lines") and table.columns < 1:
        message = f"cells that are {table.cells} make no rows by themselves"
        yield Problem(at.path, at.line, "K05", message, "say how many cells a row has: columns = 3")
        return
    for block in blocks:
        rows = [row.count("\t") + 1 for row in block.text.split("\n")]
        wrong = next((number for number, cells in enumerate(rows, 1) if cells != rows[0]), 0)
        if wrong:
            message = f"row {wrong} of the table has {rows[wrong - 1]} cells, and its first row {rows[0]}"
            hint = (
                "say what divides cells: cells = “apart” (tabs, or two spaces), “bars”, “words”, “lines”, or "
                "“aligned” where some are blank; or how many make a row: columns = 3"
            )
            yield Problem(at.path, at.line, "K05", message, hint)
        elif rows[0] == 1:
            message = "the rows of the table have one cell each"
            yield Problem(
                at.path, at.line, "K05", message, "say what divides the cells: cells = “words”, columns = 3"
            )
        elif table.cells == "aligned" and table.columns and rows[0] != table.columns:
            message = f"the table has {rows[0]} columns by its blank places, and not {table.columns}"
            hint = "two spaces at least stand between columns: mend the number, or correct the spaces"
            yield Problem(at.path, at.line, "K05", message, hint)
        elif not 0 <= table.header < len(rows):
            message = f"{table.header} of {len(rows)} rows cannot be the header"
            yield Problem(at.path, at.line, "K05", message, "header = 0 where there is none")


def _figure(figure: Figure, blocks: Sequence[Block]) -> Iterator[Problem]:
    at = figure.at
    if len(blocks) > 1:
        first, last = figure.lines
        message = f"lines {first}–{last} are {len(blocks)} paragraphs, and a caption is one"
        yield Problem(at.path, at.line, "K06", message, "name the lines of one paragraph")


def _part(part: Part, blocks: Sequence[Block]) -> Iterator[Problem]:
    at = part.at
    numbered = (part.unit != "none" or part.label) and part.kind not in ("item", "speech", "letter")
    if numbered and blocks and not any(block.shape.lead for block in blocks):
        yield _unnumbered(part, blocks[0].text)
    if part.kind == "speech" and blocks and not blocks[0].shape.opens:
        said = blocks[0].text[:40]
        message = f"no speaker opens the first turn, which begins “{said}”"
        hint = (
            "name those who open turns: speakers = [“Q”, “A”]; or speaker = “A”, where the text names nobody"
        )
        yield Problem(at.path, at.line, "K08", message, hint)
    if (part.speakers or part.speaker) and part.kind != "speech":
        message = f"a {part.kind} has no speakers"
        yield Problem(at.path, at.line, "K08", message, "say kind = “speech”, or drop the names")
    found = {block.shape.speaker for block in blocks}
    for name in part.speakers if part.kind == "speech" and blocks and blocks[0].shape.opens else ():
        if name not in found:
            message = f"“{name}” opens no turn in lines {part.lines[0]}–{part.lines[1]}"
            yield Problem(
                at.path, at.line, "K08", message, "a name is followed by a colon, a point or a dash"
            )
    if part.first_line and (part.kind != "verse" or part.first_line < 1):
        message = f"first_line is {part.first_line} for a {part.kind}"
        yield Problem(at.path, at.line, "K07", message, "the lines of verse are counted, from 1 on")


def _unnumbered(entry: Heading | Part, text: str) -> Problem:
    wanted = f"with “{entry.label}”" if entry.label else "with a number"
    message = f"“{' '.join(text.split())[:40]}” does not begin {wanted}"
    hint = "say which words at its beginning are its number: label = “§ 3.”; or drop the unit"
    return Problem(entry.at.path, entry.at.line, "K07", message, hint)
