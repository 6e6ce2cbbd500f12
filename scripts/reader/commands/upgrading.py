"""The verb `upgrade`: an edition brought to this version of the engine, with a report, and undone at will."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from reader.commands.holding import held
from reader.commands.migrations import STEPS, engine_of
from reader.failures import typed, usage
from reader.model.version import FIRST, VERSION, order
from reader.project import changelog, output, upgraded
from reader.project.upgraded import SETTINGS

NEXT = "next: annotated-reader check says what is stale or not recorded yet; then build, accept, and commit"


def upgrade(options: argparse.Namespace) -> int:
    """Say what has changed since the version that the edition was made with, and bring its files along."""
    root: Path = options.root
    with held(options, "upgrade"):
        if options.undo:
            return _undo(root)
        edition = upgraded.read(root)
        version = engine_of(edition.get(SETTINGS, b"")) or FIRST
        if order(version) > order(VERSION):
            hint = "install that version, or a later one: this one may not know what it has written"
            return usage(f"the edition was made with version {version}, and this is {VERSION}", hint)
        print(f"the edition was made with version {version}; this is {VERSION}")
        if told := changelog.since(version, changelog.changelog()):
            print(f"\n{told}\n")
        return _migrate(root, edition, dry=options.dry_run)


def _migrate(root: Path, edition: Mapping[str, bytes], *, dry: bool) -> int:
    found = [(step, dict(step.made(edition))) for step in STEPS]
    made = {path: data for _step, files in found for path, data in files.items()}
    for step, files in found:
        for path in files:
            print(f"{path}: {step.told}")
    if not made:
        print("nothing is to be changed in its files")
        return 0
    if dry:
        print(f"{_files(len(made))} would be changed; nothing was written")
        return 0
    pages = [path for path in edition if path.startswith("docs/")] if output.LIST in made else []
    folder = upgraded.replace(root, made, pages)  # a build may replace those that it knows now
    print(f"{_files(len(made))} changed; what stood there before is in {folder}")
    print(typed("annotated-reader upgrade --undo puts them back"))
    print(typed(NEXT))
    return 0


def _undo(root: Path) -> int:
    paths = upgraded.undo(root)
    if not paths:
        return usage("there is no upgrade to be undone", "")
    for path in paths:
        print(path)
    print(f"put back as it was before the upgrade: {_files(len(paths))}")
    return 0


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"
