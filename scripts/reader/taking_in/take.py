"""A file as it is taken in: read as a sheet, proposed for, and read through what is proposed.

So `clean` prints what `new` and then `build` would give.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from reader.intake import source as entries
from reader.intake import weighing
from reader.intake.characters import Candidate, candidates
from reader.intake.proposal import Proposal
from reader.intake.propose import propose
from reader.intake.received import sheet_of
from reader.intake.sheet import Sheet
from reader.model import Block, Cleaned
from reader.model.problems import ProblemsFound
from reader.project import incoming
from reader.project.weights import weights_table
from reader.reading.blocks import split
from reader.reading.cleaning import clean as clean_source

LONG = 50  # pages of a file that somebody waits for
WIDTH = 40  # signs of the bar that shows how far it is read


@dataclass(frozen=True)
class Taken:
    """A file as it is taken in: what it holds, what is proposed, and the text that comes of it."""

    data: bytes  # the bytes of the file
    sheet: Sheet  # its lines, as the extractor reads them
    proposal: Proposal  # every decision about those lines
    raw: bytes  # the bytes of raw.txt: `data` itself where nothing was extracted
    cleaned: Cleaned  # the reading text, with the way from the raw text to it
    blocks: list[Block]  # those of the reading text, in its order

    @property
    def text(self) -> str:
        """The reading text, its blocks separated by blank lines."""
        return "\n\n".join(block.text for block in self.blocks)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Words that may be mistakes; looked for only where somebody reads of them."""
        return list(candidates(self.proposal.kept, self.proposal.language))


@cache
def weights() -> weighing.Weights:
    """Return the weights of the detectors."""
    return weighing.read(weights_table())


def take(path: str) -> Taken:
    """Return a file as it is taken in, or raise `ProblemsFound` or `Unreadable`."""
    data = incoming.read(Path(path))
    sheet, problems = sheet_of(path, data, _bar)
    if sheet is None:
        raise ProblemsFound(problems)
    return taken(data, sheet)


def _bar(done: int, pages: int) -> None:
    """Show on a terminal how far a long file is read; on nothing else."""
    if pages < LONG or not sys.stderr.isatty():
        return
    full = WIDTH * done // pages
    bar = f"\r{'#' * full}{'.' * (WIDTH - full)} page {done} of {pages}"
    sys.stderr.write(bar if done < pages else f"\r{' ' * len(bar)}\r")
    sys.stderr.flush()


def taken(data: bytes, sheet: Sheet) -> Taken:
    """Return what becomes of a sheet; `data` is the file that it was read from."""
    raw = sheet.raw.encode("utf-8", "replace") if sheet.extractor else data
    proposal = propose(sheet, weights())
    source = entries.source("text", proposal, raw)
    cleaned, problems = clean_source(source)
    blocks, more = split(source, cleaned) if cleaned else ([], [])
    if found := [*problems, *more]:
        raise ProblemsFound(found)
    assert cleaned
    return Taken(data, sheet, proposal, raw, cleaned, blocks)
