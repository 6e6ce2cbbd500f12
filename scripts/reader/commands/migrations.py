"""What an upgrade does to the files of an edition: a step for each thing that a version has changed.

A step reads the project and says which files are to be what. It changes no word of anybody: what it cannot
carry over whole it refuses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.anchors import ledger
from reader.model.problems import ProblemsFound
from reader.model.version import VERSION
from reader.project import files, manifest, output

SETTINGS = "pyproject.toml"
TABLE = re.compile(rb"^\[tool\.reader\][ \t]*(?:#[^\n]*)?\r?\n", re.MULTILINE)
ENGINE = re.compile(rb'^(engine[ \t]*=[ \t]*)"([^"\n]*)"', re.MULTILINE)
NEXT_TABLE = re.compile(rb"^\[", re.MULTILINE)
RECIPES = (".github/workflows/*.yml", ".gitlab-ci.yml")
PUBLISHED = re.compile(rb"(annotated-reader site)(?=[ \t]*\r?$)", re.MULTILINE)
Made = Iterator[tuple[str, bytes]]  # paths in the project, and what the files are to be


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a version has changed in the files of an edition."""

    told: str  # what becomes of the files, in the report
    made: Callable[[Path], Made]  # the files that change, and their new content
    kept: Callable[[Path], list[str]] = lambda _root: []  # files to be copied, since a build may replace them


def engine_of(settings: bytes) -> str:
    """Return the version that an edition says it was last upgraded to, or nothing."""
    found = ENGINE.search(_table(settings)[1])
    return found[2].decode("utf-8", "replace") if found else ""


def _ledgers(root: Path) -> Made:
    """Write each ledger in the present format: the same lines, in the same order."""
    problems = []
    for file in sorted((root / "sources").glob("*/anchors.lock")):
        path, text = file.relative_to(root).as_posix(), files.decoded(file.read_bytes())
        lines, found = ledger.parse(path, text)
        problems += found
        if text and not found and not ledger.is_current(text):
            yield path, ledger.write(file.parent.name, lines).encode()
    if problems:
        raise ProblemsFound(problems)


def _list(root: Path) -> Made:
    """List the generated pages of an edition that has no list of them yet."""
    if pages := _unlisted(root):
        made = {path: files.fingerprint((root / path).read_bytes()) for path in pages}
        yield output.LIST, manifest.written(made)


def _unlisted(root: Path) -> list[str]:
    if (root / output.LIST).exists():
        return []
    below = [path for folder in output.FOLDERS for path in files.files_below(root, folder)]
    return [path for path in (*below, *output.FILES) if (root / path).is_file()]


def _recipes(root: Path) -> Made:
    """Let the recipes of hosts publish no more than the rights allow."""
    for file in sorted(one for pattern in RECIPES for one in root.glob(pattern)):
        data = file.read_bytes()
        if (new := PUBLISHED.sub(rb"\1 --public", data)) != data:
            yield file.relative_to(root).as_posix(), new


def _engine(root: Path) -> Made:
    """Say which version of the engine the edition was last upgraded to."""
    file = root / SETTINGS
    data = file.read_bytes() if file.is_file() else b""
    if engine_of(data) == VERSION:
        return
    before, table, after = _table(data)
    said = f'engine = "{VERSION}"'.encode()
    if ENGINE.search(table):
        table = ENGINE.sub(rb'\g<1>"' + VERSION.encode() + b'"', table, count=1)
    elif table:
        head, rest = table.split(b"\n", 1)
        table = head + b"\n" + said + (b"\r\n" if head.endswith(b"\r") else b"\n") + rest
    else:
        gap = b"\n" if before and before.endswith(b"\n") else b"\n\n" if before else b""
        table = gap + b"[tool.reader]\n" + said + b"\n"
    yield SETTINGS, before + table + after


def _table(settings: bytes) -> tuple[bytes, bytes, bytes]:
    """What stands before the table of the reader, the table itself, and what stands behind it."""
    head = TABLE.search(settings)
    if head is None:
        return settings, b"", b""
    end = NEXT_TABLE.search(settings, head.end())
    stop = end.start() if end else len(settings)
    return settings[: head.start()], settings[head.start() : stop], settings[stop:]


STEPS = (
    Step("written in the format of ledgers that notices its own damage", _ledgers),
    Step("lists the generated pages, so that a build may replace them", _list, _unlisted),
    Step("publishes with site --public, which shows no more than the rights allow", _recipes),
    Step(f"says that the edition is made with version {VERSION}", _engine),
)
