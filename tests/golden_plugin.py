"""The flag of pytest by which golden files are written anew; pyproject.toml loads this before the tests."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--rewrite-golden`."""
    what = "write the golden files anew instead of comparing them; read the diff before you commit it"
    parser.addoption("--rewrite-golden", action="store_true", help=what)
