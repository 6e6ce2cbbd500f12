"""Two and three commands at once on one project, each stopped at a step of its own: drawn, run and judged.

What must hold: no file is lost at any moment, what a command says of itself is true, and in the end the
project is as if the commands had run one after the other in some order.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from functools import cache
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from disk_steps import Commands, Done
from small_project import SmallProject, copy_of_sound

ALPHA, BETA = "sources/alpha-2020", "sources/beta-2021"
OWN = "docs/index.md"
VERBS = {
    "build": ("build",),
    "alpha": ("accept", "alpha-2020", "--yes"),
    "beta": ("accept", "beta-2021", "--yes"),
}
AT_WORK = "is at work on this project"
State = dict[str, bytes]


class Race(NamedTuple):
    """Commands by their names in `VERBS`; all but the last stop at a step, and go on in reverse."""

    commands: tuple[str, ...]
    stops: tuple[int, ...]


def races(number: int, seed: int) -> Iterator[Race]:
    """Yield races of two and of three commands, the same ones for the same seed."""
    drawn = random.Random(seed)
    for _ in range(number):
        commands = tuple(drawn.choice(list(VERBS)) for _ in range(drawn.choice((2, 2, 3))))
        yield Race(commands, tuple(drawn.randint(1, 30) for _ in commands[1:]))


def contested(folder: Path) -> SmallProject:
    """A project with two ledgers to accept, pages to write, add and remove, and a page of one's own."""
    shutil.copytree(Path(_contested().name, "contested"), folder)
    return SmallProject(folder)


@cache
def _contested() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory()
    project = copy_of_sound(Path(folder.name, "contested"))
    project.write(OWN, "# Mine\n\n<!-- quote alpha-2020#p3 -->\n<!-- end quote -->\n\nWords of my own.\n")
    project.renamed_term("group", "band")
    project.append(f"{BETA}/notes.md", "\n## p2 “gone”\nkind: context\n\nA new note.\n")
    project.edit(f"{ALPHA}/notes.md", "Nothing has happened", "Nothing at all has happened")
    warm = SmallProject(Path(folder.name, "warm"))
    shutil.copytree(project.root, warm.root)
    warm.accepted()
    shutil.copytree(warm.root / ".cache", project.root / ".cache", dirs_exist_ok=True)
    return folder


def run(commands: Commands, race: Race, folder: Path) -> list[str]:
    """Run a race in `folder`; return what went wrong."""
    project = contested(folder)
    begun = project.files("docs", "sources")
    wrong: list[str] = []
    done: list[tuple[str, Done]] = []
    for name, stop in zip(race.commands, (*race.stops, 0), strict=True):
        done.append((name, commands.run(project.root, *VERBS[name], stop=stop)))
        wrong += _lost(project, begun)
    ended: list[tuple[str, Done]] = []
    for name, one in reversed(done):
        ended.append((name, commands.go_on(one) if one.code is None else one))
        wrong += _lost(project, begun)
    for name, one in ended:
        if AT_WORK in one.err:
            assert one.code == 1
            again = commands.run(project.root, *VERBS[name])
            wrong += [f"{name} says twice that another is at work"] if AT_WORK in again.err else []
        elif "Traceback" in one.err or "nobody foresaw" in one.err or one.code not in (0, 1):
            wrong.append(f"{name} ended with {one.code}: {one.err}")
    if project.files("docs", "sources", "docs.lock") not in serial(commands, race.commands):
        wrong.append("the end is that of no order")
    return [f"{race}: {one}" for one in wrong]


def _lost(project: SmallProject, begun: State) -> list[str]:
    """Files that only a finished build may remove are there, and none is cut short."""
    now = project.files("docs", "sources")
    gone = [path for path in begun if path not in now and path != "docs/terms/group.md"]
    empty = [path for path, data in now.items() if not data]
    return [f"{path} is gone or empty" for path in (*gone, *empty)]


def serial(commands: Commands, names: tuple[str, ...]) -> list[State]:
    """The states that the commands can leave one after another."""
    return [_serial(commands, order) for order in sorted(set(permutations(names)))]


@cache
def _serial(commands: Commands, names: tuple[str, ...]) -> State:
    with TemporaryDirectory() as folder:
        project = contested(Path(folder) / "project")
        for name in names:
            commands.run(project.root, *VERBS[name])
        return project.files("docs", "sources", "docs.lock")
