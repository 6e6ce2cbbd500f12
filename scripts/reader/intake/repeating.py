"""Repeat an extraction: does what was received still give the `raw.txt` that stands beside it?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from reader.model import Source
from reader.model.problems import Problem
from reader.model.received import Received

RESTORE = "restore the file as received; a newer copy is taken in by new --replace"


def repeat(source: Source, data: bytes | None) -> Iterator[Problem]:
    """Yield what is wrong with the file that a text was received as, given its bytes, and with what it gives.

    With another extractor, or another version, nothing is compared: a better one alters no published text.
    """
    said = source.about.received
    if said is None:
        return
    path = source.file(said.file)
    if data is None:
        hint = "it is called received with the ending of its format, and lies beside raw.txt"
        yield Problem(said.at.path, said.at.line, "W08", f"there is no file “{said.file}”", hint)
    elif hashlib.sha256(data).hexdigest() != said.sha256:
        digest = hashlib.sha256(data).hexdigest()
        message = f"the sha256 of {said.file} is {digest}, not “{said.sha256[:12]}…”"
        yield Problem(said.at.path, said.at.line, "W08", message, RESTORE)
    else:
        yield from _compared(source, said, path, data)


def _compared(source: Source, said: Received, path: str, data: bytes) -> Iterator[Problem]:
    from reader.intake.received import sheet_of  # noqa: PLC0415  # no extractor is loaded for a plain text

    sheet, problems = sheet_of(path, data)
    if sheet is None:
        yield from problems
    elif (sheet.extractor, sheet.version) == (said.extractor, said.version):
        made, stands = sheet.raw.encode().split(b"\n"), source.raw.split(b"\n")
        if made != stands:
            pairs = enumerate(zip(made, stands, strict=False), 1)
            line = next((at for at, (one, other) in pairs if one != other), min(len(made), len(stands)))
            message = f"{said.extractor} {said.version} makes another line {line} of {said.file}"
            hint = "restore raw.txt, and write what is to be changed into source.toml or corrections.toml"
            yield Problem(source.file("raw.txt"), line, "W09", message, hint)
