"""What is written to a project: pages, ledgers and the site, each kind all of it or nothing.

All of it happens under the lock of the project (`lock.py`) and by its journal (`journal.py`).
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from reader.model import generated
from reader.model.problems import Problem, ProblemsFound
from reader.project import files, journal, manifest
from reader.project.journal import Change

LIST = "docs.lock"
FOLDERS = tuple(f"docs/{folder}" for folder in generated.FOLDERS)
FILES = tuple(f"docs/{name}" for name in generated.FILES)
SITE, SITE_LIST = "site", f"{journal.WORK}/site.lock"
NEW_SITE = f"{journal.NEW}/{SITE}"
OF_PAGES = manifest.Advice(
    "move the change into the sources, or give it up: annotated-reader build --discard {}",
    "move it out of the generated folders, or give it up: annotated-reader build --discard {}",
)
OF_SITE = manifest.Advice(
    "site/ is made from docs/: change it there, and remove the folder site",
    "what is your own belongs into docs/; remove it, or the folder site",
)


def pages_standing(root: Path, pages: Iterable[str] = ()) -> manifest.Standing:
    """Return what stands in the generated folders of `docs/`, and at the paths of some pages elsewhere."""
    elsewhere = [path for path in pages if not path.startswith(tuple(f"{folder}/" for folder in FOLDERS))]
    return manifest.survey(root, LIST, FOLDERS, [*FILES, *elsewhere])


def is_made(root: Path, path: str) -> bool:
    """Whether a file of `docs/` is as the last build has left it; that it is gone can be so, too."""
    listed, now = manifest.listed(root / LIST), files.standing(root / path)
    if now is None:
        return path not in listed and (path in FILES or path.startswith(tuple(f"{one}/" for one in FOLDERS)))
    return now in listed.get(path, ())


def plan_pages(
    standing: manifest.Standing, pages: Mapping[str, str], discarded: Collection[str] = ()
) -> tuple[list[Change], list[Problem]]:
    """Return what a build has to write and remove, and what stands in its way."""
    made = {path: files.fingerprint(text.encode()) for path, text in pages.items()}
    return manifest.plan(standing, made, OF_PAGES, discarded)


def write_pages(
    root: Path, pages: Mapping[str, str], own: Mapping[str, tuple[str, str]], discarded: Collection[str] = ()
) -> list[str]:
    """Make the generated pages as given and fill in the hand-written ones; return what has changed.

    `own` gives the hand-written pages as they were read, and as they are to be.
    """
    changes, problems = plan_pages(pages_standing(root, pages), pages, discarded)
    listing = manifest.written({path: files.fingerprint(text.encode()) for path, text in pages.items()})
    filled, in_own = _replaced(root, own)
    texts = {**pages, **{path: text for path, (_read, text) in own.items()}, LIST: listing.decode()}
    return _write(root, [*filled, *changes], texts, [*problems, *in_own])


def write_ledgers(root: Path, ledgers: Mapping[str, tuple[str, str]]) -> list[str]:
    """Replace ledgers, each given as it was read and as it is to be; return those that have changed."""
    changes, problems = _replaced(root, ledgers)
    return _write(root, changes, {path: text for path, (_read, text) in ledgers.items()}, problems)


def new_site(root: Path) -> Path:
    """Return the folder in which a site is to be made."""
    journal.begin(root)
    return root / NEW_SITE


def desk_docs(root: Path, pages: Mapping[str, str]) -> Path:
    """Return a copy of `docs/` with other pages in the place of some, beside the site that is being made.

    The pages are given by their paths below it.
    """
    copy = root / journal.NEW / "desk"
    shutil.copytree(root / "docs", copy / "docs")
    for path, text in pages.items():
        files.write(copy / "docs" / path, text.encode())
    return copy / "docs"


def write_site(root: Path) -> None:
    """Put the site that was made in `new_site` in the place of the one that stands."""
    standing = manifest.survey(root, SITE_LIST, [SITE])
    below = [path for path in (root / NEW_SITE).rglob("*") if path.is_file()]
    made = {f"{SITE}/{path.relative_to(root / NEW_SITE).as_posix()}": path for path in below}
    fingerprints = {path: files.fingerprint(file.read_bytes()) for path, file in made.items()}
    if standing.now[SITE_LIST] is None:  # made by a run that kept no list: its pages may be replaced
        now = {path: frozenset([old]) for path, old in standing.now.items() if old and path in made}
        standing = manifest.Standing(SITE_LIST, standing.now, now)
    changes, problems = manifest.plan(standing, fingerprints, OF_SITE)
    if problems:
        raise ProblemsFound(problems, "site/ is as it was")
    journal.stage(root, SITE_LIST, manifest.written(fingerprints))
    journal.commit(root, changes, whole=True)


def _replaced(root: Path, given: Mapping[str, tuple[str, str]]) -> tuple[list[Change], list[Problem]]:
    """What has to be written of files given as they were read and as they are to be."""
    changes: list[Change] = []
    problems: list[Problem] = []
    for path, (read, text) in given.items():
        now = (root / path).read_bytes() if (root / path).is_file() else None
        if not _reads(now or b"", read):
            hint = "look at it, and run the command again"
            problems.append(Problem(path, 1, "D06", "was changed while it was being read", hint))
        elif read != text:
            old = None if now is None else files.fingerprint(now)
            changes.append(Change(path, old, files.fingerprint(text.encode())))
    return changes, problems


def _reads(data: bytes, text: str) -> bool:
    """Whether a file was read as `text`."""
    try:
        return files.decoded(data) == text
    except UnicodeDecodeError:
        return False


def _write(root: Path, changes: list[Change], texts: Mapping[str, str], problems: list[Problem]) -> list[str]:
    """Write the new files, unless there is a problem; return the paths that have changed, but the list."""
    if problems:
        raise ProblemsFound(problems)
    if changes:
        journal.begin(root)
        for change in changes:
            if change.new is not None:
                journal.stage(root, change.path, texts[change.path].encode())
        journal.commit(root, changes)
    return sorted(change.path for change in changes if change.path != LIST) or [one.path for one in changes]
