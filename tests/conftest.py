"""Settings of all tests: Hypothesis draws the same examples on every machine, and no disk is waited for."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("reproducible", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("reproducible")


def written(fd: object) -> None:  # called as os.fsync is
    """Do nothing: no test cuts the power, and what a killed process has written stays without it."""


os.fsync = written
