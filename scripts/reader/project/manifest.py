"""The list of generated files: only what stands there unchanged is ever replaced or removed.

A line a file, `fingerprint  path` in the order of paths, so that `sha256sum --check docs.lock` reads it and
git merges it line by line. After a merge a path may stand in it twice; either state is then one of ours.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.model.problems import Problem
from reader.project import files
from reader.project.journal import Change, refuse_links

ALL = "docs"  # the folder that all generated pages lie in, for who discards them all
LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the generated folders, and what the list at `path` says of it.

    `now` gives what `files.standing` says of each path, `listed` the fingerprints that a build has written
    there, `unread` the lines of the list that are none.
    """

    path: str
    now: Mapping[str, str | None]
    listed: Mapping[str, frozenset[str]]
    unread: tuple[int, ...] = ()

    def holds(self, discarded: str) -> bool:
        """Whether a path, or a folder, has anything that can be discarded."""
        return any(_within(path, [discarded]) for path in (*self.now, *self.listed, self.path))


@dataclass(frozen=True, slots=True)
class Advice:
    """The way out of what stands in the way, which is another for the pages than for the site."""

    changed: str  # what to do with a file that was changed by hand
    foreign: str  # what to do with a file that no build has made


def survey(root: Path, path: str, folders: Iterable[str], singles: Iterable[str] = ()) -> Standing:
    """Read the list at `path`, and the fingerprints of all that stands in the generated folders.

    Elsewhere only what `singles` names is looked at, and what is listed and nobody has changed: a page that
    was written by hand in its place is not the build's any more.
    """
    folders, singles = tuple(folders), tuple(singles)
    refuse_links(root, [path, *folders, *singles])
    found = [*singles, *(name for folder in folders for name in files.files_below(root, folder))]
    now = {name: files.standing(root / name) for name in (*found, path)}
    listed, unread = _read(root / path if now[path] else None)
    for name in listed.keys() - now.keys():
        if (
            _within(name, [ALL])
            and not _within(name, folders)
            and (stands := files.standing(root / name)) in listed[name]
        ):
            now[name] = stands
    return Standing(path, now, listed, tuple(unread))


def listed(file: Path) -> dict[str, frozenset[str]]:
    """Return the fingerprints that a list has of each path; none where there is no list."""
    return _read(file if file.is_file() else None)[0]


def _read(file: Path | None) -> tuple[dict[str, frozenset[str]], list[int]]:
    """The fingerprints that a list has of each path, and the numbers of the lines that have none."""
    listed: dict[str, frozenset[str]] = {}
    unread: list[int] = []
    text = file.read_bytes().decode("utf-8", "replace") if file else ""
    for number, row in enumerate(text.splitlines(), 1):
        if match := LINE.fullmatch(row):
            listed[match[2]] = listed.get(match[2], frozenset()) | {match[1]}
        else:
            unread.append(number)
    return listed, unread


def written(made: Mapping[str, str]) -> bytes:
    """Return the list of files with their fingerprints."""
    return "".join(f"{made[path]}  {path}\n" for path in sorted(made)).encode()


def plan(
    standing: Standing, made: Mapping[str, str], advice: Advice, discarded: Collection[str] = ()
) -> tuple[list[Change], list[Problem]]:
    """Return what has to be written and removed for `made` to stand there, and what stands in the way.

    `made` gives the fingerprint of each file; the list itself is the last that changes.
    """
    changes: list[Change] = []
    problems: list[Problem] = []
    if standing.unread and not {standing.path, ALL} & set(discarded):
        problems += _unread(standing)
    for path in sorted(standing.now.keys() | made.keys() - {standing.path}):
        now, new = standing.now.get(path), made.get(path)
        if path == standing.path or now == new:
            continue
        ours = now is None or now in standing.listed.get(path, ())
        given_up = _given_up(standing, path, new, discarded)
        if now in (files.LINK, files.FOLDER) or not (ours or given_up):
            problems.append(_in_the_way(standing, path, now, new, advice))
        else:
            changes.append(Change(path, now, new))
    changes.sort(key=lambda change: change.new is not None)  # a folder may have to go before a file comes
    listing = files.fingerprint(written(made))
    if standing.now[standing.path] != listing:
        changes.append(Change(standing.path, standing.now[standing.path], listing))
    return changes, problems


def _within(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(folder + "/") for folder in folders)


def _given_up(standing: Standing, path: str, new: str | None, discarded: Collection[str]) -> bool:
    """A folder gives up the files of the build that lie in it; one's own has to be named by itself."""
    return path in discarded or ((bool(new) or path in standing.listed) and _within(path, discarded))


def _unread(standing: Standing) -> Iterator[Problem]:
    hint = "after a merge, run annotated-reader build --discard docs, which makes it anew"
    for number in standing.unread[:1]:
        yield Problem(standing.path, number, "D07", "is no line of the list of generated files", hint)


def _in_the_way(standing: Standing, path: str, now: str | None, new: str | None, advice: Advice) -> Problem:
    if now == files.LINK:
        return Problem(path, 1, "D05", "is a symbolic link", "remove it: nothing is written through a link")
    if path in standing.listed:
        return Problem(path, 1, "D03", "has been changed by hand", advice.changed.format(path))
    message = "stands where the build would write" if new else "is no file that the build has made"
    return Problem(path, 1, "D04", message, advice.foreign.format(path))
