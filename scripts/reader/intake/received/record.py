"""Write down what was received: the table `[received]` of `source.toml`, and the name of its file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from reader.intake.received.kinds import kind_of
from reader.intake.sheet import Sheet

ENDINGS = {"text": "txt", "markdown": "md"}


def file_name(name: str, data: bytes) -> str:
    """Return under which name a file is kept beside the raw text that was made of it."""
    kind = kind_of(name, data)
    return f"received.{ENDINGS.get(kind, kind)}"


def table(name: str, data: bytes, sheet: Sheet) -> str:
    """Return the table in TOML; nothing where `raw.txt` is what was received, byte for byte."""
    if not sheet.extractor:
        return ""
    rows = {
        "file": file_name(name, data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "extractor": sheet.extractor,
        "version": sheet.version,
    }
    made = "[received]\n" + _written(rows)
    for one in sheet.mended:
        entry: Mapping[str, str | int] = {"find": one.find, "replace": one.replace, "times": one.times}
        made += "\n[[received.mended]]\n" + _written(entry)
    return made


def _written(rows: Mapping[str, str | int]) -> str:
    return "".join(f"{key} = {_value(value)}\n" for key, value in rows.items())


def _value(value: str | int) -> str:
    """A value of TOML; signs that nobody can see are written by their numbers."""
    if isinstance(value, int):
        return str(value)
    shown = json.dumps(value, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04X}" for sign in shown)
