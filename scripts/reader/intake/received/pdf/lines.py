"""From runs to lines: what stands on one baseline in one column, with raised marks and initials.

Run("The end", y=90.2), Run("3", y=86.9, size=6.5), Run("of it", y=90.2)  ->  "The end3 of it", "3" raised
Run("W", size=40), Run("hile it", x0=46), Run("lasted", x0=46)  ->  "While it", "lasted", both at x0=10
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.intake.received.pdf.glyphs import SPACE, Run
from reader.intake.sheet import Span

ON_THE_LINE = 0.5  # of the smaller size: how far apart baselines of one line may be
RAISED = 0.15  # of the size of the line
SMALL = 0.85
CELL = 2.0  # of the size: a gap between the cells of a table, or before a number in a margin
INITIAL = 1.7  # of the size of the text beside it
OPENING = "“‘«„\"'‹"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; `spans` are superscripts and emphasis in it, `cells` counts wide gaps."""

    text: str  # its runs in the order of reading, with spaces between words
    x0: float  # its left edge, in points
    x1: float  # its right edge
    y: float  # its baseline, in points, growing downwards
    size: float  # of its largest type, in points
    bold: bool  # more than four fifths of its signs are
    italic: bool  # the same
    first: float  # the width of its first word, in points
    cells: int
    spans: tuple[Span, ...] = ()
    rtl: bool = False  # most of its letters run from right to left

    @property
    def starts(self) -> float:
        """The side on which reading begins, growing with the indent."""
        return -self.x1 if self.rtl else self.x0

    @property
    def ends(self) -> float:
        """The side on which reading ends."""
        return -self.x0 if self.rtl else self.x1


def lines(runs: Iterable[Run]) -> list[Line]:
    """Return the lines that runs of one column make, from top to bottom."""
    return [_line(row) for row in rows(with_initials(list(runs)))]


def rows(runs: Sequence[Run]) -> list[list[Run]]:
    """Return the runs that stand on one baseline each, from top to bottom; raised ones with their line."""
    kept: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: (one.y, one.x0)):
        near = [row for row in kept[-6:] if _fits(row, run)]
        if near:
            min(near, key=lambda row: abs(_base(row).y - run.y)).append(run)
        else:
            kept.append([run])
    return sorted(_without_loose_marks(kept), key=lambda row: _base(row).y)


def _base(row: Sequence[Run]) -> Run:
    """The run that gives a line its baseline: the one with the most letters of the largest type."""
    return max(row, key=lambda one: (round(one.size), len(one.text)))


def _fits(row: Sequence[Run], run: Run) -> bool:
    base = _base(row)
    return abs(base.y - run.y) <= ON_THE_LINE * min(base.size, max(run.size, SMALL * base.size))


def _without_loose_marks(kept: list[list[Run]]) -> list[list[Run]]:
    """Put raised marks, which come before their line from the top, into the line below them."""
    done: list[list[Run]] = []
    for at, row in enumerate(kept):
        base = _base(row)
        below = kept[at + 1] if at + 1 < len(kept) else None
        if below and len(base.text) <= 4 and base.size < SMALL * _base(below).size and _touches(row, below):
            below[:0] = row
        else:
            done.append(row)
    return done


def _touches(marks: Sequence[Run], below: Sequence[Run]) -> bool:
    """Whether small marks stand right at words of the line below, and above its baseline by a little."""
    size, y = _base(below).size, _base(below).y
    return all(
        0 < y - mark.y < 0.8 * size and any(abs(mark.x0 - one.x1) < 0.4 * size for one in below)
        for mark in marks
    )


def _line(row: Sequence[Run]) -> Line:
    base = _base(row)
    rtl = sum(len(run.text) for run in row if run.is_rtl) * 2 > sum(len(run.text) for run in row)
    ordered = sorted(row, key=lambda run: -run.x1 if rtl else run.x0)
    letters = sum(len(run.text) for run in row)
    bold = sum(len(run.text) for run in row if run.face.bold) * 5 > letters * 4
    italic = sum(len(run.text) for run in row if run.face.italic) * 5 > letters * 4
    text, spans, cells = "", [], 0
    last: Run | None = None
    for run in ordered:
        up = run.size < SMALL * base.size and base.y - run.y > RAISED * base.size
        if last:
            gap = last.x0 - run.x1 if rtl else run.x0 - last.x1
            cells += gap > CELL * base.size
            text += " " if gap > SPACE * base.size and not (up and gap < 2 * SPACE * base.size) else ""
        kind = _kind(run, up=up, bold=bold, italic=italic)
        spans += [Span(len(text), len(text) + len(run.text), kind)] if kind else []
        text += run.text
        last = run
    x0, x1 = min(run.x0 for run in row), max(run.x1 for run in row)
    first = ordered[0].first
    return Line(text, x0, x1, base.y, base.size, bold, italic, first, cells, tuple(spans), rtl)


def _kind(run: Run, *, up: bool, bold: bool, italic: bool) -> str:
    """What sets a run apart from the rest of its line."""
    if up:
        return "superscript"
    if run.face.bold and not bold:
        return "strong"
    return "emphasis" if run.face.italic and not italic else ""


def with_initials(runs: list[Run]) -> list[Run]:
    """Return the runs with each large initial in the word that it opens, and no indent beside it."""
    for initial in [run for run in runs if _is_initial(run, runs)]:
        beside = sorted(_beside(initial, runs), key=lambda run: (run.y, run.x0))
        head = beside[0]
        indent = min(run.x0 for run in beside)
        gap = "" if head.x0 - initial.x1 < _word_gap(initial, head) else " "
        taken = {id(initial), *map(id, beside)}
        runs = [run for run in runs if id(run) not in taken]
        for run in beside:
            if run is head:
                width = run.first + run.x0 - initial.x0
                runs.append(replace(run, text=initial.text + gap + run.text, x0=initial.x0, first=width))
            else:
                runs.append(replace(run, x0=initial.x0) if run.x0 - indent < run.size else run)
    return runs


def _word_gap(initial: Run, head: Run) -> float:
    """How wide a gap is that still belongs to a word: “A” and “I” are words themselves."""
    alone = initial.text in {"A", "I", "O"} and not head.text[:1].islower()
    return 0.0 if alone else 1.2 * head.size


def _is_initial(run: Run, runs: Sequence[Run]) -> bool:
    letters = run.text.strip(OPENING)
    return len(letters) == 1 and letters.isalpha() and len(run.text) <= 2 and bool(_beside(run, runs))


def _beside(initial: Run, runs: Sequence[Run]) -> list[Run]:
    """The runs at the right of an initial that stand no lower than it: at least two lines of them."""
    top, right = initial.y - initial.size, initial.x1
    found = [
        run
        for run in runs
        if top < run.y <= initial.y + 0.3 * run.size
        and run.size * INITIAL < initial.size
        and -0.3 * run.size < run.x0 - right < 2.5 * run.size + 0.2 * initial.size
    ]
    enough = len({round(run.y) for run in found}) >= 1 and initial.text.strip(OPENING).isalpha()
    return found if enough else []
