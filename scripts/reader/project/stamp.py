"""Whether anything that a project is made of has changed since all was found to be well: one fingerprint.

It covers every file that a check reads, those that it compares, and the engine; whatever differs, by a byte
or by a name, and all is looked at again.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from reader.project import files
from reader.project.cache import CACHE
from reader.project.recalled import engine

FOLDERS = ("sources", "docs")  # what is read of the folders of a project; of its own folder, all files
STAMP = f"{CACHE}/stamp"


def of(root: Path) -> str:
    """Return the fingerprint of a project as it stands."""
    digest = hashlib.sha256(engine().encode())
    top = sorted(one for one in root.iterdir() if one.is_file() and not one.name.startswith("."))
    below = [root / path for folder in FOLDERS for path in files.files_below(root, folder)]
    for file in [*top, *below]:
        digest.update(f"\0{file.relative_to(root).as_posix()}\0{files.standing(file)}".encode())
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
