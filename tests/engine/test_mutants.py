"""What `make mutants` puts into a module, and that it puts it where it is called."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from mutants import put
from slips_of_code import slips, with_slip

SOURCE = '''\
"""A module."""

OF_THIS_TEST = 3

def shown(words: list[str], few: bool = False) -> list[str] | None:
    """Words in order."""
    if few and len(words) > OF_THIS_TEST:
        return None
    found = sorted(words, key=len)
    found.reverse()
    return [word.strip() for word in found if not word.isdigit()]
'''
MADE = [
    "3 3 → 4",
    "7 not (few and len(words) > OF_THIS_TEST)",
    "7 And → Or",
    "7 Gt → GtE",
    "9 sorted() → list()",
    "10 found.reverse() deleted",
    "11 return [word.strip() for word in found if not word.isdigit()] → None",
    "11 .strip() dropped",
    "11 if not word.isdigit() dropped",
    "11 not dropped",
]


def test_the_slips_of_a_module() -> None:
    """Neither what is said nor what only types read; each leaves a module that can be compiled."""
    found = list(slips(ast.parse(SOURCE)))
    assert [f"{one.line} {one.what}" for one in found] == MADE
    texts = {ast.unparse(with_slip(SOURCE, one)) for one in found}
    assert len(texts) == len(MADE)
    assert ast.unparse(ast.parse(SOURCE)) not in texts


def test_a_slip_is_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a function that others have imported, and in a constant."""
    (tmp_path / "slipping.py").write_text(SOURCE, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    from slipping import shown  # type: ignore[import-not-found]  # noqa: PLC0415

    module = sys.modules["slipping"]
    every = {one.what: one for one in slips(ast.parse(SOURCE))}
    assert shown(["b ", "aaa", "7"]) == ["aaa", "b"]
    put(module, every["sorted() → list()"])
    assert shown(["b ", "aaa", "7"]) == ["aaa", "b"]
    assert shown(["aaa", "b "]) == ["b", "aaa"]
    put(module, every["3 → 4"])
    assert module.OF_THIS_TEST == 4
    monkeypatch.delitem(sys.modules, "slipping")
