"""JSON as a file that people read and compare: what a table holds a line each, and so what a list holds."""

from __future__ import annotations

import json

BETWEEN, ITEM = ",\n", ",\n  "


def as_json(value: object) -> str:
    """Return a value as a file of JSON."""
    return f"{_rows(value) if isinstance(value, dict) else _listed(value)}\n"


def _rows(table: dict[str, object]) -> str:
    rows = (f" {_written(name)}: {_listed(value)}" for name, value in table.items())
    return f"{{\n{BETWEEN.join(rows)}\n}}" if table else "{}"


def _listed(value: object) -> str:
    """A list of what is no plain value is written a line an item."""
    if not isinstance(value, list | tuple) or not any(isinstance(one, list | tuple | dict) for one in value):
        return _written(value)
    return f"[\n  {ITEM.join(map(_written, value))}\n ]"


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
