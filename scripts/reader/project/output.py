"""What is written to a project: pages, ledgers and the site, each kind all of it or nothing.

All of it happens under the lock of the project (`lock.py`) and by its journal (`journal.py`).
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from reader.model import generated
from reader.model.problems import Problem, ProblemsFound
from reader.project import files, journal, manifest
from reader.project.journal import Change
from reader.project.texts_below import TextsBelow

LIST = "docs.lock"
FOLDERS = tuple(f"docs/{folder}" for folder in generated.FOLDERS)
FILES = tuple(f"docs/{name}" for name in generated.FILES)
SITE, SITE_LIST = "site", f"{journal.WORK}/site.lock"
NEW_SITE = f"{journal.NEW}/{SITE}"
DESK = f"{journal.WORK}/desk"
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
    standing: manifest.Standing, made: Mapping[str, str], discarded: Collection[str] = ()
) -> tuple[list[Change], list[Problem]]:
    """Return what a build has to write and remove, and what stands in its way.

    `made` gives the fingerprint of each page.
    """
    return manifest.plan(standing, made, OF_PAGES, discarded)


def write_pages(
    root: Path,
    made: Iterable[tuple[str, str]],
    as_read: Mapping[str, str],
    discarded: Collection[str] = (),
) -> tuple[list[Change], list[str]]:
    """Make the pages as given; return what has changed, and the paths of the generated pages.

    `as_read` gives the hand-written pages, which are filled in, as they were read. No more than one page is
    held at once: what has changed waits on the disk until all are known.
    """
    staging = _Staging(root)
    prints: dict[str, str] = {}
    own: dict[str, tuple[str, str]] = {}
    for path, text in made:
        if path in as_read:
            own[path] = as_read[path], text
            continue
        data = text.encode()
        prints[path] = files.fingerprint(data)
        if files.standing(root / path) != prints[path]:
            staging.put(path, data)
    changes, problems = plan_pages(pages_standing(root, prints), prints, discarded)
    filled, in_own = _replaced(root, own)
    changed = [*filled, *changes]
    rest = {LIST: manifest.written(prints), **{path: text.encode() for path, (_read, text) in own.items()}}
    staging.write(changed, rest, [*problems, *in_own])
    return changed, [*prints]


def write_ledgers(root: Path, ledgers: Mapping[str, tuple[str, str]]) -> list[str]:
    """Replace ledgers, each given as it was read and as it is to be; return those that have changed."""
    changes, problems = _replaced(root, ledgers)
    new = {path: text.encode() for path, (_read, text) in ledgers.items()}
    _Staging(root).write(changes, new, problems)
    return names(changes)


def names(changes: Iterable[Change]) -> list[str]:
    """Return the paths of what has changed, without the list of generated files if there are others."""
    paths = sorted(one.path for one in changes)
    return [path for path in paths if path != LIST] or paths


def new_site(root: Path) -> Path:
    """Return the folder in which a site is to be made."""
    journal.begin(root)
    return root / NEW_SITE


@contextmanager
def desk_docs(root: Path, pages: Iterable[tuple[str, str]]) -> Iterator[TextsBelow]:
    """Give a copy of `docs/` with other pages in the place of some, for as long as a site is being made.

    The pages are given by their paths in the project.
    """
    journal.refuse_links(root, [DESK])
    copy = root / DESK
    shutil.rmtree(copy, ignore_errors=True)
    try:
        shutil.copytree(root / "docs", copy / "docs")
        paths = []
        for path, text in pages:
            files.write(copy / path, text.encode())
            paths.append(path)
        yield below_docs(copy, paths)
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def below_docs(root: Path, paths: Iterable[str]) -> TextsBelow:
    """Return the pages at some paths in the project, by those below `docs/`."""
    return TextsBelow((root / "docs").absolute(), dict.fromkeys(path.removeprefix("docs/") for path in paths))


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


def site_stands(root: Path) -> bool:
    """Whether `site/` is, file by file, as it was made."""
    found = manifest.survey(root, SITE_LIST, [SITE])
    now = {path: print_ for path, print_ in found.now.items() if path != SITE_LIST}
    return now.keys() == found.listed.keys() and all(
        print_ in found.listed[path] for path, print_ in now.items()
    )


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


class _Staging:
    """New files on their way into a project: all of them get there, or none."""

    def __init__(self, root: Path) -> None:
        self._root, self._put = root, set[str]()

    def put(self, path: str, data: bytes) -> None:
        """Let a new file wait."""
        if not self._put:
            journal.begin(self._root)
        self._put.add(path)
        journal.stage(self._root, path, data)

    def write(self, changes: list[Change], rest: Mapping[str, bytes], problems: list[Problem]) -> None:
        """Write the new files, those of the `rest` too, unless there is a problem."""
        if problems:
            if self._put:
                journal.begin(self._root)
            raise ProblemsFound(problems)
        for change in changes:
            if change.new is not None and change.path in rest:
                self.put(change.path, rest[change.path])
        journal.commit(self._root, changes)
