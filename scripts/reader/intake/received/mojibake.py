"""Mend letters that were read in the wrong encoding once before they came here, and keep what was mended.

    “The Oâ€™Brien cafÃ©”  ->  “The O’Brien café”, with (â€™ → ’, once) and (Ã© → é, once)

ftfy knows the ways in which this happens and leaves alone what is unlikely to be one. Nothing else of what
it can do is asked for: quotes, widths and ligatures stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import ftfy
from ftfy.badness import is_bad
from rapidfuzz.distance import Indel

from reader.intake.sheet import Mended

EXTRACTOR = "ftfy"
MOST = 2_000  # signs of a line that are compared sign by sign
MEND = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)


def mend(text: str) -> tuple[str, tuple[Mended, ...]]:
    """Return the text with its garbled letters mended, and what was mended."""
    if not is_bad(text):
        return text, ()
    made: list[str] = []
    changes: Counter[tuple[str, str]] = Counter()
    for line in text.splitlines(keepends=True):
        better = ftfy.fix_text(line, MEND) if is_bad(line) else line
        made.append(better)
        if better != line:
            changes.update(_changes(line, better))
    return "".join(made), tuple(sorted(Mended(old, new, times) for (old, new), times in changes.items()))


def _changes(line: str, better: str) -> Iterator[tuple[str, str]]:
    """The stretches in which two lines differ."""
    if len(line) > MOST:
        words, other = line.split(" "), better.split(" ")
        if len(words) == len(other):
            for one, two in zip(words, other, strict=True):
                yield from _changes(one, two) if one != two and len(one) <= MOST else ()
            return
        yield line[:MOST], better[:MOST]
        return
    old = new = ""
    for code in Indel.opcodes(line, better):
        if code.tag == "equal":
            if old or new:
                yield old, new
            old = new = ""
        else:
            old += line[code.src_start : code.src_end]
            new += better[code.dest_start : code.dest_end]
    if old or new:
        yield old, new
