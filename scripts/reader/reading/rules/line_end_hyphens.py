r"""Words divided at the end of a line joined, as the editor has decided for each.

    "Iran-\nRussia"     ->  "Iran-Russia"     the hyphen is real and stays
    "coop-\neration"    ->  "cooperation"     the hyphen only divides the word
    "pre-\nand post"    ->  "pre-\nand post"  it stands for the rest of a word: a space follows it
    "har\xad\nbour"     ->  "harbour"         a soft hyphen divides a word and says nothing else, nor does “¬”

Only where lines are wrapped, or a paragraph goes on that was broken. Which hyphens are real is written in
source.toml, never guessed here.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reader.reading.rules.rule import Proposal, Setting
from reader.words.hyphens import Suspended, suspended

HYPHENS = "-‐‑֊᐀־"  # of every script, also the one that should not break (U+2011) and did
DIVIDED = regex.compile(rf"(?<=[\p{{L}}\p{{M}}\p{{N}}])\xad?([{HYPHENS}])\xad?\n(?=[\p{{L}}\p{{N}}])")
SOFT = regex.compile(rf"(?<![{HYPHENS}])([\xad¬]+)\n(?![{HYPHENS}])")
JOINED = regex.compile(r"[\p{L}\p{M}\p{N}]")
LAST_WORD = regex.compile(r"[\p{L}\p{M}]+$")
REACH = 40  # characters of a word that are looked at


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose to take the line end, and the hyphen unless it is kept, out of each divided word."""
    if setting.layout == "hard-wrapped" or setting.plan.joins:
        yield from sorted([*_hard(text, setting), *_soft(text, setting)])


def undecided(text: str, setting: Setting) -> Iterator[tuple[int, bool]]:
    """Yield the raw line of each divided word, and whether somebody must say what its hyphen means."""
    for match in _divided(text, setting):
        line = setting.raw_line(match.start(1))
        yield line, _suspended(text, match, setting) != "certain"


def _divided(text: str, setting: Setting) -> Iterator[regex.Match[str]]:
    """The hyphens at line ends that are not kept: in verse, a line ends where the source ends it."""
    wraps = setting.wraps()
    ends = ((match, match.end() - 1) for match in DIVIDED.finditer(text))
    return (match for match, end in ends if wraps(end) and not setting.keeps(end))


def _hard(text: str, setting: Setting) -> Iterator[Proposal]:
    for match in _divided(text, setting):
        line = setting.raw_line(match.start(1))
        kept, dropped = line in setting.kept_hyphens, line in setting.dropped_hyphens
        stands_for = _suspended(text, match, setting)
        if (
            line in setting.suspended
            or (kept and stands_for != "no")
            or (stands_for == "certain" and not dropped)
        ):
            yield match.start(), match.end() - 1, match[1]
        else:
            yield match.start(), match.end(), match[1] if kept else ""


def _soft(text: str, setting: Setting) -> Iterator[Proposal]:
    wraps = setting.wraps()
    for match in SOFT.finditer(text):
        if not wraps(match.end() - 1):
            continue
        beside = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if all(map(JOINED.match, beside)) and not setting.keeps(match.end() - 1):
            yield match.start(), match.end(), ""
        elif "\xad" in match[1]:
            yield match.start(), match.end() - 1, match[1].replace("\xad", "")


def _suspended(text: str, match: regex.Match[str], setting: Setting) -> Suspended:
    before = LAST_WORD.search(text[max(0, match.start() - REACH) : match.start()])
    after = text[match.end() : match.end() + REACH]
    return suspended(before[0] if before else "", after, setting.language(match.start(1)))
