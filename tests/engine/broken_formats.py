"""A sound file of every format that is taken in, broken at random: read or refused, with the laws kept."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from random import Random

from reader.intake.received import sheet_of
from reader.project.children import pandoc
from reader.taking_in.take import taken
from reader.words.edits import undo
from sites.presses import PRESSES
from sites.prose import Prose
from typeset import Manner, typeset

MANUSCRIPT = """---
title: The Lamp
author: Ada Marsh
---

# Of lamps

The *old* lamp was **lit**.[^1] It cost $5 and $6, "all told".

> It burns.

1. oil
2. wick

[^1]: By nobody.
"""
RUSSIAN = "Маяк в старой гавани не зажигали с прошлой зимы, и рыбаки возвращались по огням рынка.\n"
NAMES = ("a.docx", "a.epub", "a.html", "a.md", "a.odt", "a.pdf", "a.rtf", "a.txt", "wide.txt")


def manuscript(ending: str) -> bytes:
    """Return the manuscript as a file of a format."""
    if ending == "md":
        return MANUSCRIPT.encode()
    options = ["--from=markdown-smart-tex_math_dollars", "--standalone"]
    return pandoc("a", options, MANUSCRIPT.encode(), made=f"a.{ending}")


@cache
def sound(name: str) -> bytes:
    """Return a file that can be read, one of `NAMES`."""
    if name == "a.txt":
        return RUSSIAN.encode("cp1251")
    if name == "wide.txt":
        return (RUSSIAN * 3).encode("utf-16-le")
    if name == "a.html":
        return PRESSES[0](Prose(1))[0].encode()
    if name == "a.pdf":
        return typeset(Prose(1).paragraphs(6), Manner(columns=2))
    return manuscript(name.removeprefix("a."))


def broken(whole: bytes, drawn: Random) -> bytes:
    """Return a file that is broken, or an archive in which a member is: most archives open no more."""
    if not whole.startswith(b"PK") or drawn.randint(0, 3) == 0:
        return _broken(whole, drawn)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(made, "w") as new:
        names = old.namelist()
        chosen = names[drawn.randint(0, len(names) - 1)]
        for name in names:
            data = old.read(name)
            new.writestr(zipfile.ZipInfo(name), _broken(data, drawn) if name == chosen else data)
    return made.getvalue()


def _broken(whole: bytes, drawn: Random) -> bytes:
    """Bytes changed, lost or doubled."""
    found = bytearray(whole)
    for _time in range(drawn.randint(1, 6)):
        at = drawn.randint(0, max(len(found) - 1, 0))
        kind = drawn.choice(["set", "cut", "double", "end"])
        if kind == "set" and found:
            found[at] = drawn.randint(0, 255)
        elif kind == "cut":
            del found[at : at + drawn.randint(1, 200)]
        elif kind == "double":
            found[at:at] = found[at : at + 50]
        else:
            del found[at:]
    return bytes(found)


def keeps_the_laws(name: str, data: bytes) -> bool:
    """Assert that a file is read or refused, and that all that is done to it can be undone.

    Return whether it was read.
    """
    found, problems = sheet_of(name, data)
    assert (found is None) == bool(problems)
    if found is None:
        return False
    assert "".join(f"{row.text}\n" for row in found.rows) == found.raw
    assert not any("\n" in row.text or "\r" in row.text for row in found.rows)
    for row in found.rows:
        assert all(0 <= span.start < span.end <= len(row.text) for span in row.spans)
    made = taken(data, found)
    assert undo(made.cleaned.text, made.cleaned.passes) == made.cleaned.raw.text == made.raw.decode()
    return True
