"""From a sheet to a proposal: all detectors, in order, and what they decide put together.

    looks → lay → a page of the web, a manuscript or print → metadata → headings, hyphens, characters

A text whose format tells what its lines are needs no guess about them (`tagged`).

Nothing is written here, and nothing changes the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.intake import body, printed, tagged
from reader.intake.body import Judged
from reader.intake.headings import headings
from reader.intake.languages import language
from reader.intake.layout import Lay, lay
from reader.intake.looks import Look, looks
from reader.intake.metadata import Metadata, metadata
from reader.intake.proposal import UNSURE, Block, Decided, Proposal, merged
from reader.intake.reasons import why
from reader.intake.shapes import shapes
from reader.intake.sheet import Picture, Sheet
from reader.intake.tagged import is_tagged
from reader.intake.weighing import Weights
from reader.model import Lines

PROSE = (
    0.5  # of the words: a text with less, and without furniture, is verse, law or a list, and all of it stays
)


def propose(sheet: Sheet, weights: Weights) -> Proposal:
    """Return what is proposed for a text; a text without any words has nothing decided."""
    found = looks([row.text for row in sheet.rows])
    if not found:
        return Proposal(sheet.raw, "line-per-paragraph", "there is no line", "en", missing=("any words",))
    if is_tagged(sheet):
        return _told(sheet)
    how = lay(found)
    if how.layout == "hard-wrapped":
        decided, paragraphs = printed.judge(sheet, found, how, weights)
        blocks, about = printed.blocks(paragraphs), Metadata()
    else:
        decided, blocks, about = _page(found, how, sheet, weights)
    tongue = sheet.meta.get("language", "") or language(" ".join(one.text for one, _lines in blocks)) or "en"
    if how.layout == "hard-wrapped":
        decided += printed.divided(paragraphs, tongue)
    decided += _shaped(blocks)
    return Proposal(
        raw=sheet.raw,
        layout=how.layout,
        layout_reason=how.reason,
        language=tongue,
        decided=tuple(sorted(decided, key=lambda one: (one.first, one.kind))),
        metadata=about,
        references=tuple(_references(decided, blocks)),
        kept=tuple((first, one.text) for one, (first, _last) in blocks),
        missing=tuple(_missing(about)),
    )


def _shaped(blocks: Sequence[Block]) -> Iterator[Decided]:
    """Headings, and parts that are more than plain paragraphs."""
    found = headings(blocks)
    for one in found:
        yield Decided(one.line, one.line, "heading", one.confidence, one.reason, one.text, one.level)
    for part in shapes(blocks, frozenset(one.line for one in found)):
        yield Decided(
            part.first, part.last, "part", part.confidence, part.reason, part.kind, names=part.speakers
        )


def _told(sheet: Sheet) -> Proposal:
    """What is proposed for a text whose format tells what its lines are."""
    told = tagged.judge(sheet)
    tongue = told.about.language or language(" ".join(one.text for one, _lines in told.blocks)) or "en"
    decided = [
        *told.decided,
        *printed.divided(told.paragraphs, tongue),
    ]
    return Proposal(
        raw=sheet.raw,
        layout=told.layout,
        layout_reason=told.reason,
        language=tongue,
        decided=tuple(sorted(decided, key=lambda one: (one.first, one.kind))),
        metadata=told.about,
        in_lines=tuple(told.in_lines),
        pictures=tuple(_pictures(sheet, told.blocks)),
        kept=tuple((first, one.text) for one, (first, _last) in told.blocks),
        missing=tuple(_missing(told.about)),
    )


def _pictures(sheet: Sheet, blocks: Sequence[Block]) -> Iterator[Picture]:
    """The pictures within the text, each before a line that is kept."""
    kept = [first for _look, (first, _last) in blocks]
    for one in sheet.pictures:
        at = bisect_left(kept, one.before)
        if at < len(kept) and (at or one.before == kept[0]):
            yield replace(one, before=kept[at])


def _page(
    found: Sequence[Look], how: Lay, sheet: Sheet, weights: Weights
) -> tuple[list[Decided], list[Block], Metadata]:
    """What is decided of a text with a paragraph on each line."""
    judged = body.judge(found, weights.lines)
    bare = not how.is_page and sum(one.size for one in found if one.prose) < PROSE * sum(
        one.size for one in found
    )
    if bare or not any(one.is_text for one in judged):
        judged = [Judged(one.look, True, 0.3, "amid") for one in judged]
    inside = [at for at, one in enumerate(judged) if one.is_text]
    about = metadata(found, inside[0], inside[-1], sheet.meta)
    cuts = [_cut(one, about) for one in judged if not one.is_text]
    kept = [one for one in judged if one.is_text]
    taken = {one.look.line for one in judged}
    blank = [number for number in range(1, len(sheet.rows) + 1) if number not in taken]
    unsure = [
        Decided(one.look.line, one.look.line, "text", one.confidence, "an unlikely line amid the text")
        for one in kept
        if one.confidence < UNSURE
    ]
    blocks = [(one.look, Lines((one.look.line, one.look.line))) for one in kept]
    return [*merged(cuts, blank), *unsure], blocks, about


def _cut(one: Judged, about: Metadata) -> Decided:
    said = about.lines.get(one.look.line, "")
    titles = [line for line, what in about.lines.items() if what == "title"]
    again = said == "title" and one.look.line != min(titles)
    kind, reason = why(one.look, one.place, said, again=again)
    return Decided(one.look.line, one.look.line, "cut", one.confidence, reason, value=kind)


def _references(decided: Sequence[Decided], blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """The entries of the list of references, with their raw lines."""
    listed = [one for one in decided if one.kind == "part" and one.value == "reference"]
    for one, (first, _last) in blocks:
        if any(part.first <= first <= part.last for part in listed):
            yield first, one.text


def _missing(about: Metadata) -> Iterator[str]:
    for name in ("title", "author", "date", "venue"):
        if not getattr(about, name):
            yield name
