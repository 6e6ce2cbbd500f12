"""Whether anything that a project is made of has changed since it was checked, or since its site was made.

One fingerprint covers every file of an editor, those that are generated, and the engine; whatever differs, by
a byte or by a name, and all is looked at again, or made again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from reader.project import files, output
from reader.project.cache import CACHE
from reader.project.journal import Change
from reader.project.recalled import ENGINE, engine

FOLDERS = ("sources", "docs")  # what is read of the folders of a project; of its own folder, all files
STAMP, LAST_SITE = f"{CACHE}/stamp", f"{CACHE}/site.json"
THEME = "theme"  # of the engine


def survey(root: Path) -> dict[str, str | None]:
    """Return the fingerprints of all files that a project is made of, by their paths."""
    top = sorted(one.name for one in root.iterdir() if one.is_file() and not one.name.startswith("."))
    below = [path for folder in FOLDERS for path in files.files_below(root, folder)]
    return {path: files.standing(root / path) for path in (*top, *below)}


def of(root: Path) -> str:
    """Return the fingerprint of a project as it stands."""
    return _one(survey(root))


def _one(found: Mapping[str, str | None], *more: str) -> str:
    digest = hashlib.sha256("\0".join([engine(), *more]).encode())
    for path in sorted(found):
        digest.update(f"\0{path}\0{found[path]}".encode())
    return digest.hexdigest()


def holds(root: Path, state: str) -> bool:
    """Whether a project in this state was found to be well."""
    with suppress(OSError):
        return (root / STAMP).read_text("ascii") == state
    return False


def keep(root: Path, state: str) -> None:
    """Remember that a project in this state is well; where nothing can be kept, it is looked at each time."""
    with suppress(OSError):
        files.write(root / STAMP, state.encode())


def keep_site(
    root: Path, found: Mapping[str, str | None], changes: Iterable[Change], how: str, told: Sequence[str]
) -> None:
    """Remember what was `told` of the site that was made of the files `found`, and `how` it was asked for.

    `changes` are those of the generated files since: what else has changed was not a part of it.
    """
    now = {**found, **{one.path: one.new for one in changes}}
    if files.LINK in now.values():
        return  # what lies behind a link may change without it
    state = _of_site(root, {path: print_ for path, print_ in now.items() if print_}, how)
    with suppress(OSError):
        files.write(root / LAST_SITE, json.dumps([state, *told]).encode())


def site_stands(root: Path, found: Mapping[str, str | None], how: str) -> list[str]:
    """Return what was told of the site, if it stands as it was made, and of the same; else nothing."""
    with suppress(OSError, ValueError, TypeError):
        state, *told = json.loads((root / LAST_SITE).read_bytes())
        if state == _of_site(root, found, how) and output.site_stands(root):
            return list(map(str, told))
    return []


def _of_site(root: Path, found: Mapping[str, str | None], how: str) -> str:
    shipped = {path: files.standing(ENGINE / path) for path in files.files_below(ENGINE, THEME)}
    return _one({**found, **shipped}, how, str(files.standing(root / output.SITE_LIST)))
