"""The file that a text was received as, which lies beside its `raw.txt` and is only read to be compared."""

from __future__ import annotations

import re
from pathlib import Path

from reader.model import Source
from reader.project import files

NAME = re.compile(r"received\.[a-z0-9]{1,8}")


def received(root: Path, source: Source) -> bytes | None:
    """Return the file that `[received]` names, or None where there is no such file beside `raw.txt`."""
    said = source.about.received
    if said is None or not NAME.fullmatch(said.file):
        return None
    file = root / "sources" / source.slug / said.file
    return file.read_bytes() if file.is_file() and not files.is_link(file) else None
