"""Put together what an editor looks through: what stands in `source.toml`, beside what detectors think of it.

What an editor has decided is shown as it stands, with the confidence of the detectors where they agree. Where
they would do otherwise, that is said and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.intake.proposal import UNSURE, Decided, Kind, Proposal
from reader.intake.writing_down import entry
from reader.model import At, Block, Cleaned, Cut, Source
from reader.model.review import UNKNOWN, Change, LineFate, Review, ReviewLine, ReviewRow, Said
from reader.words.raw_text import RawText

NEW_CUT = "say why"
HYPHENS: dict[bool, Kind] = {True: "keep-hyphen", False: "drop-hyphen"}


def review(source: Source, cleaned: Cleaned, blocks: Iterable[Block], proposal: Proposal) -> Review:
    """Return the review of a text, given its reading text, its blocks, and what detectors propose for it."""
    lines = _Lines(source, cleaned.raw, proposal)
    return Review(source.slug, tuple(_rows(blocks, lines, len(cleaned.raw.starts))))


def _rows(blocks: Iterable[Block], lines: _Lines, last: int) -> Iterator[ReviewRow]:
    """A row for each run of raw lines that blocks come from, and for each that became nothing."""
    shown = 0
    for (first, end), those in _together(blocks):
        yield from _bare(lines.of(shown + 1, first - 1))
        yield ReviewRow(lines.of(max(first, shown + 1), end), those)
        shown = max(shown, end)
    yield from _bare(lines.of(shown + 1, last))


def _bare(lines: tuple[ReviewLine, ...]) -> Iterator[ReviewRow]:
    if any(line.fate != "blank" for line in lines):
        yield ReviewRow(lines)


def _together(blocks: Iterable[Block]) -> Iterator[tuple[tuple[int, int], tuple[tuple[str, str], ...]]]:
    """The blocks with the raw lines that they come from; those that share a line are together."""
    kept: list[Block] = []
    for block in blocks:
        if kept and block.raw[0] > kept[-1].raw[1]:
            yield _range(kept), tuple((one.kind, one.text) for one in kept)
            kept = []
        kept.append(block)
    if kept:
        yield _range(kept), tuple((one.kind, one.text) for one in kept)


def _range(blocks: list[Block]) -> tuple[int, int]:
    return min(one.raw[0] for one in blocks), max(one.raw[1] for one in blocks)


class _Lines:
    """The lines of a raw text, with all that is said of them."""

    def __init__(self, source: Source, raw: RawText, proposal: Proposal) -> None:
        self.source = source
        self.raw = raw
        self.proposed: dict[int, list[Decided]] = {}
        for one in proposal.decided:
            for line in range(one.first, one.last + 1):
                self.proposed.setdefault(line, []).append(one)
        self.cuts = {line: cut for cut in source.about.cut for line in range(cut.lines[0], cut.lines[1] + 1)}
        self.headings = {one.line: one for one in source.about.heading}

    def of(self, first: int, last: int) -> tuple[ReviewLine, ...]:
        """Return some lines, blank ones at the end of the text left out."""
        return tuple(self._line(number) for number in range(first, last + 1) if self._is_there(number))

    def _is_there(self, number: int) -> bool:
        return number < len(self.raw.starts) or bool(self.raw.line(number))

    def _line(self, number: int) -> ReviewLine:
        text = self.raw.line(number)
        if not text.strip():
            return ReviewLine(number, text, "blank")
        said = tuple(self._said(number))
        return ReviewLine(number, text, self._fate(number, said), said, tuple(self._changes(number, text)))

    def _fate(self, number: int, said: Iterable[Said]) -> LineFate:
        if number in self.cuts:
            return "cut"
        if number in self.headings:
            return "heading"
        return "shape" if any(one.place and "hyphen" not in one.what for one in said) else "text"

    def _said(self, number: int) -> Iterator[Said]:
        """What stands in the file of the editor, then what the detectors would do and nobody did."""
        kinds: set[str] = set()
        for kind, what, reason, at in self._entries(number):
            kinds |= set(HYPHENS.values()) if kind in HYPHENS.values() else {kind}
            yield self._stands(kind, number, (what, reason), at)
        for one in self.proposed.get(number, ()):
            if one.kind not in kinds:
                yield Said(_would(one), one.reason, round(100 * one.confidence))

    def _entries(self, number: int) -> Iterator[tuple[str, str, str, At]]:
        """The entries that speak of a line: their kind, what they say, why, and where."""
        about = self.source.about
        if cut := self.cuts.get(number):
            yield "cut", f"cut, {cut.kind}", cut.reason, cut.at
        if heading := self.headings.get(number):
            yield "heading", f"heading, level {heading.level}", "", heading.at
        for part in about.part:
            if part.lines[0] <= number <= part.lines[1]:
                yield "part", part.kind, "", part.at
        for table in about.table:
            if table.lines[0] <= number <= table.lines[1]:
                yield "table", "table", "", table.at
        for paragraph in about.paragraph:
            if paragraph.line == number:
                yield "paragraph", "a paragraph begins", "", paragraph.at
        for hyphen in about.hyphen:
            if hyphen.line == number:
                what = "the hyphen stays" if hyphen.keep else "the hyphen goes"
                yield HYPHENS[hyphen.keep], what, hyphen.reason, hyphen.at

    def _stands(self, kind: str, number: int, said: tuple[str, str], at: At) -> Said:
        what, reason = said
        same = [one for one in self.proposed.get(number, ()) if one.kind == kind]
        sure = round(100 * same[0].confidence) if same else UNKNOWN
        return Said(what, reason or (same[0].reason if same else ""), sure, f"{at.path}:{at.line}")

    def _changes(self, number: int, text: str) -> Iterator[Change]:
        """What to write in order to decide otherwise."""
        if cut := self.cuts.get(number):
            what = f"keep line {number}: in place of the entry at {_at(cut.at)}"
            yield Change(what, self._without(cut, number))
            return
        yield Change(f"cut line {number}", self._cut(number, number, "furniture", NEW_CUT))
        if number not in self.headings:
            words = " ".join(text.split())
            heading = Decided(number, number, "heading", 1.0, "", words, 2)
            yield Change(f"make line {number} a heading", entry(heading, self.raw))
        if self.source.about.layout == "hard-wrapped":
            paragraph = Decided(number, number, "paragraph", 1.0, "")
            yield Change(f"begin a paragraph at line {number}", entry(paragraph, self.raw))
        for hyphen in self.source.about.hyphen:
            if hyphen.line == number:
                kind = HYPHENS[not hyphen.keep]
                other = Decided(number, number, kind, 1.0, NEW_CUT)
                what = f"the other way: in place of the entry at {_at(hyphen.at)}"
                yield Change(what, entry(other, self.raw))

    def _cut(self, first: int, last: int, kind: str, reason: str) -> str:
        return entry(Decided(first, last, "cut", 1.0, reason, kind), self.raw)

    def _without(self, cut: Cut, number: int) -> str:
        """A cut as it stands once one of its lines is kept: two, one, or none."""
        first, last = cut.lines
        pieces = [(first, number - 1), (number + 1, last)]
        return "\n".join(self._cut(one, end, cut.kind, cut.reason) for one, end in pieces if one <= end)


def _would(one: Decided) -> str:
    """What detectors would do."""
    if one.kind == "text":
        return "kept, and not sure" if one.confidence < UNSURE else "kept"
    return f"the detectors would say: {one.kind} {one.value if one.kind in {'cut', 'part'} else ''}".rstrip()


def _at(at: At) -> str:
    return f"{at.path}:{at.line}"
