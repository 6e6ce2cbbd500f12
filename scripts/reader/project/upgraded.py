"""Files of an edition replaced by an upgrade, each kept as it was, so that the upgrade can be undone.

`.build/before/<n>/` has the files as they were, and `upgrade.json` what they became. The newest is undone
first. `make clean` leaves it, and so does every other verb.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from reader.model.problems import Problem, ProblemsFound
from reader.project import files, journal, output
from reader.project.journal import Change

SETTINGS = "pyproject.toml"
RECIPES = (".gitlab-ci.yml", ".github/workflows/")
BEFORE = f"{journal.WORK}/before"
LIST = "upgrade.json"


def is_recipe(path: str) -> bool:
    """Whether a file tells a host how to publish the site."""
    return path.startswith(RECIPES)


def read(root: Path) -> dict[str, bytes]:
    """Return the files that an upgrade may change, and the generated pages, by their paths."""
    below = [path for folder in output.FOLDERS for path in files.files_below(root, folder)]
    ledgers = sorted((root / "sources").glob("*/anchors.lock"))
    recipes = [root / RECIPES[0], *sorted((root / RECIPES[1]).glob("*.y*ml"))]
    found = [*ledgers, *recipes, root / SETTINGS, root / output.LIST]
    paths = [*(file.relative_to(root).as_posix() for file in found), *below, *output.FILES]
    return {path: (root / path).read_bytes() for path in paths if (root / path).is_file()}


def replace(root: Path, made: Mapping[str, bytes], kept: Iterable[str] = ()) -> str:
    """Write files as they are to be, and return the folder that has them as they were.

    Files that are `kept` are not changed now; they are copied, since a later build may replace them.
    """
    kept = tuple(kept)
    journal.refuse_links(root, [BEFORE, *made, *kept])
    folder = f"{BEFORE}/{len(_folders(root)) + 1:03}"
    changes = [
        Change(path, files.standing(root / path), files.fingerprint(data)) for path, data in made.items()
    ]
    for path in (*made, *kept):
        if (root / path).is_file():
            files.write(root / folder / path, (root / path).read_bytes(), durable=True)
    files.write(root / folder / LIST, json.dumps(changes, indent=1).encode(), durable=True)
    journal.begin(root)
    for path, data in made.items():
        journal.stage(root, path, data)
    journal.commit(root, changes)
    return folder


def undo(root: Path) -> list[str]:
    """Put back what the last upgrade has replaced, unless somebody has changed it since; return the paths."""
    folder = next(reversed(_folders(root)), None)
    if folder is None:
        return []
    changes = [Change(*one) for one in json.loads((folder / LIST).read_bytes())]
    hint = f"put it back by hand from {folder.relative_to(root).as_posix()}, or take your change back first"
    problems = [
        Problem(one.path, 1, "D06", "has changed since the upgrade, and nothing was undone", hint)
        for one in changes
        if files.standing(root / one.path) != one.new
    ]
    if problems:
        raise ProblemsFound(problems)
    journal.begin(root)
    for one in changes:
        if one.old is not None:
            journal.stage(root, one.path, (folder / one.path).read_bytes())
    journal.commit(root, [Change(one.path, one.new, one.old) for one in changes])
    shutil.rmtree(folder)
    return [one.path for one in changes]


def _folders(root: Path) -> list[Path]:
    return sorted((root / BEFORE).glob("[0-9][0-9][0-9]"))
