"""The entries that a proposal stands for: what `source.toml` would say, without a file.

`clean` reads a text through them, and `new` writes the same entries down, so both give one reading text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import cast

from reader.intake.proposal import Decided, Proposal
from reader.model import (
    At,
    CorrectionsFile,
    Cut,
    CutKind,
    Footnote,
    Heading,
    Hyphen,
    Lines,
    Markup,
    Paragraph,
    Part,
    PartKind,
    PrintPage,
    Rights,
    Source,
    SourceFile,
    Table,
)
from reader.words.raw_text import RawText

GUARD = 48  # characters of a line that guard a cut
RIGHTS = "Not looked into yet: find out what may be shown before the text is published."


def source(slug: str, proposal: Proposal, raw: bytes) -> Source:
    """Return the source that a proposal makes of a raw text."""
    at = At(f"sources/{slug}/source.toml", 1)
    text = RawText(raw.decode("utf-8"))
    about = SourceFile(
        language=proposal.language,
        layout=proposal.layout,
        sha256=hashlib.sha256(raw).hexdigest(),
        rights=Rights(statement=RIGHTS, at=at),
        cut=tuple(_cut(one, text, at) for one in proposal.of("cut")),
        heading=tuple(
            Heading(line=one.first, text=one.value, level=one.level, at=at) for one in proposal.of("heading")
        ),
        part=tuple(_part(one, text, at) for one in proposal.of("part")),
        table=tuple(
            Table(lines=Lines((one.first, one.last)), cells="apart", header=one.level, at=at)
            for one in proposal.of("table")
        ),
        markup=tuple(one for one in proposal.in_lines if isinstance(one, Markup)),
        footnote=tuple(one for one in proposal.in_lines if isinstance(one, Footnote)),
        page=tuple(_pages(proposal, at)),
        paragraph=tuple(Paragraph(line=one.first, begins="", at=at) for one in proposal.of("paragraph")),
        hyphen=tuple(
            Hyphen(line=one.first, keep=one.kind == "keep-hyphen", reason=one.reason, at=at)
            for one in proposal.of("keep-hyphen", "drop-hyphen")
        ),
        at=at,
    )
    return Source(slug, raw, about, CorrectionsFile(at=At(f"sources/{slug}/corrections.toml", 1)), (), (), "")


def _pages(proposal: Proposal, at: At) -> Iterator[PrintPage]:
    """The pages of the print: those that the format tells, then those that were found on other lines."""
    told = [one for one in proposal.in_lines if isinstance(one, PrintPage)]
    lines = {one.line for one in told}
    yield from told
    for one in proposal.of("page"):
        if one.first not in lines:
            yield PrintPage(line=one.first, number=one.value, at=at)


def _cut(one: Decided, text: RawText, at: At) -> Cut:
    return Cut(
        lines=Lines((one.first, one.last)),
        begins=guard(text.line(one.first)),
        kind=cast(CutKind, one.value),
        reason=one.reason,
        at=at,
    )


def _part(one: Decided, text: RawText, at: At) -> Part:
    return Part(
        lines=Lines((one.first, one.last)),
        kind=cast(PartKind, one.value),
        begins=guard(text.line(one.first)),
        speakers=one.names,
        at=at,
    )


def guard(line: str) -> str:
    """Return the words that guard a line: its beginning, cut at a word's end where it can be."""
    words = " ".join(line.split())
    if len(words) <= GUARD:
        return words
    return words[:GUARD].rsplit(" ", 1)[0] if " " in words[:GUARD] else words[:GUARD]
