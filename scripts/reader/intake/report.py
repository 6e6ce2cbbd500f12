"""What `new` says on a terminal: 80 columns, what is not sure first, lines numbered; and each line's fate.

sources/kaleji-2023: 14 paragraphs, 3 headings; 27 of 81 raw lines cut

LOOK AT THESE FIRST
  1  raw line 37: cut, 62 % sure: note on the author
     “Vali Kaleji is Ph.D. …”
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from reader.intake.characters import Candidate
from reader.intake.proposal import Decided, Proposal
from reader.intake.sheet import Picture
from reader.words.raw_text import RawText
from reader.words.signs import on_one_line

WIDTH = 79
MARGIN = 5
QUOTED = 60  # characters of a raw line that are quoted
MOST = 40  # decisions of one kind that are listed
NAMES = {
    "text": "kept as text",
    "cut": "cut",
    "heading": "a heading",
    "paragraph": "a paragraph begins",
    "part": "a part",
    "page": "a page of the print begins",
    "table": "a table",
    "keep-hyphen": "its hyphen stays",
    "drop-hyphen": "its hyphen goes",
}
MISSING = {
    "title": "a title: write it into references.bib",
    "author": "an author: write one into references.bib, or leave the field out",
    "date": "a date: write it into references.bib, as far as it is established",
    "venue": "where the text was published",
}


def report(proposal: Proposal, opening: str, found: Sequence[Candidate], notes: Sequence[str] = ()) -> str:
    """Return the report of one text; `notes` are sentences about how its file was read."""
    text = RawText(proposal.raw)
    cuts = [one for one in proposal.of("cut") if not one.is_unsure]
    shapes = [one for one in proposal.of("heading", "part", "table") if not one.is_unsure]
    lists = (
        ("LOOK AT THESE FIRST", proposal.unsure),
        ("CUT, AND WHY", cuts),
        ("HEADINGS AND PARTS", shapes),
    )
    said = [f"The layout is {proposal.layout}: {proposal.layout_reason}.", *notes]
    parts = ["\n".join([_line(opening), *(_line(one) for one in said)])]
    number = 0
    for heading, those in lists:
        if those:
            lines = [heading]
            for one in those[:MOST]:
                number += 1
                lines += _decision(number, one, text)
            if len(those) > MOST:
                lines.append(_line(f"… and {len(those) - MOST} more, all of them in source.toml", MARGIN))
            parts.append("\n".join(lines))
    if found:
        parts.append("\n".join(["PERHAPS MISTAKES, NOT CHANGED", *_candidates(found)]))
    if proposal.pictures:
        parts.append("\n".join(["PICTURES, NOT TAKEN IN", *_pictures(proposal.pictures)]))
    if proposal.missing:
        missing = (f"  – {MISSING.get(one, one)}" for one in proposal.missing)
        parts.append("\n".join(["NOT FOUND", *(_line(one, 4) for one in missing)]))
    return "\n\n".join(parts)


def explained(proposal: Proposal) -> Iterator[str]:
    """Yield each line that is not blank with its fate, and why."""
    text = RawText(proposal.raw)
    fates: dict[int, list[Decided]] = {}
    for one in proposal.decided:
        for line in range(one.first, one.last + 1):
            fates.setdefault(line, []).append(one)
    for number in range(1, len(text.starts) + 1):
        if text.line(number).strip():
            told = fates.get(number, [])
            said = "; ".join(f"{NAMES[one.kind]} ({one.confidence:.0%}): {one.reason}" for one in told)
            yield f"{number:>6}  {said or 'text'}  | {_quoted(text.line(number))}"


def _decision(number: int, one: Decided, text: RawText) -> Iterator[str]:
    lines = f"lines {one.first}–{one.last}" if one.last > one.first else f"line {one.first}"
    what = f"{NAMES[one.kind]} ({one.value})" if one.kind == "part" else NAMES[one.kind]
    sure = f", {one.confidence:.0%} sure" if one.is_unsure else ""
    yield _line(f"{number:>3}  raw {lines}: {what}{sure}: {one.reason}", MARGIN)
    yield _line(f"{'':{MARGIN}}“{_quoted(text.line(one.first))}”", MARGIN)


def _candidates(found: Sequence[Candidate]) -> Iterator[str]:
    for one in found[:MOST]:
        yield _line(f"  raw line {one.line}: “{one.find}”, perhaps “{one.replace}”: {one.reason}", MARGIN)
    if len(found) > MOST:
        yield _line(f"  … and {len(found) - MOST} more, all of them in corrections.toml", MARGIN)


def _pictures(found: Sequence[Picture]) -> Iterator[str]:
    for one in found[:MOST]:
        yield _line(f"  before raw line {one.before}: {on_one_line(one.alt or one.address)}", MARGIN)
    if len(found) > MOST:
        yield _line(f"  … and {len(found) - MOST} more, all of them in source.toml", MARGIN)


def _quoted(line: str) -> str:
    words = on_one_line(" ".join(line.split()))
    return words if len(words) <= QUOTED else f"{words[:QUOTED].rstrip()} …"


def folded(text: str) -> str:
    """Return a line as a terminal shows it, its rest indented."""
    return _line(on_one_line(text), MARGIN)


def _line(text: str, indent: int = 0) -> str:
    return textwrap.fill(text, WIDTH, subsequent_indent=" " * indent, replace_whitespace=False)
