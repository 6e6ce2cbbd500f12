"""The fingerprint of any value of our own classes: equal values have the same, in every process.

Where an editor wrote a thing, by file and line, is no part of it: no page shows it, and an entry that is
added would move all that follow it.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from typing import Any

from reader.model import Anchor, At


def print_of(value: object) -> bytes:
    """Return the fingerprint of a value, 32 bytes."""
    out = io.BytesIO()
    pickler = _Canonical(out, protocol=5)
    pickler.fast = True  # which of two equal values is the same object makes no difference
    pickler.dump(value)
    return hashlib.sha256(out.getvalue()).digest()


class _Canonical(pickle.Pickler):
    """Writes equal values alike."""

    def reducer_override(self, value: Any) -> Any:
        """Leave out what is no part of what a value says."""
        if isinstance(value, At):
            return At, ("", 0)
        if isinstance(value, Anchor):  # which may know its label already
            return Anchor.of, (str(value),)
        return NotImplemented
