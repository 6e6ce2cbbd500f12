"""What is said of very many texts: the page holds what is printed, and a cost goes on as it grew."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster

from scale import BEGINS, PAGE, RECORD, line, told, written


def record(*sizes: tuple[int, float]) -> Mapping[str, Any]:
    """A record in which everything grows alike."""
    names = (
        "site, from nothing",
        "site, nothing changed",
        "site, one note changed",
        "check, for the first time",
    )
    return {
        "sizes": {
            str(size): {
                "costs": {name: {"seconds": cost, "processor": cost, "memory": cost} for name in names},
                "sizes": {name: {"files": cost, "bytes": cost} for name in ("sources", "docs", "site")},
                "largest": {"/": 90_000},
            }
            for size, cost in sizes
        }
    }


def test_the_page_says_what_the_script_prints() -> None:
    page = PAGE.read_text("utf-8")
    table = "\n".join(told(json.loads(RECORD.read_text("utf-8"))))
    assert written(page, table) == page
    assert BEGINS in page


@pytest.mark.parametrize(
    ("values", "power", "at_a_million"),
    [
        ({10: 1.0, 100: 10.0}, 1.0, 100_000.0),
        ({5: 7.0, 10: 1.0, 100: 100.0}, 2.0, 1e10),  # the two largest alone; faster than in proportion
        ({10: 11.0, 100: 20.0}, 0.2596, 100_010.0),  # what is the same for any number counts once
        ({10: 4.0, 100: 4.0}, 0.0, 4.0),
    ],
)
def test_a_cost_goes_on_as_it_grew(values: dict[int, float], power: float, at_a_million: float) -> None:
    grows = line(values)
    assert grows.power == pytest.approx(power, rel=1e-3)
    assert grows.at(1_000_000) == pytest.approx(at_a_million)


def test_the_volumes_of_the_page_are_built_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lines on the page, with a cluster in this process, and a program that fails at one volume."""
    [code] = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    program = tmp_path / "annotated-reader"
    program.write_text('#!/bin/sh\ncase "$*" in *1902) exit 1;; esac\n', "utf-8")
    program.chmod(0o755)
    for year in ("1901", "1902"):
        (tmp_path / "archive" / year).mkdir(parents=True)
        (tmp_path / "archive" / year / "mkdocs.yml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    made = LocalCluster(n_workers=1, processes=False, dashboard_address=None)  # type: ignore[no-untyped-call]
    with made as cluster:
        exec(code.replace("tcp://scheduler:8786", cluster.scheduler_address), {})
    assert capsys.readouterr().out == "{'archive/1901': 0, 'archive/1902': 1}\n"


def test_units_leave_few_digits() -> None:
    rows = list(told(record((10, 1.0), (100, 10.0))))
    assert rows[0] == "| | 10 texts | 100 texts | a text more | power | 1,000,000 texts |"
    assert rows[2] == "| a site from nothing | 1.0 s | 10.0 s | 100 ms | 1.00 | 27.8 h |"
    assert all(row.count("|") == rows[0].count("|") for row in rows)
