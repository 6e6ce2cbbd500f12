r"""What stands between the two halves of a paragraph taken out, where source.toml says that it goes on.

"and nobody\n\nhas doubted it"    ->  "and nobody\nhas doubted it"     [[join]] names the second line
"And I upon the shore\n\nHave"    ->  "And I upon the shore\nHave"     in verse too, whose lines are kept

The line end that is left is one within a paragraph: it becomes a space, or joins a word that it divides.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting

BLANK = "".join(chr(code) for code in range(0x3001) if chr(code).isspace() and not 0x1C <= code <= 0x1F)


def propose(text: str, setting: Setting) -> Iterator[Proposal]:
    """Propose one line end for all the space between two halves."""
    for offset in sorted(map(setting.place, setting.plan.joins)):
        start = offset
        while start > 0 and text[start - 1] in BLANK:
            start -= 1
        if start > 0 and text[start:offset] != "\n":
            yield start, offset, "\n"
