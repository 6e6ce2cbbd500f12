"""The plan of a text: where its blocks begin, and what its raw lines are, as the editor has written it down.

All of it speaks in lines and offsets of the raw text. The rules ask it what they may do where, and the
blocks take their shapes from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.model import Heading, Part, Source, Table
from reader.model.problems import Problem
from reader.model.shapes import LINED, TAB
from reader.reading import leads
from reader.reading.joins import Broken
from reader.reading.paragraphs import Ground
from reader.reading.parts import Chain, Span, nested, spans_of
from reader.words.edits import Edit
from reader.words.raw_text import RawText


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    """A heading with the raw characters that are its words."""

    entry: Heading  # what the editor wrote
    start: int  # in the raw text, in code points
    end: int  # the same, exclusive


@dataclass(frozen=True)
class Plan:
    """What the raw lines are; `chains` are the parts that hold each line, counted from 1.

    `breaks` are the offsets at which a block begins, `joined` the lines whose end lies within a heading,
    `indents` how far all lines of a verse are indented, `unmarked` the lists whose items have no markers;
    `tables` come with the offsets at which they begin and end.
    """

    chains: Sequence[Chain] = ()
    breaks: Sequence[int] = ()
    headings: Sequence[PlacedHeading] = ()  # those whose words stand where they are said to, and are not cut
    joined: frozenset[int] = frozenset()
    indents: Mapping[int, int] = field(default_factory=dict)
    unmarked: frozenset[int] = frozenset()
    tables: Sequence[tuple[Table, int, int]] = ()
    joins: Sequence[
        int
    ] = ()  # the offsets of lines with which a paragraph goes on that is broken before them
    has_parts: bool = False  # whether lines belong to a part, a table or a figure

    def chain(self, line: int) -> Chain:
        """The parts that hold a line, the outermost first."""
        return self.chains[line] if line < len(self.chains) else ()

    def innermost(self, line: int) -> Span | None:
        """The part that a line belongs to."""
        chain = self.chain(line)
        return chain[-1] if chain else None

    def lined(self, line: int) -> int:
        """The number of the part whose lines are kept and that has this one, or nothing."""
        span = self.innermost(line)
        return span.number if span and span.kind in LINED else 0


def plan(source: Source, raw: RawText, cuts: Sequence[Edit] = ()) -> tuple[Plan, list[Problem]]:
    """Return the plan of a text, and the entries that do not fit it."""
    spans, problems = spans_of(source, raw)
    chains, crossing = nested(spans, len(raw.starts))
    problems += crossing
    for note in source.about.footnote:
        for line in note.lines if raw.has(*note.note) else ():
            chains[line] = ()  # a note is put behind the text, whatever holds it in the raw text
    known = [span for span in spans if span in chains[span.first] or span in chains[span.last]]
    placed = filter(None, (_placed(entry, raw) for entry in source.about.heading))
    headings = [one for one in placed if not any(cut.start <= one.start < cut.end for cut in cuts)]
    breaks = {raw.starts[span.first - 1] for span in known} | {
        raw.starts[span.last] for span in known if span.last < len(raw.starts)
    }
    breaks |= {raw.starts[one.entry.line - 1] for one in headings}
    ground = Ground(raw, cuts, [(one.start, one.end) for one in headings], chains)
    paragraphs, in_paragraphs = ground.paragraphs(source.about.paragraph)
    problems += in_paragraphs
    breaks |= set(paragraphs)
    own = _own_lines(known, chains, raw)
    divided = {raw.line_of(offset) for offset in paragraphs}
    unmarked = frozenset(
        span.number
        for span in known
        if span.kind == "item" and not any(_is_marked(raw, line) for line in own[span.number])
    )
    for span in known:
        lines = own[span.number]
        breaks |= set(_openings(span, lines, raw, span.number in unmarked, divided))
    of_headings = {
        line
        for one in headings
        for line in range(raw.line_of(one.start), raw.line_of(max(one.start, one.end - 1)) + 1)
    }
    ends = {one.end for one in headings}
    titles = {line for line in of_headings if _end_of_words(raw, line) in ends}
    joins, in_joins = Broken(raw, cuts, of_headings, titles, chains, divided).joins(source)
    problems += in_joins
    breaks -= set(joins)
    joined = {
        line
        for one in headings
        for line in range(raw.line_of(one.start), raw.line_of(max(one.start, one.end - 1)))
    }
    indents = {span.number: _indent(raw, own[span.number]) for span in known if span.kind == "verse"}
    tables = [(one.entry, *raw.span(one.first, one.last)) for one in known if isinstance(one.entry, Table)]
    return (
        Plan(
            chains,
            sorted(breaks),
            headings,
            frozenset(joined),
            indents,
            unmarked,
            tables,
            joins,
            has_parts=bool(known),
        ),
        problems,
    )


def _placed(entry: Heading, raw: RawText) -> PlacedHeading | None:
    """Where the words of a heading stand; they may run on over the ends of lines."""
    if not raw.has(entry.line) or not entry.text.strip():
        return None
    words = r"\s+".join(map(re.escape, entry.text.split()))
    found = re.compile(rf"[^\S\r\n]*({words})").match(raw.text, raw.starts[entry.line - 1])
    return PlacedHeading(entry, *found.span(1)) if found else None


def _end_of_words(raw: RawText, line: int) -> int:
    return raw.starts[line - 1] + len(raw.line(line).rstrip())


def _own_lines(spans: Sequence[Span], chains: Sequence[Chain], raw: RawText) -> dict[int, list[int]]:
    """The lines of each part that are not blank, nor those of a part within it."""
    own: dict[int, list[int]] = {span.number: [] for span in spans}
    for line, chain in enumerate(chains):
        if chain and raw.line(line).strip():
            own[chain[-1].number].append(line)
    return own


def _is_marked(raw: RawText, line: int) -> bool:
    return leads.marker(raw.line(line).strip()) > 0


def _openings(
    span: Span, lines: Sequence[int], raw: RawText, unmarked: bool, divided: set[int]
) -> Iterator[int]:
    """Where items and turns begin within a part, although no blank line stands before them."""
    if span.kind == "item":
        every = unmarked and not divided & set(lines)
        yield from (raw.starts[line - 1] for line in lines if every or _is_marked(raw, line))
    if span.kind == "speech" and isinstance(span.entry, Part):
        for line in lines:
            words = raw.line(line).strip()
            lead, _name = leads.speaker(words, span.entry.speakers)
            if lead:
                yield raw.starts[line - 1]
            if lead == len(words) and line < len(raw.starts):
                yield raw.starts[line]


def _indent(raw: RawText, lines: Sequence[int]) -> int:
    """By how many spaces all of some lines are indented."""
    return min((indentation(raw.line(line)) for line in lines), default=0)


def indentation(line: str) -> int:
    """Return by how many spaces a line is indented."""
    return len(line[: len(line) - len(line.lstrip())].expandtabs(TAB))
