"""`/data/terms/<id>.csv`: all uses of one term, with the columns of the table of all uses."""

from __future__ import annotations

from reader.exports.csv_tables import TABLES, Row
from reader.model import Library

(USES,) = (table for table in TABLES if table.name == "uses")


def term_uses(library: Library) -> dict[str, str]:
    """Return the files of the terms that are used, by their paths below `/data/`."""
    by_term: dict[str, list[Row]] = {}
    for row in USES.rows(library):
        by_term.setdefault(str(row[0]), []).append(row)
    return {f"terms/{id_}.csv": USES.of_rows(rows) for id_, rows in by_term.items()}
