"""The five texts of this edition, taken in anew: what the detectors propose, against what was decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.intake.sheet import plain
from reader.project.load import load
from reader.taking_in.take import Taken, taken

ROOT = Path(__file__).parents[2]
TEXTS = {source.slug: source for source in load(ROOT)[0].sources}


def anew(slug: str) -> Taken:
    """Return what becomes of a raw text that is taken in anew."""
    raw = TEXTS[slug].raw
    return taken(raw, plain(raw.decode("utf-8")))


def cut_lines(made: Taken) -> set[int]:
    """Return the raw lines that are proposed to be cut."""
    return {line for one in made.proposal.of("cut") for line in range(one.first, one.last + 1)}


def test_nine_of_ten_cuts_are_proposed() -> None:
    """An editor who takes a text in should have to write next to nothing."""
    found = total = 0
    for slug, source in TEXTS.items():
        made = anew(slug)
        mine = cut_lines(made)
        for cut in source.about.cut:
            lines = [
                line for line in range(cut.lines[0], cut.lines[1] + 1) if made.cleaned.raw.line(line).strip()
            ]
            total += 1
            found += mine.issuperset(lines)
    assert found >= 0.9 * total


@pytest.mark.parametrize("slug", TEXTS)
def test_no_line_of_the_text_is_lost(slug: str) -> None:
    """A line too many is one cut for the editor; a lost line is a lie."""
    made = anew(slug)
    decided = {line for cut in TEXTS[slug].about.cut for line in range(cut.lines[0], cut.lines[1] + 1)}
    lost = [line for line in cut_lines(made) - decided if made.cleaned.raw.line(line).strip()]
    assert lost == []


@pytest.mark.parametrize("slug", TEXTS)
def test_layout_headings_and_hyphens_are_those_decided(slug: str) -> None:
    """They are what the reading text hangs on."""
    made, about = anew(slug).proposal, TEXTS[slug].about
    assert made.layout == about.layout
    assert made.language == about.language
    assert {one.first for one in made.of("heading")} == {one.line for one in about.heading}
    assert {one.first for one in made.of("keep-hyphen")} == {one.line for one in about.hyphen if one.keep}
    assert {one.first for one in made.of("drop-hyphen")} == {one.line for one in about.hyphen if not one.keep}
