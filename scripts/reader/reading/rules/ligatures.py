r"""Ligatures of print, which PDF text has as single characters, taken apart: they break search.

    "e\ufb03cient"   ->  "efficient"
    "\ufb01rst"      ->  "first"
    "\ufefb"         ->  "\u0644\u0627"    an Arabic form of print made a plain letter, or two

A sign that stands for whole words (\ufdfa) is one, and stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.reading.rules.rule import Proposal, Setting
from reader.words.letters import LIGATURE, LIGATURES


def propose(text: str, _setting: Setting) -> Iterator[Proposal]:
    """Propose the letters that each ligature and each form of print stands for."""
    for match in LIGATURE.finditer(text):
        yield match.start(), match.end(), LIGATURES[ord(match[0])]
