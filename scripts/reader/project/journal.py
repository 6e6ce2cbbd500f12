"""Many files replaced as one: each by a single move, and a journal by which the next run can finish.

New files are written to `.build/new/`; then the journal says which file of the project becomes which of
them, and each is moved over the old one, so that at no moment a file is missing or half written. A run
that stops before the journal has changed nothing. A run that stops after it is finished by the next one
that writes: forward only, and never over a file that somebody has changed since.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.model.problems import Problem, ProblemsFound
from reader.project import files

WORK = ".build"
NEW = f"{WORK}/new"
JOURNAL = f"{WORK}/journal.json"
SITE = "site/"


class Change(NamedTuple):
    """What is to become of one file."""

    path: str  # in the project
    old: str | None  # the fingerprint of what was read; None where there was no file
    new: str | None  # the fingerprint of what it becomes; None where there is to be no file


def begin(root: Path) -> None:
    """Make room for new files: what a run left there that stopped before its journal is of no use."""
    refuse_links(root, [NEW])
    shutil.rmtree(root / NEW, ignore_errors=True)


def stage(root: Path, path: str, data: bytes) -> None:
    """Write the new file that is to become `path`; only the site can be made again from what is left."""
    files.write(root / NEW / path, data, durable=not path.startswith(SITE))


def commit(root: Path, changes: Sequence[Change], *, whole: bool = False) -> None:
    """Put all staged files in place; raise `ProblemsFound` for those that were changed just then.

    `whole` says that the files are worth nothing without each other, as those of a site are: a run that is
    stopped is then finished only if nobody has touched any of them since.
    """
    if not changes:
        return
    refuse_links(root, [change.path for change in changes])
    written = json.dumps({"whole": whole, "changes": changes}, ensure_ascii=False)
    files.write(root / (JOURNAL + ".part"), written.encode(), durable=True)
    (root / (JOURNAL + ".part")).replace(root / JOURNAL)
    files.settle(root / WORK)
    kept = [change.path for change in changes if not _apply(root, change)]
    _forget(root, changes)
    if kept:
        hint = "look at it, and run the command again"
        problems = [
            Problem(path, 1, "D06", "was changed at the same time, and is kept", hint) for path in kept
        ]
        raise ProblemsFound(problems, "all else was written")


def finish(root: Path) -> list[str]:
    """Finish what an interrupted run had begun; return the paths that this has written or removed."""
    if not pending(root):
        return []
    try:
        read = json.loads((root / JOURNAL).read_bytes())
        changes = [Change(str(path), old, new) for path, old, new in read["changes"]]
        whole = bool(read["whole"])
    except (ValueError, LookupError, TypeError):  # damaged: what stands in the project is all there is
        changes, whole = [], False
    done = []
    if not (whole and any(_touched(root, change) for change in changes)):
        waiting = [change for change in changes if files.standing(root / change.path) != change.new]
        done = [change.path for change in waiting if _apply(root, change)]
    _forget(root, changes)
    return done


def pending(root: Path) -> bool:
    """Whether a run was interrupted while it put files in place."""
    return (root / JOURNAL).is_file()


def refuse_links(root: Path, paths: Iterable[str]) -> None:
    """Raise `ProblemsFound` for each of `paths` that a symbolic link would lead elsewhere."""
    links = dict.fromkeys(files.link_on_the_way(root, path) for path in paths)
    hint = "remove the link, or put what it leads to in its place: nothing is written through a link"
    problems = [Problem(path, 1, "D05", "is a symbolic link", hint) for path in links if path]
    if problems:
        raise ProblemsFound(problems)


def _touched(root: Path, change: Change) -> bool:
    """Whether a file is neither as it was nor as it becomes, or cannot become so any more."""
    now = files.standing(root / change.path)
    ready = change.new is None or files.standing(root / NEW / change.path) == change.new
    return now != change.new and not (now == change.old and ready)


def _apply(root: Path, change: Change) -> bool:
    """Put one file in place or remove it; False if it has been changed since it was read."""
    target, new = root / change.path, root / NEW / change.path
    if files.link_on_the_way(root, change.path):
        return False
    if change.new is not None:
        target.parent.mkdir(
            parents=True, exist_ok=True
        )  # so that nothing stands between the look and the move
    if _touched(root, change):
        return False
    if files.standing(target) == change.new:
        return True
    if change.new is None:
        target.unlink()
        _prune(target.parent, root)
    else:
        new.replace(target)
    return True


def _prune(folder: Path, root: Path) -> None:
    """Remove folders that have become empty."""
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _forget(root: Path, changes: Iterable[Change]) -> None:
    """Remove the journal once every new name is on the disk."""
    for folder in sorted({(root / one.path).parent for one in changes if not one.path.startswith(SITE)}):
        if folder.is_dir():
            files.settle(folder)
    (root / JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(root / NEW, ignore_errors=True)
