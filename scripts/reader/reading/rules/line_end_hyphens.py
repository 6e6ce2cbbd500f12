r"""Words divided at the end of a line joined, as the editor has decided for each.

    "Iran-\nRussia"     ->  "Iran-Russia"     the hyphen is real and stays
    "coop-\neration"    ->  "cooperation"     the hyphen only divides the word

Only where lines are wrapped; which hyphens are real is written in source.toml, never guessed here.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reader.reading.rules.rule import Proposal, Setting

DIVIDED = regex.compile(r"(?<=[\p{L}\p{M}\p{N}])[-‐]\n(?=[\p{L}\p{N}])")


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose to take the line end, and the hyphen unless it is kept, out of each divided word."""
    if setting.layout != "hard-wrapped":
        return
    for match in DIVIDED.finditer(text):
        hyphen, line_end = match.start(), match.end()
        if setting.keeps(line_end - 1):
            continue
        kept = setting.raw_line(hyphen) in setting.kept_hyphens
        yield hyphen + kept, line_end, ""
