"""What an upgrade does to the files of an edition: a step for each thing that a version has changed.

A step is given the files of the edition that it may change, and says what they are to be. It changes no word
of anybody: what it cannot carry over whole it refuses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reader.anchors import ledger
from reader.model.problems import Problem, ProblemsFound
from reader.model.version import VERSION
from reader.project import files, manifest, output
from reader.project.upgraded import SETTINGS, is_recipe

TABLE = re.compile(rb"^\[tool\.reader\][ \t]*(?:#[^\n]*)?\r?\n", re.MULTILINE)
ENGINE = re.compile(rb'^(engine[ \t]*=[ \t]*)"([^"\n]*)"', re.MULTILINE)
NEXT_TABLE = re.compile(rb"^\[", re.MULTILINE)
PUBLISHED = re.compile(rb"(annotated-reader site)(?=[ \t]*\r?$)", re.MULTILINE)
Files = Mapping[str, bytes]  # by their paths in the project
Made = Iterator[tuple[str, bytes]]  # the same, as they are to be


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a version has changed in the files of an edition."""

    told: str  # what becomes of the files, in the report
    made: Callable[[Files], Made]  # the files that change, and their new content


def engine_of(settings: bytes) -> str:
    """Return the version that an edition says it was last upgraded to, or nothing."""
    found = ENGINE.search(_table(settings)[1])
    return found[2].decode("utf-8", "replace") if found else ""


def _ledgers(edition: Files) -> Made:
    """Write each ledger in the present format: the same lines, in the same order."""
    problems: list[Problem] = []
    for path in (path for path in edition if path.endswith("/anchors.lock")):
        text = files.decoded(edition[path])
        lines, found = ledger.parse(path, text)
        problems += found
        if text and not found and not ledger.is_current(text):
            yield path, ledger.write(path.split("/")[1], lines).encode()
    if problems:
        raise ProblemsFound(problems)


def _list(edition: Files) -> Made:
    """List the generated pages of an edition that has no list of them yet."""
    made = {path: files.fingerprint(data) for path, data in edition.items() if path.startswith("docs/")}
    if made and output.LIST not in edition:
        yield output.LIST, manifest.written(made)


def _recipes(edition: Files) -> Made:
    """Let the recipes of hosts publish no more than the rights allow."""
    for path, data in edition.items():
        if is_recipe(path) and (new := PUBLISHED.sub(rb"\1 --public", data)) != data:
            yield path, new


def _engine(edition: Files) -> Made:
    """Say which version of the engine the edition was last upgraded to."""
    data = edition.get(SETTINGS, b"")
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
    Step("lists the generated pages, so that a build may replace them", _list),
    Step("publishes with site --public, which shows no more than the rights allow", _recipes),
    Step(f"says that the edition is made with version {VERSION}", _engine),
)
