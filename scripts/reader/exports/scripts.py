"""Data as scripts, since a page that was opened from a disk may load nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping


def script(name: str, data: Mapping[str, object]) -> str:
    """Return a script that leaves data under a name of the window."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"window.{name} = {text};\n"
