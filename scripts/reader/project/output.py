"""Write to the disk: all of it or nothing.

New files are first written beside the old ones, in `.build/`; then they are moved into place under a
journal. A run that is interrupted while moving is undone by the next one, so that the last good output is
there again as it was.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

WORK = ".build"
JOURNAL = "journal.json"


def differences(root: Path, files: Mapping[str, str], folders: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the paths whose text on the disk is not that of `files`, and those of `folders` not in it."""
    stale = [path for path, text in files.items() if not _is(root / path, text)]
    known = set(files)
    found = (path for folder in folders for path in sorted((root / folder).rglob("*")) if path.is_file())
    extra = [str(path.relative_to(root).as_posix()) for path in found]
    return sorted(stale), [path for path in extra if path not in known]


def replace(root: Path, files: Mapping[str, str], folders: Iterable[str] = ()) -> list[str]:
    """Make the files of `root` as given, remove what else lies in `folders`, return what changed."""
    recover(root)
    stale, extra = differences(root, files, folders)
    if not stale and not extra:
        return []
    work = root / WORK
    for path in stale:
        new = work / "new" / path
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(files[path], "utf-8", newline="\n")
    _write_journal(work, stale, extra, root)
    try:
        for path in [*extra, *stale]:
            _set_aside(root, path)
        for path in stale:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (work / "new" / path).replace(root / path)
    except BaseException:
        recover(root)
        raise
    _clear(work)
    return sorted([*stale, *extra])


def replace_folder(new: Path, old: Path) -> None:
    """Put the folder `new` in the place of `old`, which must lie on the same disk."""
    aside = old.with_name(old.name + ".old")
    shutil.rmtree(aside, ignore_errors=True)
    if old.exists():
        old.rename(aside)
    try:
        new.rename(old)
    except BaseException:
        if aside.exists():
            aside.rename(old)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def recover(root: Path) -> None:
    """Undo what an interrupted `replace` has left half done."""
    work = root / WORK
    journal = work / JOURNAL
    if journal.exists():
        moved = json.loads(journal.read_text("utf-8"))
        for path, existed in moved.items():
            kept = work / "old" / path
            if kept.exists():
                kept.replace(root / path)
            elif not existed:
                (root / path).unlink(missing_ok=True)
    aside = root / "site.old"
    if aside.exists() and not (root / "site").exists():
        aside.rename(root / "site")
    _clear(work)


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _write_journal(work: Path, stale: Iterable[str], extra: Iterable[str], root: Path) -> None:
    work.mkdir(exist_ok=True)
    moved = {path: (root / path).exists() for path in [*stale, *extra]}
    part = work / (JOURNAL + ".part")
    part.write_text(json.dumps(moved), "utf-8")
    part.replace(work / JOURNAL)


def _set_aside(root: Path, path: str) -> None:
    if (root / path).exists():
        kept = root / WORK / "old" / path
        kept.parent.mkdir(parents=True, exist_ok=True)
        (root / path).replace(kept)


def _clear(work: Path) -> None:
    """Remove the journal first: with it gone, the output is final."""
    (work / JOURNAL).unlink(missing_ok=True)
    for name in ("new", "old"):
        shutil.rmtree(work / name, ignore_errors=True)
