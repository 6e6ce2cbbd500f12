"""Settings of all tests: Hypothesis draws the same examples everywhere; none waits for a disk or pandoc."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from hypothesis import settings

from reader.project import children
from reader.references import citeproc

settings.register_profile("reproducible", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("reproducible")


def written(fd: object) -> None:  # called as os.fsync is
    """Do nothing: no test cuts the power, and what a killed process has written stays without it."""


os.fsync = written

ANSWERS: dict[object, bytes] = {}


def answered(subject: str, arguments: Sequence[str], given: str, *, beside: Mapping[str, bytes]) -> bytes:
    """Ask pandoc for citations: once for the same, since hundreds of small projects cite the same works."""
    asked = (children.PANDOC, children.LIMIT, subject, *arguments, given, *beside.items())
    if asked not in ANSWERS:
        ANSWERS[asked] = children.pandoc(subject, arguments, given, beside=beside)
    return ANSWERS[asked]


setattr(citeproc, "pandoc", answered)  # noqa: B010  # a name that it has from elsewhere
