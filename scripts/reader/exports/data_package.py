"""`/data/datapackage.json`: what the tables are, as a Frictionless Data Package (version 1)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from reader.exports import phrases
from reader.exports.csv_tables import TABLES, Column, Table
from reader.exports.phrasing import line
from reader.model import Library, addresses
from reader.words.json_text import as_json

PATH = "datapackage.json"
CSV = "text/csv"
PACKAGE_TYPE = "application/vnd.datapackage+json"
DIALECT = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}


def table_files(library: Library) -> dict[str, str]:
    """Return the tables and what describes them, by their paths below `/data/`."""
    files = {table.path: table.written(library) for table in TABLES}
    package = as_json(_package(library, files))
    return files | {PATH: package}


def downloads(library: Library) -> list[tuple[str, str, str]]:
    """Return the package and its tables: type, name, whole address."""
    paths = [(PACKAGE_TYPE, str(phrases.DATASET), PATH), *((CSV, table.name, table.path) for table in TABLES)]
    return [(kind, name, addresses.data(path).absolute(library.site_url)) for kind, name, path in paths]


def _package(library: Library, files: Mapping[str, str]) -> dict[str, Any]:
    url = library.site_url
    package = {
        "profile": "tabular-data-package",
        "name": "annotated-reader",
        "title": line(library.site_name),
        "description": phrases.PACKAGE_TOLD.format(site=line(library.site_name), edition=library.edition),
        "version": library.edition,
        "homepage": url if url != "/" else "",
        "id": addresses.data(PATH).absolute(url) if url != "/" else "",
        "sources": [
            {"title": library.references[page.slug].title}
            | ({"path": address} if (address := library.references[page.slug].get("url")) else {})
            for page in library.pages
        ],
        "resources": [_resource(table, files[table.path].encode()) for table in TABLES],
    }
    return {name: value for name, value in package.items() if value}


def _resource(table: Table, data: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.path,
        "description": str(table.told),
        "format": "csv",
        "mediatype": CSV,
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": DIALECT,
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": list(columns), "reference": {"resource": name, "fields": list(columns)}}
                for columns, name in table.refers.items()
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if column.required else {}
    if column.kind == "integer":
        limits["minimum"] = 0
    made = {"name": column.name, "type": column.kind, "description": str(column.told), "constraints": limits}
    return {name: value for name, value in made.items() if value}
